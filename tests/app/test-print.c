/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Printing, to a file and without the dialog: the pages are those of the PDF export, on the paper of the page setup. */
#include "config.h"

#include "app-support.h"

#include <glib/gstdio.h>
#include <string.h>

#include "app/dtl-window.h"
#include "app/print/dtl-print.h"
#include "app/settings/dtl-settings.h"

static DtlApplication *application;

typedef struct
{
  gboolean is_done;
  GtkPrintOperationResult result;
  int n_pages;
} Outcome;

static void
done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, gpointer user_data)
{
  Outcome *self = user_data;

  self->is_done = TRUE;
  self->result = result;
  g_object_get (operation, "n-pages", &self->n_pages, NULL);
}

static gboolean
is_done (gpointer outcome)
{
  return ((Outcome *) outcome)->is_done;
}

/* Prints the sample on a sheet of this size, on its side. */
static Outcome
print (const char *paper, const char *path)
{
  g_autoptr (DtlSession) session = app_support_new_session ();
  DtlWindow *window = dtl_window_new (application);
  DtlExportView view = { .grouping = DTL_GROUP_ACTOR };
  g_autoptr (GtkPrintOperation) operation = dtl_print_new (GTK_WINDOW (window), session, &view);
  g_autoptr (GtkPaperSize) size = gtk_paper_size_new (paper);
  Outcome outcome = { 0 };

  gtk_page_setup_set_paper_size (gtk_print_operation_get_default_page_setup (operation), size);
  gtk_print_operation_set_show_progress (operation, FALSE);
  gtk_print_operation_set_export_filename (operation, path);
  g_signal_connect (operation, "done", G_CALLBACK (done_cb), &outcome);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, NULL);
  app_support_wait_for (is_done, &outcome);
  gtk_window_destroy (GTK_WINDOW (window));
  return outcome;
}

/* Returns: (transfer full) (nullable): what a program of poppler says of a file */
static char *
ask (const char *program, const char *path)
{
  const char *const argv[] = { program, path, strcmp (program, "pdftotext") == 0 ? "-" : NULL, NULL };
  char *said = NULL;

  if (!g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &said, NULL, NULL, NULL))
    g_clear_pointer (&said, g_free);
  return said;
}

static guint
count_pages (int width_px, int height_px)
{
  g_autoptr (DtlSession) session = app_support_new_session ();
  DtlExportOptions options;
  g_autoptr (GPtrArray) pages = NULL;

  dtl_export_options_init (&options);
  options.format = DTL_PICTURE_PDF;
  options.width_px = width_px;
  options.height_px = height_px;
  options.legend = options.passages = options.sources = TRUE;
  pages = dtl_export_record (dtl_session_get_document (session), &options, NULL, NULL);
  g_assert_nonnull (pages);
  return pages->len;
}

static void
test_pages (void)
{
  static const struct
  {
    const char *paper;
    int width_px;
    int height_px;
    const char *size;
  } rows[] = { { "iso_a4", 1123, 794, "841.89 x 595.2" }, { "iso_a3", 1587, 1123, "1190.55 x 841.8" } };
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "dateline-print.pdf", NULL);

  g_settings_set_boolean (dtl_settings_get (), "export-passages", TRUE);
  g_settings_set_boolean (dtl_settings_get (), "export-sources", TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      Outcome outcome = print (rows[i].paper, path);
      g_autofree char *info = ask ("pdfinfo", path);
      g_autofree char *text = ask ("pdftotext", path);

      g_assert_cmpint (outcome.result, ==, GTK_PRINT_OPERATION_RESULT_APPLY);
      g_assert_cmpint (outcome.n_pages, >, 1);
      g_assert_cmpuint (outcome.n_pages, ==, count_pages (rows[i].width_px, rows[i].height_px));
      if (info == NULL || text == NULL)
        g_test_message ("poppler is not there to read the file");
      if (info != NULL)
        g_assert_nonnull (strstr (info, rows[i].size));
      if (text != NULL)
        g_assert_true (strstr (text, "Kaspersky and US Policy") != NULL && strstr (text, "Passages") != NULL);
      g_unlink (path);
    }
}

int
main (int argc, char **argv)
{
  application = app_support_init (&argc, &argv);
  g_test_add_func ("/print/pages", test_pages);
  return app_support_finish ();
}
