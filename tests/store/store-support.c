/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-support.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

#include "base/dtl-hash.h"

void
fixture_set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("dateline-store-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = fixture_path (self, "work");
  self->store = dtl_store_create (self->path, TEST_REPLICA, "A case", "en", &error);
  g_assert_no_error (error);
  g_assert_nonnull (self->store);
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        remove_folder (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

void
fixture_tear_down (Fixture *self, gconstpointer data)
{
  g_clear_pointer (&self->store, dtl_store_close);
  remove_folder (self->folder);
  g_free (self->path);
  g_free (self->folder);
}

char *
fixture_path (Fixture *self, const char *name)
{
  return g_build_filename (self->folder, name, NULL);
}

void
fixture_reopen (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->store, dtl_store_close);
  self->store = dtl_store_open_working_copy (self->path, &error);
  g_assert_no_error (error);
}

void
begin (DtlStore *store, const char *label)
{
  g_autoptr (GError) error = NULL;

  dtl_store_begin (store, label, "Ann Alyst", TEST_NOW, &error);
  g_assert_no_error (error);
}

void
commit (DtlStore *store)
{
  g_autoptr (GError) error = NULL;

  dtl_store_commit (store, &error);
  g_assert_no_error (error);
}

/* --- the sample ------------------------------------------------------------------------------------------------- */

static DtlId
put_actor (DtlStore *store, const char *name, DtlActorKind kind, const char *alias, DtlId parent)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DtlActor) actor = dtl_actor_new ();

  actor->name = g_strdup (name);
  actor->kind = kind;
  actor->parent = parent;
  if (alias != NULL)
    {
      g_strfreev (actor->aliases);
      actor->aliases = g_strsplit (alias, "|", -1);
    }
  dtl_store_put_actor (store, actor, &error);
  g_assert_no_error (error);
  return actor->id;
}

static DtlSourceText *
new_text (DtlTextKind kind, const char *words, const char *original)
{
  DtlSourceText *text = dtl_source_text_new ();

  text->kind = kind;
  text->extractor = g_strdup ("plain");
  text->extractor_version = g_strdup ("1");
  text->text = g_strdup (words);
  if (words == NULL)
    {
      text->sha256 = dtl_sha256_hex (original, strlen (original));
      text->length_cp = g_utf8_strlen (original, -1);
    }
  return text;
}

static void
put_source (DtlStore *store, Sample *sample)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DtlSource) source = dtl_source_new ();

  source->title = g_strdup ("A ban is announced");
  source->publisher = g_strdup ("The Daily Example");
  source->author = g_strdup ("A. Writer");
  source->accessed = g_strdup ("2024-07-01");
  source->url = g_strdup ("https://example.org/ban");
  source->archive_url = g_strdup ("https://archive.example.org/ban");
  source->language = g_strdup ("en");
  source->tier = DTL_TIER_RELAYED;
  source->relayed_from = g_strdup ("A wire service");
  source->issued_edtf = g_strdup ("2024-06-20");
  source->issued_basis = DTL_BASIS_SUPPLIED;
  source->issued_reason = g_strdup ("no year in the text");
  source->file_name = g_strdup ("ban.txt");
  source->file_size_bytes = 1234;
  source->media_type = g_strdup ("text/plain");
  source->file_sha256 = dtl_sha256_hex ("the bytes", 9);
  g_ptr_array_add (source->texts, new_text (DTL_TEXT_SUMMARY, SAMPLE_SUMMARY, NULL));
  g_ptr_array_add (source->texts, new_text (DTL_TEXT_FULL, NULL, "The words of somebody else."));
  dtl_store_put_source (store, source, &error);
  g_assert_no_error (error);
  sample->source = source->id;
  sample->summary_text = ((DtlSourceText *) source->texts->pdata[0])->id;
  sample->full_text = ((DtlSourceText *) source->texts->pdata[1])->id;
}

static DtlAnchor *
new_anchor (DtlId text, int64_t start_cp, int64_t end_cp, const char *exact)
{
  DtlAnchor *anchor = dtl_anchor_new ();

  anchor->text = text;
  anchor->start_cp = start_cp;
  anchor->end_cp = end_cp;
  anchor->exact = g_strdup (exact);
  anchor->prefix = exact != NULL ? g_strdup ("Our summary: ") : NULL;
  anchor->suffix = exact != NULL ? g_strdup (" It names 20 July.") : NULL;
  return anchor;
}

static void
put_passage (DtlStore *store, Sample *sample)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DtlPassage) passage = dtl_passage_new ();

  passage->source = sample->source;
  passage->page = 3;
  passage->paragraph = 2;
  passage->line = 1;
  passage->attributed_to = sample->department;
  g_ptr_array_add (passage->anchors, new_anchor (sample->summary_text, 13, 43, "the Department bans new sales."));
  g_ptr_array_add (passage->anchors, new_anchor (sample->full_text, 4, 9, NULL));
  dtl_store_put_passage (store, passage, &error);
  g_assert_no_error (error);
  sample->passage = passage->id;
}

