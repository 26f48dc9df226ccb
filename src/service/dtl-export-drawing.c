/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a case and options to a picture that can be laid out: what shows, over which span, with which words. */
#include "config.h"

#include "base/dtl-arith.h"
#include "base/dtl-gettext.h"
#include "date/dtl-date-label.h"
#include "layout/dtl-folds.h"
#include "service/dtl-export-private.h"

#define DEFAULT_WIDTH_PX 1600
#define A4_LONG_PX       1123
#define A4_SHORT_PX      794

/* What share of an export each phase takes, by and large. */
static const struct
{
  double start;
  double length;
} phases[] = {
  [DTL_EXPORT_PHASE_READING] = { 0, 0.2 },
  [DTL_EXPORT_PHASE_LAYOUT] = { 0.2, 0.4 },
  [DTL_EXPORT_PHASE_PAINTING] = { 0.6, 0.35 },
  [DTL_EXPORT_PHASE_WRITING] = { 0.95, 0.05 },
};

gboolean
dtl_export_go_on (const DtlExportRun *run, DtlExportPhase phase, double fraction, GError **error)
{
  if (run == NULL)
    return TRUE;
  if (run->progress != NULL)
    run->progress (phase, phases[phase].start + phases[phase].length * CLAMP (fraction, 0, 1), run->user_data);

  return !g_cancellable_set_error_if_cancelled (run->cancellable, error);
}

static const char *
language_of (DtlDocument *document, const DtlExportOptions *options)
{
  return options->language != NULL ? options->language : dtl_document_get_language (document);
}

void
dtl_export_enter_language (DtlLanguage *language, DtlDocument *document, const DtlExportOptions *options)
{
  dtl_language_enter (language, language_of (document, options));
}

/* --- titles ----------------------------------------------------------------------------------------------------- */

static gboolean
is_stopped (const DtlExportDrawing *self)
{
  return self->run != NULL && g_cancellable_is_cancelled (self->run->cancellable);
}

static const char *
get_title (DtlTitleProvider *provider, uint32_t row)
{
  DtlExportDrawing *self = (DtlExportDrawing *) provider;
  DtlTitleProvider *titles = dtl_title_cache_get_provider (self->titles);

  return is_stopped (self) ? "" : titles->get_title (titles, row);
}

static const char *
get_date_label (DtlTitleProvider *provider, uint32_t row)
{
  DtlExportDrawing *self = (DtlExportDrawing *) provider;
  DtlTitleProvider *titles = dtl_title_cache_get_provider (self->titles);

  return is_stopped (self) ? "" : titles->get_date_label (titles, row);
}

static const char *
get_group_name (DtlTitleProvider *provider, DtlGrouping grouping, uint32_t key)
{
  DtlExportDrawing *self = (DtlExportDrawing *) provider;
  DtlTitleProvider *titles = dtl_title_cache_get_provider (self->titles);
  g_autofree char *label = NULL;
  GPtrArray *sources;
  DtlSource discreet;

  if (!self->is_discreet || grouping != DTL_GROUP_SOURCE)
    return titles->get_group_name (titles, grouping, key);
  sources = dtl_document_get_sources (self->document);
  if (key >= sources->len)
    return titles->get_group_name (titles, grouping, key);

  dtl_export_make_discreet (g_ptr_array_index (sources, key), &discreet);
  label = dtl_source_dup_label (&discreet);

  return g_string_chunk_insert_const (self->names, label);
}

/* --- the picture ------------------------------------------------------------------------------------------------ */

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

