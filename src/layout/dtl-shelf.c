/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The shelf of undated events: pills from left to right, the important ones first, as many as fit. */
#include "config.h"

#include "layout/dtl-layout-private.h"

#define PILL_MAX_PX     180
#define PILL_PADDING_PX 10
#define PILL_GAP_PX     8

/* For a title that is not known yet, or empty. */
#define NO_TITLE "…"

static int
compare_rows (const void *a, const void *b, void *user_data)
{
  const DtlColumns *columns = user_data;
  uint32_t first = *(const uint32_t *) a;
  uint32_t second = *(const uint32_t *) b;

  if (columns->importance[first] != columns->importance[second])
    return columns->importance[first] > columns->importance[second] ? -1 : 1;
  return (columns->id[first] > columns->id[second]) - (columns->id[first] < columns->id[second]);
}

static GArray *
gather_rows (const DtlLayout *self)
{
  const DtlColumns *columns = self->input.columns;
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (uint32_t));

  for (uint32_t row = columns->n_dated; row < columns->n_events; row++)
    if (dtl_bitset_get (self->input.visible, row))
      g_array_append_val (rows, row);
  g_array_sort_with_data (rows, compare_rows, (gpointer) columns);
  return rows;
}

static int
measure (const DtlLayout *self, const char *text)
{
  return self->input.measure->width_px (self->input.measure, DTL_TEXT_DATE, text);
}

static const char *
fit_title (DtlLayout *self, uint32_t row)
{
  DtlLabel label = dtl_labels_get (self->labels, row);
  g_autofree char *shortened = NULL;

  if (label.full_title == NULL)
    return NO_TITLE;
  shortened = dtl_text_measure_ellipsize (self->input.measure, DTL_TEXT_DATE, label.full_title,
                                          PILL_MAX_PX - 2 * PILL_PADDING_PX);
  return shortened != NULL ? dtl_labels_intern (self->labels, shortened) : NO_TITLE;
}

static int
more_width_px (const DtlLayout *self, guint n_more)
{
  g_autofree char *text = g_strdup_printf ("+%u", n_more);

  return measure (self, text) + 2 * PILL_PADDING_PX;
}

/* Whether an item that ends at @end_px leaves room for the count of the @n_left behind it. */
static gboolean
leaves_room (const DtlLayout *self, int end_px, guint n_left, int width_px)
{
  return end_px + (n_left > 0 ? PILL_GAP_PX + more_width_px (self, n_left) : 0) <= width_px;
}

GArray *
dtl_layout_get_shelf (DtlLayout *self, int width_px, guint *n_more, int *more_x_px)
{
  g_autoptr (GArray) rows = NULL;
  GArray *shelf;
  int x_px = 0;

  g_return_val_if_fail (self != NULL, NULL);

  rows = gather_rows (self);
  shelf = g_array_new (FALSE, FALSE, sizeof (DtlShelfItem));
  for (guint i = 0; i < rows->len; i++)
    {
      DtlShelfItem item = { .row = g_array_index (rows, uint32_t, i), .x_px = x_px };

      item.label = fit_title (self, item.row);
      item.width_px = measure (self, item.label) + 2 * PILL_PADDING_PX;
      item.is_alleged = self->input.columns->assertion[item.row] == DTL_ASSERTION_ALLEGED;
      if (!leaves_room (self, x_px + item.width_px, rows->len - i - 1, width_px))
        break;
      g_array_append_val (shelf, item);
      x_px += item.width_px + PILL_GAP_PX;
    }
  if (n_more != NULL)
    *n_more = rows->len - shelf->len;
  if (more_x_px != NULL)
    *more_x_px = x_px;
  return shelf;
}
