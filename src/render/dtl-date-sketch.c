/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The date becomes the one event of a case without words, and that is laid out and painted as any other: so the sketch
 * cannot look otherwise than the timeline will. */
#include "config.h"

#include "render/dtl-date-sketch.h"

#include "base/dtl-arith.h"
#include "render/dtl-painter-private.h"

#define LANE_PADDING_PX 8
#define LEAST_PAD_DAYS  8
#define LEAST_PAD_HOURS 6

/* Ids of the two events. */
#define SHOWN  1
#define AROUND 2

/* The time that is known of the date: FALSE where its ends are open or unknown on both sides, or too far to count. */
static gboolean
find_known (const DtlBounds *bounds, int64_t *from, int64_t *to)
{
  const int64_t seconds[] = { bounds->start_earliest, bounds->start_latest, bounds->end_earliest, bounds->end_latest };
  gboolean is_known = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (seconds); i++)
    if (dtl_civil_is_finite (seconds[i]))
      {
        *from = is_known ? MIN (*from, seconds[i]) : seconds[i];
        *to = is_known ? MAX (*to, seconds[i]) : seconds[i];
        is_known = TRUE;
      }
  return is_known;
}

/* The time that the axis shows: enough on both sides to see where the date ends, or that it does not. */
static gboolean
find_view (const DtlBounds *bounds, int64_t *from, int64_t *to)
{
  int64_t pad = LEAST_PAD_DAYS * DTL_SECONDS_PER_DAY;

  *from = 0;
  *to = DTL_SECONDS_PER_DAY;
  if (!find_known (bounds, from, to))
    return FALSE;
  if (bounds->flags & DTL_BOUND_HAS_TIME)
    pad = LEAST_PAD_HOURS * 3600;
  pad = MAX (pad, (*to / 2 - *from / 2) / 5 * 6);
  *from = dtl_i64_add_saturated (*from, -pad);
  *to = dtl_i64_add_saturated (*to, pad);
  return TRUE;
}

static void
add_event (DtlColumnsBuilder *builder, DtlId id, const DtlMark *mark)
{
  const DtlColumnsEvent event = { .id = id, .kind = DTL_EVENT_KIND_OTHER, .main_role = -1 };

  dtl_columns_builder_add_event (builder, &event);
  dtl_columns_builder_add_mark (builder, id, mark, DTL_ID_NONE);
}

/* The date, and what is around it: an event that is never shown, up to which open ends go. */
static DtlColumns *
make_columns (const DtlEdtf *value, int64_t from, int64_t to)
{
  g_autoptr (DtlColumnsBuilder) builder = dtl_columns_builder_new ();
  DtlMark mark = { .claim = SHOWN,
                   .bounds = *dtl_edtf_get_bounds (value),
                   .role = DTL_ROLE_OCCURRED,
                   .standing = DTL_STANDING_ACCEPTED,
                   .is_stretch = dtl_edtf_get_shape (value) == DTL_EDTF_ONE_OF,
                   .precision = (uint8_t) dtl_edtf_get_precision (value) };
  const DtlMark around = { .claim = AROUND,
                           .bounds = { from, from, to, to, DTL_BOUND_LASTS },
                           .role = DTL_ROLE_OCCURRED,
                           .standing = DTL_STANDING_ACCEPTED };

  add_event (builder, SHOWN, &mark);
  add_event (builder, AROUND, &around);
  return dtl_columns_builder_finish (builder);
}

static void
init_metrics (DtlLayoutMetrics *metrics, DtlTextPango *text, int width_px)
{
  dtl_painter_init_metrics (metrics, text, width_px);
  metrics->lane_padding_px = LANE_PADDING_PX;
  metrics->lane_min_height_px = 2 * LANE_PADDING_PX + metrics->mark_size_px;
  metrics->inline_dates = TRUE;
}

static int
get_axis_height_px (DtlTextPango *text)
{
  DtlTextMeasure *measure = dtl_text_pango_get_measure (text);

  return measure->height_px (measure, DTL_TEXT_TICK_TOP) + measure->height_px (measure, DTL_TEXT_TICK) + 14;
}

int
dtl_date_sketch_get_height_px (DtlTextPango *text)
{
  DtlLayoutMetrics metrics;

  g_return_val_if_fail (text != NULL, 0);
  init_metrics (&metrics, text, DTL_PAINTER_NARROW_PX);
  return get_axis_height_px (text) + metrics.lane_min_height_px;
}

static DtlLayout *
make_layout (const DtlDateSketch *self, DtlColumns *columns, DtlBitset *visible, DtlTimeScale scale)
{
  g_autoptr (DtlActorTable) actors =
      dtl_actor_table_new (g_ptr_array_new_with_free_func ((GDestroyNotify) dtl_actor_free));
  g_autoptr (DtlFilter) filter = dtl_filter_new ();
  DtlLayoutInput input = { .columns = columns,
                           .actors = actors,
                           .filter = filter,
                           .visible = visible,
                           .grouping = DTL_GROUP_NONE,
                           .scale = scale,
                           .measure = dtl_text_pango_get_measure (self->text) };

  init_metrics (&input.metrics, self->text, self->width_px);
  return dtl_layout_new (&input);
}

static void
paint (const DtlPaintOptions *options, DtlSurface *surface)
{
  g_autoptr (GPtrArray) items = NULL;
  DtlPainter painter;
  const DtlFrame *frame = &options->frame;

  dtl_painter_init (&painter, options, surface);
  items = dtl_painter_get_items (&painter);
  dtl_painter_fill (&painter, 0, 0, frame->width_px, frame->height_px,
                    dtl_painter_colour (&painter, DTL_COLOUR_BACKGROUND));
  dtl_surface_push_clip (surface, painter.plot_x, painter.plot_y, painter.plot_width, painter.plot_height);
  dtl_painter_paint_grid (&painter);
  for (guint i = 0; i < items->len; i++)
    dtl_painter_paint_item (&painter, g_ptr_array_index (items, i));
  dtl_surface_pop_clip (surface);
  dtl_painter_paint_axis (&painter);
}

/**
 * dtl_date_sketch_paint:
 * @self: what to draw
 * @surface: where, from 0, 0 on
 */
void
dtl_date_sketch_paint (const DtlDateSketch *self, DtlSurface *surface)
{
  g_autoptr (DtlColumns) columns = NULL;
  g_autoptr (DtlBitset) visible = NULL;
  g_autoptr (DtlLayout) layout = NULL;
  DtlPaintOptions options = {
    .theme = self->theme, .text = self->text, .selected_row = UINT32_MAX, .has_no_ids = TRUE
  };
  int64_t from, to;

  g_return_if_fail (self != NULL && self->value != NULL && self->text != NULL && surface != NULL);
  g_return_if_fail (self->width_px > 0);
  options.is_timeless = !find_view (dtl_edtf_get_bounds (self->value), &from, &to);
  columns = make_columns (self->value, from, to);
  visible = dtl_bitset_new (columns->n_events, FALSE);
  dtl_bitset_set (visible, (uint32_t) dtl_columns_find (columns, SHOWN), TRUE);
  options.viewport = (DtlViewport){ .scale = { 1, self->first_weekday }, .width_px = self->width_px };
  dtl_viewport_fit (&options.viewport, from, to, 0);
  layout = make_layout (self, columns, visible, options.viewport.scale);
  options.layout = layout;
  options.frame = (DtlFrame){ .width_px = self->width_px,
                              .height_px = dtl_date_sketch_get_height_px (self->text),
                              .axis_height_px = get_axis_height_px (self->text) };
  paint (&options, surface);
}
