/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The case as tables: actors, events with up to three claims. */
#include "sample-case.h"

#include <string.h>

#include "date/dtl-date-label.h"

#define N_CLAIMS 3

typedef struct
{
  const char *name;
  int colour;
} ActorSpec;

static const ActorSpec actor_specs[] = {
  { "Kaspersky", 0 }, { "Department of Commerce", 1 }, { "Jeanne Shaheen", 2 },
  { "Best Buy", 3 },  { "Homeland Security", 4 },      { "Switzerland", 5 },
};

typedef struct
{
  const char *edtf;
  DtlClaimRole role;
  DtlStanding standing;
  gboolean is_derived; /* from the sale ban's announcement */
} ClaimSpec;

typedef struct
{
  const char *title;
  const char *actors; /* digits: indexes into actor_specs */
  DtlStatus status;
  DtlAssertion assertion;
  ClaimSpec claims[N_CLAIMS];
} EventSpec;

#define ACCEPTED  DTL_STANDING_ACCEPTED
#define COMPETING DTL_STANDING_COMPETING

static const EventSpec event_specs[] = {
  { "Shaheen seeks a ban", "2", DTL_STATUS_DONE, 0, { { "2017", DTL_ROLE_ANNOUNCED, ACCEPTED } } },
  { "Ties to intelligence claimed",
    "2",
    DTL_STATUS_DONE,
    DTL_ASSERTION_ALLEGED,
    { { "2017-09", DTL_ROLE_REPORTED, ACCEPTED } } },
  { "Federal networks ban", "4", DTL_STATUS_DONE, 0, { { "2017", DTL_ROLE_ANNOUNCED, ACCEPTED } } },
  { "Sale of Kaspersky banned",
    "1",
    DTL_STATUS_PLANNED,
    0,
    { { "2024-06-20", DTL_ROLE_ANNOUNCED, ACCEPTED }, { "2024-06", DTL_ROLE_ANNOUNCED, COMPETING } } },
  { "No new business", "1", DTL_STATUS_PLANNED, 0, { { "2024-07-20", DTL_ROLE_EFFECTIVE, ACCEPTED, TRUE } } },
  { "Updates and resale end",
    "1",
    DTL_STATUS_PLANNED,
    0,
    { { "2024-09-29", DTL_ROLE_EFFECTIVE, ACCEPTED },
      { "2024-09-28", DTL_ROLE_EFFECTIVE, COMPETING, TRUE },
      { "[2024-09-21..2024-09-30]", DTL_ROLE_EFFECTIVE, COMPETING } } },
  { "Washington office to close", "0", DTL_STATUS_PLANNED, 0, { { "2017-12~", DTL_ROLE_ANNOUNCED, ACCEPTED } } },
  { "New offices planned", "0", DTL_STATUS_PLANNED, 0, { { "2018", DTL_ROLE_OCCURRED, ACCEPTED } } },
  { "Moves operations to Switzerland",
    "05",
    DTL_STATUS_DONE,
    0,
    { { "2018", DTL_ROLE_BEGAN, ACCEPTED }, { "[2020..2023]", DTL_ROLE_ENDED, ACCEPTED } } },
  { "Transparency centres", "05", DTL_STATUS_IN_FORCE, 0, { { "2018~/..", DTL_ROLE_BEGAN, ACCEPTED } } },
  { "Audit of the code", "0", DTL_STATUS_DONE, 0, { { "2019-03/", DTL_ROLE_BEGAN, ACCEPTED } } },
  { "Data centre opens", "5", DTL_STATUS_DONE, 0, { { "[2020..]", DTL_ROLE_OCCURRED, ACCEPTED } } },
  { "Rejects the decision", "0", DTL_STATUS_DONE, 0, { { "2024-06-20", DTL_ROLE_OCCURRED, ACCEPTED } } },
  { "US shutdown to begin", "0", DTL_STATUS_PLANNED, 0, { { "2024-07-20", DTL_ROLE_BEGAN, ACCEPTED } } },
  { "Best Buy drops products", "3", DTL_STATUS_DONE, 0, { { "2017", DTL_ROLE_OCCURRED, ACCEPTED } } },
  { "Refunds", "3", DTL_STATUS_DONE, 0, { { "2017-09-08/2017-11-15", DTL_ROLE_BEGAN, ACCEPTED } } },
  { "Listing of three units",
    "1",
    DTL_STATUS_PLANNED,
    DTL_ASSERTION_INTENTION,
    { { "2024-06-21?", DTL_ROLE_ANNOUNCED, ACCEPTED }, { "2024-08-05", DTL_ROLE_EFFECTIVE, ACCEPTED } } },
  { "Documents stolen", "0", DTL_STATUS_UNKNOWN, DTL_ASSERTION_ALLEGED, { { NULL } } },
  { "Israeli account", "0", DTL_STATUS_UNKNOWN, DTL_ASSERTION_ALLEGED, { { NULL } } },
  { "Staff trained abroad", "0", DTL_STATUS_UNKNOWN, 0, { { NULL } } },
  { "A very long undated title that will hardly fit anywhere", "3", DTL_STATUS_UNKNOWN, 0, { { NULL } } },
  { "Letters exchanged", "4", DTL_STATUS_UNKNOWN, 0, { { NULL } } },
};

