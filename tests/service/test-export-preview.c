/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the export dialog rests on: what a stamp says and what it does not, that a view is exactly that, that a preview
 * is of the very file, and that stopping leaves nothing behind. */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "service/dtl-export-worker.h"
#include "service/dtl-jobs.h"

#define TABLE                                                                                                          \
  "title,start,actors\nQuiet talks,2020-02-01,Harbour Office\nFees announced,2021-05-03,Port Union\n"                  \
  "Strike,2022-06-01,Port Union\n"

typedef struct
{
  char *folder;
  char *path;
  char *table;
  DtlDocument *document;
} Fixture;

static void
setup (Fixture *fixture, gconstpointer data)
{
  DtlImportOptions options = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (DtlImportReport) report = NULL;

  fixture->folder = g_dir_make_tmp ("dateline-preview-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "operation-seagull.dateline", NULL);
  fixture->table = g_build_filename (fixture->folder, "from-our-friend.csv", NULL);
  g_assert_true (g_file_set_contents (fixture->table, TABLE, -1, NULL));
  fixture->document = dtl_document_new_case (fixture->path, "Seagull", &error);
  g_assert_no_error (error);
  report = dtl_import_file (fixture->document, fixture->table, &options, "", 1735689600, NULL, &error);
  g_assert_no_error (error);
}

static void
teardown (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->document);
  g_unlink (fixture->path);
  g_unlink (fixture->table);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->path);
  g_free (fixture->table);
  g_free (fixture->folder);
}

static char *
render (Fixture *fixture, const DtlExportOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = dtl_export_render (fixture->document, options, NULL, &error);

  g_assert_no_error (error);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
init_options (DtlExportOptions *options, DtlPictureFormat format)
{
  dtl_export_options_init (options);
  options->format = format;
  options->width_px = 1000;
  options->height_px = 700;
  options->language = "en";
}

static DtlFilter *
filter_of (const char *text)
{
  DtlFilter *filter = dtl_filter_new ();

  filter->text = g_strdup (text);

  return filter;
}

static void
test_full_stamp (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DtlFilter) filter = filter_of ("fees");
  g_autofree char *svg = NULL;
  DtlExportOptions options;

  init_options (&options, DTL_PICTURE_SVG);
  options.filter = filter;
  options.title = "";
  svg = render (fixture, &options);
  g_assert_nonnull (strstr (svg, "Filter: "));
  g_assert_nonnull (strstr (svg, "2 of 3 events hidden"));
  g_assert_nonnull (strstr (svg, "Case “Seagull”, "));
  g_assert_nonnull (strstr (svg, "1 January 2025"));
  g_assert_nonnull (strstr (svg, "2 events hidden by the filter"));
}

/* Nothing in the whole file leads back to the case. */
static void
test_neutral_stamp (Fixture *fixture, gconstpointer data)
{
  static const char *const secrets[] = { "Seagull", "seagull", "fees*", "Filter",       "hidden", "friend", "Case ",
                                         "Harbour", "Quiet",   "of 3",  "event before", "event-", "Strike" };
  g_autoptr (DtlFilter) filter = filter_of ("fees");
  g_autofree char *svg = NULL;
  DtlExportOptions options;

  init_options (&options, DTL_PICTURE_SVG);
  options.filter = filter;
  options.title = "";
  options.stamp = DTL_EXPORT_STAMP_NEUTRAL;
  options.passages = options.sources = TRUE;
  svg = render (fixture, &options);
  for (guint i = 0; i < G_N_ELEMENTS (secrets); i++)
    if (strstr (svg, secrets[i]) != NULL)
      g_test_fail_printf ("a neutral picture says “%s”", secrets[i]);
  g_assert_nonnull (strstr (svg, "Fees announced"));
  g_assert_nonnull (strstr (svg, "A choice of events"));
  g_assert_nonnull (strstr (svg, "as of 1 January 2025"));
  g_assert_nonnull (strstr (svg, "line 3 of"));
}

static void
test_neutral_span (Fixture *fixture, gconstpointer data)
{
  g_autofree char *svg = NULL;
  DtlExportOptions options;

  init_options (&options, DTL_PICTURE_SVG);
  options.title = "";
  options.grouping = DTL_GROUP_SOURCE;
  options.stamp = DTL_EXPORT_STAMP_NEUTRAL;
  options.passages = TRUE;
  options.has_span = options.is_exact = TRUE;
  options.from_seconds = dtl_civil_day_number (2021, 1, 1) * DTL_SECONDS_PER_DAY;
  options.to_seconds = dtl_civil_day_number (2021, 12, 31) * DTL_SECONDS_PER_DAY;
  svg = render (fixture, &options);
  g_assert_null (strstr (svg, "Strike"));
  g_assert_null (strstr (svg, "before"));
  g_assert_null (strstr (svg, "friend"));
  g_assert_null (strstr (svg, "line 2"));
  g_assert_nonnull (strstr (svg, "line 3 of"));
  g_assert_nonnull (strstr (svg, ">1 event<"));
}

