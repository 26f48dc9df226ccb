/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout-case.h"

#include <stdio.h>

#include "date/dtl-edtf.h"

#define CHAR_WIDTH_PX  7
#define LINE_HEIGHT_PX 16

/* Claim ids: the event's, and the claim's place in it. */
#define CLAIM_ID(event, claim) ((event) *100 + (claim))

static const char *
get_title (DtlTitleProvider *provider, uint32_t row)
{
  LayoutCase *self = (LayoutCase *) provider;

  return g_ptr_array_index (self->titles, (guint) self->columns->id[row] - 1);
}

static const char *
get_date_label (DtlTitleProvider *provider, uint32_t row)
{
  LayoutCase *self = (LayoutCase *) provider;

  return g_ptr_array_index (self->dates, (guint) self->columns->id[row] - 1);
}

static const char *
get_group_name (DtlTitleProvider *provider, DtlGrouping grouping, uint32_t key)
{
  LayoutCase *self = (LayoutCase *) provider;

  if (grouping == DTL_GROUP_ACTOR && key != DTL_LANE_NO_KEY)
    return dtl_actor_table_get (self->actors, key)->name;
  return grouping == DTL_GROUP_KIND ? dtl_term_name (DTL_VOCABULARY_EVENT_KIND, (int) key) : NULL;
}

static DtlActorTable *
make_actors (const CaseActor *actors)
{
  GPtrArray *records = g_ptr_array_new_with_free_func ((GDestroyNotify) dtl_actor_free);
  guint n_actors = 0;

  while (actors != NULL && actors[n_actors].name != NULL)
    n_actors++;
  for (guint i = 0; i < n_actors; i++)
    {
      DtlActor *record = g_new0 (DtlActor, 1);

      record->id = (DtlId) i + 1;
      record->name = g_strdup (actors[i].name);
      record->n_events = actors[i].weight;
      record->colour = (int) i;
      for (guint j = 0; actors[i].parent != NULL && j < n_actors; j++)
        if (g_str_equal (actors[j].name, actors[i].parent))
          record->parent = (DtlId) j + 1;
      g_ptr_array_add (records, record);
    }
  return dtl_actor_table_new (records);
}

static void
fill_mark (DtlMark *mark, const char *role, const char *edtf)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DtlEdtf) value = dtl_edtf_parse (edtf, &error);

  g_assert_no_error (error);
  g_assert_cmpint (dtl_term_value (DTL_VOCABULARY_ROLE, role), >=, 0);
  mark->bounds = *dtl_edtf_get_bounds (value);
  mark->role = (uint8_t) dtl_term_value (DTL_VOCABULARY_ROLE, role);
  mark->standing = DTL_STANDING_ACCEPTED;
  mark->is_stretch = dtl_edtf_get_shape (value) == DTL_EDTF_ONE_OF;
  mark->precision = (uint8_t) dtl_edtf_get_element (value, 0)->first.date.precision;
}

static void
add_claim (DtlColumnsBuilder *builder, DtlId event, guint claim, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  DtlMark mark = { .claim = CLAIM_ID (event, claim) };
  DtlId anchor = DTL_ID_NONE;

  g_assert_cmpuint (g_strv_length (words), >=, 2);
  fill_mark (&mark, words[0], words[1]);
  for (guint i = 2; words[i] != NULL; i++)
    {
      int anchor_event;
      int anchor_claim;

      if (g_str_equal (words[i], "competing"))
        mark.standing = DTL_STANDING_COMPETING;
      else if (sscanf (words[i], "after=%d:%d", &anchor_event, &anchor_claim) == 2)
        anchor = CLAIM_ID (anchor_event, anchor_claim);
      else
        g_error ("“%s” in “%s”", words[i], text);
    }
  mark.is_derived = anchor != DTL_ID_NONE;
  dtl_columns_builder_add_mark (builder, event, &mark, anchor);
}

static char *
first_edtf (const char *claims)
{
  g_auto (GStrv) words = claims != NULL ? g_strsplit_set (claims, " ;", -1) : NULL;

  return g_strdup (words != NULL && words[0] != NULL ? words[1] : "");
}

