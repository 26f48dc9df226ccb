/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A layout: making it, its lanes, and what is in a span. */
#include "config.h"

#include <math.h>

#include "layout/dtl-layout-private.h"

static const DtlLayoutLimits default_limits = { 1024, 256, 2000, 512 };

/* Where lanes are not placed as a whole for their heights, only so small a part of what makes one chunk otherwise. */
#define SINGLE_CHUNK_SHARE 4

/* More events than this are a crowd. */
#define CROWD_EVENTS 5000
/* From so many on a layout has many. */
#define MANY_ENTRIES 20000

/* Up to so many entries, the rows that a lane's long bars need are settled for its height. */
#define FEW_ENTRIES 256

/** dtl_layout_metrics_init: @self: (out): the sizes of the normal theme */
void
dtl_layout_metrics_init (DtlLayoutMetrics *self)
{
  g_return_if_fail (self != NULL);

  *self = (DtlLayoutMetrics){ .mark_size_px = 12,
                              .bar_height_px = 8,
                              .label_gap_px = 6,
                              .label_max_width_px = 220,
                              .label_grow_width_px = 420,
                              .row_gap_px = 6,
                              .lane_padding_px = 8,
                              .lane_min_height_px = 48,
                              .lane_max_rows = 12,
                              .cluster_distance_px = 6 };
}

static void
init_shape (const DtlLayout *self, gboolean has_bands, DtlRowShape *shape)
{
  const DtlLayoutMetrics *metrics = &self->input.metrics;
  DtlTextMeasure *measure = self->input.measure;

  shape->title_px = measure->height_px (measure, DTL_TEXT_TITLE);
  shape->date_px = measure->height_px (measure, DTL_TEXT_DATE);
  shape->cluster_px = measure->height_px (measure, DTL_TEXT_CLUSTER);
  shape->bar_px = MAX (metrics->mark_size_px, metrics->bar_height_px);
  shape->height_px = MAX (shape->bar_px, shape->title_px + (metrics->inline_dates ? 0 : shape->date_px));
  shape->axis_px = shape->height_px / 2;
  if (has_bands && !metrics->inline_dates)
    {
      shape->height_px = shape->title_px + shape->bar_px + shape->date_px + 2 * DTL_ABOVE_GAP_PX;
      shape->axis_px = shape->title_px + DTL_ABOVE_GAP_PX + shape->bar_px / 2;
    }
}

static double
px_to_seconds (const DtlLayout *self, double px)
{
  return px / self->input.scale.px_per_day * DTL_SECONDS_PER_DAY;
}

static void
init_sizes (DtlLayout *self)
{
  const DtlLayoutMetrics *metrics = &self->input.metrics;
  int half_px = (metrics->mark_size_px + 1) / 2;

  self->maker = (DtlMarkMaker){ self->input.columns, self->spans, self->input.scale, metrics->mark_size_px };
  self->gap_px = 2 * metrics->label_gap_px + 4;
  self->overhang_px = DTL_STUB_PX + half_px;
  self->pad_px = half_px + self->gap_px;
  self->long_px = 2 * self->overhang_px + self->gap_px + 2;
  self->least_long_seconds = (int64_t) MIN (px_to_seconds (self, (double) self->long_px - 2), G_MAXINT64 / 2);
  init_shape (self, FALSE, &self->shapes[0]);
  init_shape (self, TRUE, &self->shapes[1]);
}

/* The power of two seconds from which on spans may be long bars. */
int
dtl_layout_get_bar_class (const DtlLayout *self)
{
  return CLAMP ((int) floor (log2 (px_to_seconds (self, (double) self->long_px - 2))), 0, 63);
}

guint
dtl_layout_get_most_rows (const DtlLayout *self)
{
  return (guint) CLAMP (self->input.metrics.lane_max_rows - 1, 1, DTL_NO_BAR_ROW - 1);
}

