/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-file-chooser.h. GtkFileDialog from GTK 4.10 on, GtkFileChooserNative before. The newer one does not tell
 * which filter was on at the end, so nobody here asks the older one either. */
#include "app/compat/dtl-file-chooser.h"

typedef struct
{
  DtlFileChooserCallback callback;
  gpointer user_data;
} Answer;

static void
give_answer (Answer *answer, GFile *file)
{
  answer->callback (file, answer->user_data);
  g_free (answer);
}

#if GTK_CHECK_VERSION(4, 10, 0)

static void
opened_cb (GObject *dialog, GAsyncResult *result, gpointer answer)
{
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (dialog), result, NULL);

  give_answer (answer, file);
}

static void
saved_cb (GObject *dialog, GAsyncResult *result, gpointer answer)
{
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (dialog), result, NULL);

  give_answer (answer, file);
}

static void
ask (GtkWindow *parent, const DtlFileChooserQuestion *question, Answer *answer)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, question->title);
  gtk_file_dialog_set_accept_label (dialog, question->accept);
  if (g_list_model_get_n_items (question->filters) > 0)
    {
      g_autoptr (GtkFileFilter) first = g_list_model_get_item (question->filters, 0);

      gtk_file_dialog_set_filters (dialog, question->filters);
      gtk_file_dialog_set_default_filter (dialog, first);
    }
  if (question->saves)
    {
      gtk_file_dialog_set_initial_name (dialog, question->suggested_name);
      gtk_file_dialog_save (dialog, parent, NULL, saved_cb, answer);
    }
  else
    {
      gtk_file_dialog_open (dialog, parent, NULL, opened_cb, answer);
    }
}

#else

static void
response_cb (GtkNativeDialog *native, int response, gpointer answer)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (native));
  give_answer (answer, file);
  g_object_unref (native);
}

/* GTK does not own a native chooser: it is kept until its answer came. */
static void
ask (GtkWindow *parent, const DtlFileChooserQuestion *question, Answer *answer)
{
  GtkFileChooserNative *native = gtk_file_chooser_native_new (
      question->title, parent, question->saves ? GTK_FILE_CHOOSER_ACTION_SAVE : GTK_FILE_CHOOSER_ACTION_OPEN,
      question->accept, NULL);
  GtkFileChooser *chooser = GTK_FILE_CHOOSER (native);

  for (guint i = 0; i < g_list_model_get_n_items (question->filters); i++)
    {
      g_autoptr (GtkFileFilter) filter = g_list_model_get_item (question->filters, i);

      gtk_file_chooser_add_filter (chooser, filter);
    }
  if (question->saves && question->suggested_name != NULL)
    gtk_file_chooser_set_current_name (chooser, question->suggested_name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);
  g_signal_connect (native, "response", G_CALLBACK (response_cb), answer);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}

#endif

/**
 * dtl_file_chooser_ask:
 * @parent: (nullable): the window that asks
 * @question: only read while this call lasts
 * @callback: called once, with @user_data, unless the program ends before
 */
void
dtl_file_chooser_ask (GtkWindow *parent,
                      const DtlFileChooserQuestion *question,
                      DtlFileChooserCallback callback,
                      gpointer user_data)
{
  Answer *answer;

  g_return_if_fail (parent == NULL || GTK_IS_WINDOW (parent));
  g_return_if_fail (question != NULL && G_IS_LIST_MODEL (question->filters));
  g_return_if_fail (callback != NULL);

  answer = g_new0 (Answer, 1);
  answer->callback = callback;
  answer->user_data = user_data;
  ask (parent, question, answer);
}
