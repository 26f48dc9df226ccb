/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is computed from the rows: columns, derived dates, order, search, titles, the hash of the content. */
#include "model/dtl-derive.h"
#include "store-support.h"
#include "store/dtl-schema-private.h"

static DtlColumns *
get_columns (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DtlActorTable) actors = dtl_store_get_actors (self->store, &error);
  g_autoptr (GPtrArray) sources = dtl_store_get_sources (self->store, &error);
  DtlColumns *columns = dtl_store_get_columns (self->store, actors, sources, &error);

  g_assert_no_error (error);
  return columns;
}

/* All that opening reads, at once, is what is read one after the other. */
static void
check_load (DtlStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DtlActorTable) actors = dtl_store_get_actors (store, &error);
  g_autoptr (DtlActorTable) loaded_actors = NULL;
  g_autoptr (GPtrArray) sources = dtl_store_get_sources (store, &error);
  g_autoptr (DtlColumns) wanted = dtl_store_get_columns (store, actors, sources, &error);
  g_autoptr (DtlColumns) found = NULL;

  dtl_store_load (store, &loaded_actors, &found, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->source_first[found->n_events], ==, 0);
  dtl_store_add_sources (store, found, sources, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (dtl_actor_table_get_size (loaded_actors), ==, dtl_actor_table_get_size (actors));
  for (uint32_t i = 0; i < dtl_actor_table_get_size (actors); i++)
    {
      g_assert_cmpint (dtl_actor_table_get (loaded_actors, i)->id, ==, dtl_actor_table_get (actors, i)->id);
      g_assert_cmpint (dtl_actor_table_get (loaded_actors, i)->n_events, ==, dtl_actor_table_get (actors, i)->n_events);
    }
  g_assert_cmpmem (found->id, found->n_events * sizeof (DtlId), wanted->id, wanted->n_events * sizeof (DtlId));
  g_assert_cmpmem (found->mark_claim, found->n_marks * sizeof (DtlId), wanted->mark_claim,
                   wanted->n_marks * sizeof (DtlId));
  g_assert_cmpmem (found->marks, found->n_marks * sizeof (DtlColumnsMark), wanted->marks,
                   wanted->n_marks * sizeof (DtlColumnsMark));
  g_assert_cmpmem (found->actor_index, found->n_participations * sizeof (uint32_t), wanted->actor_index,
                   wanted->n_participations * sizeof (uint32_t));
  g_assert_cmpmem (found->source_index, found->source_first[found->n_events] * sizeof (uint32_t), wanted->source_index,
                   wanted->source_first[wanted->n_events] * sizeof (uint32_t));
}

static void
test_load (Fixture *self, gconstpointer data)
{
  Sample sample;

  fill_case (self->store, &sample);
  check_load (self->store);
}

/* A published file that is large enough is read by several threads. */
static void
test_load_side_by_side (Fixture *self, gconstpointer data)
{
  g_autofree char *path = fixture_path (self, "large.dateline");
  g_autoptr (GError) error = NULL;
  g_autofree char *words = g_strnfill (6 << 20, 'x');
  DtlStore *file;
  Sample sample;

  fill_case (self->store, &sample);
  begin (self->store, "Lengthen a title");
  dtl_store_set_title (self->store, words, &error);
  g_assert_no_error (error);
  commit (self->store);
  dtl_store_publish (self->store, path, NULL, NULL, &error);
  g_assert_no_error (error);
  file = dtl_store_open_file (path, &error);
  g_assert_no_error (error);
  check_load (file);
  dtl_store_close (file);
}

static void
test_columns (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DtlColumns) columns = NULL;
  g_autoptr (DtlActorTable) actors = NULL;
  Sample sample;
  DtlMark mark;
  int64_t ban;

  fill_case (self->store, &sample);
  columns = get_columns (self);
  actors = dtl_store_get_actors (self->store, &error);
  g_assert_cmpuint (columns->n_events, ==, 2);
  g_assert_cmpuint (columns->n_dated, ==, 2);
  g_assert_cmpuint (columns->n_marks, ==, 3);
  g_assert_cmpuint (columns->n_participations, ==, 2);
  g_assert_cmpint (columns->id[0], ==, sample.announcement);
  g_assert_cmpuint (columns->kind[0], ==, DTL_EVENT_KIND_ANNOUNCEMENT);
  g_assert_cmpuint (columns->status[0], ==, DTL_STATUS_DONE);
  g_assert_cmpuint (columns->importance[0], ==, 800);
  g_assert_cmpuint (columns->flags[0], ==, DTL_EVENT_HAS_PASSAGE | DTL_EVENT_HAS_COMPETING);
  g_assert_cmpuint (columns->source_first[1] - columns->source_first[0], ==, 1);
  g_assert_cmpuint (columns->source_index[0], ==, 0);
  g_assert_cmpint (dtl_actor_table_get (actors, columns->actor_index[0])->id, ==, sample.department);
  mark = dtl_columns_get_mark (columns, dtl_columns_get_main_mark (columns, 0));
  g_assert_cmpint (mark.claim, ==, sample.announced_claim);
  g_assert_cmpuint (mark.role, ==, DTL_ROLE_ANNOUNCED);
  g_assert_cmpuint (mark.precision, ==, DTL_PRECISION_DAY);
  g_assert_true (mark.is_supplied);
  g_assert_false (mark.is_derived);
  g_assert_cmpint (mark.bounds.start_earliest, ==, INT64_C (1718841600));
  mark = dtl_columns_get_mark (columns, 1);
  g_assert_cmpuint (mark.standing, ==, DTL_STANDING_COMPETING);
  g_assert_true (mark.is_stretch);

  ban = dtl_columns_find (columns, sample.ban);
  g_assert_cmpint (ban, ==, 1);
  g_assert_cmpuint (columns->kind[1], ==, DTL_EVENT_KIND_FIRST_OWN);
  g_assert_cmpuint (columns->flags[1], ==, 0);
  mark = dtl_columns_get_mark (columns, dtl_columns_get_main_mark (columns, 1));
  g_assert_true (mark.is_derived);
  g_assert_true (mark.is_supplied);
  g_assert_cmpuint (mark.limit, ==, DTL_LIMIT_FIRST_IN_FORCE);
  g_assert_cmpuint (mark.anchor_mark, ==, dtl_columns_get_main_mark (columns, 0));
  g_assert_cmpint (mark.bounds.start_earliest, ==, INT64_C (1721433600));
}

