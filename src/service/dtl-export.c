/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a case and options to a picture in a file. */
#include "config.h"

#include "service/dtl-export.h"

#include "base/dtl-arith.h"
#include "base/dtl-gettext.h"
#include "base/dtl-language.h"
#include "service/dtl-document-private.h"
#include "service/dtl-export-private.h"

#define DEFAULT_WIDTH_PX 1600
#define A4_LONG_PX       1123
#define A4_SHORT_PX      794

void
dtl_export_options_init (DtlExportOptions *self)
{
  *self = (DtlExportOptions){ .theme = DTL_THEME_PRINT, .legend = TRUE, .stamp = TRUE, .scale = 1 };
}

/**
 * Parts: what a picture is made of, owned until it is drawn.
 * @titles: of this export alone, so that its labels are in the picture's language and not in the window's
 */
typedef struct
{
  DtlFilter *everything; /* where no filter is given */
  DtlBitset *visible;
  DtlExportEvidence *evidence;
  DtlTitleCache *titles;
  char *stamp;
  char *day;
  char *count;
} Parts;

static void
parts_clear (Parts *self)
{
  g_clear_pointer (&self->everything, dtl_filter_free);
  g_clear_pointer (&self->visible, dtl_bitset_unref);
  g_clear_pointer (&self->evidence, dtl_export_evidence_free);
  g_clear_pointer (&self->titles, dtl_title_cache_free);
  g_clear_pointer (&self->stamp, g_free);
  g_clear_pointer (&self->day, g_free);
  g_clear_pointer (&self->count, g_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Parts, parts_clear)

/* Room at both ends, so that marks on the first and last day are not cut. */
static void
pad_span (int64_t *from, int64_t *to)
{
  int64_t length = dtl_i64_add_saturated (*to, -*from);
  int64_t pad = MAX (length / 40, 2 * DTL_SECONDS_PER_DAY);

  *from = dtl_i64_add_saturated (*from, -pad);
  *to = dtl_i64_add_saturated (*to, pad);
}

static void
set_span (DtlPicture *picture, DtlDocument *document, const DtlBitset *visible, const DtlExportOptions *options)
{
  DtlColumns *columns = dtl_document_get_columns (document);

  if (options->has_span)
    {
      picture->from_seconds = options->from_seconds;
      picture->to_seconds = options->to_seconds;
    }
  else if (dtl_layout_get_extent (columns, visible, &picture->from_seconds, &picture->to_seconds))
    pad_span (&picture->from_seconds, &picture->to_seconds);
  else
    {
      /* Nothing is dated. */
      picture->from_seconds = 1;
      picture->to_seconds = 0;
    }
}

/* As high as everything needs, but no higher than can be drawn: what then has no room is counted on the picture. */
static int
find_height_px (const DtlPicture *picture)
{
  double scale = picture->format == DTL_PICTURE_PNG ? picture->scale : 1;

  return MIN (dtl_picture_natural_height_px (picture), (int) (DTL_EXPORT_MAX_SIDE_PX / scale));
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
    picture->height_px = is_page ? A4_SHORT_PX : find_height_px (picture);
}

static void
set_input (DtlPicture *picture, DtlDocument *document, const Parts *parts, const DtlExportOptions *options)
{
  picture->input.columns = dtl_document_get_columns (document);
  picture->input.actors = dtl_document_get_actors (document);
  picture->input.filter = options->filter ? options->filter : parts->everything;
  picture->input.visible = parts->visible;
  picture->input.grouping = options->grouping;
  picture->input.titles = dtl_title_cache_get_provider (parts->titles);
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
subtitle (const DtlBitset *visible)
{
  guint n_events = dtl_bitset_count (visible);

  return g_strdup_printf (ngettext ("%u event", "%u events", n_events), n_events);
}

static const char *
language_of (DtlDocument *document, const DtlExportOptions *options)
{
  return options->language != NULL ? options->language : dtl_document_get_language (document);
}

static gboolean
collect_parts (Parts *parts, DtlDocument *document, const DtlExportOptions *options, GError **error)
{
  const DtlFilter *filter;

  parts->everything = dtl_filter_new ();
  filter = options->filter ? options->filter : parts->everything;
  parts->visible = dtl_document_apply_filter (document, filter, error);
  if (parts->visible == NULL)
    return FALSE;
  parts->evidence =
      dtl_export_evidence_new (document, options->passages || options->sources ? parts->visible : NULL, error);
  if (parts->evidence == NULL)
    return FALSE;
  if (options->stamp)
    parts->stamp = dtl_export_stamp (document, filter, parts->visible, options->dated, error);
  parts->titles = dtl_title_cache_new (document);
  parts->day = dtl_export_day (document, options->dated);
  parts->count = subtitle (parts->visible);

  return !options->stamp || parts->stamp != NULL;
}

static GBytes *
draw_parts (const Parts *parts, DtlDocument *document, const DtlExportOptions *options, GError **error)
{
  DtlPicture picture = { 0 };
  g_autoptr (GBytes) bytes = NULL;

  picture.format = options->format;
  picture.theme = options->theme;
  picture.scale = options->scale > 0 ? options->scale : 1;
  picture.title = dtl_document_get_title (document);
  picture.subtitle = parts->count;
  picture.show_legend = options->legend;
  picture.stamp = parts->stamp;
  picture.language = language_of (document, options);
  picture.dated = parts->day;
  set_input (&picture, document, parts, options);
  set_span (&picture, document, parts->visible, options);
  set_evidence (&picture, parts->evidence, options);
  set_size (&picture, options);

  bytes = dtl_picture_render (&picture, error);
  /* A label that could not be read would be missing without a word. */
  if (bytes == NULL || !dtl_title_cache_check (parts->titles, error))
    return NULL;

  return g_steal_pointer (&bytes);
}

/**
 * dtl_export_render:
 * @document: the case
 * @options: what and how
 * @cancellable: (nullable): checked before drawing
 * @error: DTL_STORE_ERROR, DTL_RENDER_ERROR
 *
 * Returns: (transfer full) (nullable): the file's bytes; the same bytes for the same case and options, whatever the
 * locale
 */
GBytes *
dtl_export_render (DtlDocument *document, const DtlExportOptions *options, GCancellable *cancellable, GError **error)
{
  g_auto (Parts) parts = { 0 };
  DtlLanguage language;
  GBytes *bytes = NULL;

  g_return_val_if_fail (DTL_IS_DOCUMENT (document) && options != NULL, NULL);

  dtl_language_enter (&language, language_of (document, options));
  if (collect_parts (&parts, document, options, error) && !g_cancellable_set_error_if_cancelled (cancellable, error))
    bytes = draw_parts (&parts, document, options, error);
  dtl_language_leave (&language);

  return bytes;
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

  if (!dtl_export_check_target (path, error))
    return FALSE;
  bytes = dtl_export_render (document, options, cancellable, error);

  return bytes != NULL && !g_cancellable_set_error_if_cancelled (cancellable, error) &&
         dtl_export_write (path, bytes, error);
}