static void
test_no_stamp (Fixture *fixture, gconstpointer data)
{
  g_autofree char *svg = NULL;
  DtlExportOptions options;

  init_options (&options, DTL_PICTURE_SVG);
  options.stamp = DTL_EXPORT_STAMP_NONE;
  options.title = "Fees & strikes";
  svg = render (fixture, &options);
  g_assert_null (strstr (svg, "Case "));
  g_assert_null (strstr (svg, "2025"));
  g_assert_null (strstr (svg, "Seagull"));
  g_assert_nonnull (strstr (svg, "Fees &amp; strikes"));
}

/* The plot goes from edge to edge of the span, and has the lanes that were asked for. */
static void
test_view (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DtlExportPreview) all = NULL;
  g_autoptr (DtlExportPreview) some = NULL;
  g_autofree char *exact = NULL;
  g_autofree char *roomy = NULL;
  g_autofree char *svg = NULL;
  DtlExportOptions options;

  init_options (&options, DTL_PICTURE_SVG);
  all = dtl_export_preview (fixture->document, &options, 500, 500, 0, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (all->facts.n_lanes, ==, 2);
  g_assert_cmpuint (all->facts.n_events, ==, 3);

  options.has_span = options.is_exact = TRUE;
  options.from_seconds = dtl_civil_day_number (2021, 1, 1) * DTL_SECONDS_PER_DAY;
  options.to_seconds = dtl_civil_day_number (2022, 1, 1) * DTL_SECONDS_PER_DAY;
  some = dtl_export_preview (fixture->document, &options, 500, 500, 0, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (some->facts.n_events, ==, 1);
  g_assert_cmpuint (some->facts.n_before, ==, 1);
  g_assert_cmpuint (some->facts.n_after, ==, 1);

  exact = render (fixture, &options);
  options.is_exact = FALSE;
  roomy = render (fixture, &options);
  g_assert_null (strstr (exact, ">2020<"));
  g_assert_false (g_str_equal (exact, roomy));

  options.has_span = FALSE;
  options.first_lane = 1;
  options.n_lanes = 1;
  g_clear_pointer (&some, dtl_export_preview_free);
  some = dtl_export_preview (fixture->document, &options, 500, 500, 0, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (some->facts.n_lanes, ==, 1);
  g_assert_cmpuint (some->facts.n_lanes_left, ==, 1);
  g_assert_cmpuint (some->facts.n_lanes_cut, ==, 0);
  g_assert_cmpuint (some->facts.n_events, <, 3);
  svg = render (fixture, &options);
  g_assert_nonnull (strstr (svg, "1 lane not shown"));
}

/* A preview of a PNG has the file's own pixels; one of pages is as many as the file has. */
static void
test_preview (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  DtlExportPreview *preview;
  DtlExportOptions options;

  init_options (&options, DTL_PICTURE_PNG);
  options.scale = 2;
  bytes = dtl_export_render (fixture->document, &options, NULL, &error);
  preview = dtl_export_preview (fixture->document, &options, 0, 0, 0, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (preview->n_bytes, ==, g_bytes_get_size (bytes));
  g_assert_false (preview->is_estimate);
  g_assert_cmpint (preview->facts.width_px, ==, 2000);
  g_assert_cmpint (cairo_image_surface_get_width (preview->image), ==, 2000);
  g_assert_cmpint (cairo_image_surface_get_height (preview->image), ==, 1400);
  dtl_export_preview_free (preview);

  options.scale = 8;
  preview = dtl_export_preview (fixture->document, &options, 400, 300, 0, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (preview->is_estimate);
  g_assert_cmpint (preview->facts.width_px, ==, 8000);
  g_assert_cmpint (cairo_image_surface_get_width (preview->image), <=, 400);
  dtl_export_preview_free (preview);

  init_options (&options, DTL_PICTURE_PDF);
  options.passages = TRUE;
  g_clear_pointer (&bytes, g_bytes_unref);
  bytes = dtl_export_render (fixture->document, &options, NULL, &error);
  preview = dtl_export_preview (fixture->document, &options, 400, 300, 9, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (preview->facts.n_pages, ==, 2);
  g_assert_cmpuint (preview->page, ==, 1);
  g_assert_cmpuint (preview->n_bytes, ==, g_bytes_get_size (bytes));
  dtl_export_preview_free (preview);
}

typedef struct
{
  GCancellable *cancellable;
  DtlExportPhase at;
  double last;
  guint n_phases;
} Stop;

static void
stop_at (DtlExportPhase phase, double fraction, gpointer user_data)
{
  Stop *self = user_data;

  g_assert_cmpfloat (fraction, >=, 0);
  g_assert_cmpfloat (fraction, <=, 1);
  self->n_phases |= 1u << phase;
  if (phase == self->at)
    g_cancellable_cancel (self->cancellable);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n_files = 0;

  while (g_dir_read_name (dir) != NULL)
    n_files++;

  return n_files;
}

/* Whenever it comes: no file, no temporary, and a file that was there is as it was. */
static void
test_stopping (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "a.svg", NULL);
  guint n_before = count_files (fixture->folder);

  for (guint i = 0; i < 12; i++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GError) error = NULL;
      Stop stop = { cancellable, (DtlExportPhase) (i % 4), 0, 0 };
      DtlExportRun run = { cancellable, stop_at, &stop };
      DtlExportOptions options;

      init_options (&options, (DtlPictureFormat) (i / 4));
      options.passages = TRUE;
      g_assert_false (dtl_export_to_path (fixture->document, path, &options, &run, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_cmpuint (count_files (fixture->folder), ==, n_before);
      /* It went no further than to where it was stopped. */
      g_assert_cmpuint (stop.n_phases >> (stop.at + 1), ==, 0);
    }
}

static void
told (DtlExportPhase phase, double fraction, gpointer user_data)
{
  Stop *self = user_data;

  g_assert_cmpfloat (fraction, >=, self->last);
  self->last = fraction;
  self->n_phases |= 1u << phase;
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (dtl_export_worker_write_finish (DTL_EXPORT_WORKER (source), result, &error));
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static void
previewed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(DtlExportPreview **) user_data = dtl_export_worker_preview_finish (DTL_EXPORT_WORKER (source), result, NULL);
}

/* One worker makes one thing after the other, from one opening of the case. */
static void
test_worker (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DtlExportWorker) worker = dtl_export_worker_new (fixture->document);
  g_autofree char *path = g_build_filename (fixture->folder, "a.pdf", NULL);
  DtlExportPreview *preview = NULL;
  DtlExportOptions options;
  Stop progress = { 0 };
  gboolean is_done = FALSE;

  init_options (&options, DTL_PICTURE_PDF);
  dtl_export_worker_preview_async (worker, &options, 300, 300, 0, NULL, previewed_cb, &preview);
  dtl_export_worker_write_async (worker, path, &options, told, &progress, NULL, written_cb, &is_done);
  while (!is_done || preview == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (cairo_image_surface_get_width (preview->image), ==, 300);
  g_assert_cmpuint (progress.n_phases & (1u << DTL_EXPORT_PHASE_LAYOUT), !=, 0);
  g_assert_cmpfloat (progress.last, >, 0.5);
  dtl_export_preview_free (preview);
  g_assert_cmpint (g_unlink (path), ==, 0);
}

/* What was waited for is done, although nobody has been told yet. */
static void
test_wait_all (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DtlExportWorker) worker = dtl_export_worker_new (fixture->document);
  g_autofree char *path = g_build_filename (fixture->folder, "waited-for.png", NULL);
  DtlExportOptions options;
  gboolean is_done = FALSE;

  init_options (&options, DTL_PICTURE_PNG);
  dtl_jobs_wait_all ();
  dtl_export_worker_write_async (worker, path, &options, NULL, NULL, NULL, written_cb, &is_done);
  dtl_jobs_wait_all ();
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  while (!is_done)
    g_main_context_iteration (NULL, TRUE);
  g_unlink (path);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/service/export/stamp/full", Fixture, NULL, setup, test_full_stamp, teardown);
  g_test_add ("/service/export/stamp/neutral", Fixture, NULL, setup, test_neutral_stamp, teardown);
  g_test_add ("/service/export/stamp/neutral-span", Fixture, NULL, setup, test_neutral_span, teardown);
  g_test_add ("/service/export/stamp/none", Fixture, NULL, setup, test_no_stamp, teardown);
  g_test_add ("/service/export/view", Fixture, NULL, setup, test_view, teardown);
  g_test_add ("/service/export/preview", Fixture, NULL, setup, test_preview, teardown);
  g_test_add ("/service/export/stopping", Fixture, NULL, setup, test_stopping, teardown);
  g_test_add ("/service/export/worker", Fixture, NULL, setup, test_worker, teardown);
  g_test_add ("/service/export/wait-all", Fixture, NULL, setup, test_wait_all, teardown);
  return g_test_run ();
}