/* How many rows the long bars of a lane need, or more. */
static uint32_t
estimate_bar_rows (const DtlLayout *self, DtlLaneRows *rows)
{
  int first_class = dtl_layout_get_bar_class (self);
  uint32_t n_bars = 0;

  for (int i = first_class; i < 64; i++)
    n_bars += rows->n_of_class[i];
  if (n_bars == 0 || rows->n_rows > FEW_ENTRIES)
    return n_bars;
  dtl_lane_bars_ensure (rows, self->spans, (uint8_t) dtl_layout_get_most_rows (self), first_class);
  return dtl_lane_bars_get_top (rows, first_class);
}

/* Rows that a lane gets without looking at what is in it: enough for its worst crowd and all its long bars. */
static guint
estimate_item_rows (const DtlLayout *self, DtlLaneRows *rows)
{
  const DtlLayoutMetrics *metrics = &self->input.metrics;
  double reach_px = metrics->label_max_width_px + metrics->label_gap_px + metrics->mark_size_px + self->gap_px;
  guint most = dtl_layout_get_most_rows (self);
  uint32_t peak = dtl_lane_rows_get_peak (rows, self->spans, px_to_seconds (self, reach_px), most);

  return peak >= most ? most : MIN (most, peak + estimate_bar_rows (self, rows));
}

static void
init_lane (DtlLayout *self, guint lane)
{
  DtlLaneState *state = &self->states[lane];
  DtlLaneRows *rows = dtl_lanes_get (self->lanes, lane)->rows;
  uint32_t single_entries = self->limits.single_chunk_entries;
  int wide_px = DTL_DAY_BAND_MARKS * self->input.metrics.mark_size_px;

  state->rows = rows;
  state->is_exact = self->lanes->n_entries <= self->limits.exact_entries;
  state->is_single_chunk = rows->n_rows <= (state->is_exact ? single_entries : single_entries / SINGLE_CHUNK_SHARE);
  state->has_bands = rows->has_stub || (double) rows->longest_seconds >= px_to_seconds (self, wide_px - 1);
  state->n_item_rows = state->is_exact ? dtl_layout_get_most_rows (self) : estimate_item_rows (self, rows);
  state->n_rows_used = state->is_exact ? 0 : state->n_item_rows + 1;
}

static int
lane_height_px (const DtlLayout *self, const DtlLaneState *state)
{
  const DtlLayoutMetrics *metrics = &self->input.metrics;
  int n_rows = (int) MAX (state->n_rows_used, 1);
  int height_px = n_rows * self->shapes[state->has_bands ? 1 : 0].height_px + (n_rows - 1) * metrics->row_gap_px;

  return MAX (height_px + 2 * metrics->lane_padding_px, metrics->lane_min_height_px);
}

static void
move_item (DtlItem *item, int y_px)
{
  item->y0_px += y_px;
  item->y1_px += y_px;
  item->axis_y_px += y_px;
  item->label_y_px += y_px;
  item->date_y_px += y_px;
}

/* Once its height is known, a lane's items move to where it stands. */
static void
move_lane (DtlLaneState *state, int y_px)
{
  GHashTableIter iter;
  DtlChunk *chunk;

  state->y_px = y_px;
  for (guint i = 0; state->bars != NULL && i < state->bars->len; i++)
    move_item (g_ptr_array_index (state->bars, i), y_px);
  if (state->chunks == NULL)
    return;
  g_hash_table_iter_init (&iter, state->chunks);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &chunk))
    for (guint i = 0; i < chunk->items->len; i++)
      move_item (&g_array_index (chunk->items, DtlItem, i), y_px);
}

static void
init_lanes (DtlLayout *self)
{
  self->n_lanes = self->lanes->heads->len;
  self->states = g_new0 (DtlLaneState, (gsize) self->n_lanes + 1);
  self->lane_infos = g_new0 (DtlLane, (gsize) self->n_lanes + 1);
  for (guint i = 0; i < self->n_lanes; i++)
    {
      DtlLaneState *state = &self->states[i];
      const DtlLaneHead *head = dtl_lanes_get (self->lanes, i);

      init_lane (self, i);
      if (state->is_exact)
        dtl_layout_visit (self, i, -DTL_WORLD_END_PX, DTL_WORLD_END_PX, NULL, NULL);
      self->lane_infos[i] = (DtlLane){ .grouping = self->input.grouping,
                                       .key = head->key,
                                       .colour = head->colour,
                                       .name = head->name,
                                       .y_px = self->height_px,
                                       .height_px = lane_height_px (self, state),
                                       .n_events = state->rows->n_rows };
      move_lane (state, self->height_px + self->input.metrics.lane_padding_px);
      self->height_px += self->lane_infos[i].height_px;
    }
}