static void
test_event_uri (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *found = NULL;
  Sample sample;

  fill_case (self->store, &sample);
  found = dtl_store_get_event_uri (self->store, sample.announcement, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (found, ==, "https://example.org/ban");
  g_assert_null (dtl_store_get_event_uri (self->store, sample.ban, &error));
  g_assert_no_error (error);
}

/** Dated: an event by its title and dates; @order: its place in the lists. */
typedef struct
{
  const char *title;
  const char *edtf;
  DtlStanding standing;
  DtlReview review;
} Dated;

/* In the order that is wanted: of the accepted ones, by earliest, latest, id; undated last. */
static const Dated dated[] = {
  { "before", "../1990", DTL_STANDING_ACCEPTED, DTL_REVIEW_ACCEPTED },
  { "year -44", "-0044-03-15", DTL_STANDING_ACCEPTED, DTL_REVIEW_ACCEPTED },
  { "day", "2017-01-01", DTL_STANDING_ACCEPTED, DTL_REVIEW_ACCEPTED },
  { "year", "2017", DTL_STANDING_ACCEPTED, DTL_REVIEW_ACCEPTED },
  { "year again", "2017~", DTL_STANDING_ACCEPTED, DTL_REVIEW_ACCEPTED },
  { "lasts", "2017/2018", DTL_STANDING_ACCEPTED, DTL_REVIEW_ACCEPTED },
  { "goes on", "2017/..", DTL_STANDING_ACCEPTED, DTL_REVIEW_ACCEPTED },
  { "season", "2017-21", DTL_STANDING_ACCEPTED, DTL_REVIEW_ACCEPTED },
  { "stretch", "[2024-09-21..2024-09-30]", DTL_STANDING_ACCEPTED, DTL_REVIEW_ACCEPTED },
  { "second", "2024-09-30T12:00:00", DTL_STANDING_ACCEPTED, DTL_REVIEW_ACCEPTED },
  { "far", "Y170000002", DTL_STANDING_ACCEPTED, DTL_REVIEW_ACCEPTED },
  { "undated", NULL, DTL_STANDING_ACCEPTED, DTL_REVIEW_ACCEPTED },
  { "only competing", "1700", DTL_STANDING_COMPETING, DTL_REVIEW_ACCEPTED },
  { "only rejected", "1600", DTL_STANDING_REJECTED, DTL_REVIEW_ACCEPTED },
};

static DtlId
put_dated (Fixture *self, const Dated *entry)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DtlEvent) event = dtl_event_new ();

  event->title = g_strdup (entry->title);
  event->review = entry->review;
  if (entry->edtf != NULL)
    {
      DtlClaim *claim = dtl_claim_new ();

      claim->edtf = g_strdup (entry->edtf);
      claim->standing = entry->standing;
      g_ptr_array_add (event->claims, claim);
    }
  dtl_store_put_event (self->store, event, &error);
  g_assert_no_error (error);
  return event->id;
}

static void
test_order (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (GPtrArray) proposals = NULL;
  g_autoptr (DtlColumns) columns = NULL;
  const Dated proposal = { "proposed", "2001", DTL_STANDING_ACCEPTED, DTL_REVIEW_PROPOSED };

  begin (self->store, "Put");
  /* Two of the same bounds, and the undated ones, stand by id. */
  for (size_t i = 0; i < G_N_ELEMENTS (dated); i++)
    put_dated (self, &dated[i]);
  put_dated (self, &proposal);
  commit (self->store);

  events = dtl_store_get_events (self->store, DTL_REVIEW_ACCEPTED, &error);
  proposals = dtl_store_get_events (self->store, DTL_REVIEW_PROPOSED, &error);
  columns = get_columns (self);
  g_assert_no_error (error);
  g_assert_cmpuint (events->len, ==, G_N_ELEMENTS (dated));
  g_assert_cmpuint (columns->n_events, ==, G_N_ELEMENTS (dated));
  g_assert_cmpuint (columns->n_dated, ==, G_N_ELEMENTS (dated) - 3);
  for (guint i = 0; i < events->len; i++)
    {
      const DtlEvent *event = g_ptr_array_index (events, i);

      g_assert_cmpstr (event->title, ==, dated[i].title);
      g_assert_cmpint (columns->id[i], ==, event->id);
    }
  g_assert_cmpuint (proposals->len, ==, 1);
  g_assert_cmpstr (((DtlEvent *) proposals->pdata[0])->title, ==, "proposed");
}

