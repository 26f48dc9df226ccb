/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-alert.h. A window of its own before libadwaita 1.5, a dialog within the parent from then on. */
#include "app/compat/dtl-alert.h"

#include "app/compat/dtl-names.h"

typedef struct
{
  DtlAlertCallback callback;
  gpointer user_data;
} Answer;

/* Both dialogs emit "response" once, also when they are closed. */
static void
response_cb (GObject *dialog, const char *response, Answer *answer)
{
  if (answer->callback != NULL)
    answer->callback (response, answer->user_data);
}

static void
free_answer (gpointer answer, GClosure *closure)
{
  g_free (answer);
}

#if ADW_CHECK_VERSION(1, 5, 0)

static GtkWidget *
make_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (label, style);
  return label;
}

/* The dialog's own heading warns of itself when it takes more than one line, so both texts have labels here. */
static void
add_texts (AdwAlertDialog *dialog, const char *heading, const char *body)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);

  gtk_box_append (GTK_BOX (box), make_label (heading, "title-4"));
  if (body != NULL && *body != '\0')
    gtk_box_append (GTK_BOX (box), make_label (body, "body"));
  adw_alert_dialog_set_extra_child (dialog, box);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (dialog), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (dialog), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (dialog), GTK_ACCESSIBLE_PROPERTY_LABEL, heading,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, body != NULL ? body : "", -1);
}

static GObject *
make_dialog (GtkWindow *parent, const char *heading, const char *body, const DtlAlertResponse *responses, guint n)
{
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (NULL, NULL));

  add_texts (dialog, heading, body);
  for (guint i = 0; i < n; i++)
    {
      adw_alert_dialog_add_response (dialog, responses[i].id, responses[i].label);
      adw_alert_dialog_set_response_appearance (dialog, responses[i].id, responses[i].appearance);
    }
  adw_alert_dialog_set_default_response (dialog, responses[0].id);
  adw_alert_dialog_set_close_response (dialog, responses[0].id);
  return G_OBJECT (dialog);
}

static void
present (GObject *dialog, GtkWindow *parent)
{
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (parent));
}

#else

static GObject *
make_dialog (GtkWindow *parent, const char *heading, const char *body, const DtlAlertResponse *responses, guint n)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, heading, body));

  adw_message_dialog_set_heading_use_markup (dialog, FALSE);
  adw_message_dialog_set_body_use_markup (dialog, FALSE);
  for (guint i = 0; i < n; i++)
    {
      adw_message_dialog_add_response (dialog, responses[i].id, responses[i].label);
      adw_message_dialog_set_response_appearance (dialog, responses[i].id, responses[i].appearance);
    }
  adw_message_dialog_set_default_response (dialog, responses[0].id);
  adw_message_dialog_set_close_response (dialog, responses[0].id);
  dtl_names_complete (GTK_WIDGET (dialog));
  return G_OBJECT (dialog);
}

static void
present (GObject *dialog, GtkWindow *parent)
{
  gtk_window_present (GTK_WINDOW (dialog));
}

#endif

/**
 * dtl_alert_show:
 * @parent: (nullable): the window that the alert stands over
 * @heading: a few words
 * @body: one or two sentences
 * @responses: at least one; the first one changes nothing, and is what Return and Escape choose
 * @callback: (nullable): called once, with @user_data
 */
void
dtl_alert_show (GtkWindow *parent,
                const char *heading,
                const char *body,
                const DtlAlertResponse *responses,
                guint n_responses,
                DtlAlertCallback callback,
                gpointer user_data)
{
  Answer *answer;
  GObject *dialog;

  g_return_if_fail (parent == NULL || GTK_IS_WINDOW (parent));
  g_return_if_fail (n_responses > 0);

  dialog = make_dialog (parent, heading, body, responses, n_responses);
  answer = g_new0 (Answer, 1);
  answer->callback = callback;
  answer->user_data = user_data;
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), answer, free_answer, 0);
  present (dialog, parent);
}
