/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows as sorted arrays of what is taken. */
#include "config.h"

#include "layout/dtl-rows-private.h"

typedef struct
{
  int64_t x0_px;
  int64_t x1_px;
} Taken;

struct _DtlRows
{
  int gap_px;
  int64_t x0_px;
  int64_t x1_px;
  guint n_rows;
  GArray *rows[]; /* of Taken, by x */
};

/*
 * dtl_rows_new:
 * @n_rows: how many
 * @gap_px: between two things in a row
 *
 * Returns: (transfer full): empty rows
 */
DtlRows *
dtl_rows_new (guint n_rows, int gap_px, int64_t x0_px, int64_t x1_px)
{
  DtlRows *self = g_malloc0 (sizeof (DtlRows) + n_rows * sizeof (GArray *));

  self->gap_px = gap_px;
  self->x0_px = x0_px;
  self->x1_px = x1_px;
  self->n_rows = n_rows;
  for (guint i = 0; i < n_rows; i++)
    self->rows[i] = g_array_new (FALSE, FALSE, sizeof (Taken));
  return self;
}

void
dtl_rows_free (DtlRows *self)
{
  for (guint i = 0; i < self->n_rows; i++)
    g_array_unref (self->rows[i]);
  g_free (self);
}

/* The first that begins at or right of @x_px. */
static guint
find_right_of (const GArray *row, int64_t x_px)
{
  guint low = 0;
  guint high = row->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (row, Taken, middle).x0_px < x_px)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

gboolean
dtl_rows_find_room (const DtlRows *self,
                    guint row,
                    int64_t x0_px,
                    int64_t x1_px,
                    int64_t *room_x0_px,
                    int64_t *room_x1_px)
{
  const GArray *taken = self->rows[row];
  guint right = find_right_of (taken, x0_px);

  g_assert (row < self->n_rows);
  *room_x0_px = right > 0 ? g_array_index (taken, Taken, right - 1).x1_px + self->gap_px : self->x0_px;
  *room_x1_px = right < taken->len ? g_array_index (taken, Taken, right).x0_px - self->gap_px : self->x1_px;
  *room_x0_px = MAX (*room_x0_px, self->x0_px);
  *room_x1_px = MIN (*room_x1_px, self->x1_px);
  return *room_x0_px <= x0_px && x1_px <= *room_x1_px;
}

void
dtl_rows_find_beside (const DtlRows *self, guint row, int64_t x0_px, int64_t *room_x0_px, int64_t *room_x1_px)
{
  const GArray *taken = self->rows[row];
  guint at = find_right_of (taken, x0_px);

  g_assert (at < taken->len && g_array_index (taken, Taken, at).x0_px == x0_px);
  *room_x0_px = at > 0 ? g_array_index (taken, Taken, at - 1).x1_px + self->gap_px : self->x0_px;
  *room_x1_px = at + 1 < taken->len ? g_array_index (taken, Taken, at + 1).x0_px - self->gap_px : self->x1_px;
  *room_x0_px = MAX (*room_x0_px, self->x0_px);
  *room_x1_px = MIN (*room_x1_px, self->x1_px);
}

void
dtl_rows_replace (DtlRows *self, guint row, int64_t old_x0_px, int64_t x0_px, int64_t x1_px)
{
  GArray *taken = self->rows[row];
  guint at = find_right_of (taken, old_x0_px);

  g_assert (at < taken->len && g_array_index (taken, Taken, at).x0_px == old_x0_px);
  g_array_index (taken, Taken, at) = (Taken){ x0_px, x1_px };
}

/* Parts that do not overlap, except that long bars, whose rows are settled elsewhere, may touch within the gap. */
void
dtl_rows_take (DtlRows *self, guint row, int64_t x0_px, int64_t x1_px)
{
  Taken taken = { x0_px, x1_px };

  g_assert (row < self->n_rows);
  g_array_insert_val (self->rows[row], find_right_of (self->rows[row], x0_px), taken);
}
