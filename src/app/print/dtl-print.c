/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-print.h. What the printer says of the paper makes the options of a PDF; a worker draws its pages, while
 * GTK asks again and again whether there are any, and then each is played on the printer's surface. What to print is on
 * a tab of the dialog and begins as the export was chosen last; the printer and its paper are kept with the window. */
#include "config.h"

#include "app/print/dtl-print.h"

#include <glib/gi18n.h>

#include "app/dtl-message.h"
#include "app/settings/dtl-settings.h"
#include "service/dtl-export-worker.h"

#define SETTINGS_KEY   "dtl-print-settings"
#define PAGE_SETUP_KEY "dtl-page-setup"
#define PX_PER_INCH    96
/* GTK asks as fast as it can; nothing is waited for longer than this. */
#define PATIENCE_US 4000

/**
 * PrintJob: lives as long as its operation.
 * @pages: (nullable) (element-type cairo_surface_t): NULL while they are being drawn
 * @width_px: of a page
 */
typedef struct
{
  GtkPrintOperation *operation; /* not owned */
  GWeakRef parent;
  DtlExportChoices choices;
  DtlExportView view;
  DtlFilter *filter;
  char *language;
  DtlExportWorker *worker;
  GCancellable *cancellable;
  GPtrArray *pages;
  int width_px;
  GtkDropDown *what;
  GtkCheckButton *folds;
  GtkCheckButton *legend;
  GtkCheckButton *passages;
  GtkCheckButton *sources;
} PrintJob;

static void
print_job_free (PrintJob *self)
{
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  g_object_unref (self->worker);
  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_clear_pointer (&self->filter, dtl_filter_free);
  g_free (self->language);
  dtl_export_choices_clear (&self->choices);
  g_weak_ref_clear (&self->parent);
  g_free (self);
}

static PrintJob *
get_job (gpointer operation)
{
  return g_object_get_data (operation, "dtl-print-job");
}

/* --- what is printed -------------------------------------------------------------------------------------------- */

static GtkCheckButton *
add_check (GtkBox *box, const char *label, gboolean is_active)
{
  GtkWidget *check = gtk_check_button_new_with_mnemonic (label);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), is_active);
  gtk_box_append (box, check);
  return GTK_CHECK_BUTTON (check);
}

static GtkDropDown *
add_what (GtkBox *box, DtlExportWhat what)
{
  const char *const names[] = { _ ("Whole Time"), _ ("As in the Window"), NULL };
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new_with_mnemonic (C_ ("print", "_Time"));
  GtkWidget *drop_down = gtk_drop_down_new_from_strings (names);

  gtk_label_set_mnemonic_widget (GTK_LABEL (label), drop_down);
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, C_ ("print", "Time"), -1);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), what == DTL_EXPORT_WHAT_VIEW ? DTL_EXPORT_WHAT_VIEW : 0);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), drop_down);
  gtk_box_append (box, row);
  return GTK_DROP_DOWN (drop_down);
}

static GtkWidget *
create_tab_cb (GtkPrintOperation *operation)
{
  PrintJob *self = get_job (operation);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 12);
  self->what = add_what (GTK_BOX (box), self->choices.what);
  self->folds = add_check (GTK_BOX (box), C_ ("print", "Fold Empt_y Stretches"), self->choices.folds);
  self->legend = add_check (GTK_BOX (box), C_ ("print", "Lege_nd"), self->choices.legend);
  self->passages = add_check (GTK_BOX (box), C_ ("print", "_Passages"), self->choices.passages);
  self->sources = add_check (GTK_BOX (box), C_ ("print", "So_urces"), self->choices.sources);
  return box;
}

static void
apply_tab_cb (GtkPrintOperation *operation)
{
  PrintJob *self = get_job (operation);

  self->choices.what = (DtlExportWhat) gtk_drop_down_get_selected (self->what);
  self->choices.folds = gtk_check_button_get_active (self->folds);
  self->choices.legend = gtk_check_button_get_active (self->legend);
  self->choices.passages = gtk_check_button_get_active (self->passages);
  self->choices.sources = gtk_check_button_get_active (self->sources);
}

/* --- pages ------------------------------------------------------------------------------------------------------ */

static void
fail (PrintJob *self, const GError *error)
{
  g_autoptr (GtkWindow) parent = g_weak_ref_get (&self->parent);

  gtk_print_operation_cancel (self->operation);
  if (parent != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    dtl_message_show_error (parent, _ ("Could Not Print"), error->message);
}

static void
recorded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkPrintOperation) operation = user_data;
  g_autoptr (GError) error = NULL;
  PrintJob *self = get_job (operation);

  self->pages = dtl_export_worker_record_finish (DTL_EXPORT_WORKER (source), result, &error);
  if (self->pages != NULL)
    gtk_print_operation_set_n_pages (operation, (int) self->pages->len);
  else
    fail (self, error);
}

static int
to_px (double inches)
{
  return CLAMP ((int) (inches * PX_PER_INCH + 0.5), DTL_EXPORT_MIN_SIDE_PX, DTL_EXPORT_MAX_SIDE_PX);
}

static void
begin_cb (GtkPrintOperation *operation, GtkPrintContext *context)
{
  PrintJob *self = get_job (operation);
  GtkPageSetup *setup = gtk_print_context_get_page_setup (context);
  DtlExportOptions options;

  dtl_export_choices_make_options (&self->choices, &self->view, self->filter, self->language, &options);
  options.width_px = to_px (gtk_page_setup_get_paper_width (setup, GTK_UNIT_INCH));
  options.height_px = to_px (gtk_page_setup_get_paper_height (setup, GTK_UNIT_INCH));
  self->width_px = options.width_px;
  dtl_export_worker_record_async (self->worker, &options, NULL, NULL, self->cancellable, recorded_cb,
                                  g_object_ref (operation));
}

