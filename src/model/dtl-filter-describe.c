/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The filter in words, for the stamp on a picture. */
#include "config.h"

#include "base/dtl-gettext.h"
#include "date/dtl-civil.h"
#include "model/dtl-filter.h"

#define MAX_NAMES 8

/* Somebody whose parent is on is told by the parent. */
static gboolean
is_told_by_parent (const DtlFilter *self, const DtlActorTable *actors, uint32_t index)
{
  const DtlActor *actor = dtl_actor_table_get (actors, index);

  return actor->parent != DTL_ID_NONE && dtl_actor_table_find_id (actors, actor->parent) >= 0 &&
         dtl_filter_is_actor_on (self, actor->parent);
}

static char *
describe_actors (const DtlFilter *self, const DtlActorTable *actors)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *joined = NULL;
  guint n_more = 0;

  for (uint32_t i = 0; i < dtl_actor_table_get_size (actors); i++)
    {
      const DtlActor *actor = dtl_actor_table_get (actors, i);

      if (!dtl_filter_is_actor_on (self, actor->id) || is_told_by_parent (self, actors, i))
        continue;
      if (names->len < MAX_NAMES)
        g_ptr_array_add (names, actor->name != NULL ? actor->name : (char *) "");
      else
        n_more++;
    }
  if (names->len == 0)
    return g_strdup (_ ("no actors"));
  g_ptr_array_add (names, NULL);
  joined = g_strjoinv (", ", (char **) names->pdata);
  if (n_more == 0)
    return g_strdup_printf (ngettext ("actor: %s", "actors: %s", names->len - 1), joined);
  return g_strdup_printf (ngettext ("actors: %s and %u more", "actors: %s and %u more", n_more), joined, n_more);
}

/* As coarse as it is exact: a first of January that begins a span is its year. */
static char *
format_day (int64_t seconds, gboolean is_end)
{
  int64_t day = dtl_civil_day_from_seconds (seconds);
  DtlCivilDay civil = dtl_civil_from_day_number (day);
  gboolean is_month = is_end ? civil.day == dtl_civil_days_in_month (civil.year, civil.month) : civil.day == 1;
  char *text = dtl_civil_format_day (day);

  if (is_month && g_str_has_suffix (text, is_end ? "-12-31" : "-01-01"))
    *g_strrstr (text, is_end ? "-12-31" : "-01-01") = '\0';
  else if (is_month)
    *strrchr (text, '-') = '\0';
  return text;
}

char *
dtl_filter_format_from (const DtlFilter *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->from != DTL_CIVIL_MIN ? format_day (self->from, FALSE) : NULL;
}

char *
dtl_filter_format_to (const DtlFilter *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->to != DTL_CIVIL_MAX ? format_day (self->to, TRUE) : NULL;
}

static char *
describe_dates (const DtlFilter *self)
{
  g_autofree char *from = dtl_filter_format_from (self);
  g_autofree char *to = dtl_filter_format_to (self);

  if (from != NULL && to != NULL)
    return g_strdup_printf (self->certain ? _ ("from %s to %s (falls inside)") : _ ("from %s to %s (may fall inside)"),
                            from, to);
  if (from != NULL)
    return g_strdup_printf (self->certain ? _ ("from %s (falls inside)") : _ ("from %s (may fall inside)"), from);
  return g_strdup_printf (self->certain ? _ ("to %s (falls inside)") : _ ("to %s (may fall inside)"), to);
}

/* The name that stands in files and in the output of the command line. */
static char *
dup_stable_name (DtlFacet facet, int64_t value)
{
  static const DtlVocabulary vocabularies[] = { [DTL_FACET_KIND] = DTL_VOCABULARY_EVENT_KIND,
                                                [DTL_FACET_STATUS] = DTL_VOCABULARY_STATUS,
                                                [DTL_FACET_ASSERTION] = DTL_VOCABULARY_ASSERTION };
  const char *name = facet == DTL_FACET_SOURCE ? NULL : dtl_term_name (vocabularies[facet], (int) value);

  return name != NULL ? g_strdup (name) : g_strdup_printf ("%" G_GINT64_FORMAT, value);
}