static void
add_event (LayoutCase *self, DtlColumnsBuilder *builder, DtlId id, const CaseEvent *event)
{
  DtlColumnsEvent columns_event = { id, event->importance, event->kind, event->status, event->assertion, -1, 0 };
  g_auto (GStrv) actors = g_strsplit (event->actors != NULL ? event->actors : "", ";", -1);
  g_auto (GStrv) claims = g_strsplit (event->claims != NULL ? event->claims : "", ";", -1);
  g_auto (GStrv) sources = g_strsplit (event->sources != NULL ? event->sources : "", ";", -1);

  dtl_columns_builder_add_event (builder, &columns_event);
  for (guint i = 0; actors[i] != NULL; i++)
    {
      int64_t actor = dtl_actor_table_find_name (self->actors, actors[i]);

      g_assert_cmpint (actor, >=, 0);
      dtl_columns_builder_add_actor (builder, id, (uint32_t) actor);
    }
  for (guint i = 0; claims[i] != NULL; i++)
    add_claim (builder, id, i + 1, g_strstrip (claims[i]));
  for (guint i = 0; sources[i] != NULL; i++)
    dtl_columns_builder_add_source (builder, id, (uint32_t) g_ascii_strtoull (sources[i], NULL, 10));
  g_ptr_array_add (self->titles, g_strdup (event->title));
  g_ptr_array_add (self->dates, event->date != NULL ? g_strdup (event->date) : first_edtf (event->claims));
}

LayoutCase *
layout_case_new (const CaseActor *actors, const CaseEvent *events, guint n_events)
{
  LayoutCase *self = g_new0 (LayoutCase, 1);
  g_autoptr (DtlColumnsBuilder) builder = dtl_columns_builder_new ();

  self->provider = (DtlTitleProvider){ get_title, get_date_label, get_group_name };
  self->titles = g_ptr_array_new_with_free_func (g_free);
  self->dates = g_ptr_array_new_with_free_func (g_free);
  self->actors = make_actors (actors);
  for (guint i = 0; i < n_events; i++)
    add_event (self, builder, (DtlId) i + 1, &events[i]);
  self->columns = dtl_columns_builder_finish (builder);
  self->filter = dtl_filter_new ();
  self->measure = dtl_text_measure_new_fixed (CHAR_WIDTH_PX, LINE_HEIGHT_PX);
  self->input.columns = self->columns;
  self->input.actors = self->actors;
  self->input.filter = self->filter;
  self->input.grouping = DTL_GROUP_ACTOR;
  self->input.scale.px_per_day = 1;
  self->input.titles = &self->provider;
  self->input.measure = self->measure;
  dtl_layout_metrics_init (&self->input.metrics);
  layout_case_refilter (self);
  return self;
}

static char *
random_day (GRand *rand, const int *bursts, guint n_bursts, int n_days)
{
  int day = g_rand_boolean (rand)
                ? g_rand_int_range (rand, 0, n_days)
                : bursts[g_rand_int_range (rand, 0, (gint32) n_bursts)] + g_rand_int_range (rand, -8, 9);

  return dtl_civil_format_day (dtl_civil_day_number (1990, 1, 1) + CLAMP (day, 0, n_days));
}

/* A date of some shape that begins on @day. */
static char *
random_edtf (GRand *rand, const char *day)
{
  g_autoptr (DtlEdtf) value = dtl_edtf_parse (day, NULL);
  int64_t from = dtl_civil_day_from_seconds (dtl_edtf_get_bounds (value)->start_earliest);
  g_autofree char *later = dtl_civil_format_day (from + g_rand_int_range (rand, 1, 40));
  g_autofree char *much_later = dtl_civil_format_day (from + g_rand_int_range (rand, 40, 2000));

  switch (g_rand_int_range (rand, 0, 20))
    {
    case 0:
      return g_strndup (day, 4);
    case 1:
      return g_strndup (day, 7);
    case 2:
      return g_strdup_printf ("[%s..%s]", day, later);
    case 3:
      return g_strdup_printf ("%s/%s", day, later);
    case 4:
      return g_strdup_printf ("%s/%s", day, much_later);
    case 5:
      return g_strdup_printf ("%s~", day);
    case 6:
      return g_strdup_printf ("%.7s?", day);
    case 7:
    case 8:
      switch (g_rand_int_range (rand, 0, 7))
        {
        case 0:
          return g_strdup_printf ("%.4s/..", day);
        case 1:
          return g_strdup_printf ("/%s", day);
        case 2:
          return g_strdup_printf ("../%s", day);
        case 3:
          return g_strdup_printf ("[..%s]", day);
        case 4:
          return g_strdup_printf ("[%.7s..]", day);
        default:
          return g_strdup_printf ("%s/", day);
        }
    default:
      return g_strdup (day);
    }
}

