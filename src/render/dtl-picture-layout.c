/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The timeline of a picture: scale and margins such that the span and the labels at its ends fit the plot, and where
 * its lanes can be cut between pages. */
#include "config.h"

#include <math.h>

#include "layout/dtl-fold-gain.h"
#include "render/dtl-picture-private.h"

#define LABEL_MARGIN_PX      4
#define MIN_SIDE_PX          20
#define WASTE_PX             60
#define MIN_SPAN_SECONDS     (2 * 86400)
#define SINGLE_DAY_MARGIN    (15 * 86400)
#define FARTHEST_SECONDS     (INT64_MAX / 4)
#define SHARE_LEFT_BY_LAYOUT 0.7

static int
numbered_width_px (DtlTextMeasure *measure, DtlTextStyle style, const char *text)
{
  const DtlNumberedMeasure *self = (const DtlNumberedMeasure *) measure;

  if (self->cancellable != NULL && g_cancellable_is_cancelled (self->cancellable))
    return 0;
  return self->inner->width_px (self->inner, style, text) + (style == DTL_TEXT_TITLE ? self->room_px : 0);
}

static int
numbered_height_px (DtlTextMeasure *measure, DtlTextStyle style)
{
  const DtlNumberedMeasure *self = (const DtlNumberedMeasure *) measure;

  return self->inner->height_px (self->inner, style);
}

static void
get_span (const DtlPicture *picture, int64_t *from, int64_t *to)
{
  *from = CLAMP (picture->from_seconds, -FARTHEST_SECONDS, FARTHEST_SECONDS);
  *to = CLAMP (picture->to_seconds, *from, FARTHEST_SECONDS);
  if (*to - *from < MIN_SPAN_SECONDS && !picture->is_exact)
    {
      *from -= SINGLE_DAY_MARGIN;
      *to += SINGLE_DAY_MARGIN;
    }
}

static void
set_text (DtlComposition *self, DtlFitStep step)
{
  self->step = step;
  g_clear_pointer (&self->plot_text, dtl_text_pango_unref);
  self->plot_text = dtl_text_pango_new (NULL, NULL, dtl_fit_step_get_scale (step));
  if (self->picture->language != NULL)
    dtl_text_pango_set_language (self->plot_text, self->picture->language);
  self->paint.text = self->plot_text;
  self->numbered.inner = dtl_text_pango_get_measure (self->plot_text);
  if (self->paint.number_of_row != NULL)
    self->numbered.room_px = dtl_painter_get_number_room (self->plot_text);
}

static void
init_input (DtlComposition *self, int lane_extra_px, DtlLayoutInput *input)
{
  *input = self->picture->input;
  input->measure = &self->numbered.measure;
  input->scale = (DtlTimeScale){ .px_per_day = 1 };
  dtl_time_scale_set_folds (&input->scale, self->picture->folds, self->picture->n_folds,
                            dtl_painter_get_break_px (self->plot_text));
  dtl_painter_init_metrics (&input->metrics, self->plot_text, self->content_px);
  if (dtl_fit_step_is_inline (self->step))
    dtl_painter_set_inline_dates (&input->metrics, self->plot_text);
  input->metrics.lane_padding_px += lane_extra_px;
  if (self->most_rows > 0)
    input->metrics.lane_max_rows = self->most_rows;
}

/* The names of lanes do not depend on the scale, and the plot's width depends on them. */
static void
init_plot (DtlComposition *self, DtlLayout *layout, DtlTimeScale scale)
{
  dtl_painter_init_frame (&self->paint.frame, layout, self->plot_text, self->content_px, self->content_px);
  self->paint.viewport.scale = scale;
  self->paint.viewport.width_px = MAX (self->content_px - self->paint.frame.header_width_px, 1);
}

/* @any: at any scale. The choice depends on the width and on the text, and so on the step. */
static void
choose_folds (const DtlComposition *self, DtlLayout *any, DtlTimeScale *scale)
{
  g_autoptr (GArray) offered = g_array_new (FALSE, FALSE, sizeof (DtlFold));
  g_autoptr (GArray) chosen = NULL;
  int break_px = dtl_painter_get_break_px (self->plot_text);

  g_array_append_vals (offered, self->picture->folds, self->picture->n_folds);
  chosen = dtl_folds_choose (any, self->paint.viewport.width_px, break_px, NULL, offered);
  dtl_time_scale_set_folds (scale, (const DtlFold *) (const void *) chosen->data, chosen->len, break_px);
}