static void
set_folds (DtlExportDrawing *self, const DtlExportOptions *options)
{
  DtlPicture *picture = &self->picture;

  picture->folds = options->folds;
  picture->n_folds = options->folds != NULL ? options->n_folds : 0;
  if (options->folds != NULL || !options->folds_empty)
    return;
  self->folds = dtl_folds_find (dtl_document_get_columns (self->document), self->visible, NULL);
  picture->folds = (const DtlFold *) (void *) self->folds->data;
  picture->n_folds = self->folds->len;
  picture->chooses_folds = TRUE;
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
set_input (DtlExportDrawing *self, const DtlExportOptions *options)
{
  DtlLayoutInput *input = &self->picture.input;

  self->provider = (DtlTitleProvider){ get_title, get_date_label, get_group_name };
  input->columns = dtl_document_get_columns (self->document);
  input->actors = dtl_document_get_actors (self->document);
  input->filter = options->filter ? options->filter : self->everything;
  input->visible = self->visible;
  input->grouping = options->grouping;
  input->titles = &self->provider;
  dtl_layout_metrics_init (&input->metrics);
}

static void
set_evidence (DtlExportDrawing *self, const DtlExportOptions *options)
{
  DtlPicture *picture = &self->picture;

  picture->user_data = self->evidence;
  if (!self->is_discreet || options->passages || options->sources)
    picture->first_uri_of_row = dtl_export_first_uri;
  if (options->passages)
    {
      picture->passages = self->evidence->passages;
      picture->number_of_row = dtl_export_evidence_number;
    }
  if (options->sources)
    picture->sources = self->evidence->sources;
}

/* A title that nobody wants printed is not in the metadata either. */
static const char *
title_of (const DtlExportDrawing *self, const DtlExportOptions *options)
{
  if (options->title == NULL)
    return dtl_document_get_title (self->document);

  return *options->title != '\0' ? options->title : NULL;
}

static void
picture_progress (DtlPicturePhase phase, double fraction, gpointer user_data)
{
  const DtlExportDrawing *self = user_data;

  dtl_export_go_on (self->run, phase == DTL_PICTURE_PHASE_LAYOUT ? DTL_EXPORT_PHASE_LAYOUT : DTL_EXPORT_PHASE_PAINTING,
                    fraction, NULL);
}

/* No line where the date has no beginning. */
static void
set_now (DtlExportDrawing *self, const char *text)
{
  g_autoptr (DtlEdtf) now = text != NULL ? dtl_edtf_parse (text, NULL) : NULL;

  if (now == NULL || !dtl_civil_is_finite (dtl_edtf_get_bounds (now)->start_earliest))
    return;
  self->now_label = dtl_date_label (now, DTL_DATE_LABEL_SHORT);
  self->picture.now_label = self->now_label;
  self->picture.now_seconds = dtl_edtf_get_bounds (now)->start_earliest;
}

static void
set_picture (DtlExportDrawing *self, const DtlExportOptions *options)
{
  DtlPicture *picture = &self->picture;

  self->picture_run = (DtlPictureRun){ self->run ? self->run->cancellable : NULL, picture_progress, self };
  picture->run = &self->picture_run;
  picture->format = options->format;
  picture->theme = options->theme;
  picture->scale = options->scale > 0 ? options->scale : 1;
  picture->title = title_of (self, options);
  picture->subtitle = self->count;
  picture->show_legend = options->legend;
  picture->show_links = options->links;
  set_now (self, options->now);
  picture->stamp = self->stamp;
  picture->language = language_of (self->document, options);
  picture->dated = options->stamp != DTL_EXPORT_STAMP_NONE ? self->day : NULL;
  picture->is_exact = options->is_exact && options->has_span;
  picture->is_discreet = self->is_discreet;
  picture->first_lane = options->first_lane;
  picture->n_lanes = options->n_lanes;
  set_input (self, options);
  set_span (picture, self->document, self->visible, options);
  set_folds (self, options);
  set_evidence (self, options);
  set_size (picture, options);
}

/* How many events are on the picture, and of how many that the filter lets through. */
static char *
subtitle (const DtlExportDrawing *self)
{
  guint n_events = dtl_bitset_count (self->shown);
  guint n_visible = dtl_bitset_count (self->visible);

  if (n_events < n_visible && !self->is_discreet)
    return g_strdup_printf (ngettext ("%1$u of %2$u event", "%1$u of %2$u events", n_visible), n_events, n_visible);

  return g_strdup_printf (ngettext ("%u event", "%u events", n_events), n_events);
}

static gboolean
collect (DtlExportDrawing *self, const DtlExportOptions *options, GError **error)
{
  gboolean has_evidence = options->passages || options->sources;
  const DtlFilter *filter;

  self->everything = dtl_filter_new ();
  filter = options->filter ? options->filter : self->everything;
  self->visible = dtl_document_apply_filter (self->document, filter, error);
  if (self->visible == NULL)
    return FALSE;
  self->shown = dtl_export_find_shown (self->document, options, filter, self->visible);
  self->evidence =
      dtl_export_evidence_new (self->document, has_evidence ? self->shown : NULL, self->is_discreet, self->run, error);
  if (self->evidence == NULL)
    return FALSE;
  if (options->stamp != DTL_EXPORT_STAMP_NONE)
    self->stamp = dtl_export_stamp (self->document, options, self->visible, error);
  self->titles = dtl_title_cache_new (self->document);
  self->names = g_string_chunk_new (256);
  self->day = dtl_export_day (self->document, options->dated);
  self->count = subtitle (self);

  return options->stamp == DTL_EXPORT_STAMP_NONE || self->stamp != NULL;
}

gboolean
dtl_export_drawing_init (DtlExportDrawing *self,
                         DtlDocument *document,
                         const DtlExportOptions *options,
                         const DtlExportRun *run,
                         GError **error)
{
  *self = (DtlExportDrawing){ .document = document, .run = run };
  self->is_discreet = options->stamp == DTL_EXPORT_STAMP_NEUTRAL;
  if (!collect (self, options, error) || !dtl_export_go_on (run, DTL_EXPORT_PHASE_READING, 1, error))
    return FALSE;
  set_picture (self, options);

  return dtl_export_go_on (run, DTL_EXPORT_PHASE_LAYOUT, 0, error);
}

gboolean
dtl_export_drawing_check (DtlExportDrawing *self, GError **error)
{
  return dtl_title_cache_check (self->titles, error);
}

void
dtl_export_drawing_clear (DtlExportDrawing *self)
{
  g_clear_pointer (&self->everything, dtl_filter_free);
  g_clear_pointer (&self->visible, dtl_bitset_unref);
  g_clear_pointer (&self->shown, dtl_bitset_unref);
  g_clear_pointer (&self->folds, g_array_unref);
  g_clear_pointer (&self->evidence, dtl_export_evidence_free);
  g_clear_pointer (&self->titles, dtl_title_cache_free);
  g_clear_pointer (&self->names, g_string_chunk_free);
  g_clear_pointer (&self->stamp, g_free);
  g_clear_pointer (&self->day, g_free);
  g_clear_pointer (&self->count, g_free);
  g_clear_pointer (&self->now_label, g_free);
}
