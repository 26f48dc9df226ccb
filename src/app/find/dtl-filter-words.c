/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Of the two ways to tell a set, what is on and what is off, the shorter one is told: "Without Best Buy" rather than
 * eleven names. Somebody whose parent is told is not told again. */
#include "config.h"

#include "app/find/dtl-filter-words.h"

#include <glib/gi18n.h>

#include "date/dtl-date-label.h"
#include "service/dtl-facet-name.h"

#define MAX_NAMES 3

/* Returns: (transfer full): the first of the names, and how many more there are */
static char *
join_names (GPtrArray *names)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) told = NULL;
  g_autofree char *joined = NULL;
  guint n_more = names->len > MAX_NAMES ? names->len - MAX_NAMES : 0;

  for (guint i = 0; i < names->len - n_more; i++)
    g_strv_builder_add (builder, g_ptr_array_index (names, i));
  told = g_strv_builder_end (builder);
  /* Translators: between names */
  joined = g_strjoinv (C_ ("between names", ", "), told);
  if (n_more == 0)
    return g_steal_pointer (&joined);
  /* Translators: some names, then how many there are besides */
  return g_strdup_printf (ngettext ("%1$s and %2$u more", "%1$s and %2$u more", n_more), joined, n_more);
}

/* --- actors ----------------------------------------------------------------------------------------------------- */

static gboolean
is_told_by_parent (DtlActorTable *actors, const DtlActor *actor, const DtlFilter *filter, gboolean on)
{
  return actor->parent != DTL_ID_NONE && dtl_actor_table_find_id (actors, actor->parent) >= 0 &&
         dtl_filter_is_actor_on (filter, actor->parent) == on;
}

static GPtrArray *
list_actors (DtlActorTable *actors, const DtlFilter *filter, gboolean on)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (uint32_t i = 0; i < dtl_actor_table_get_size (actors); i++)
    {
      const DtlActor *actor = dtl_actor_table_get (actors, i);

      if (dtl_filter_is_actor_on (filter, actor->id) == on && !is_told_by_parent (actors, actor, filter, on))
        g_ptr_array_add (names, g_strdup (actor->name != NULL ? actor->name : ""));
    }
  return names;
}

static char *
describe_actors (DtlActorTable *actors, const DtlFilter *filter)
{
  g_autoptr (GPtrArray) on = list_actors (actors, filter, TRUE);
  g_autoptr (GPtrArray) off = list_actors (actors, filter, FALSE);
  g_autofree char *names = join_names (off->len <= on->len ? off : on);

  if (filter->all_actors)
    return NULL;
  if (on->len == 0)
    return g_strdup (_ ("No actors"));
  return g_strdup_printf (off->len <= on->len ? C_ ("actors", "Without %s") : C_ ("actors", "Only %s"), names);
}

/* --- facets ----------------------------------------------------------------------------------------------------- */

static GPtrArray *
list_values (DtlSession *session, DtlFacet facet, gboolean on)
{
  DtlDocument *document = dtl_session_get_document (session);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) values =
      dtl_facet_list_values (facet, dtl_document_get_columns (document),
                             facet == DTL_FACET_SOURCE ? dtl_document_get_sources (document) : NULL);

  for (guint i = 0; i < values->len; i++)
    {
      int64_t value = g_array_index (values, DtlFacetValue, i).value;

      if (dtl_filter_is_value_on (dtl_session_get_filter (session), facet, value) == on)
        g_ptr_array_add (names, dtl_facet_name (document, facet, value));
    }
  return names;
}

/* @how: what is said about the names: there are none, these alone are on, or these are off. */
typedef enum
{
  HOW_NONE,
  HOW_ONLY,
  HOW_WITHOUT,
} How;

static const char *
get_format (DtlFacet facet, How how)
{
  switch (facet)
    {
    case DTL_FACET_KIND:
      return how == HOW_NONE ? _ ("No kind") : how == HOW_ONLY ? _ ("Kind: %s") : _ ("Kind: not %s");
    case DTL_FACET_STATUS:
      return how == HOW_NONE ? _ ("No status") : how == HOW_ONLY ? _ ("Status: %s") : _ ("Status: not %s");
    case DTL_FACET_ASSERTION:
      return how == HOW_NONE ? _ ("No assertion") : how == HOW_ONLY ? _ ("Assertion: %s") : _ ("Assertion: not %s");
    case DTL_FACET_SOURCE:
      return how == HOW_NONE ? _ ("No sources") : how == HOW_ONLY ? _ ("Sources: %s") : _ ("Sources: not %s");
    default:
      g_assert_not_reached ();
    }
}