/* The layout in the viewport, with its labels inside. */
static DtlLayout *
make_layout (DtlLayout *any, const DtlViewport *viewport, DtlLayoutInput *input)
{
  int64_t x0_px = (int64_t) floor (viewport->offset_px + 0.5);

  input->scale = viewport->scale;
  input->label_x0_px = x0_px + LABEL_MARGIN_PX;
  input->label_x1_px = x0_px + viewport->width_px - LABEL_MARGIN_PX;
  return dtl_layout_new_restyled (any, input);
}

static guint
count_labels (DtlLayout *layout, const DtlLayoutInput *input)
{
  g_autoptr (GPtrArray) items = dtl_layout_get_items (layout, input->label_x0_px, input->label_x1_px);
  guint n_labels = 0;

  for (guint i = 0; i < items->len; i++)
    {
      const DtlItem *item = g_ptr_array_index (items, i);

      if (item->kind == DTL_ITEM_EVENT)
        n_labels += (item->label != NULL) + (item->date_label != NULL);
    }
  return n_labels;
}

/* One label that stands far to the left of the first mark costs all others their room. Where it finds another place
 * once labels keep inside, that room goes to the time: the layout in a better viewport, or NULL. */
static DtlLayout *
make_tighter_layout (DtlLayout *layout, int64_t from, int64_t to, DtlLayoutInput *input, DtlViewport *viewport)
{
  double right_px = viewport->width_px - dtl_viewport_x_at (viewport, to);
  DtlViewport tighter = *viewport;
  g_autoptr (DtlLayout) better = NULL;
  guint n_labels;

  if (dtl_layout_has_many (layout) || dtl_viewport_x_at (viewport, from) < WASTE_PX)
    return NULL;
  n_labels = count_labels (layout, input);
  tighter.width_px = MAX (viewport->width_px - MIN_SIDE_PX - (int) right_px, 1);
  dtl_viewport_fit (&tighter, from, to, 0);
  dtl_viewport_pan (&tighter, -MIN_SIDE_PX);
  tighter.width_px = viewport->width_px;
  better = make_layout (layout, &tighter, input);
  if (count_labels (better, input) < n_labels || dtl_layout_get_height_px (better) > dtl_layout_get_height_px (layout))
    return NULL;
  *viewport = tighter;
  return g_steal_pointer (&better);
}

/* How many layouts it takes is not known; each is a part of what is left. */
static void
set_layout (DtlComposition *self, DtlLayout *layout)
{
  g_clear_pointer (&self->layout, dtl_layout_unref);
  self->layout = self->paint.layout = layout;
  self->n_layouts++;
  dtl_composition_go_on (self, DTL_PICTURE_PHASE_LAYOUT, 1 - pow (SHARE_LEFT_BY_LAYOUT, self->n_layouts));
}

/* The span, and the labels at its ends inside the plot: what is best for the eye. */
static void
place_with_room (DtlComposition *self, DtlLayout *any, int64_t from, int64_t to, DtlLayoutInput *input)
{
  g_autoptr (DtlLayout) fitted = dtl_layout_fit (any, from, to, &self->paint.viewport);
  DtlLayout *tighter;

  set_layout (self, make_layout (fitted, &self->paint.viewport, input));
  tighter = make_tighter_layout (self->layout, from, to, input, &self->paint.viewport);
  if (tighter != NULL)
    set_layout (self, tighter);
}

void
dtl_composition_collect_legend (DtlComposition *self)
{
  self->legend = self->picture->show_legend ? dtl_legend_collect (self->layout, &self->paint.viewport.scale,
                                                                  self->x0_px, self->x1_px, self->picture->show_links)
                                            : 0;
  self->legend_px = dtl_legend_get_height_px (self->text, self->legend, self->content_px);
}

void
dtl_composition_place (DtlComposition *self, DtlFitStep step, int lane_extra_px)
{
  g_autoptr (DtlLayout) any = NULL;
  DtlViewport *viewport = &self->paint.viewport;
  DtlLayoutInput input;
  int64_t from;
  int64_t to;

  set_text (self, step);
  get_span (self->picture, &from, &to);
  init_input (self, lane_extra_px, &input);
  any = self->layout != NULL ? dtl_layout_new_restyled (self->layout, &input) : dtl_layout_new (&input);
  init_plot (self, any, input.scale);
  if (self->picture->chooses_folds && self->picture->n_folds > 0)
    choose_folds (self, any, &viewport->scale);
  if (self->picture->is_exact)
    {
      dtl_viewport_fit (viewport, from, to, 0);
      set_layout (self, make_layout (any, viewport, &input));
    }
  else
    place_with_room (self, any, from, to, &input);
  self->x0_px = (int64_t) floor (viewport->offset_px + 0.5);
  self->x1_px = self->x0_px + viewport->width_px;
  if (!dtl_layout_has_many (self->layout))
    dtl_composition_collect_legend (self);
}

