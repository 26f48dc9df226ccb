/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Undo and redo as chains of letters: each letter does something, and after each the case must be as it was at that
 * point before. */
#include "store-support.h"

/** State: what the case was after the edits that stand. */
typedef struct
{
  Fixture *fixture;
  Sample sample;
  GPtrArray *hashes; /* hash by number of standing edits, from the start */
  guint n_standing;
  guint n_edits;
} State;

static char *
hash (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  char *value = dtl_store_content_hash (self->store, &error);

  g_assert_no_error (error);
  return value;
}

/* The narrow tables and the index must follow as well: what is found, and where the ban begins. */
static char *
caches (Fixture *self)
{
  return ask_sql (
      self->path,
      "SELECT * FROM (SELECT 'm' || claim_id || ' ' || start_earliest_seconds || ' ' || standing FROM mark_index"
      " ORDER BY claim_id)"
      " UNION ALL SELECT * FROM (SELECT 'e' || event_id || ' ' || COALESCE (start_seconds, '-') || ' ' || flags"
      " FROM event_index ORDER BY event_id)"
      " UNION ALL SELECT * FROM (SELECT 'v' || claim_id || ' ' || edtf FROM claim_value ORDER BY claim_id)"
      " UNION ALL SELECT * FROM (SELECT 's' || rowid || ' ' || title || COALESCE (summary, '') FROM event_search"
      " ORDER BY rowid)"
      " UNION ALL SELECT * FROM (SELECT 'a' || rowid || ' ' || names FROM actor_search ORDER BY rowid)");
}

static char *
whole (Fixture *self)
{
  g_autofree char *content = hash (self);
  g_autofree char *derived = caches (self);

  return g_strconcat (content, "\n", derived, NULL);
}

static void
note_edit (State *self)
{
  self->n_standing++;
  self->n_edits++;
  g_ptr_array_set_size (self->hashes, (int) self->n_standing);
  g_ptr_array_add (self->hashes, whole (self->fixture));
}

static DtlEvent *
get_event (State *self, DtlId id)
{
  g_autoptr (GError) error = NULL;
  DtlEvent *event = dtl_store_get_event (self->fixture->store, id, &error);

  g_assert_no_error (error);
  g_assert_nonnull (event);
  return event;
}

static void
put_event (State *self, DtlEvent *event)
{
  g_autoptr (GError) error = NULL;

  dtl_store_put_event (self->fixture->store, event, &error);
  g_assert_no_error (error);
}

/* t: another title, every time. */
static void
edit_title (State *self)
{
  g_autoptr (DtlEvent) event = get_event (self, self->sample.announcement);

  begin (self->fixture->store, "Title");
  g_free (event->title);
  event->title = g_strdup_printf ("Title %u", self->n_edits);
  g_free (event->summary);
  event->summary = self->n_edits % 2 ? NULL : g_strdup ("\"Summary\" with 'quotes' \\ and ünï");
  put_event (self, event);
  commit (self->fixture->store);
}

/* d: the anchor of the derived date moves. */
static void
edit_date (State *self)
{
  g_autoptr (DtlEvent) event = get_event (self, self->sample.announcement);
  DtlClaim *claim = event->claims->pdata[0];

  begin (self->fixture->store, "Date");
  g_free (claim->edtf);
  claim->edtf = g_strdup_printf ("2024-05-%02u", 1 + self->n_edits % 28);
  put_event (self, event);
  commit (self->fixture->store);
}

/* c: children come, go and change places. */
static void
edit_children (State *self)
{
  g_autoptr (DtlEvent) event = get_event (self, self->sample.announcement);
  gpointer first = g_ptr_array_steal_index (event->participations, 0);

  begin (self->fixture->store, "Children");
  g_ptr_array_add (event->participations, first);
  if (event->claims->len > 1)
    g_ptr_array_remove_index (event->claims, 1);
  else
    {
      DtlClaim *claim = dtl_claim_new ();

      claim->edtf = g_strdup ("2024-06~");
      claim->standing = DTL_STANDING_COMPETING;
      g_ptr_array_add (event->claims, claim);
    }
  g_strfreev (event->tags);
  event->tags = g_strsplit (self->n_edits % 2 ? "2024|ban|new" : "ban", "|", -1);
  put_event (self, event);
  commit (self->fixture->store);
}

