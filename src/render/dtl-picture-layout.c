/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The timeline of a picture: scale and margins such that the span and the labels at its ends fit the plot, and where
 * its lanes can be cut between pages. */
#include "config.h"

#include "render/dtl-picture-private.h"

#define MIN_SIDE_PX       20
#define MAX_SIDE_SHARE    0.3
#define N_ATTEMPTS        4
#define SECONDS_PER_DAY   86400.0
#define MIN_SPAN_SECONDS  (2 * 86400)
#define SINGLE_DAY_MARGIN (15 * 86400)
#define FARTHEST_SECONDS  (INT64_MAX / 4)

/** Sides: what is free left and right of the span in the plot, for labels. */
typedef struct
{
  int left_px;
  int right_px;
} Sides;

static int
numbered_width_px (DtlTextMeasure *measure, DtlTextStyle style, const char *text)
{
  const DtlNumberedMeasure *self = (const DtlNumberedMeasure *) measure;

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
  if (*to - *from < MIN_SPAN_SECONDS)
    {
      *from -= SINGLE_DAY_MARGIN;
      *to += SINGLE_DAY_MARGIN;
    }
}

static void
make_layout (DtlComposition *self, double px_per_day, int lane_extra_px)
{
  DtlLayoutInput input = self->picture->input;

  input.scale.px_per_day = CLAMP (px_per_day, DTL_SCALE_MIN_PX_PER_DAY, DTL_SCALE_MAX_PX_PER_DAY);
  input.measure = &self->numbered.measure;
  dtl_painter_init_metrics (&input.metrics, self->text, self->content_px);
  input.metrics.lane_padding_px += lane_extra_px;
  g_clear_pointer (&self->layout, dtl_layout_unref);
  self->layout = dtl_layout_new (&input);
  self->paint.layout = self->layout;
  self->paint.viewport.scale = input.scale;
}

static gboolean
has_mark_inside (DtlLayout *layout, const DtlItem *item, int64_t x0_px, int64_t x1_px)
{
  const DtlPlacedMark *marks = dtl_layout_get_item_marks (layout, item);

  if (item->kind == DTL_ITEM_CLUSTER)
    return item->x0_px >= x0_px && item->x1_px <= x1_px;
  for (guint i = 0; i < item->n_marks; i++)
    if (marks[i].x_px >= x0_px && marks[i].x_px <= x1_px)
      return TRUE;
  return FALSE;
}

/* Widens the sides to what the labels of the span's events need; FALSE if they were wide enough. */
static gboolean
widen (DtlComposition *self, int plot_px, int64_t x0_px, int64_t x1_px, Sides *sides)
{
  int most_px = (int) (plot_px * MAX_SIDE_SHARE);
  Sides needed = *sides;
  g_autoptr (GPtrArray) items = NULL;

  dtl_layout_ensure (self->layout, x0_px - plot_px, x1_px + plot_px);
  items = dtl_layout_get_items (self->layout, x0_px - plot_px, x1_px + plot_px);
  for (guint i = 0; i < items->len; i++)
    {
      const DtlItem *item = g_ptr_array_index (items, i);

      if (!has_mark_inside (self->layout, item, x0_px, x1_px))
        continue;
      needed.left_px = (int) MAX (needed.left_px, MIN (x0_px - item->x0_px + 8, most_px));
      needed.right_px = (int) MAX (needed.right_px, MIN (item->x1_px - x1_px + 8, most_px));
    }
  if (needed.left_px == sides->left_px && needed.right_px == sides->right_px)
    return FALSE;
  *sides = needed;
  return TRUE;
}

static void
set_viewport (DtlComposition *self, int plot_px, int64_t from_px, int left_px)
{
  self->x0_px = from_px - left_px;
  self->x1_px = self->x0_px + plot_px;
  self->paint.viewport.offset_px = (double) self->x0_px;
  self->paint.viewport.width_px = plot_px;
}

void
dtl_composition_place (DtlComposition *self, int lane_extra_px)
{
  Sides sides = { MIN_SIDE_PX, MIN_SIDE_PX };
  int64_t from;
  int64_t to;
  int plot_px;

  get_span (self->picture, &from, &to);
  /* The names of lanes do not depend on the scale, and the plot's width depends on them. */
  make_layout (self, 1, lane_extra_px);
  dtl_painter_init_frame (&self->paint.frame, self->layout, self->text, self->content_px, self->content_px);
  plot_px = MAX (self->content_px - self->paint.frame.header_width_px, 1);
  for (int attempt = 0; attempt < N_ATTEMPTS; attempt++)
    {
      double days = ((double) to - (double) from) / SECONDS_PER_DAY;
      int64_t from_px;
      int64_t to_px;

      make_layout (self, MAX (plot_px - sides.left_px - sides.right_px, 1) / days, lane_extra_px);
      from_px = dtl_time_scale_to_world_px (&self->paint.viewport.scale, from);
      to_px = dtl_time_scale_to_world_px (&self->paint.viewport.scale, to);
      set_viewport (self, plot_px, from_px, sides.left_px);
      if (attempt == N_ATTEMPTS - 1 || !widen (self, plot_px, from_px, to_px, &sides))
        break;
    }
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

          if (item->y0_px < cut_px && item->y1_px > cut_px)
            {
              cut_px = item->y0_px;
              moved = TRUE;
            }
        }
    }
  return cut_px > top_px ? cut_px : limit_px;
}

int
dtl_composition_find_cut_px (DtlComposition *self, int top_px, int room_px)
{
  int height_px = dtl_layout_get_height_px (self->layout);
  int limit_px = top_px + MAX (room_px, 1);
  int cut_px;

  if (limit_px >= height_px)
    return height_px;
  cut_px = last_lane_end_before (self, top_px, limit_px);
  return cut_px > top_px ? cut_px : last_gap_before (self, top_px, limit_px);
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

static void
init_paint (DtlComposition *self)
{
  gboolean has_numbers = self->picture->number_of_row != NULL && self->picture->passages != NULL;

  self->paint = (DtlPaintOptions){
    .theme = self->theme,
    .text = self->text,
    .selected_row = UINT32_MAX,
    .number_of_row = has_numbers ? get_printed_number : NULL,
    .destination_of_row = has_numbers ? dup_destination : NULL,
    .uri_of_row = dup_uri,
    .user_data = self,
  };
  self->numbered.measure.width_px = numbered_width_px;
  self->numbered.measure.height_px = numbered_height_px;
  self->numbered.inner = dtl_text_pango_get_measure (self->text);
  self->numbered.room_px = has_numbers ? dtl_painter_get_number_room (self->text) : 0;
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
  dtl_composition_place (self, 0);
  self->legend = picture->show_legend ? dtl_legend_collect (self->layout, self->x0_px, self->x1_px) : 0;
  self->legend_px = dtl_legend_get_height_px (self->text, self->legend, self->content_px);
  return TRUE;
}

void
dtl_composition_clear (DtlComposition *self)
{
  g_clear_pointer (&self->layout, dtl_layout_unref);
  g_clear_pointer (&self->head, dtl_flow_free);
  g_clear_pointer (&self->body, dtl_flow_free);
  g_clear_pointer (&self->foot, dtl_flow_free);
  g_clear_pointer (&self->printed, g_hash_table_unref);
  g_clear_pointer (&self->text, dtl_text_pango_unref);
}
