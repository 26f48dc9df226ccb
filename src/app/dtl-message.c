/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-message.h. What stands in a case or a file name may look like markup: toasts always read markup on this
 * platform, so theirs is escaped; dialogs are told not to. */
#include "config.h"

#include "app/dtl-message.h"

#include <glib/gi18n.h>

typedef struct
{
  GWeakRef owner;
  char *detail;
  DtlMessageCallback callback;
} Question;

/* Returns: (transfer full): a toast that shows @text as it is */
AdwToast *
dtl_message_new_toast (const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  return adw_toast_new (escaped);
}

static AdwMessageDialog *
make_dialog (GtkWindow *parent, const char *heading, const char *body)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, heading, body));

  adw_message_dialog_set_heading_use_markup (dialog, FALSE);
  adw_message_dialog_set_body_use_markup (dialog, FALSE);
  return dialog;
}

/**
 * dtl_message_show_error:
 * @heading: what did not work
 * @body: why, and the way out
 */
void
dtl_message_show_error (GtkWindow *parent, const char *heading, const char *body)
{
  AdwMessageDialog *dialog = make_dialog (parent, heading, body);

  adw_message_dialog_add_response (dialog, "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
response_cb (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  Question *question = user_data;
  g_autoptr (GObject) owner = g_weak_ref_get (&question->owner);

  if (owner != NULL)
    question->callback (owner, g_strcmp0 (response, "go-on") == 0, question->detail);
  g_weak_ref_clear (&question->owner);
  g_free (question->detail);
  g_free (question);
}

/**
 * dtl_message_ask:
 * @go_on_label: a verb, with mnemonic
 * @detail: (nullable): handed on to @callback, for instance the path in question
 * @owner: passed to @callback; not kept alive
 */
void
dtl_message_ask (GtkWindow *parent,
                 const char *heading,
                 const char *body,
                 const char *go_on_label,
                 const char *detail,
                 GObject *owner,
                 DtlMessageCallback callback)
{
  AdwMessageDialog *dialog = make_dialog (parent, heading, body);
  Question *question = g_new0 (Question, 1);

  g_weak_ref_init (&question->owner, owner);
  question->detail = g_strdup (detail);
  question->callback = callback;
  adw_message_dialog_add_response (dialog, "cancel", _ ("_Cancel"));
  adw_message_dialog_add_response (dialog, "go-on", go_on_label);
  adw_message_dialog_set_default_response (dialog, "cancel");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), question);
  gtk_window_present (GTK_WINDOW (dialog));
}