static int
compare_values (const void *a, const void *b)
{
  int64_t first = **(const int64_t *const *) a;
  int64_t second = **(const int64_t *const *) b;

  return (first > second) - (first < second);
}

/* The names of the values that are on, in an order that does not change. */
static char *
join_values (const DtlFilter *self, DtlFacet facet, DtlFacetNameFunc name, gpointer user_data)
{
  guint n_values = 0;
  g_autofree gpointer *values = g_hash_table_get_keys_as_array (self->facets[facet], &n_values);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *joined = NULL;

  qsort (values, n_values, sizeof *values, compare_values);
  for (guint i = 0; i < MIN (n_values, MAX_NAMES); i++)
    {
      int64_t value = *(const int64_t *) values[i];

      g_ptr_array_add (names, name != NULL ? name (facet, value, user_data) : dup_stable_name (facet, value));
    }
  g_ptr_array_add (names, NULL);
  joined = g_strjoinv (", ", (char **) names->pdata);
  if (n_values <= MAX_NAMES)
    return g_steal_pointer (&joined);
  return g_strdup_printf (
      /* Translators: several names, then how many are not told */
      ngettext ("%1$s and %2$u more", "%1$s and %2$u more", n_values - MAX_NAMES), joined, n_values - MAX_NAMES);
}

static char *
describe_facet (const DtlFilter *self, DtlFacet facet, DtlFacetNameFunc name, gpointer user_data)
{
  guint n_values = g_hash_table_size (self->facets[facet]);
  g_autofree char *values = join_values (self, facet, name, user_data);

  switch (facet)
    {
    case DTL_FACET_KIND:
      return n_values == 0 ? g_strdup (_ ("no kind")) : g_strdup_printf (_ ("kind: %s"), values);
    case DTL_FACET_STATUS:
      return n_values == 0 ? g_strdup (_ ("no status")) : g_strdup_printf (_ ("status: %s"), values);
    case DTL_FACET_ASSERTION:
      return n_values == 0 ? g_strdup (_ ("no assertion")) : g_strdup_printf (_ ("assertion: %s"), values);
    case DTL_FACET_SOURCE:
      return n_values == 0 ? g_strdup (_ ("no sources"))
                           : g_strdup_printf (ngettext ("source: %s", "sources: %s", n_values), values);
    default:
      g_assert_not_reached ();
    }
}

char *
dtl_filter_describe (const DtlFilter *self, const DtlActorTable *actors, DtlFacetNameFunc name, gpointer user_data)
{
  g_autoptr (GPtrArray) parts = NULL;

  g_return_val_if_fail (self != NULL && actors != NULL, NULL);

  if (dtl_filter_is_empty (self))
    return NULL;
  parts = g_ptr_array_new_with_free_func (g_free);
  /* All of them and nothing without an actor is a filter, too. */
  if (!self->all_actors || self->hide_no_actor)
    g_ptr_array_add (parts, describe_actors (self, actors));
  if (self->from != DTL_CIVIL_MIN || self->to != DTL_CIVIL_MAX)
    g_ptr_array_add (parts, describe_dates (self));
  for (DtlFacet facet = 0; facet < DTL_N_FACETS; facet++)
    if (dtl_filter_has_facet (self, facet))
      g_ptr_array_add (parts, describe_facet (self, facet, name, user_data));
  if (self->only_events != NULL)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u chosen event", "%u chosen events", self->only_events->len),
                                             self->only_events->len));
  if (self->text != NULL && self->text[0] != '\0')
    g_ptr_array_add (parts, g_strdup_printf (_ ("words: “%s”"), self->text));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv ("; ", (char **) parts->pdata);
}
