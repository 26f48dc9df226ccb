/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A layout as text, one line a thing, for golden tests and for eyes:
 *
 *   break 400..428
 *   lane 0 actor 2 "Kaspersky" y 0+58 events 3 colour 1
 *     event 4 x 100..220 y 8..50 axis 30: "Office to close" at 118,12 w 90 | "about 2017" at 118,28
 *       join 112..180
 *       mark 7 diamond hollow at 106 band 100..112
 *     cluster of 5 x 300..440 y 60..80: "+5" at 308,63 | "Title…" at x +20; events 5 6 7 8 9
 */
#include "config.h"

#include "layout/dtl-layout-private.h"

static const char *const grouping_names[] = { "actor", "kind", "source", "all" };
static const char *const shape_names[] = { "circle", "diamond", "square", "bar-start", "bar-end" };
static const char *const end_names[] = { "hard", "soft", "fade", "open", "unknown" };

static int
compare_items (const void *a, const void *b)
{
  const DtlItem *first = *(DtlItem *const *) a;
  const DtlItem *second = *(DtlItem *const *) b;

  if (first->axis_y_px != second->axis_y_px)
    return first->axis_y_px < second->axis_y_px ? -1 : 1;
  if (first->x0_px != second->x0_px)
    return first->x0_px < second->x0_px ? -1 : 1;
  return (first->row > second->row) - (first->row < second->row);
}

static void
dump_mark (const DtlPlacedMark *mark, GString *out)
{
  g_string_append_printf (out, "    mark %u %s", mark->mark, shape_names[mark->shape]);
  if (mark->is_hollow)
    g_string_append (out, " hollow");
  if (mark->is_competing)
    g_string_append (out, " competing");
  if (mark->is_derived)
    g_string_append (out, " derived");
  g_string_append_printf (out, " at %" G_GINT64_FORMAT, mark->x_px);
  if (mark->band_x1_px > mark->band_x0_px)
    g_string_append_printf (out, " %s %" G_GINT64_FORMAT "..%" G_GINT64_FORMAT, mark->is_bar ? "bar" : "band",
                            mark->band_x0_px, mark->band_x1_px);
  if (mark->is_bar && mark->band_x1_px > mark->band_x0_px)
    g_string_append_printf (out, " solid %" G_GINT64_FORMAT "..%" G_GINT64_FORMAT, mark->solid_x0_px,
                            mark->solid_x1_px);
  if (mark->start_style != DTL_END_HARD || mark->end_style != DTL_END_HARD)
    g_string_append_printf (out, " ends %s %s", end_names[mark->start_style], end_names[mark->end_style]);
  g_string_append_c (out, '\n');
}

static void
dump_joins (DtlLayout *self, const DtlItem *item, GString *out)
{
  g_autoptr (GArray) joins = dtl_layout_get_item_joins (self, item);

  for (guint i = 0; i < joins->len; i++)
    g_string_append_printf (out, "    join %" G_GINT64_FORMAT "..%" G_GINT64_FORMAT "\n",
                            g_array_index (joins, DtlJoin, i).x0_px, g_array_index (joins, DtlJoin, i).x1_px);
}

static void
dump_label (const DtlItem *item, GString *out)
{
  if (item->label == NULL)
    return;
  g_string_append_printf (out, ": \"%s\" at %" G_GINT64_FORMAT ",%d w %d%s%s", item->label, item->label_x_px,
                          item->label_y_px, item->label_width_px, item->label_above ? " above" : "",
                          item->label_end ? " end" : "");
  if (item->slide_x1_px - item->slide_x0_px > item->label_width_px)
    g_string_append_printf (out, " slides %" G_GINT64_FORMAT "..%" G_GINT64_FORMAT, item->slide_x0_px,
                            item->slide_x1_px);
  if (item->date_label != NULL && item->date_dx_px > 0)
    g_string_append_printf (out, " | \"%s\" at x +%d", item->date_label, item->date_dx_px);
  else if (item->date_label != NULL)
    g_string_append_printf (out, " | \"%s\" at y %d", item->date_label, item->date_y_px);
}

static void
dump_item (DtlLayout *self, const DtlItem *item, GString *out)
{
  const DtlPlacedMark *marks = dtl_layout_get_item_marks (self, item);
  const uint32_t *rows = dtl_layout_get_cluster_rows (self, item);

  if (item->kind == DTL_ITEM_CLUSTER)
    g_string_append_printf (out, "  cluster of %u", item->n_events);
  else
    g_string_append_printf (out, "  event %u", item->row);
  g_string_append_printf (out, " x %" G_GINT64_FORMAT "..%" G_GINT64_FORMAT " y %d..%d axis %d%s", item->x0_px,
                          item->x1_px, item->y0_px, item->y1_px, item->axis_y_px, item->is_alleged ? " alleged" : "");
  dump_label (item, out);
  if (item->cluster_title != NULL)
    g_string_append_printf (out, " | \"%s\" at x +%d", item->cluster_title, item->cluster_title_dx_px);
  for (uint32_t i = 0; item->kind == DTL_ITEM_CLUSTER && i < item->n_events; i++)
    g_string_append_printf (out, "%s %u", i == 0 ? "; events" : "", rows[i]);
  g_string_append_c (out, '\n');
  dump_joins (self, item, out);
  for (guint i = 0; i < item->n_marks; i++)
    dump_mark (&marks[i], out);
}

static void
dump_lane (const DtlLane *lane, guint index, GString *out)
{
  g_string_append_printf (out, "lane %u %s", index, grouping_names[lane->grouping]);
  if (lane->key == DTL_LANE_NO_KEY)
    g_string_append (out, " none");
  else if (lane->key == DTL_LANE_OTHERS)
    g_string_append (out, " others");
  else if (lane->grouping != DTL_GROUP_NONE)
    g_string_append_printf (out, " %u", lane->key);
  if (lane->name != NULL)
    g_string_append_printf (out, " \"%s\"", lane->name);
  g_string_append_printf (out, " y %d+%d events %u", lane->y_px, lane->height_px, lane->n_events);
  if (lane->colour >= 0)
    g_string_append_printf (out, " colour %d", lane->colour);
  g_string_append_c (out, '\n');
}

static void
dump_breaks (const DtlLayout *self, GString *out)
{
  const DtlScaleFold *fold = dtl_time_scale_next_break (&self->input.scale, INT64_MIN);

  for (; fold != NULL; fold = dtl_time_scale_next_break (&self->input.scale, fold->x1_px))
    g_string_append_printf (out, "break %" G_GINT64_FORMAT "..%" G_GINT64_FORMAT "\n", fold->x0_px, fold->x1_px);
}

static void
collect (DtlItem *item, gpointer items)
{
  g_ptr_array_add (items, item);
}

char *
dtl_layout_dump (DtlLayout *self, int64_t x0_px, int64_t x1_px)
{
  GString *out;

  g_return_val_if_fail (self != NULL, NULL);

  out = g_string_new (NULL);
  dump_breaks (self, out);
  for (guint lane = 0; lane < self->n_lanes; lane++)
    {
      g_autoptr (GPtrArray) items = g_ptr_array_new ();

      dump_lane (&self->lane_infos[lane], lane, out);
      dtl_layout_visit (self, lane, x0_px, x1_px, collect, items);
      g_ptr_array_sort (items, compare_items);
      for (guint i = 0; i < items->len; i++)
        dump_item (self, g_ptr_array_index (items, i), out);
    }
  return g_string_free (out, FALSE);
}