void
dtl_composition_get_lane_range (const DtlComposition *self, guint *first, guint *end)
{
  const DtlPicture *picture = self->picture;
  guint n_lanes;

  dtl_layout_get_lanes (self->layout, &n_lanes);
  *first = MIN (picture->first_lane, n_lanes);
  *end = picture->n_lanes > 0 ? MIN (*first + picture->n_lanes, n_lanes) : n_lanes;
}

int
dtl_composition_get_lanes_top_px (const DtlComposition *self)
{
  guint n_lanes, first, end;
  const DtlLane *lanes = dtl_layout_get_lanes (self->layout, &n_lanes);

  dtl_composition_get_lane_range (self, &first, &end);
  return first < n_lanes ? lanes[first].y_px : dtl_layout_get_height_px (self->layout);
}

int
dtl_composition_get_lanes_bottom_px (const DtlComposition *self)
{
  guint n_lanes, first, end;
  const DtlLane *lanes = dtl_layout_get_lanes (self->layout, &n_lanes);

  dtl_composition_get_lane_range (self, &first, &end);
  return end < n_lanes ? lanes[end].y_px : dtl_layout_get_height_px (self->layout);
}

int
dtl_composition_get_lanes_px (const DtlComposition *self)
{
  return dtl_composition_get_lanes_bottom_px (self) - dtl_composition_get_lanes_top_px (self);
}

static int
last_lane_end_before (DtlComposition *self, int top_px, int limit_px)
{
  guint n_lanes;
  const DtlLane *lanes = dtl_layout_get_lanes (self->layout, &n_lanes);
  int cut_px = top_px;

  for (guint i = 0; i < n_lanes; i++)
    if (lanes[i].y_px + lanes[i].height_px <= limit_px)
      cut_px = MAX (cut_px, lanes[i].y_px + lanes[i].height_px);
  return cut_px;
}

/* The lowest y up to @limit_px that no item crosses. */
static int
last_gap_before (DtlComposition *self, int top_px, int limit_px)
{
  g_autoptr (GPtrArray) items = dtl_layout_get_items (self->layout, self->x0_px, self->x1_px);
  int cut_px = limit_px;
  gboolean moved = TRUE;

  while (moved)
    {
      moved = FALSE;
      for (guint i = 0; i < items->len; i++)
        {
          const DtlItem *item = g_ptr_array_index (items, i);

          if (item->y0_px <= cut_px && item->y1_px > cut_px)
            {
              cut_px = item->y0_px - 1;
              moved = TRUE;
            }
        }
    }
  return cut_px > top_px ? cut_px : limit_px;
}

static gboolean
has_item_between (DtlComposition *self, int y0_px, int y1_px)
{
  g_autoptr (GPtrArray) items = dtl_layout_get_items (self->layout, self->x0_px, self->x1_px);

  for (guint i = 0; i < items->len; i++)
    {
      const DtlItem *item = g_ptr_array_index (items, i);

      if (item->y0_px >= y0_px && item->y1_px <= y1_px)
        return TRUE;
    }
  return FALSE;
}

int
dtl_composition_find_cut_px (DtlComposition *self, int top_px, int room_px)
{
  int height_px = dtl_composition_get_lanes_bottom_px (self);
  int limit_px = top_px + MAX (room_px, 1);
  int lane_px;
  int cut_px;

  if (limit_px >= height_px)
    return height_px;
  lane_px = last_lane_end_before (self, top_px, limit_px);
  cut_px = last_gap_before (self, top_px, limit_px);
  return lane_px > top_px && !has_item_between (self, lane_px, cut_px) ? lane_px : cut_px;
}

static guint
get_printed_number (uint32_t row, gpointer user_data)
{
  const DtlComposition *self = user_data;
  guint number = self->picture->number_of_row (row, self->picture->user_data);

  return g_hash_table_contains (self->printed, GUINT_TO_POINTER (number)) ? number : 0;
}

static char *
dup_destination (uint32_t row, gpointer user_data)
{
  guint number = get_printed_number (row, user_data);

  return number > 0 ? g_strdup_printf ("passage-%u", number) : NULL;
}

static char *
dup_uri (uint32_t row, gpointer user_data)
{
  const DtlComposition *self = user_data;

  return self->picture->first_uri_of_row != NULL ? self->picture->first_uri_of_row (row, self->picture->user_data)
                                                 : NULL;
}