/* Two accepted claims of one role, as a merge may leave them: the older one rules, here and in the columns. */
static void
test_two_accepted (Fixture *self, gconstpointer data)
{
  static const Dated between = { "between", "2000", DTL_STANDING_ACCEPTED, DTL_REVIEW_ACCEPTED };
  g_autoptr (GError) error = NULL;
  g_autoptr (DtlEvent) event = dtl_event_new ();
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (DtlColumns) columns = NULL;

  event->title = g_strdup ("two");
  for (int i = 0; i < 2; i++)
    {
      DtlClaim *claim = dtl_claim_new ();

      claim->edtf = g_strdup (i == 0 ? "2001" : "1999");
      g_ptr_array_add (event->claims, claim);
    }
  begin (self->store, "Put");
  dtl_store_put_event (self->store, event, &error);
  put_dated (self, &between);
  commit (self->store);
  events = dtl_store_get_events (self->store, DTL_REVIEW_ACCEPTED, &error);
  columns = get_columns (self);
  g_assert_no_error (error);
  g_assert_cmpstr (((DtlEvent *) events->pdata[0])->title, ==, "between");
  g_assert_cmpint (columns->id[1], ==, event->id);
}

/* A proposal that is accepted joins the line, one that is rejected leaves it. */
static void
test_review (Fixture *self, gconstpointer data)
{
  static const DtlReview states[] = { DTL_REVIEW_ACCEPTED, DTL_REVIEW_REJECTED, DTL_REVIEW_PROPOSED,
                                      DTL_REVIEW_ACCEPTED };
  const Dated proposal = { "proposed", "2001", DTL_STANDING_ACCEPTED, DTL_REVIEW_PROPOSED };
  DtlId id;

  begin (self->store, "Propose");
  id = put_dated (self, &proposal);
  commit (self->store);
  for (size_t i = 0; i < G_N_ELEMENTS (states); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (DtlEvent) event = dtl_store_get_event (self->store, id, &error);
      g_autoptr (DtlColumns) columns = NULL;

      event->review = states[i];
      begin (self->store, "Review");
      dtl_store_put_event (self->store, event, &error);
      g_assert_no_error (error);
      commit (self->store);
      columns = get_columns (self);
      g_assert_cmpuint (columns->n_events, ==, states[i] == DTL_REVIEW_ACCEPTED ? 1 : 0);
    }
}

/* --- derived dates ---------------------------------------------------------------------------------------------- */

static char *
derived_value (Fixture *self, const Sample *sample)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DtlEvent) event = dtl_store_get_event (self->store, sample->ban, &error);

  g_assert_no_error (error);
  return g_strdup (((DtlClaim *) event->claims->pdata[0])->edtf);
}

static void
test_anchor_moves (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DtlEvent) event = NULL;
  g_autoptr (DtlColumns) columns = NULL;
  g_autofree char *value = NULL;
  g_autofree char *inside = NULL;
  Sample sample;

  fill_case (self->store, &sample);
  event = dtl_store_get_event (self->store, sample.announcement, &error);
  g_free (((DtlClaim *) event->claims->pdata[0])->edtf);
  ((DtlClaim *) event->claims->pdata[0])->edtf = g_strdup ("2024-06-25");
  begin (self->store, "Move");
  dtl_store_put_event (self->store, event, &error);
  dtl_store_refresh (self->store, &error);
  inside = derived_value (self, &sample);
  g_assert_cmpstr (inside, ==, "2024-07-25");
  commit (self->store);
  g_assert_no_error (error);
  value = derived_value (self, &sample);
  g_assert_cmpstr (value, ==, "2024-07-25");
  columns = get_columns (self);
  g_assert_cmpint (dtl_columns_get_bounds (columns, dtl_columns_get_main_mark (columns, 1)).start_earliest, ==,
                   INT64_C (1721433600) + 5 * 86400);
}

/* The date of publication as an anchor: moved, and not supplied any more. */
static void
test_issued_moves (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DtlEvent) event = NULL;
  g_autoptr (GPtrArray) sources = NULL;
  g_autoptr (DtlColumns) before = NULL;
  g_autoptr (DtlColumns) after = NULL;
  g_autofree char *value = NULL;
  DtlSource *source;
  DtlClaim *claim;
  Sample sample;

  fill_case (self->store, &sample);
  event = dtl_store_get_event (self->store, sample.ban, &error);
  claim = event->claims->pdata[0];
  claim->rule.anchor_claim = DTL_ID_NONE;
  claim->rule.anchor_source = sample.source;
  claim->rule.amount = 1;
  begin (self->store, "Hang on the source");
  dtl_store_put_event (self->store, event, &error);
  commit (self->store);
  before = get_columns (self);
  g_assert_true (before->marks[dtl_columns_get_main_mark (before, 1)].is_supplied);
  sources = dtl_store_get_sources (self->store, &error);
  source = g_ptr_array_index (sources, 0);
  g_free (source->issued_edtf);
  source->issued_edtf = g_strdup ("2024-03-01");
  source->issued_basis = DTL_BASIS_STATED;
  begin (self->store, "Date the source");
  dtl_store_put_source (self->store, source, &error);
  commit (self->store);
  g_assert_no_error (error);
  value = derived_value (self, &sample);
  g_assert_cmpstr (value, ==, "2024-03-02");
  /* Earlier than the announcement now. */
  after = get_columns (self);
  g_assert_cmpint (after->id[0], ==, sample.ban);
  g_assert_false (after->marks[dtl_columns_get_main_mark (after, 0)].is_supplied);
}