static char *
random_claims (GRand *rand, const int *bursts, guint n_bursts, int n_days)
{
  static const char *const roles[] = {
    "occurred", "began", "announced", "signed", "effective", "deadline", "reported"
  };
  g_autofree char *day = random_day (rand, bursts, n_bursts, n_days);
  g_autofree char *edtf = random_edtf (rand, day);
  g_autofree char *other = random_day (rand, bursts, n_bursts, n_days);
  const char *role = roles[g_rand_int_range (rand, 0, G_N_ELEMENTS (roles))];

  switch (g_rand_int_range (rand, 0, 12))
    {
    case 0:
      return g_strdup_printf ("%s %s; %s %s competing", role, edtf, role, other);
    case 1:
      return g_strdup_printf ("began %s; ended %s", day, other);
    case 2:
      return g_strdup_printf ("announced %s; effective %s", day, other);
    default:
      return g_strdup_printf ("%s %s", role, edtf);
    }
}

static char *
random_title (GRand *rand)
{
  static const char *const words[] = { "ban", "notice", "on", "updates", "procurement", "of", "the", "rule", "x" };
  GString *title = g_string_new (NULL);

  for (int n = g_rand_int_range (rand, 1, 9); n > 0; n--)
    g_string_append_printf (title, "%s%s", title->len > 0 ? " " : "",
                            words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);
  return g_string_free (title, FALSE);
}

LayoutCase *
layout_case_new_random (guint32 seed, guint n_actors, guint n_events, int n_days)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autofree CaseActor *actors = g_new0 (CaseActor, n_actors + 1);
  g_autofree CaseEvent *events = g_new0 (CaseEvent, n_events + 1);
  g_autoptr (GPtrArray) strings = g_ptr_array_new_with_free_func (g_free);
  int bursts[5];

  for (guint i = 0; i < G_N_ELEMENTS (bursts); i++)
    bursts[i] = g_rand_int_range (rand, 0, n_days);
  for (guint i = 0; i < n_actors; i++)
    {
      g_ptr_array_add (strings, g_strdup_printf ("Agency %u", i));
      actors[i].name = g_ptr_array_index (strings, i);
      actors[i].parent = i > 0 && g_rand_boolean (rand) ? actors[i / 2].name : NULL;
    }
  for (guint i = 0; i < n_events; i++)
    {
      guint first = (guint) g_rand_int_range (rand, 0, (gint32) n_actors);
      guint second = (guint) g_rand_int_range (rand, 0, (gint32) n_actors);
      guint at = strings->len;

      g_ptr_array_add (strings, random_title (rand));
      g_ptr_array_add (strings, random_claims (rand, bursts, G_N_ELEMENTS (bursts), n_days));
      g_ptr_array_add (strings, g_strdup_printf ("Agency %u;Agency %u", first, second));
      events[i].title = g_rand_int_range (rand, 0, 40) == 0 ? NULL : g_ptr_array_index (strings, at);
      events[i].claims = g_rand_int_range (rand, 0, 50) == 0 ? NULL : g_ptr_array_index (strings, at + 1);
      events[i].actors = g_rand_int_range (rand, 0, 20) == 0 ? NULL : g_ptr_array_index (strings, at + 2);
      events[i].importance = g_rand_int_range (rand, 0, 4) * 250;
      events[i].status = g_rand_int_range (rand, 0, 4) == 0 ? DTL_STATUS_PLANNED : DTL_STATUS_DONE;
    }
  return layout_case_new (actors, events, n_events);
}

void
layout_case_free (LayoutCase *self)
{
  g_ptr_array_unref (self->titles);
  g_ptr_array_unref (self->dates);
  dtl_columns_unref (self->columns);
  dtl_actor_table_unref (self->actors);
  dtl_filter_free (self->filter);
  dtl_bitset_unref (self->visible);
  g_free (self->measure);
  g_free (self);
}

void
layout_case_refilter (LayoutCase *self)
{
  g_clear_pointer (&self->visible, dtl_bitset_unref);
  self->visible = dtl_filter_apply (self->filter, self->columns, self->actors, NULL, NULL);
  self->input.visible = self->visible;
}

int64_t
layout_case_px (const LayoutCase *self, const char *edtf)
{
  g_autoptr (DtlEdtf) value = dtl_edtf_parse (edtf, NULL);

  g_assert_nonnull (value);
  return dtl_time_scale_to_world_px (&self->input.scale, dtl_edtf_get_bounds (value)->start_earliest);
}

void
layout_case_assert_golden (const char *name, const char *text)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "layout", "golden", name, NULL);
  g_autofree char *wanted = NULL;
  g_autoptr (GError) error = NULL;

  if (g_getenv ("DTL_UPDATE_GOLDENS") != NULL)
    {
      g_file_set_contents (path, text, -1, &error);
      g_assert_no_error (error);
      return;
    }
  g_file_get_contents (path, &wanted, NULL, &error);
  g_assert_no_error (error);
  if (!g_str_equal (wanted, text))
    {
      g_printerr ("%s differs. What came out:\n%s", path, text);
      g_test_fail ();
    }
}