gboolean
dtl_layout_is_crowd (const DtlColumns *columns)
{
  g_return_val_if_fail (columns != NULL, FALSE);

  return columns->n_events > CROWD_EVENTS;
}

static void
bound_labels (DtlLayout *self)
{
  DtlLayoutInput *input = &self->input;

  if (input->label_side_px == 0)
    return;
  input->label_x0_px = dtl_time_scale_to_world_px (&input->scale, self->spans->horizon_from) - input->label_side_px;
  input->label_x1_px = dtl_time_scale_to_world_px (&input->scale, self->spans->horizon_to) + input->label_side_px;
}

/* Takes @lanes and @labels. */
static DtlLayout *
new_layout (const DtlLayoutInput *input, const DtlLayoutLimits *limits, DtlLanes *lanes, DtlLabels *labels)
{
  DtlLayout *self = g_new0 (DtlLayout, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->input = *input;
  self->limits = *limits;
  dtl_columns_ref (self->input.columns);
  dtl_actor_table_ref (self->input.actors);
  dtl_bitset_ref (self->input.visible);
  self->input.lanes = NULL;
  self->filter = input->filter != NULL ? dtl_filter_copy (input->filter) : NULL;
  self->input.filter = self->filter;
  self->lanes = lanes;
  self->spans = &lanes->roster->spans;
  bound_labels (self);
  self->labels = labels;
  self->put_off = g_array_new (FALSE, FALSE, sizeof (DtlPutOff));
  self->put_off_rows = g_array_new (FALSE, FALSE, sizeof (uint32_t));
  dtl_labels_set_budget (labels, NULL, NULL);
  self->marks = g_array_new (FALSE, FALSE, sizeof (DtlPlacedMark));
  self->cluster_rows = g_array_new (FALSE, FALSE, sizeof (uint32_t));
  self->links = dtl_links_new_cache ();
  init_sizes (self);
  init_lanes (self);
  return self;
}

static DtlLabels *
new_labels (const DtlLayoutInput *input)
{
  return dtl_labels_new (input->titles, input->measure, input->metrics.label_max_width_px, input->metrics.inline_dates);
}

/* @limits: (nullable). (transfer full) */
DtlRoster *
dtl_layout_make_roster (const DtlLayoutInput *input, const DtlLayoutLimits *limits)
{
  limits = limits != NULL ? limits : &default_limits;
  return dtl_roster_new (input->columns, input->grouping, dtl_lanes_count_keys (input), limits->exact_entries);
}

/* @limits: (nullable); @roster: as dtl_layout_make_roster() makes it of the same */
DtlLayout *
dtl_layout_new_with_roster (const DtlLayoutInput *input, const DtlLayoutLimits *limits, DtlRoster *roster)
{
  g_return_val_if_fail (input->visible != NULL && input->visible->n_bits == input->columns->n_events, NULL);
  g_return_val_if_fail (input->measure != NULL && input->scale.px_per_day > 0, NULL);

  return new_layout (input, limits != NULL ? limits : &default_limits, dtl_lanes_new (input, roster),
                     new_labels (input));
}

DtlLayout *
dtl_layout_new_with_limits (const DtlLayoutInput *input, const DtlLayoutLimits *limits)
{
  g_autoptr (DtlRoster) roster = NULL;

  g_return_val_if_fail (input != NULL && input->columns != NULL && input->actors != NULL, NULL);

  roster = dtl_layout_make_roster (input, limits);
  return dtl_layout_new_with_roster (input, limits, roster);
}

/**
 * dtl_layout_new:
 * @input: what it is made from; titles may be NULL for marks alone; titles and measure must outlive the layout
 *
 * Returns: (transfer full): the layout
 */
DtlLayout *
dtl_layout_new (const DtlLayoutInput *input)
{
  return dtl_layout_new_with_limits (input, NULL);
}

gboolean
dtl_layout_is_of (DtlLayout *self, const DtlLayoutInput *input)
{
  g_return_val_if_fail (self != NULL && input != NULL, FALSE);

  return input->columns == self->input.columns && input->grouping == self->input.grouping &&
         input->titles == self->input.titles && input->measure == self->input.measure;
}

DtlLayout *
dtl_layout_new_filtered (DtlLayout *self, const DtlLayoutInput *input)
{
  const DtlLayoutMetrics *metrics = &self->input.metrics;
  gboolean has_same_labels;

  g_return_val_if_fail (self != NULL && input != NULL, NULL);
  g_return_val_if_fail (dtl_layout_is_of (self, input), NULL);

  has_same_labels = input->metrics.label_max_width_px == metrics->label_max_width_px &&
                    input->metrics.inline_dates == metrics->inline_dates;
  return new_layout (input, &self->limits, dtl_lanes_new (input, self->lanes->roster),
                     has_same_labels ? dtl_labels_ref (self->labels) : new_labels (input));
}

DtlLayout *
dtl_layout_new_restyled (DtlLayout *self, const DtlLayoutInput *input)
{
  g_return_val_if_fail (self != NULL && input != NULL, NULL);
  g_return_val_if_fail (dtl_layout_is_of (self, input) && input->visible == self->input.visible, NULL);

  return new_layout (input, &self->limits, dtl_lanes_ref (self->lanes), new_labels (input));
}

gboolean
dtl_layout_has_many (DtlLayout *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->lanes->n_entries > MANY_ENTRIES;
}

DtlLayout *
dtl_layout_new_within (DtlLayout *self, DtlTimeScale scale, int64_t label_x0_px, int64_t label_x1_px)
{
  DtlLayoutInput input = self->input;

  input.scale = scale;
  input.label_x0_px = label_x0_px;
  input.label_x1_px = label_x1_px;
  return new_layout (&input, &self->limits, dtl_lanes_ref (self->lanes), dtl_labels_ref (self->labels));
}

DtlLayout *
dtl_layout_new_scaled (DtlLayout *self, DtlTimeScale scale)
{
  g_return_val_if_fail (self != NULL && scale.px_per_day > 0, NULL);

  return dtl_layout_new_within (self, scale, 0, 0);
}

/** dtl_layout_ref: Returns: (transfer full): @self */
DtlLayout *
dtl_layout_ref (DtlLayout *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/** dtl_layout_unref: @self: (transfer full) (nullable): items, marks and lanes go with the last reference */
void
dtl_layout_unref (DtlLayout *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (guint i = 0; i < self->n_lanes; i++)
    {
      g_clear_pointer (&self->states[i].chunks, g_hash_table_unref);
      g_clear_pointer (&self->states[i].cuts, g_array_unref);
      g_clear_pointer (&self->states[i].bars, g_ptr_array_unref);
    }
  g_free (self->states);
  g_free (self->lane_infos);
  g_array_unref (self->marks);
  g_array_unref (self->cluster_rows);
  g_hash_table_unref (self->links);
  g_array_unref (self->put_off);
  g_array_unref (self->put_off_rows);
  dtl_labels_unref (self->labels);
  dtl_lanes_unref (self->lanes);
  dtl_columns_unref (self->input.columns);
  dtl_actor_table_unref (self->input.actors);
  dtl_bitset_unref (self->input.visible);
  g_clear_pointer (&self->filter, dtl_filter_free);
  g_free (self);
}

void
dtl_layout_ensure (DtlLayout *self, int64_t x0_px, int64_t x1_px)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < self->n_lanes; i++)
    dtl_layout_visit (self, i, x0_px, x1_px, NULL, NULL);
}

/** dtl_layout_get_lanes: @n_lanes: (out). Returns: (transfer none): top to bottom */
const DtlLane *
dtl_layout_get_lanes (DtlLayout *self, guint *n_lanes)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (n_lanes != NULL)
    *n_lanes = self->n_lanes;
  return self->lane_infos;
}

/** dtl_layout_get_height_px: Returns: of all lanes together */
int
dtl_layout_get_height_px (DtlLayout *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->height_px;
}