static void
test_cycle (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DtlEvent) event = NULL;
  g_autofree char *value = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  DtlClaim *claim;
  Sample sample;

  fill_case (self->store, &sample);
  before = dtl_store_content_hash (self->store, &error);
  event = dtl_store_get_event (self->store, sample.announcement, &error);
  claim = event->claims->pdata[0];
  claim->has_rule = TRUE;
  claim->rule.anchor_claim = sample.effective_claim;
  claim->rule.amount = -30;
  begin (self->store, "Turn in a circle");
  dtl_store_put_event (self->store, event, &error);
  g_assert_no_error (error);
  g_assert_false (dtl_store_commit (self->store, &error));
  g_assert_error (error, DTL_MODEL_ERROR, DTL_MODEL_ERROR_CYCLE);
  g_assert_nonnull (strstr (error->message, "“No new business” (effective)"));
  g_assert_nonnull (strstr (error->message, "(announced)"));
  g_clear_error (&error);
  after = dtl_store_content_hash (self->store, &error);
  g_assert_cmpstr (before, ==, after);
  value = derived_value (self, &sample);
  g_assert_cmpstr (value, ==, "2024-07-20");
}

static void
test_bad_date (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DtlSource) source = dtl_source_new ();
  g_autoptr (DtlColumns) columns = NULL;
  const Dated bad = { "Odd one", "20 June", DTL_STANDING_ACCEPTED, DTL_REVIEW_ACCEPTED };

  begin (self->store, "Put");
  put_dated (self, &bad);
  g_assert_false (dtl_store_commit (self->store, &error));
  g_assert_nonnull (strstr (error->message, "“20 June”"));
  g_assert_nonnull (strstr (error->message, "“Odd one”"));
  g_clear_error (&error);
  columns = get_columns (self);
  g_assert_cmpuint (columns->n_events, ==, 0);

  source->issued_edtf = g_strdup ("June");
  begin (self->store, "Put");
  g_assert_false (dtl_store_put_source (self->store, source, &error));
  g_assert_nonnull (error);
  dtl_store_rollback (self->store);
}

/* --- texts ------------------------------------------------------------------------------------------------------ */

/* The words of the original arrive: the passage in it counts as full from then on. */
static void
test_original_arrives (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DtlSourceText) text = dtl_source_text_new ();
  g_autoptr (DtlColumns) columns = NULL;
  g_autoptr (GPtrArray) sources = NULL;
  g_autofree char *words = NULL;
  Sample sample;

  fill_case (self->store, &sample);
  text->id = sample.full_text;
  text->source = sample.source;
  text->text = g_strdup ("The words of somebody else.");
  begin (self->store, "Original");
  dtl_store_put_source_text (self->store, text, &error);
  commit (self->store);
  g_assert_no_error (error);
  columns = get_columns (self);
  g_assert_true (columns->flags[0] & DTL_EVENT_HAS_FULL_PASSAGE);
  words = dtl_store_get_text (self->store, sample.full_text, &error);
  g_assert_cmpstr (words, ==, "The words of somebody else.");
  /* Putting the source again without words keeps them. */
  sources = dtl_store_get_sources (self->store, &error);
  begin (self->store, "Again");
  dtl_store_put_source (self->store, sources->pdata[0], &error);
  commit (self->store);
  g_free (words);
  words = dtl_store_get_text (self->store, sample.full_text, &error);
  g_assert_cmpstr (words, ==, "The words of somebody else.");
  /* Undone, they are not in the case any more, though they are kept for redo. */
  dtl_store_undo (self->store, TEST_NOW, NULL, &error);
  g_assert_null (dtl_store_get_text (self->store, sample.full_text, &error));
  g_assert_no_error (error);
}

/* Only what belongs to the event is new, not the event itself. */
static void
test_evidence_arrives (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DtlEvent) event = NULL;
  g_autoptr (DtlColumns) columns = NULL;
  Sample sample;

  fill_case (self->store, &sample);
  event = dtl_store_get_event (self->store, sample.ban, &error);
  g_ptr_array_add (event->evidence, dtl_evidence_new (sample.passage, DTL_STANCE_MENTIONS));
  begin (self->store, "Prove");
  dtl_store_put_event (self->store, event, &error);
  commit (self->store);
  g_assert_no_error (error);
  columns = get_columns (self);
  g_assert_cmpuint (columns->flags[1], ==, DTL_EVENT_HAS_PASSAGE);
}

