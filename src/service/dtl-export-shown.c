/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which events have a place on a picture of a span or of some lanes: their passages are printed, and no others'. Asked
 * of a layout without words, since membership in lanes and what an open end reaches are layout's to know. */
#include "config.h"

#include "service/dtl-export-private.h"

/* A mark reaches a few pixels to both sides; in so wide a span that is nothing. */
#define SPAN_PX 20000

static DtlLayout *
lay_out (DtlDocument *document,
         const DtlExportOptions *options,
         const DtlFilter *filter,
         DtlBitset *visible,
         DtlTextMeasure *measure,
         DtlTimeScale scale)
{
  DtlLayoutInput input = {
    .columns = dtl_document_get_columns (document),
    .actors = dtl_document_get_actors (document),
    .filter = filter,
    .visible = visible,
    .grouping = options->grouping,
    .scale = scale,
    .measure = measure,
  };

  dtl_layout_metrics_init (&input.metrics);

  return dtl_layout_new (&input);
}

static void
add_items (DtlBitset *shown, DtlLayout *layout, const DtlExportOptions *options, int64_t x0_px, int64_t x1_px)
{
  g_autoptr (GPtrArray) items = dtl_layout_get_items (layout, x0_px, x1_px);

  for (guint i = 0; i < items->len; i++)
    {
      const DtlItem *item = g_ptr_array_index (items, i);
      const uint32_t *rows;

      if (options->n_lanes > 0 &&
          (item->lane < options->first_lane || item->lane - options->first_lane >= options->n_lanes))
        continue;
      rows = dtl_layout_get_cluster_rows (layout, item);
      for (uint32_t k = 0; k < MAX (item->n_events, 1); k++)
        dtl_bitset_set (shown, rows[k], TRUE);
    }
}

/* What the filter lets through, less what is outside of the span and lanes that were asked for. Undated events stand on
 * the shelf, whatever the span. (transfer full) */
DtlBitset *
dtl_export_find_shown (DtlDocument *document,
                       const DtlExportOptions *options,
                       const DtlFilter *filter,
                       DtlBitset *visible)
{
  DtlColumns *columns = dtl_document_get_columns (document);
  g_autoptr (DtlLayout) layout = NULL;
  g_autofree DtlTextMeasure *measure = NULL;
  DtlBitset *shown;
  int64_t from = options->from_seconds;
  int64_t to = options->to_seconds;
  double days;
  DtlTimeScale scale = { 0 };

  if (!options->has_span && options->n_lanes == 0)
    return dtl_bitset_ref (visible);
  shown = dtl_bitset_new (columns->n_events, FALSE);
  for (uint32_t row = columns->n_dated; row < columns->n_events; row++)
    dtl_bitset_set (shown, row, dtl_bitset_get (visible, row));
  if (!options->has_span && !dtl_layout_get_extent (columns, visible, &from, &to))
    return shown;

  days = MAX (((double) to - (double) from) / DTL_SECONDS_PER_DAY, 1);
  scale.px_per_day = CLAMP (SPAN_PX / days, DTL_SCALE_MIN_PX_PER_DAY, DTL_SCALE_MAX_PX_PER_DAY);
  measure = dtl_text_measure_new_fixed (1, 1);
  layout = lay_out (document, options, filter, visible, measure, scale);
  add_items (shown, layout, options, dtl_time_scale_to_world_px (&scale, from),
             dtl_time_scale_to_world_px (&scale, to));

  return shown;
}