/* Events of the own kind that is that of eras, behind the others. */
static const EventSpec era_specs[] = {
  { "Before the ban", "", DTL_STATUS_DONE, 0, { { "2016/2017-08", DTL_ROLE_OCCURRED, ACCEPTED } } },
  { "Years of bans", "", DTL_STATUS_DONE, 0, { { "2017-09/2024", DTL_ROLE_OCCURRED, ACCEPTED } } },
  { "About the move", "", DTL_STATUS_DONE, 0, { { "2018~/2020", DTL_ROLE_OCCURRED, ACCEPTED } } },
  { "A parliament", "", DTL_STATUS_DONE, 0, { { "2017-06/2021", DTL_ROLE_OCCURRED, ACCEPTED } } },
  { "Another one", "", DTL_STATUS_DONE, 0, { { "2019/2022", DTL_ROLE_OCCURRED, ACCEPTED } } },
};

/* From and to: places in event_specs. */
static const struct
{
  guint from;
  guint to;
  DtlLinkType type;
} link_specs[] = {
  { 4, 3, DTL_LINK_PART_OF }, { 3, 5, DTL_LINK_CAUSES },     { 1, 0, DTL_LINK_RESPONDS_TO },
  { 5, 4, DTL_LINK_AMENDS },  { 2, 0, DTL_LINK_IMPLEMENTS }, { 3, 2, DTL_LINK_SUPERSEDES },
};

static const EventSpec *
get_spec (guint i)
{
  return i < G_N_ELEMENTS (event_specs) ? &event_specs[i] : &era_specs[i - G_N_ELEMENTS (event_specs)];
}

#define SALE_BAN_CLAIM (100 * 4)

struct _SampleCase
{
  DtlTitleProvider titles; /* first: handed out as the interface */
  DtlColumns *columns;
  DtlActorTable *actors;
  DtlFilter *filter;
  DtlBitset *visible;
  const EventSpec **specs; /* by row */
  char **dates;            /* by row */
  GPtrArray *passages;
  GPtrArray *sources;
};

static DtlId
event_id (guint spec)
{
  return spec + 1;
}

static const char *
get_title (DtlTitleProvider *titles, uint32_t row)
{
  return ((SampleCase *) titles)->specs[row]->title;
}

static const char *
get_date_label (DtlTitleProvider *titles, uint32_t row)
{
  return ((SampleCase *) titles)->dates[row];
}

static const char *
get_group_name (DtlTitleProvider *titles, DtlGrouping grouping, uint32_t key)
{
  SampleCase *self = (SampleCase *) titles;

  return grouping == DTL_GROUP_ACTOR && key != DTL_LANE_NO_KEY ? dtl_actor_table_get (self->actors, key)->name
                                                               : "Without actor";
}

static DtlActorTable *
make_actors (void)
{
  GPtrArray *actors = g_ptr_array_new_with_free_func ((GDestroyNotify) dtl_actor_free);

  for (guint i = 0; i < G_N_ELEMENTS (actor_specs); i++)
    {
      DtlActor *actor = dtl_actor_new ();

      actor->id = i + 1;
      actor->name = g_strdup (actor_specs[i].name);
      actor->colour = actor_specs[i].colour;
      actor->n_events = 10 - (int) i;
      g_ptr_array_add (actors, actor);
    }
  return dtl_actor_table_new (actors);
}