/* The text is here already when a passage is found in it. */
static void
test_anchor_arrives (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DtlPassage) passage = NULL;
  g_autoptr (DtlSource) source = dtl_source_new ();
  g_autoptr (DtlColumns) columns = NULL;
  DtlSourceText *text = dtl_source_text_new ();
  DtlAnchor *anchor = dtl_anchor_new ();
  Sample sample;

  fill_case (self->store, &sample);
  text->text = g_strdup ("Full words");
  g_ptr_array_add (source->texts, text);
  begin (self->store, "Source");
  dtl_store_put_source (self->store, source, &error);
  commit (self->store);
  passage = dtl_store_get_passage (self->store, sample.passage, &error);
  anchor->text = text->id;
  anchor->end_cp = 4;
  g_ptr_array_add (passage->anchors, anchor);
  begin (self->store, "Anchor");
  dtl_store_put_passage (self->store, passage, &error);
  commit (self->store);
  g_assert_no_error (error);
  columns = get_columns (self);
  g_assert_true (columns->flags[0] & DTL_EVENT_HAS_FULL_PASSAGE);
}

static void
test_wrong_words (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DtlSourceText) text = dtl_source_text_new ();
  Sample sample;

  fill_case (self->store, &sample);
  text->source = sample.source;
  text->text = g_strdup ("These words");
  text->sha256 = g_strnfill (64, 'a');
  begin (self->store, "Wrong");
  g_assert_false (dtl_store_put_source_text (self->store, text, &error));
  g_assert_error (error, DTL_STORE_ERROR, DTL_STORE_ERROR_SQL);
  dtl_store_rollback (self->store);
}

/* --- search ----------------------------------------------------------------------------------------------------- */

/** Search: letters of what is found: a the announcement, b the ban. */
typedef struct
{
  const char *words;
  const char *found;
} Search;

static const Search searches[] = {
  { "announced", "a" },
  { "BAN", "a" },
  { "business", "b" },
  { "no", "b" },
  { "depart", "a" },
  { "kaspersky lab", "a" },
  { "лаборатория", "a" },
  { "bans kaspersky sales", "a" },
  { "bans business", "" },
  { "zebra", "" },
  { "", "" },
  { " , . ", "" },
  { "\"", "" },
  { "sales AND ban", "" },
  { "title:announced", "" },
  { "commerce's", "" },
  { "announced ,", "a" },
  { "new", "ab" },
  { "july", "" },
  { "(announced", "a" },
  { "ann*", "a" },
};

static void
check_searches (Fixture *self, const Sample *sample)
{
  for (size_t i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GArray) events = dtl_store_search (self->store, searches[i].words, &error);
      g_autoptr (GString) found = g_string_new (NULL);

      g_assert_no_error (error);
      for (guint j = 0; j < events->len; j++)
        g_string_append_c (found, g_array_index (events, DtlId, j) == sample->announcement ? 'a' : 'b');
      if (g_strcmp0 (found->str, searches[i].found) != 0)
        g_error ("“%s” found “%s”", searches[i].words, found->str);
    }
}

static void
test_search (Fixture *self, gconstpointer data)
{
  Sample sample;

  fill_case (self->store, &sample);
  check_searches (self, &sample);
  fixture_reopen (self);
  check_searches (self, &sample);
}

/* What was renamed is found by its new name and not by its old one. */
static void
test_search_follows (Fixture *self, gconstpointer data)
{
  static const Search after[] = { { "kaspersky", "" }, { "renamed", "a" }, { "zebra", "b" }, { "business", "" } };
  g_autoptr (GError) error = NULL;
  g_autoptr (DtlActorTable) actors = NULL;
  g_autoptr (DtlActor) actor = dtl_actor_new ();
  g_autoptr (DtlEvent) event = NULL;
  Sample sample;

  fill_case (self->store, &sample);
  actor->id = sample.company;
  actor->name = g_strdup ("Renamed");
  event = dtl_store_get_event (self->store, sample.ban, &error);
  g_free (event->title);
  event->title = g_strdup ("Zebra");
  begin (self->store, "Rename");
  dtl_store_put_actor (self->store, actor, &error);
  dtl_store_put_event (self->store, event, &error);
  commit (self->store);
  g_assert_no_error (error);
  for (size_t i = 0; i < G_N_ELEMENTS (after); i++)
    {
      g_autoptr (GArray) events = dtl_store_search (self->store, after[i].words, &error);

      g_assert_cmpuint (events->len, ==, strlen (after[i].found));
      if (events->len > 0)
        g_assert_cmpint (g_array_index (events, DtlId, 0), ==,
                         after[i].found[0] == 'a' ? sample.announcement : sample.ban);
    }
}

