/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Titles that there was no time for: once those of a chunk are measured, as far as it asked for them, it is placed
 * anew, and nothing else is. Where a chunk has its titles depends on no other, so that what stands there in the end is
 * what would have without a budget. */
#include "config.h"

#include "layout/dtl-layout-private.h"

/** Part: of the layout that is in view. */
typedef struct
{
  int64_t x0_px;
  int64_t x1_px;
  int y0_px;
  int y1_px;
} Part;

static gboolean
touches (const DtlLayout *self, const DtlPutOff *put_off, const Part *part)
{
  const DtlLane *lane = &self->lane_infos[put_off->lane];

  return put_off->x1_px >= part->x0_px && put_off->x0_px <= part->x1_px && lane->y_px <= part->y1_px &&
         lane->y_px + lane->height_px >= part->y0_px;
}

void
dtl_layout_set_title_budget (DtlLayout *self, DtlTimeAsker has_time, gpointer user_data)
{
  g_return_if_fail (self != NULL);

  if (self->lanes->n_entries > self->limits.exact_entries)
    dtl_labels_set_budget (self->labels, has_time, user_data);
}

/* How long a view takes to place is not known beforehand, and what is left of a frame's time is the titles'. */
static void
place_without_titles (DtlLayout *self, const Part *part)
{
  dtl_labels_set_waiting (self->labels, TRUE);
  for (guint i = 0; i < self->n_lanes; i++)
    if (self->lane_infos[i].y_px <= part->y1_px &&
        self->lane_infos[i].y_px + self->lane_infos[i].height_px >= part->y0_px)
      dtl_layout_visit (self, i, part->x0_px, part->x1_px, NULL, NULL);
  dtl_labels_set_waiting (self->labels, FALSE);
}

static void
replace (DtlLayout *self, const DtlPutOff *put_off)
{
  if (put_off->entry == DTL_NO_ENTRY)
    dtl_layout_replace_chunk (self, put_off->lane, put_off->chunk);
  else
    dtl_layout_replace_crossing (self, put_off->lane, put_off->entry);
}

void
dtl_layout_note_put_off (DtlLayout *self, DtlPutOff put_off, guint n_put_off)
{
  if (dtl_labels_count_put_off (self->labels) == n_put_off)
    return;
  put_off.first_row = self->put_off_rows->len;
  dtl_labels_take_put_off (self->labels, n_put_off, self->put_off_rows);
  put_off.n_rows = self->put_off_rows->len - put_off.first_row;
  g_array_append_val (self->put_off, put_off);
}

/* As it was noted before. */
static void
keep (DtlLayout *self, DtlPutOff put_off, const uint32_t *rows)
{
  put_off.first_row = self->put_off_rows->len;
  g_array_append_vals (self->put_off_rows, rows, put_off.n_rows);
  g_array_append_val (self->put_off, put_off);
}

/* Goes through what was put off. Returns: whether anything was placed */
static gboolean
go_on (DtlLayout *self, const Part *part)
{
  g_autoptr (GArray) before = g_steal_pointer (&self->put_off);
  g_autoptr (GArray) rows_before = g_steal_pointer (&self->put_off_rows);
  gboolean has_placed = FALSE;

  self->put_off = g_array_sized_new (FALSE, FALSE, sizeof (DtlPutOff), before->len);
  self->put_off_rows = g_array_sized_new (FALSE, FALSE, sizeof (uint32_t), rows_before->len);
  for (guint i = 0; i < before->len; i++)
    {
      const DtlPutOff *put_off = &g_array_index (before, DtlPutOff, i);
      const uint32_t *rows = &g_array_index (rows_before, uint32_t, put_off->first_row);

      if (!touches (self, put_off, part) || !dtl_labels_measure_rows (self->labels, rows, put_off->n_rows) ||
          !dtl_labels_have_time (self->labels))
        {
          keep (self, *put_off, rows);
          continue;
        }
      replace (self, put_off);
      has_placed = TRUE;
    }
  return has_placed;
}

gboolean
dtl_layout_add_titles (DtlLayout *self, int64_t x0_px, int64_t x1_px, int y0_px, int y1_px)
{
  Part part = { x0_px, x1_px, y0_px, y1_px };
  gboolean has_placed;

  g_return_val_if_fail (self != NULL, FALSE);

  if (dtl_labels_have_limit (self->labels))
    place_without_titles (self, &part);
  has_placed = self->put_off->len > 0 && go_on (self, &part);
  /* Links go around labels. */
  if (has_placed)
    g_hash_table_remove_all (self->links);
  return has_placed;
}

gboolean
dtl_layout_is_whole (DtlLayout *self, int64_t x0_px, int64_t x1_px, int y0_px, int y1_px)
{
  Part part = { x0_px, x1_px, y0_px, y1_px };

  g_return_val_if_fail (self != NULL, TRUE);

  for (guint i = 0; i < self->put_off->len; i++)
    if (touches (self, &g_array_index (self->put_off, DtlPutOff, i), &part))
      return FALSE;
  return TRUE;
}