gboolean
dtl_composition_go_on (const DtlComposition *self, DtlPicturePhase phase, double fraction)
{
  const DtlPictureRun *run = self->picture->run;

  if (run != NULL && run->progress != NULL)
    run->progress (phase, fraction, run->user_data);
  return run == NULL || !g_cancellable_is_cancelled (run->cancellable);
}

gboolean
dtl_composition_check (const DtlComposition *self, GError **error)
{
  const DtlPictureRun *run = self->picture->run;

  return run == NULL || !g_cancellable_set_error_if_cancelled (run->cancellable, error);
}

static gboolean
go_on_painting (double fraction, gpointer user_data)
{
  return dtl_composition_check (user_data, NULL);
}

static void
init_paint (DtlComposition *self)
{
  gboolean has_numbers = self->picture->number_of_row != NULL && self->picture->passages != NULL;

  self->paint = (DtlPaintOptions){
    .theme = self->theme,
    .selected_row = UINT32_MAX,
    .number_of_row = has_numbers ? get_printed_number : NULL,
    .destination_of_row = has_numbers ? dup_destination : NULL,
    .uri_of_row = dup_uri,
    .user_data = self,
    .titles = self->picture->input.titles,
    .show_links = self->picture->show_links,
    .now_label = self->picture->now_label,
    .now_seconds = self->picture->now_seconds,
    .is_timeless = self->picture->from_seconds > self->picture->to_seconds,
    .has_no_ids = self->picture->is_discreet,
    .go_on = go_on_painting,
  };
  self->numbered.cancellable = self->picture->run != NULL ? self->picture->run->cancellable : NULL;
  self->numbered.measure.width_px = numbered_width_px;
  self->numbered.measure.height_px = numbered_height_px;
}

static void
fill_head_and_foot (DtlComposition *self)
{
  const DtlPicture *picture = self->picture;

  if (picture->title != NULL && *picture->title != '\0')
    dtl_flow_add (self->head, DTL_TEXT_PAGE_TITLE, DTL_COLOUR_TEXT, 0, 0, picture->title);
  if (picture->subtitle != NULL && *picture->subtitle != '\0')
    dtl_flow_add (self->head, DTL_TEXT_SUBTITLE, DTL_COLOUR_TEXT_DIM, 0, 4, picture->subtitle);
  if (picture->stamp != NULL && *picture->stamp != '\0')
    dtl_flow_add (self->foot, DTL_TEXT_SMALL, DTL_COLOUR_TEXT_DIM, 0, 0, picture->stamp);
}

gboolean
dtl_composition_init (DtlComposition *self, const DtlPicture *picture, GError **error)
{
  *self = (DtlComposition){ .picture = picture };
  self->margin_px = picture->width_px < DTL_PAINTER_NARROW_PX ? 16 : 32;
  self->content_px = picture->width_px - 2 * self->margin_px;
  if (self->content_px < 120)
    {
      g_set_error (error, DTL_RENDER_ERROR, DTL_RENDER_ERROR_SIZE,
                   "A picture %d pixels wide has no room for a timeline; make it at least %d wide", picture->width_px,
                   120 + 2 * self->margin_px);
      return FALSE;
    }
  self->theme = dtl_theme_get (picture->theme, FALSE);
  self->text = dtl_text_pango_new (NULL, NULL, 1);
  if (picture->language != NULL)
    dtl_text_pango_set_language (self->text, picture->language);
  self->head = dtl_flow_new (self->text, self->content_px);
  self->body = dtl_flow_new (self->text, MIN (self->content_px, 860));
  self->foot = dtl_flow_new (self->text, self->content_px - 48);
  self->printed = g_hash_table_new (NULL, NULL);
  init_paint (self);
  fill_head_and_foot (self);
  dtl_composition_fill_body (self);
  dtl_composition_place (self, DTL_FIT_TWO_LINES, 0);
  return dtl_composition_check (self, error);
}

void
dtl_composition_clear (DtlComposition *self)
{
  g_clear_pointer (&self->layout, dtl_layout_unref);
  g_clear_pointer (&self->head, dtl_flow_free);
  g_clear_pointer (&self->body, dtl_flow_free);
  g_clear_pointer (&self->foot, dtl_flow_free);
  g_clear_pointer (&self->printed, g_hash_table_unref);
  g_clear_pointer (&self->plot_text, dtl_text_pango_unref);
  g_clear_pointer (&self->text, dtl_text_pango_unref);
}