/* A hit is compared with the passage in code points, whatever bytes they take. */
static void
test_search_code_points (Fixture *self, gconstpointer data)
{
  static const Search after[] = { { "alpha", "" }, { "омега", "a" }, { "𝛿elta", "" } };
  g_autoptr (GError) error = NULL;
  g_autoptr (DtlSource) source = dtl_source_new ();
  g_autoptr (DtlPassage) passage = dtl_passage_new ();
  g_autoptr (DtlEvent) event = dtl_event_new ();
  DtlSourceText *text = dtl_source_text_new ();
  DtlAnchor *anchor = dtl_anchor_new ();

  text->text = g_strdup ("äöü😀 alpha омега 𝛿elta");
  g_ptr_array_add (source->texts, text);
  begin (self->store, "Put");
  dtl_store_put_source (self->store, source, &error);
  passage->source = source->id;
  anchor->text = text->id;
  anchor->start_cp = 11;
  anchor->end_cp = 16;
  g_ptr_array_add (passage->anchors, anchor);
  dtl_store_put_passage (self->store, passage, &error);
  event->title = g_strdup ("Title");
  g_ptr_array_add (event->evidence, dtl_evidence_new (passage->id, DTL_STANCE_SUPPORTS));
  dtl_store_put_event (self->store, event, &error);
  g_assert_no_error (error);
  commit (self->store);
  for (size_t i = 0; i < G_N_ELEMENTS (after); i++)
    {
      g_autoptr (GArray) events = dtl_store_search (self->store, after[i].words, &error);

      g_assert_cmpuint (events->len, ==, strlen (after[i].found));
    }
}

/* Every word is marked wherever it stands, in texts that have all of them; a passage that has it says so. */
static void
test_text_hits (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *words;
    const char *places; /* text:start-end, with ! inside of a passage */
  } rows[] = {
    { "ban", "1:0-3 1:9-13! 2:4-7" },
    { "BAN bans", "1:0-3 1:9-13!" },
    { "cafe", "1:14-18!" },
    { "ban нов", "2:0-3 2:4-7" },
    { "ban zebra", "" },
    { "summary", "" },
    { " , ", "" },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (DtlSource) first = dtl_source_new ();
  g_autoptr (DtlSource) second = dtl_source_new ();
  g_autoptr (DtlPassage) passage = dtl_passage_new ();
  DtlSourceText *full = dtl_source_text_new ();
  DtlSourceText *summary = dtl_source_text_new ();
  DtlSourceText *other = dtl_source_text_new ();
  DtlAnchor *anchor = dtl_anchor_new ();

  full->text = g_strdup ("Ban? 😀é, bans Café.");
  summary->kind = DTL_TEXT_SUMMARY;
  summary->text = g_strdup ("A summary of the ban");
  other->text = g_strdup ("НОВ ban");
  g_ptr_array_add (first->texts, summary);
  g_ptr_array_add (first->texts, full);
  g_ptr_array_add (second->texts, other);
  begin (self->store, "Put");
  dtl_store_put_source (self->store, first, &error);
  dtl_store_put_source (self->store, second, &error);
  passage->source = first->id;
  anchor->text = full->id;
  anchor->start_cp = 9;
  anchor->end_cp = 18;
  g_ptr_array_add (passage->anchors, anchor);
  dtl_store_put_passage (self->store, passage, &error);
  g_assert_no_error (error);
  commit (self->store);
  for (size_t i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GArray) hits = dtl_store_find_text_hits (self->store, rows[i].words, &error);
      g_autoptr (GString) places = g_string_new (NULL);

      g_assert_no_error (error);
      for (guint j = 0; j < hits->len; j++)
        {
          const DtlTextHit *hit = &g_array_index (hits, DtlTextHit, j);

          g_assert_cmpint (hit->text, ==, hit->source == first->id ? full->id : other->id);
          g_string_append_printf (places, "%s%d:%d-%d%s", j > 0 ? " " : "", hit->source == first->id ? 1 : 2,
                                  (int) hit->start_cp, (int) hit->end_cp, hit->is_in_passage ? "!" : "");
        }
      if (g_strcmp0 (places->str, rows[i].places) != 0)
        g_error ("“%s” stands in “%s”", rows[i].words, places->str);
    }
}

/* A search that nobody waits for any more ends in the middle of a query. */
static void
test_search_cancelled (Fixture *self, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) events = NULL;
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (DtlSource) source = dtl_source_new ();
  DtlSourceText *text = dtl_source_text_new ();

  for (int i = 0; i < 20000; i++)
    g_string_append_printf (words, "word%d ", i);
  text->text = g_strdup (words->str);
  g_ptr_array_add (source->texts, text);
  begin (self->store, "Put");
  dtl_store_put_source (self->store, source, &error);
  g_assert_no_error (error);
  commit (self->store);
  dtl_store_set_cancellable (self->store, cancellable);
  g_cancellable_cancel (cancellable);
  for (int i = 0; i < 1000 && error == NULL; i++)
    {
      g_clear_pointer (&events, g_array_unref);
      events = dtl_store_search (self->store, "w", &error);
    }
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (events);
  g_clear_error (&error);
  dtl_store_set_cancellable (self->store, NULL);
  events = dtl_store_search (self->store, "w", &error);
  g_assert_no_error (error);
}

static guint
count_found (Fixture *self, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) events = dtl_store_search (self->store, words, &error);

  g_assert_no_error (error);
  return events->len;
}