static void
add_claim (DtlColumnsBuilder *builder, guint spec, guint index)
{
  const ClaimSpec *claim = &get_spec (spec)->claims[index];
  g_autoptr (GError) error = NULL;
  g_autoptr (DtlEdtf) edtf = dtl_edtf_parse (claim->edtf, &error);
  DtlMark mark = { .claim = event_id (spec) * 100 + index,
                   .role = claim->role,
                   .standing = claim->standing,
                   .is_derived = claim->is_derived };

  g_assert_no_error (error);
  mark.bounds = *dtl_edtf_get_bounds (edtf);
  mark.is_stretch = dtl_edtf_get_shape (edtf) == DTL_EDTF_ONE_OF;
  mark.precision = dtl_edtf_get_element (edtf, 0)->first.date.precision;
  dtl_columns_builder_add_mark (builder, event_id (spec), &mark, claim->is_derived ? SALE_BAN_CLAIM : DTL_ID_NONE);
}

static void
add_links (DtlColumnsBuilder *builder)
{
  for (guint i = 0; i < G_N_ELEMENTS (link_specs); i++)
    dtl_columns_builder_add_link (builder, event_id (link_specs[i].from), event_id (link_specs[i].to),
                                  link_specs[i].type);
  dtl_columns_builder_set_era_kind (builder, DTL_EVENT_KIND_FIRST_OWN);
}

static DtlColumns *
make_columns (DtlActorTable *actors, gboolean has_eras)
{
  g_autoptr (DtlColumnsBuilder) builder = dtl_columns_builder_new ();

  guint n_specs = G_N_ELEMENTS (event_specs) + (has_eras ? G_N_ELEMENTS (era_specs) : 0);

  for (guint i = 0; i < n_specs; i++)
    {
      const EventSpec *spec = get_spec (i);
      DtlColumnsEvent event = { .id = event_id (i),
                                .importance = 500,
                                .kind =
                                    i < G_N_ELEMENTS (event_specs) ? DTL_EVENT_KIND_OTHER : DTL_EVENT_KIND_FIRST_OWN,
                                .status = spec->status,
                                .assertion = spec->assertion,
                                .main_role = spec->claims[0].edtf != NULL ? (int) spec->claims[0].role : -1 };

      dtl_columns_builder_add_event (builder, &event);
      for (guint j = 0; j < N_CLAIMS && spec->claims[j].edtf != NULL; j++)
        add_claim (builder, i, j);
      for (const char *p = spec->actors; *p != '\0'; p++)
        dtl_columns_builder_add_actor (builder, event_id (i),
                                       (uint32_t) dtl_actor_table_find_id (actors, g_ascii_digit_value (*p) + 1));
    }
  if (has_eras)
    add_links (builder);
  return dtl_columns_builder_finish (builder);
}

static char *
dup_date (const EventSpec *spec)
{
  g_autoptr (DtlEdtf) edtf = spec->claims[0].edtf != NULL ? dtl_edtf_parse (spec->claims[0].edtf, NULL) : NULL;

  if (edtf == NULL)
    return NULL;
  if (strlen (spec->claims[0].edtf) == 4)
    return dtl_date_label_unknown_day (edtf, DTL_DATE_LABEL_SHORT);
  return dtl_date_label (edtf, DTL_DATE_LABEL_SHORT);
}

static void
fill_words (SampleCase *self)
{
  uint32_t n = self->columns->n_events;

  self->specs = g_new0 (const EventSpec *, n);
  self->dates = g_new0 (char *, n);
  for (uint32_t row = 0; row < n; row++)
    {
      self->specs[row] = get_spec ((guint) self->columns->id[row] - 1);
      self->dates[row] = dup_date (self->specs[row]);
    }
}

static void
add_passage (SampleCase *self, gboolean is_summary, const char *label, const char *attributed_to, const char *text)
{
  DtlPicturePassage *passage = g_new0 (DtlPicturePassage, 1);

  passage->number = self->passages->len + 1;
  passage->is_summary = is_summary;
  passage->source_label = g_strdup (label);
  passage->attributed_to = g_strdup (attributed_to);
  passage->text = g_strdup (text);
  passage->uri = g_strdup_printf ("https://example.org/article/%u", passage->number);
  g_ptr_array_add (self->passages, passage);
}

static void
fill_evidence (SampleCase *self)
{
  self->passages = g_ptr_array_new_with_free_func ((GDestroyNotify) dtl_picture_passage_free);
  self->sources = g_ptr_array_new_with_free_func ((GDestroyNotify) dtl_picture_source_free);
  add_passage (self, TRUE, "[The Daily Example], exhibit 1", NULL,
               "The senator works for a law that keeps the products off the computers of the government.");
  add_passage (self, FALSE, "Example Wire, exhibit 2", "Example Spokesperson",
               "From the twenty-ninth of September on, nobody may sell, resell or update the products, and who already "
               "has them is asked to look for others; new contracts end thirty days after today.");
  add_passage (self, FALSE, "Example Wire, exhibit 2", NULL, "The company says that it does not accept the decision.");
  for (int i = 0; i < 2; i++)
    {
      DtlPictureSource *source = g_new0 (DtlPictureSource, 1);

      source->exhibit = i + 1;
      source->text = g_strdup (i == 0 ? "A. Writer, A Law against the Products, [The Daily Example], [2017]"
                                      : "Sales to End in September, Example Wire, 20 June 2024");
      source->uri = g_strdup_printf ("https://example.org/article/%d?lang=en&print=1", i + 1);
      g_ptr_array_add (self->sources, source);
    }
}