static void
put_announcement (DtlStore *store, Sample *sample)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DtlEvent) event = dtl_event_new ();
  DtlClaim *claim = dtl_claim_new ();
  DtlClaim *other = dtl_claim_new ();

  event->title = g_strdup ("Sales ban announced");
  event->summary = g_strdup ("The Department says that it bans sales.");
  event->kind = DTL_EVENT_KIND_ANNOUNCEMENT;
  event->status = DTL_STATUS_DONE;
  event->status_passage = sample->passage;
  event->status_as_of = g_strdup ("2024-06-20");
  event->assertion = DTL_ASSERTION_FACT;
  event->importance = 800;
  event->main_role = DTL_ROLE_ANNOUNCED;
  g_strfreev (event->tags);
  event->tags = g_strsplit ("ban|2024", "|", -1);
  g_ptr_array_add (event->participations, dtl_participation_new (sample->department, "announces"));
  g_ptr_array_add (event->participations, dtl_participation_new (sample->company, NULL));
  g_ptr_array_add (event->evidence, dtl_evidence_new (sample->passage, DTL_STANCE_SUPPORTS));
  claim->role = DTL_ROLE_ANNOUNCED;
  claim->edtf = g_strdup ("2024-06-20");
  claim->passage = sample->passage;
  claim->basis = DTL_BASIS_SUPPLIED;
  g_ptr_array_add (event->claims, claim);
  other->role = DTL_ROLE_ANNOUNCED;
  other->edtf = g_strdup ("[2024-06-21..2024-06-23]");
  other->standing = DTL_STANDING_COMPETING;
  other->reason = g_strdup ("told by one paper only");
  g_ptr_array_add (event->claims, other);
  dtl_store_put_event (store, event, &error);
  g_assert_no_error (error);
  sample->announcement = event->id;
  sample->announced_claim = claim->id;
}

static void
put_ban (DtlStore *store, Sample *sample)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DtlEvent) event = dtl_event_new ();
  DtlClaim *claim = dtl_claim_new ();
  DtlLink *link = dtl_link_new ();

  event->title = g_strdup ("No new business");
  event->kind = dtl_store_intern_kind (store, "moratorium", &error);
  g_assert_no_error (error);
  event->status = DTL_STATUS_PLANNED;
  event->assertion = DTL_ASSERTION_INTENTION;
  claim->role = DTL_ROLE_EFFECTIVE;
  claim->basis = DTL_BASIS_DERIVED;
  claim->limit = DTL_LIMIT_FIRST_IN_FORCE;
  claim->has_rule = TRUE;
  claim->rule.anchor_claim = sample->announced_claim;
  claim->rule.comparator = DTL_COMPARATOR_EQUAL;
  claim->rule.amount = 30;
  claim->rule.unit = DTL_UNIT_DAYS;
  claim->rule.counting = DTL_COUNTING_ANCHOR_NOT_COUNTED;
  g_ptr_array_add (event->claims, claim);
  link->type = DTL_LINK_PART_OF;
  link->to = sample->announcement;
  g_ptr_array_add (event->links, link);
  dtl_store_put_event (store, event, &error);
  g_assert_no_error (error);
  sample->ban = event->id;
  sample->effective_claim = claim->id;
}

void
fill_case (DtlStore *store, Sample *sample)
{
  begin (store, "Fill the case");
  sample->department = put_actor (store, "Department of Commerce", DTL_ACTOR_GOVERNMENT, NULL, DTL_ID_NONE);
  sample->company = put_actor (store, "Kaspersky", DTL_ACTOR_ORGANISATION, "Kaspersky Lab|Лаборатория", DTL_ID_NONE);
  put_source (store, sample);
  put_passage (store, sample);
  put_announcement (store, sample);
  put_ban (store, sample);
  commit (store);
}

/* --- from outside ----------------------------------------------------------------------------------------------- */

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

char *
list_folder (const char *folder)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  return g_strjoinv (" ", (char **) names->pdata);
}

static sqlite3 *
open_plainly (const char *path)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL), ==, SQLITE_OK);
  return db;
}

void
run_sql (const char *path, const char *sql)
{
  sqlite3 *db = open_plainly (path);
  char *message = NULL;

  sqlite3_exec (db, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  sqlite3_close (db);
}

static int
append_row (void *data, int n_columns, char **values, char **names)
{
  GString *rows = data;

  if (rows->len > 0)
    g_string_append_c (rows, '\n');
  g_string_append (rows, values[0] != NULL ? values[0] : "NULL");
  return 0;
}

char *
ask_sql (const char *path, const char *sql)
{
  sqlite3 *db = open_plainly (path);
  GString *rows = g_string_new (NULL);
  char *message = NULL;

  sqlite3_exec (db, sql, append_row, rows, &message);
  g_assert_cmpstr (message, ==, NULL);
  sqlite3_close (db);
  return g_string_free (rows, FALSE);
}
