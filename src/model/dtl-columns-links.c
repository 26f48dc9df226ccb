/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The links between events: few beside the events, so that they lie in one array by the row of either end, and are
 * found by binary search. */
#include "config.h"

#include <stdlib.h>

#include "model/dtl-columns-private.h"

static int
compare_links (const void *a, const void *b)
{
  const DtlColumnsLink *first = a;
  const DtlColumnsLink *second = b;

  if (first->row != second->row)
    return first->row < second->row ? -1 : 1;
  if (first->other != second->other)
    return first->other < second->other ? -1 : 1;
  if (first->type != second->type)
    return first->type < second->type ? -1 : 1;
  return (first->is_from > second->is_from) - (first->is_from < second->is_from);
}

void
dtl_columns_fill_links (DtlColumns *self, const GArray *pending)
{
  if (pending->len == 0)
    return;
  self->links = g_new (DtlColumnsLink, (gsize) pending->len * 2);
  for (guint i = 0; i < pending->len; i++)
    {
      const DtlPendingLink *link = &g_array_index (pending, DtlPendingLink, i);
      int64_t from = dtl_columns_find (self, link->from);
      int64_t to = dtl_columns_find (self, link->to);

      if (from < 0 || to < 0 || from == to)
        continue;
      self->links[self->n_links++] = (DtlColumnsLink){ (uint32_t) from, (uint32_t) to, (uint8_t) link->type, TRUE };
      self->links[self->n_links++] = (DtlColumnsLink){ (uint32_t) to, (uint32_t) from, (uint8_t) link->type, FALSE };
    }
  qsort (self->links, self->n_links, sizeof (DtlColumnsLink), compare_links);
}

const DtlColumnsLink *
dtl_columns_get_links (const DtlColumns *self, uint32_t row, uint32_t *n_links)
{
  uint32_t low = 0;
  uint32_t high;
  uint32_t end;

  g_return_val_if_fail (self != NULL && n_links != NULL, NULL);

  high = self->n_links;
  while (low < high)
    {
      uint32_t middle = low + (high - low) / 2;

      if (self->links[middle].row < row)
        low = middle + 1;
      else
        high = middle;
    }
  for (end = low; end < self->n_links && self->links[end].row == row;)
    end++;
  *n_links = end - low;
  return *n_links > 0 ? &self->links[low] : NULL;
}