static void
refilter (SampleCase *self)
{
  g_clear_pointer (&self->visible, dtl_bitset_unref);
  self->visible = dtl_filter_apply (self->filter, self->columns, self->actors, NULL, NULL);
}

static SampleCase *
make_case (gboolean has_eras)
{
  SampleCase *self = g_new0 (SampleCase, 1);

  self->titles.get_title = get_title;
  self->titles.get_date_label = get_date_label;
  self->titles.get_group_name = get_group_name;
  self->actors = make_actors ();
  self->columns = make_columns (self->actors, has_eras);
  self->filter = dtl_filter_new ();
  fill_words (self);
  fill_evidence (self);
  refilter (self);
  return self;
}

SampleCase *
sample_case_new (void)
{
  return make_case (FALSE);
}

SampleCase *
sample_case_new_with_eras (void)
{
  return make_case (TRUE);
}

void
sample_case_free (SampleCase *self)
{
  for (uint32_t row = 0; row < self->columns->n_events; row++)
    g_free (self->dates[row]);
  g_free (self->dates);
  g_free (self->specs);
  g_ptr_array_unref (self->passages);
  g_ptr_array_unref (self->sources);
  dtl_bitset_unref (self->visible);
  dtl_filter_free (self->filter);
  dtl_columns_unref (self->columns);
  dtl_actor_table_unref (self->actors);
  g_free (self);
}

void
sample_case_init_input (SampleCase *self, DtlLayoutInput *input)
{
  *input = (DtlLayoutInput){ .columns = self->columns,
                             .actors = self->actors,
                             .filter = self->filter,
                             .visible = self->visible,
                             .grouping = DTL_GROUP_ACTOR,
                             .titles = &self->titles };
}

uint32_t
sample_case_find (SampleCase *self, const char *title)
{
  for (uint32_t row = 0; row < self->columns->n_events; row++)
    if (strcmp (self->specs[row]->title, title) == 0)
      return row;
  g_assert_not_reached ();
}

static guint
number_of_row (uint32_t row, gpointer user_data)
{
  const char *title = ((SampleCase *) user_data)->specs[row]->title;

  if (strcmp (title, "Shaheen seeks a ban") == 0)
    return 1;
  if (strcmp (title, "Updates and resale end") == 0 || strcmp (title, "No new business") == 0)
    return 2;
  return strcmp (title, "Rejects the decision") == 0 ? 3 : 0;
}

static char *
first_uri_of_row (uint32_t row, gpointer user_data)
{
  return strcmp (((SampleCase *) user_data)->specs[row]->title, "Federal networks ban") == 0
             ? g_strdup ("https://example.org/network-ban")
             : NULL;
}

void
sample_case_init_picture (SampleCase *self, DtlPicture *picture, DtlPictureFormat format)
{
  *picture = (DtlPicture){ .format = format,
                           .theme = DTL_THEME_LIGHT,
                           .width_px = 1280,
                           .height_px = 800,
                           .scale = 1,
                           .title = "Kaspersky and US Policy",
                           .subtitle = "22 events, 2 sources",
                           .show_legend = TRUE,
                           .passages = self->passages,
                           .sources = self->sources,
                           .number_of_row = number_of_row,
                           .first_uri_of_row = first_uri_of_row,
                           .user_data = self,
                           .stamp = "All events · case 3f2a91bc · as of 20 June 2024",
                           .language = "en",
                           .dated = "2024-06-20" };
  sample_case_init_input (self, &picture->input);
  dtl_layout_get_extent (self->columns, self->visible, &picture->from_seconds, &picture->to_seconds);
}

void
sample_case_set_actor_on (SampleCase *self, const char *name, gboolean on)
{
  int64_t index = dtl_actor_table_find_name (self->actors, name);

  g_assert_cmpint (index, >=, 0);
  dtl_filter_set_actor_on (self->filter, dtl_actor_table_get (self->actors, (uint32_t) index)->id, on, self->actors);
  refilter (self);
}
