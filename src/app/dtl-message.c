/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-message.h. What stands in a case or a file name may look like markup: toasts always read markup on this
 * platform, so theirs is escaped; dialogs are told not to. */
#include "config.h"

#include "app/dtl-message.h"

#include <glib/gi18n.h>

#include "app/compat/dtl-alert.h"

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

/**
 * dtl_message_show_error:
 * @heading: what did not work
 * @body: why, and the way out
 */
void
dtl_message_show_error (GtkWindow *parent, const char *heading, const char *body)
{
  const DtlAlertResponse close[] = { { "close", _ ("_Close"), ADW_RESPONSE_DEFAULT } };

  dtl_alert_show (parent, heading, body, close, G_N_ELEMENTS (close), NULL, NULL);
}

static void
answered_cb (const char *response, gpointer user_data)
{
  Question *question = user_data;
  g_autoptr (GObject) owner = g_weak_ref_get (&question->owner);

  if (owner != NULL)
    question->callback (owner, strcmp (response, "go-on") == 0, question->detail);
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
  const DtlAlertResponse responses[] = {
    { "cancel", _ ("_Cancel"), ADW_RESPONSE_DEFAULT },
    { "go-on", go_on_label, ADW_RESPONSE_DEFAULT },
  };
  Question *question = g_new0 (Question, 1);

  g_weak_ref_init (&question->owner, owner);
  question->detail = g_strdup (detail);
  question->callback = callback;
  dtl_alert_show (parent, heading, body, responses, G_N_ELEMENTS (responses), answered_cb, question);
}