static void
put_company (Fixture *self, const Sample *sample, const char *name, const char *aliases)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DtlActor) actor = dtl_actor_new ();

  actor->id = sample->company;
  actor->kind = DTL_ACTOR_ORGANISATION;
  actor->colour = 1;
  actor->name = g_strdup (name);
  g_strfreev (actor->aliases);
  actor->aliases = g_strsplit (aliases, "|", -1);
  begin (self->store, "Actor");
  dtl_store_put_actor (self->store, actor, &error);
  g_assert_no_error (error);
  commit (self->store);
}

/* The name alone, then an alias alone. */
static void
test_search_follows_names (Fixture *self, gconstpointer data)
{
  Sample sample;

  fill_case (self->store, &sample);
  put_company (self, &sample, "Zebra", "Kaspersky Lab|Лаборатория");
  g_assert_cmpuint (count_found (self, "zebra"), ==, 1);
  g_assert_cmpuint (count_found (self, "лаборатория"), ==, 1);
  put_company (self, &sample, "Zebra", "Kaspersky Lab|Gnu");
  g_assert_cmpuint (count_found (self, "лаборатория"), ==, 0);
  g_assert_cmpuint (count_found (self, "gnu"), ==, 1);
}

/* --- the rest --------------------------------------------------------------------------------------------------- */

static void
test_titles (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) titles = NULL;
  g_autofree char *title = NULL;
  Sample sample;
  DtlId ids[3];

  fill_case (self->store, &sample);
  ids[0] = sample.ban;
  ids[1] = 4242;
  ids[2] = sample.announcement;
  titles = dtl_store_get_titles (self->store, ids, 3, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (titles->len, ==, 3);
  g_assert_cmpstr (titles->pdata[0], ==, "No new business");
  g_assert_null (titles->pdata[1]);
  g_assert_cmpstr (titles->pdata[2], ==, "Sales ban announced");
  title = dtl_store_get_event_title (self->store, sample.ban, &error);
  g_assert_cmpstr (title, ==, "No new business");
  g_assert_null (dtl_store_get_event_title (self->store, 4242, &error));
  g_assert_null (dtl_store_get_event (self->store, 4242, &error));
  g_assert_null (dtl_store_get_passage (self->store, 4242, &error));
  g_assert_no_error (error);
}

static void
test_kinds (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) kinds = NULL;
  g_autoptr (DtlEvent) event = dtl_event_new ();
  g_autoptr (DtlEvent) read = NULL;

  begin (self->store, "Kinds");
  g_assert_cmpint (dtl_store_intern_kind (self->store, "statement", &error), ==, DTL_EVENT_KIND_STATEMENT);
  g_assert_cmpint (dtl_store_intern_kind (self->store, "hearing", &error), ==, DTL_EVENT_KIND_FIRST_OWN);
  g_assert_cmpint (dtl_store_intern_kind (self->store, "leak", &error), ==, DTL_EVENT_KIND_FIRST_OWN + 1);
  g_assert_cmpint (dtl_store_intern_kind (self->store, "hearing", &error), ==, DTL_EVENT_KIND_FIRST_OWN);
  commit (self->store);
  event->title = g_strdup ("A leak");
  event->kind = DTL_EVENT_KIND_FIRST_OWN + 1;
  begin (self->store, "Leak");
  dtl_store_put_event (self->store, event, &error);
  commit (self->store);
  read = dtl_store_get_event (self->store, event->id, &error);
  g_assert_cmpint (read->kind, ==, DTL_EVENT_KIND_FIRST_OWN + 1);
  g_assert_cmpstr (read->kind_name, ==, "leak");
  event->kind = DTL_EVENT_KIND_FIRST_OWN + 2;
  begin (self->store, "No such kind");
  g_assert_false (dtl_store_put_event (self->store, event, &error));
  g_assert_error (error, DTL_STORE_ERROR, DTL_STORE_ERROR_REFERENCE);
  g_clear_error (&error);
  dtl_store_rollback (self->store);
  kinds = dtl_store_get_own_kinds (self->store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (kinds->len, ==, 2);
  g_assert_cmpstr (kinds->pdata[1], ==, "leak");
  g_assert_cmpint (dtl_store_intern_kind (self->store, "leak", &error), ==, DTL_EVENT_KIND_FIRST_OWN + 1);
  g_assert_cmpint (dtl_store_intern_kind (self->store, "new one", &error), ==, -1);
  g_assert_error (error, DTL_STORE_ERROR, DTL_STORE_ERROR_SQL);
}