/* x: an event with everything that belongs to it is deleted; made before, so that it can be done again and again. */
static void
edit_delete (State *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DtlEvent) event = get_event (self, self->sample.announcement);

  begin (self->fixture->store, "Make");
  event->id = DTL_ID_NONE;
  for (guint i = 0; i < event->claims->len; i++)
    ((DtlClaim *) event->claims->pdata[i])->id = DTL_ID_NONE;
  for (guint i = 0; i < event->participations->len; i++)
    ((DtlParticipation *) event->participations->pdata[i])->id = DTL_ID_NONE;
  for (guint i = 0; i < event->evidence->len; i++)
    ((DtlEvidence *) event->evidence->pdata[i])->id = DTL_ID_NONE;
  put_event (self, event);
  commit (self->fixture->store);
  note_edit (self);
  begin (self->fixture->store, "Delete");
  dtl_store_delete_event (self->fixture->store, event->id, &error);
  g_assert_no_error (error);
  commit (self->fixture->store);
}

/* m: one change that touches the same rows again and again. */
static void
edit_many_times (State *self)
{
  g_autoptr (GError) error = NULL;
  DtlStore *store = self->fixture->store;
  g_autoptr (DtlEvent) event = dtl_event_new ();
  g_autoptr (DtlEvent) gone = dtl_event_new ();
  g_autofree char *title = g_strdup_printf ("Case %u", self->n_edits);

  begin (store, "Many");
  dtl_store_set_title (store, "First", &error);
  event->title = g_strdup ("Once");
  put_event (self, event);
  g_free (event->title);
  event->title = g_strdup ("Twice");
  g_ptr_array_add (event->claims, dtl_claim_new ());
  ((DtlClaim *) event->claims->pdata[0])->edtf = g_strdup ("1999");
  put_event (self, event);
  gone->title = g_strdup ("Gone");
  put_event (self, gone);
  dtl_store_delete_event (store, gone->id, &error);
  dtl_store_set_title (store, title, &error);
  g_assert_no_error (error);
  commit (store);
}

/* o: the original's words come in, and the passage in it gets its quote. */
static void
edit_original (State *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DtlPassage) passage = dtl_store_get_passage (self->fixture->store, self->sample.passage, &error);
  g_autoptr (DtlSourceText) text = dtl_source_text_new ();
  DtlAnchor *anchor = passage->anchors->pdata[1];

  begin (self->fixture->store, "Original");
  text->id = self->sample.full_text;
  text->source = self->sample.source;
  text->kind = DTL_TEXT_FULL;
  text->text = g_strdup_printf ("The words of somebody else. %u", self->n_edits);
  dtl_store_put_source_text (self->fixture->store, text, &error);
  g_free (anchor->exact);
  anchor->exact = g_strdup_printf ("words %u", self->n_edits);
  dtl_store_put_passage (self->fixture->store, passage, &error);
  g_assert_no_error (error);
  commit (self->fixture->store);
}

/* b: a bulk of new events, logged as ranges; also something that was there before. */
static void
edit_bulk (State *self)
{
  g_autoptr (GError) error = NULL;
  DtlStore *store = self->fixture->store;
  g_autoptr (DtlActor) actor = dtl_actor_new ();

  begin (store, "Bulk");
  dtl_store_set_bulk (store, TRUE);
  actor->name = g_strdup_printf ("Bulk actor %u", self->n_edits);
  g_strfreev (actor->aliases);
  actor->aliases = g_strsplit ("one|two", "|", -1);
  dtl_store_put_actor (store, actor, &error);
  /* More than one block of kept rows holds. */
  for (int i = 0; i < 4200; i++)
    {
      g_autoptr (DtlEvent) event = dtl_event_new ();

      event->title = g_strdup_printf ("Bulk %d", i);
      if (i % 40 == 0)
        {
          DtlClaim *claim = dtl_claim_new ();

          claim->edtf = g_strdup_printf ("20%02d", i / 40 % 100);
          g_ptr_array_add (event->claims, claim);
          g_ptr_array_add (event->participations, dtl_participation_new (actor->id, NULL));
        }
      dtl_store_put_event (store, event, &error);
      g_assert_no_error (error);
    }
  dtl_store_set_bulk (store, FALSE);
  dtl_store_set_title (store, actor->name, &error);
  commit (store);
}

