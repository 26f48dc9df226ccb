/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The days on which something became known: what a replay of the story stops at. */
#include "config.h"

#include "model/dtl-knowledge-private.h"

#include "date/dtl-civil.h"

static int
compare_days (gconstpointer a, gconstpointer b)
{
  const DtlKnownDay *first = a;
  const DtlKnownDay *second = b;

  if (first->until_seconds != second->until_seconds)
    return first->until_seconds < second->until_seconds ? -1 : 1;
  return (first->first_source > second->first_source) - (first->first_source < second->first_source);
}

/* The days follow each other sorted; the sources of one day become one. */
static void
join_days (GArray *days)
{
  guint n_left = 0;

  for (guint i = 0; i < days->len; i++)
    {
      const DtlKnownDay *day = &g_array_index (days, DtlKnownDay, i);
      DtlKnownDay *last = n_left > 0 ? &g_array_index (days, DtlKnownDay, n_left - 1) : NULL;

      if (last != NULL && last->until_seconds == day->until_seconds)
        last->n_sources++;
      else
        g_array_index (days, DtlKnownDay, n_left++) = *day;
    }
  g_array_set_size (days, n_left);
}

GArray *
dtl_knowledge_list_days (const GPtrArray *sources, gboolean may_be)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (DtlKnownDay));

  g_return_val_if_fail (sources != NULL, days);

  for (guint i = 0; i < sources->len; i++)
    {
      int64_t seconds = dtl_knowledge_published_seconds (g_ptr_array_index (sources, i), may_be);
      DtlKnownDay day = { 0, 1, i };

      if (seconds == DTL_CIVIL_MIN || seconds == DTL_CIVIL_MAX)
        continue;
      day.until_seconds = (dtl_civil_day_from_seconds (seconds) + 1) * DTL_SECONDS_PER_DAY - 1;
      g_array_append_val (days, day);
    }
  g_array_sort (days, compare_days);
  join_days (days);
  return days;
}