static char *
content_hash (DtlStore *store)
{
  g_autoptr (GError) error = NULL;
  char *hash = dtl_store_content_hash (store, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (strlen (hash), ==, 64);
  return hash;
}

/* The same in every file of the same case, another after any change, and back after undo. */
static void
test_content_hash (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = fixture_path (self, "case.dateline");
  g_autofree char *copy_path = fixture_path (self, "copy");
  g_autofree char *here = NULL;
  g_autofree char *in_file = NULL;
  g_autofree char *in_copy = NULL;
  g_autofree char *changed = NULL;
  g_autofree char *undone = NULL;
  g_autoptr (DtlStore) file = NULL;
  g_autoptr (DtlStore) copy = NULL;
  Sample sample;

  fill_case (self->store, &sample);
  here = content_hash (self->store);
  dtl_store_publish (self->store, path, NULL, NULL, &error);
  file = dtl_store_open_file (path, &error);
  in_file = content_hash (file);
  copy = dtl_store_checkout (path, copy_path, 77, &error);
  in_copy = content_hash (copy);
  g_assert_cmpstr (here, ==, in_file);
  g_assert_cmpstr (here, ==, in_copy);
  begin (copy, "Rename");
  dtl_store_set_title (copy, "B", &error);
  commit (copy);
  changed = content_hash (copy);
  g_assert_cmpstr (here, !=, changed);
  dtl_store_undo (copy, TEST_NOW, NULL, &error);
  undone = content_hash (copy);
  g_assert_no_error (error);
  g_assert_cmpstr (here, ==, undone);
}

/* What the hash is of, as SQLite writes it. */
static char *
hash_with_sqlite (const char *path)
{
  const char *const *tables = dtl_schema_get_logged_tables ();
  g_autoptr (GString) lines = g_string_new (NULL);

  for (size_t i = 0; tables[i] != NULL; i++)
    {
      g_autofree char *list = g_strdup_printf ("SELECT group_concat ('''' || name || ''', ' || name, ', ') FROM"
                                               " (SELECT name FROM pragma_table_info ('%s') WHERE name <> 'id'"
                                               " ORDER BY cid)",
                                               tables[i]);
      g_autofree char *columns = ask_sql (path, list);
      g_autofree char *select = g_strdup_printf (
          "SELECT id || ' ' || json_patch ('{}', json_object (%s)) FROM %s ORDER BY id", columns, tables[i]);
      g_autofree char *rows = ask_sql (path, select);

      if (*rows != '\0' && strcmp (tables[i], "import_report") != 0)
        g_string_append_printf (lines, "%s\n%s\n", tables[i], rows);
    }
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, lines->str, -1);
}

/* Whatever the words are. */
static void
test_content_lines (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = fixture_path (self, "case.dateline");
  g_autofree char *here = NULL;
  g_autofree char *expected = NULL;
  g_autoptr (DtlEvent) event = NULL;
  Sample sample;

  fill_case (self->store, &sample);
  event = dtl_store_get_event (self->store, sample.ban, &error);
  g_free (event->summary);
  event->summary = g_strdup (
      "\"Quoted\", it's a \\ and a / on\ntwo\r\nlines\t\b\f\v\001\037\177; Лаборатория 🏛 \u2028");
  begin (self->store, "Put words");
  dtl_store_put_event (self->store, event, &error);
  commit (self->store);
  here = content_hash (self->store);
  dtl_store_publish (self->store, path, NULL, NULL, &error);
  g_assert_no_error (error);
  expected = hash_with_sqlite (path);
  g_assert_cmpstr (here, ==, expected);
}

/* A bulk gives what single changes give. */
static void
test_bulk (Fixture *self, gconstpointer data)
{
  g_autofree char *log = NULL;
  g_autofree char *rows = NULL;
  g_autoptr (DtlColumns) columns = NULL;

  begin (self->store, "Bulk");
  dtl_store_set_bulk (self->store, TRUE);
  for (size_t i = 0; i < G_N_ELEMENTS (dated); i++)
    put_dated (self, &dated[i]);
  dtl_store_set_bulk (self->store, FALSE);
  commit (self->store);
  columns = get_columns (self);
  g_assert_cmpuint (columns->n_events, ==, G_N_ELEMENTS (dated));
  g_assert_cmpuint (columns->n_dated, ==, G_N_ELEMENTS (dated) - 3);
  log = ask_sql (self->path, "SELECT table_name || ' ' || op || ' ' || json_extract (new_values, '$.n_rows')"
                             " FROM change_row ORDER BY id");
  g_assert_cmpstr (log, ==, "event insert_range 14\nclaim insert_range 13");
  rows = ask_sql (self->path, "SELECT n_rows FROM change");
  g_assert_cmpstr (rows, ==, "27");
}

static void
add (const char *name, void (*test) (Fixture *, gconstpointer))
{
  g_autofree char *path = g_strconcat ("/store/read/", name, NULL);

  g_test_add (path, Fixture, NULL, fixture_set_up, test, fixture_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("columns", test_columns);
  add ("event-uri", test_event_uri);
  add ("load", test_load);
  add ("load-side-by-side", test_load_side_by_side);
  add ("order", test_order);
  add ("two-accepted", test_two_accepted);
  add ("review", test_review);
  add ("anchor-moves", test_anchor_moves);
  add ("issued-moves", test_issued_moves);
  add ("cycle", test_cycle);
  add ("bad-date", test_bad_date);
  add ("original-arrives", test_original_arrives);
  add ("evidence-arrives", test_evidence_arrives);
  add ("anchor-arrives", test_anchor_arrives);
  add ("wrong-words", test_wrong_words);
  add ("search", test_search);
  add ("search-follows", test_search_follows);
  add ("search-code-points", test_search_code_points);
  add ("text-hits", test_text_hits);
  add ("search-cancelled", test_search_cancelled);
  add ("search-follows-names", test_search_follows_names);
  add ("titles", test_titles);
  add ("kinds", test_kinds);
  add ("content-hash", test_content_hash);
  add ("content-lines", test_content_lines);
  add ("bulk", test_bulk);
  return g_test_run ();
}