static gboolean
paginate_cb (GtkPrintOperation *operation)
{
  PrintJob *self = get_job (operation);

  if (self->pages == NULL)
    g_usleep (PATIENCE_US);
  return self->pages != NULL;
}

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int number)
{
  PrintJob *self = get_job (operation);
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double scale = gtk_print_context_get_width (context) / self->width_px;

  if (self->pages == NULL || number < 0 || (guint) number >= self->pages->len)
    return;
  cairo_scale (cr, scale, scale);
  cairo_set_source_surface (cr, g_ptr_array_index (self->pages, number), 0, 0);
  cairo_paint (cr);
}

/* --- the operation ---------------------------------------------------------------------------------------------- */

static void
done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result)
{
  PrintJob *self = get_job (operation);
  g_autoptr (GtkWindow) parent = g_weak_ref_get (&self->parent);
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (self->cancellable);
  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    {
      gtk_print_operation_get_error (operation, &error);
      fail (self, error);
    }
  if (result != GTK_PRINT_OPERATION_RESULT_APPLY || parent == NULL)
    return;
  g_object_set_data_full (G_OBJECT (parent), SETTINGS_KEY,
                          g_object_ref (gtk_print_operation_get_print_settings (operation)), g_object_unref);
  g_object_set_data_full (G_OBJECT (parent), PAGE_SETUP_KEY,
                          g_object_ref (gtk_print_operation_get_default_page_setup (operation)), g_object_unref);
}

/* Time runs along the long side, unless the person chose otherwise. */
static void
set_paper (GtkPrintOperation *operation, GtkWindow *parent)
{
  GtkPageSetup *known = g_object_get_data (G_OBJECT (parent), PAGE_SETUP_KEY);
  g_autoptr (GtkPageSetup) setup = known != NULL ? g_object_ref (known) : gtk_page_setup_new ();

  if (known == NULL)
    gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_LANDSCAPE);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_use_full_page (operation, TRUE);
}

/* A file, if that is what is printed to, is named after the case. */
static void
set_settings (GtkPrintOperation *operation, GtkWindow *parent, const char *title)
{
  GtkPrintSettings *known = g_object_get_data (G_OBJECT (parent), SETTINGS_KEY);
  g_autoptr (GtkPrintSettings) settings = known != NULL ? g_object_ref (known) : gtk_print_settings_new ();

  if (known == NULL)
    gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_BASENAME, title);
  gtk_print_operation_set_print_settings (operation, settings);
}

static PrintJob *
print_job_new (GtkPrintOperation *operation, GtkWindow *parent, DtlSession *session, const DtlExportView *view)
{
  PrintJob *self = g_new0 (PrintJob, 1);
  DtlDocument *document = dtl_session_get_document (session);
  GSettings *settings = dtl_settings_get ();

  self->operation = operation;
  g_weak_ref_init (&self->parent, parent);
  dtl_export_choices_load (&self->choices, settings);
  self->choices.format = DTL_PICTURE_PDF;
  self->choices.theme = DTL_THEME_PRINT;
  if (self->choices.what == DTL_EXPORT_WHAT_SPAN)
    self->choices.what = DTL_EXPORT_WHAT_WHOLE;
  g_free (self->choices.title);
  self->choices.title = g_strdup (dtl_document_get_title (document) != NULL ? dtl_document_get_title (document) : "");
  self->view = *view;
  self->filter = dtl_filter_copy (dtl_session_get_filter (session));
  self->language = g_settings_get_string (settings, "picture-language");
  if (*self->language == '\0')
    g_clear_pointer (&self->language, g_free);
  self->worker = dtl_session_new_export_worker (session);
  self->cancellable = g_cancellable_new ();
  return self;
}

/**
 * dtl_print_new:
 * @parent: the window whose case is printed
 * @session: its case and filter, as they are now
 * @view: what the window shows
 *
 * Returns: (transfer full): an operation that is still to be run
 */
GtkPrintOperation *
dtl_print_new (GtkWindow *parent, DtlSession *session, const DtlExportView *view)
{
  GtkPrintOperation *operation;
  PrintJob *job;
  const char *title;

  g_return_val_if_fail (GTK_IS_WINDOW (parent) && DTL_IS_SESSION (session) && view != NULL, NULL);

  operation = gtk_print_operation_new ();
  job = print_job_new (operation, parent, session, view);
  g_object_set_data_full (G_OBJECT (operation), "dtl-print-job", job, (GDestroyNotify) print_job_free);
  title = *job->choices.title != '\0' ? job->choices.title : _ ("Timeline");
  gtk_print_operation_set_job_name (operation, title);
  gtk_print_operation_set_custom_tab_label (operation, _ ("Timeline"));
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_set_show_progress (operation, TRUE);
  set_paper (operation, parent);
  set_settings (operation, parent, title);
  g_signal_connect (operation, "create-custom-widget", G_CALLBACK (create_tab_cb), NULL);
  g_signal_connect (operation, "custom-widget-apply", G_CALLBACK (apply_tab_cb), NULL);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_cb), NULL);
  g_signal_connect (operation, "paginate", G_CALLBACK (paginate_cb), NULL);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), NULL);
  g_signal_connect (operation, "done", G_CALLBACK (done_cb), NULL);
  return operation;
}

/* Asks where and what to print, and prints; what fails is said in a dialog over @parent. For the arguments see
 * dtl_print_new(). */
void
dtl_print_start (GtkWindow *parent, DtlSession *session, const DtlExportView *view)
{
  g_autoptr (GtkPrintOperation) operation = dtl_print_new (parent, session, view);

  g_return_if_fail (operation != NULL);

  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, NULL);
}
