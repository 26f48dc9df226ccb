/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a case and options to a picture in a file. */
#include "config.h"

#include "service/dtl-export.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "service/dtl-export-private.h"

#define DEFAULT_WIDTH_PX 1600
#define A4_LONG_PX       1123
#define A4_SHORT_PX      794

void
dtl_export_options_init (DtlExportOptions *self)
{
  *self = (DtlExportOptions){ .theme = DTL_THEME_PRINT, .legend = TRUE, .stamp = TRUE, .scale = 1 };
}

/* Room at both ends, so that marks on the first and last day are not cut. */
static void
pad_span (int64_t *from, int64_t *to)
{
  int64_t length = *to - *from;
  int64_t pad = MAX (length / 40, 2 * DTL_SECONDS_PER_DAY);

  *from -= pad;
  *to += pad;
}

static void
set_span (DtlPicture *picture, DtlDocument *document, const DtlBitset *visible, const DtlExportOptions *options)
{
  if (options->has_span)
    {
      picture->from_seconds = options->from_seconds;
      picture->to_seconds = options->to_seconds;
      return;
    }

  picture->from_seconds = picture->to_seconds = 0;
  dtl_layout_get_extent (dtl_document_get_columns (document), visible, &picture->from_seconds, &picture->to_seconds);
  pad_span (&picture->from_seconds, &picture->to_seconds);
}

static void
set_size (DtlPicture *picture, const DtlExportOptions *options)
{
  gboolean is_page = options->format == DTL_PICTURE_PDF;

  picture->width_px = options->width_px;
  picture->height_px = options->height_px;
  if (picture->width_px == 0)
    picture->width_px = is_page ? A4_LONG_PX : DEFAULT_WIDTH_PX;
  if (picture->height_px == 0)
    picture->height_px = is_page ? A4_SHORT_PX : dtl_picture_natural_height_px (picture);
}

static void
set_input (DtlPicture *picture,
           DtlDocument *document,
           const DtlFilter *filter,
           DtlBitset *visible,
           DtlGrouping grouping)
{
  picture->input.columns = dtl_document_get_columns (document);
  picture->input.actors = dtl_document_get_actors (document);
  picture->input.filter = filter;
  picture->input.visible = visible;
  picture->input.grouping = grouping;
  picture->input.titles = dtl_document_get_titles (document);
  dtl_layout_metrics_init (&picture->input.metrics);
}

static void
set_evidence (DtlPicture *picture, DtlExportEvidence *evidence, const DtlExportOptions *options)
{
  picture->user_data = evidence;
  picture->first_uri_of_row = dtl_export_first_uri;
  if (options->passages)
    {
      picture->passages = evidence->passages;
      picture->number_of_row = dtl_export_evidence_number;
    }
  if (options->sources)
    picture->sources = evidence->sources;
}

static char *
subtitle (DtlDocument *document, const DtlBitset *visible)
{
  guint n_events = dtl_bitset_count (visible);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u event", "%u events", n_events), n_events);
}

/**
 * dtl_export_render:
 * @document: the case
 * @options: what and how
 * @cancellable: (nullable): checked before drawing
 * @error: DTL_STORE_ERROR, DTL_RENDER_ERROR
 *
 * Returns: (transfer full) (nullable): the file's bytes; the same bytes for the same case and options
 */
GBytes *
dtl_export_render (DtlDocument *document, const DtlExportOptions *options, GCancellable *cancellable, GError **error)
{
  DtlPicture picture = { 0 };
  g_autoptr (DtlFilter) everything = dtl_filter_new ();
  const DtlFilter *filter = options->filter ? options->filter : everything;
  g_autoptr (DtlBitset) visible = dtl_document_apply_filter (document, filter, error);
  g_autoptr (DtlExportEvidence) evidence = NULL;
  g_autofree char *stamp = NULL;
  g_autofree char *day = NULL;
  g_autofree char *count = NULL;

  if (visible == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  evidence = dtl_export_evidence_new (document, options->passages || options->sources ? visible : NULL, error);
  if (evidence == NULL)
    return NULL;
  if (options->stamp && (stamp = dtl_export_stamp (document, filter, visible, options->dated, error)) == NULL)
    return NULL;

  day = dtl_export_day (document, options->dated);
  count = subtitle (document, visible);
  picture.format = options->format;
  picture.theme = options->theme;
  picture.scale = options->scale > 0 ? options->scale : 1;
  picture.title = dtl_document_get_title (document);
  picture.subtitle = count;
  picture.show_legend = options->legend;
  picture.stamp = stamp;
  picture.language = options->language ? options->language : dtl_document_get_language (document);
  picture.dated = day;
  set_input (&picture, document, filter, visible, options->grouping);
  set_span (&picture, document, visible, options);
  set_evidence (&picture, evidence, options);
  set_size (&picture, options);

  return dtl_picture_render (&picture, error);
}

/* GLib writes a temporary beside the file, syncs and renames it: the file is whole at every moment. */
static gboolean
write_whole (const char *path, GBytes *bytes, GError **error)
{
  g_autoptr (GError) local = NULL;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (g_file_set_contents_full (path, data, (gssize) length,
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0666, &local))
    return TRUE;

  g_set_error (error, DTL_SERVICE_ERROR, DTL_SERVICE_ERROR_WRITE,
               _ ("%s: cannot be written (%s); choose a folder that you may write to"), path, local->message);

  return FALSE;
}

gboolean
dtl_export_to_path (DtlDocument *document,
                    const char *path,
                    const DtlExportOptions *options,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (DTL_IS_DOCUMENT (document) && path != NULL && options != NULL, FALSE);

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      g_set_error (error, DTL_SERVICE_ERROR, DTL_SERVICE_ERROR_WRITE, _ ("%s: is a folder; add a file name"), path);
      return FALSE;
    }
  bytes = dtl_export_render (document, options, cancellable, error);

  return bytes != NULL && write_whole (path, bytes, error);
}