/* u, r: undo, redo. */
static void
check_undo (State *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *announced = dtl_store_get_undo_label (self->fixture->store);
  g_autofree char *label = NULL;

  g_assert_true (dtl_store_undo (self->fixture->store, TEST_NOW, &label, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (label, ==, announced);
  g_assert_true ((label == NULL) == (self->n_standing == 0));
  if (self->n_standing > 0)
    self->n_standing--;
}

static void
check_redo (State *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *announced = dtl_store_get_redo_label (self->fixture->store);
  g_autofree char *label = NULL;

  g_assert_true (dtl_store_redo (self->fixture->store, TEST_NOW, &label, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (label, ==, announced);
  g_assert_true ((label == NULL) == (self->n_standing + 1 == self->hashes->len));
  if (label != NULL)
    self->n_standing++;
}

/* p: published and checked out again, as another day begins on another machine. */
static void
move_house (State *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *published = fixture_path (self->fixture, "moved.dateline");

  dtl_store_publish (self->fixture->store, published, NULL, NULL, &error);
  g_assert_no_error (error);
  g_clear_pointer (&self->fixture->store, dtl_store_close);
  g_free (self->fixture->path);
  self->fixture->path = fixture_path (self->fixture, "elsewhere");
  self->fixture->store = dtl_store_checkout (published, self->fixture->path, 99, &error);
  g_assert_no_error (error);
}

static void
take_step (State *self, char step)
{
  static const struct
  {
    char letter;
    void (*edit) (State *self);
  } edits[] = {
    { 't', edit_title },    { 'd', edit_date }, { 'c', edit_children },   { 'x', edit_delete },
    { 'o', edit_original }, { 'b', edit_bulk }, { 'm', edit_many_times },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      if (edits[i].letter != step)
        continue;
      edits[i].edit (self);
      note_edit (self);
      return;
    }
  if (step == 'u')
    check_undo (self);
  else if (step == 'r')
    check_redo (self);
  else if (step == 'p')
    move_house (self);
  else
    fixture_reopen (self->fixture);
}

/* |: reopened. The sample itself is the first edit. */
static const char *const chains[] = {
  "",
  "u",
  "ur",
  "r",
  "uu",
  "tu",
  "turur",
  "ttttuuuurrrruu",
  "tdcuuurrr",
  "tuduct",
  "tuur|ruu|rrr",
  "tduu|r|r|uu",
  "xuur|uurrr",
  "cccuuucur",
  "dudududrrr",
  "ouru",
  "muru",
  "mmtuuu|rrruu",
  "oouurruut",
  "buru|rur",
  "tbdupurruur",
  "bbuurr|uutr",
  "cxopuuuuuurrrrrr",
};

static void
test_chain (Fixture *self, gconstpointer data)
{
  State state = { .fixture = self };

  state.hashes = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (state.hashes, whole (self));
  fill_case (self->store, &state.sample);
  note_edit (&state);
  for (const char *step = data; *step != '\0'; step++)
    {
      g_autofree char *now = NULL;

      take_step (&state, *step);
      now = whole (self);
      g_assert_cmpstr (now, ==, g_ptr_array_index (state.hashes, state.n_standing));
    }
  g_ptr_array_unref (state.hashes);
}

/* The log of a chain stays in one piece. */
static void
test_chain_of_hashes (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *published = fixture_path (self, "case.dateline");

  test_chain (self, data);
  dtl_store_publish (self->store, published, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (dtl_store_verify_file (published, &error));
  g_assert_no_error (error);
}

/* A log from somebody else that names what must not be touched. */
static void
test_foreign_log (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  Sample sample;

  fill_case (self->store, &sample);
  g_clear_pointer (&self->store, dtl_store_close);
  run_sql (self->path, data);
  fixture_reopen (self);
  g_assert_false (dtl_store_undo (self->store, TEST_NOW, NULL, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  begin (self->store, "Rename");
  dtl_store_set_title (self->store, "B", &error);
  commit (self->store);
}

static const char *const foreign_logs[] = {
  "UPDATE change_row SET table_name = 'source_text_content', row_id = 1 WHERE id = 1",
  "UPDATE change_row SET table_name = 'replica' WHERE id = 1",
  "UPDATE change_row SET table_name = 'event; DROP TABLE event' WHERE id = 1",
  "UPDATE change_row SET op = 'delete', old_values = 'no json' WHERE id = 1",
};

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (size_t i = 0; i < G_N_ELEMENTS (chains); i++)
    {
      g_autofree char *name = g_strdup_printf ("/store/undo/chain/%zu-%s", i, chains[i]);

      g_test_add (name, Fixture, chains[i], fixture_set_up, test_chain, fixture_tear_down);
    }
  g_test_add ("/store/undo/hashes", Fixture, "tbcuurpruu", fixture_set_up, test_chain_of_hashes, fixture_tear_down);
  for (size_t i = 0; i < G_N_ELEMENTS (foreign_logs); i++)
    {
      g_autofree char *name = g_strdup_printf ("/store/undo/foreign-log/%zu", i);

      g_test_add (name, Fixture, foreign_logs[i], fixture_set_up, test_foreign_log, fixture_tear_down);
    }
  return g_test_run ();
}