static char *
describe_facet (DtlSession *session, DtlFacet facet)
{
  g_autoptr (GPtrArray) on = NULL;
  g_autoptr (GPtrArray) off = NULL;
  g_autofree char *names = NULL;

  if (!dtl_filter_has_facet (dtl_session_get_filter (session), facet))
    return NULL;
  on = list_values (session, facet, TRUE);
  off = list_values (session, facet, FALSE);
  if (on->len == 0)
    return g_strdup (get_format (facet, HOW_NONE));
  names = join_names (off->len < on->len ? off : on);
  return g_strdup_printf (get_format (facet, off->len < on->len ? HOW_WITHOUT : HOW_ONLY), names);
}

/* --- dates ------------------------------------------------------------------------------------------------------ */

static char *
describe_dates (const DtlFilter *filter)
{
  g_autofree char *from = dtl_filter_format_from (filter);
  g_autofree char *to = dtl_filter_format_to (filter);

  if (from != NULL && to != NULL)
    return g_strdup_printf (filter->certain ? _ ("From %s to %s, falls inside") : _ ("From %s to %s, may fall inside"),
                            from, to);
  if (from != NULL)
    return g_strdup_printf (filter->certain ? _ ("From %s, falls inside") : _ ("From %s, may fall inside"), from);
  if (to != NULL)
    return g_strdup_printf (filter->certain ? _ ("To %s, falls inside") : _ ("To %s, may fall inside"), to);
  return NULL;
}

/**
 * dtl_filter_words:
 * @session: whose filter
 * @restriction: which part of it
 *
 * Returns: (transfer full) (nullable): what this part hides or lets through; NULL where it hides nothing
 */
static char *
describe_known_on (DtlDocument *document)
{
  const char *edtf = dtl_document_get_known_on (document);
  g_autoptr (DtlEdtf) value = edtf != NULL ? dtl_edtf_parse (edtf, NULL) : NULL;
  g_autofree char *day = value != NULL ? dtl_date_label (value, DTL_DATE_LABEL_SHORT) : NULL;

  if (day == NULL)
    return NULL;
  if (dtl_document_get_known_may_be (document))
    /* Translators: %s is a day; sources that may have been published by then count */
    return g_strdup_printf (_ ("As may have been known on %s"), day);
  /* Translators: %s is a day; only sources published by then count */
  return g_strdup_printf (_ ("As known on %s"), day);
}

char *
dtl_filter_words (DtlSession *session, DtlRestriction restriction)
{
  const DtlFilter *filter;

  g_return_val_if_fail (DTL_IS_SESSION (session), NULL);

  filter = dtl_session_get_filter (session);
  switch (restriction)
    {
    case DTL_RESTRICTION_KNOWN_ON:
      return describe_known_on (dtl_session_get_document (session));
    case DTL_RESTRICTION_ACTORS:
      return describe_actors (dtl_document_get_actors (dtl_session_get_document (session)), filter);
    case DTL_RESTRICTION_NO_ACTOR:
      return filter->hide_no_actor ? g_strdup (_ ("Only with an actor")) : NULL;
    case DTL_RESTRICTION_DATES:
      return describe_dates (filter);
    case DTL_RESTRICTION_TEXT:
      return filter->text != NULL ? g_strdup_printf (_ ("Words: “%s”"), filter->text) : NULL;
    case DTL_RESTRICTION_EVENTS:
      return filter->only_events == NULL ? NULL
                                         : g_strdup_printf (ngettext ("Only %u chosen event", "Only %u chosen events",
                                                                      filter->only_events->len),
                                                            filter->only_events->len);
    default:
      return describe_facet (session, (DtlFacet) (restriction - DTL_RESTRICTION_FIRST_FACET));
    }
}

static void
drop (DtlFilter *filter, DtlRestriction restriction)
{
  switch (restriction)
    {
    case DTL_RESTRICTION_ACTORS:
      filter->all_actors = TRUE;
      g_hash_table_remove_all (filter->actors_on);
      break;
    case DTL_RESTRICTION_NO_ACTOR:
      filter->hide_no_actor = FALSE;
      break;
    case DTL_RESTRICTION_DATES:
      filter->from = DTL_CIVIL_MIN;
      filter->to = DTL_CIVIL_MAX;
      filter->certain = FALSE;
      break;
    case DTL_RESTRICTION_TEXT:
      g_clear_pointer (&filter->text, g_free);
      break;
    case DTL_RESTRICTION_EVENTS:
      dtl_filter_set_only_events (filter, NULL, 0);
      break;
    default:
      dtl_filter_reset_facet (filter, (DtlFacet) (restriction - DTL_RESTRICTION_FIRST_FACET));
    }
}

/* Takes one of them away. */
void
dtl_restriction_remove (DtlSession *session, DtlRestriction restriction)
{
  g_autoptr (DtlFilter) filter = NULL;

  g_return_if_fail (DTL_IS_SESSION (session));

  if (restriction == DTL_RESTRICTION_KNOWN_ON)
    {
      dtl_session_set_known_on (session, NULL, FALSE);
      return;
    }
  filter = dtl_filter_copy (dtl_session_get_wanted_filter (session));
  drop (filter, restriction);
  dtl_session_set_filter (session, filter);
}
