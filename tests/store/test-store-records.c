/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every kind of record comes back as it was put, here and after reopening, and as what it was replaced by. */
#include "store-support.h"

static void
check_actors (DtlStore *store, const Sample *sample)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DtlActorTable) actors = dtl_store_get_actors (store, &error);
  const DtlActor *company;

  g_assert_no_error (error);
  g_assert_cmpuint (dtl_actor_table_get_size (actors), ==, 2);
  company = dtl_actor_table_get (actors, dtl_actor_table_find_id (actors, sample->company));
  g_assert_cmpstr (company->name, ==, "Kaspersky");
  g_assert_cmpint (company->kind, ==, DTL_ACTOR_ORGANISATION);
  g_assert_cmpint (company->colour, ==, 1);
  g_assert_cmpint (company->n_events, ==, 1);
  g_assert_cmpstr (company->aliases[0], ==, "Kaspersky Lab");
  g_assert_cmpstr (company->aliases[1], ==, "Лаборатория");
  g_assert_null (company->aliases[2]);
}

static void
check_one_source (DtlStore *store, const Sample *sample, const DtlSource *source)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;
  const DtlSourceText *text;

  g_assert_cmpint (source->id, ==, sample->source);
  g_assert_cmpint (source->exhibit, ==, 1);
  g_assert_cmpstr (source->title, ==, "A ban is announced");
  g_assert_cmpstr (source->publisher, ==, "The Daily Example");
  g_assert_cmpstr (source->author, ==, "A. Writer");
  g_assert_cmpstr (source->accessed, ==, "2024-07-01");
  g_assert_cmpstr (source->url, ==, "https://example.org/ban");
  g_assert_cmpstr (source->archive_url, ==, "https://archive.example.org/ban");
  g_assert_cmpstr (source->language, ==, "en");
  g_assert_cmpint (source->tier, ==, DTL_TIER_RELAYED);
  g_assert_cmpstr (source->relayed_from, ==, "A wire service");
  g_assert_cmpstr (source->issued_edtf, ==, "2024-06-20");
  g_assert_cmpint (source->issued_basis, ==, DTL_BASIS_SUPPLIED);
  g_assert_cmpstr (source->issued_reason, ==, "no year in the text");
  g_assert_cmpstr (source->file_name, ==, "ban.txt");
  g_assert_cmpint (source->file_size_bytes, ==, 1234);
  g_assert_cmpstr (source->media_type, ==, "text/plain");
  g_assert_cmpuint (strlen (source->file_sha256), ==, 64);
  g_assert_cmpuint (source->texts->len, ==, 2);
  text = g_ptr_array_index (source->texts, 0);
  g_assert_cmpint (text->kind, ==, DTL_TEXT_SUMMARY);
  g_assert_true (text->is_present);
  g_assert_cmpint (text->length_cp, ==, g_utf8_strlen (SAMPLE_SUMMARY, -1));
  words = dtl_store_get_text (store, text->id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (words, ==, SAMPLE_SUMMARY);
  text = g_ptr_array_index (source->texts, 1);
  g_assert_cmpint (text->kind, ==, DTL_TEXT_FULL);
  g_assert_false (text->is_present);
  g_assert_cmpstr (text->extractor, ==, "plain");
  g_assert_cmpstr (text->extractor_version, ==, "1");
  g_assert_null (dtl_store_get_text (store, text->id, &error));
  g_assert_no_error (error);
}

static void
check_source (DtlStore *store, const Sample *sample)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sources = dtl_store_get_sources (store, &error);
  g_autoptr (DtlSource) one = dtl_store_get_source (store, sample->source, &error);
  g_autoptr (GArray) ids = dtl_store_get_sources_of_event (store, sample->announcement, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (sources->len, ==, 1);
  check_one_source (store, sample, g_ptr_array_index (sources, 0));
  check_one_source (store, sample, one);
  g_assert_null (dtl_store_get_source (store, 999, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (ids->len, ==, 1);
  g_assert_cmpint (g_array_index (ids, DtlId, 0), ==, sample->source);
}

/* Many at a time are what each is by itself. */
static void
check_some_events (DtlStore *store, const Sample *sample)
{
  const DtlId ids[] = { sample->ban, 4242, sample->announcement };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) events = dtl_store_get_some_events (store, ids, G_N_ELEMENTS (ids), &error);

  g_assert_no_error (error);
  g_assert_cmpuint (events->len, ==, G_N_ELEMENTS (ids));
  for (guint i = 0; i < events->len; i++)
    {
      const DtlEvent *event = g_ptr_array_index (events, i);
      g_autoptr (DtlEvent) alone = dtl_store_get_event (store, ids[i], &error);

      g_assert_cmpint (event != NULL, ==, alone != NULL);
      if (event == NULL)
        continue;
      g_assert_cmpint (event->id, ==, ids[i]);
      g_assert_cmpstr (event->title, ==, alone->title);
      g_assert_cmpuint (event->claims->len, ==, alone->claims->len);
      g_assert_cmpuint (event->participations->len, ==, alone->participations->len);
      g_assert_cmpuint (event->evidence->len, ==, alone->evidence->len);
      g_assert_cmpuint (event->links->len, ==, alone->links->len);
      g_assert_cmpuint (g_strv_length (event->tags), ==, g_strv_length (alone->tags));
    }
}

static void
check_passage (DtlStore *store, const Sample *sample)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DtlPassage) passage = dtl_store_get_passage (store, sample->passage, &error);
  g_autoptr (GPtrArray) all = dtl_store_get_passages (store, DTL_ID_NONE, &error);
  g_autoptr (GPtrArray) none = dtl_store_get_passages (store, 999, &error);
  g_autoptr (GArray) events = dtl_store_get_events_of_passage (store, sample->passage, &error);
  const DtlAnchor *anchor;

  g_assert_no_error (error);
  g_assert_cmpint (passage->source, ==, sample->source);
  g_assert_cmpint (passage->page, ==, 3);
  g_assert_cmpint (passage->paragraph, ==, 2);
  g_assert_cmpint (passage->line, ==, 1);
  g_assert_cmpint (passage->attributed_to, ==, sample->department);
  g_assert_cmpuint (passage->anchors->len, ==, 2);
  anchor = g_ptr_array_index (passage->anchors, 0);
  g_assert_cmpint (anchor->text, ==, sample->summary_text);
  g_assert_cmpint (anchor->start_cp, ==, 13);
  g_assert_cmpint (anchor->end_cp, ==, 43);
  g_assert_cmpstr (anchor->exact, ==, "the Department bans new sales.");
  g_assert_cmpstr (anchor->prefix, ==, "Our summary: ");
  g_assert_cmpstr (anchor->suffix, ==, " It names 20 July.");
  anchor = g_ptr_array_index (passage->anchors, 1);
  g_assert_cmpint (anchor->text, ==, sample->full_text);
  g_assert_null (anchor->exact);
  g_assert_cmpuint (all->len, ==, 1);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (events->len, ==, 1);
  g_assert_cmpint (g_array_index (events, DtlId, 0), ==, sample->announcement);
}

static void
check_announcement (DtlStore *store, const Sample *sample)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DtlEvent) event = dtl_store_get_event (store, sample->announcement, &error);
  const DtlClaim *claim;

  g_assert_no_error (error);
  g_assert_cmpstr (event->title, ==, "Sales ban announced");
  g_assert_cmpstr (event->summary, ==, "The Department says that it bans sales.");
  g_assert_cmpint (event->kind, ==, DTL_EVENT_KIND_ANNOUNCEMENT);
  g_assert_cmpstr (event->kind_name, ==, "announcement");
  g_assert_cmpint (event->status, ==, DTL_STATUS_DONE);
  g_assert_cmpint (event->status_passage, ==, sample->passage);
  g_assert_cmpstr (event->status_as_of, ==, "2024-06-20");
  g_assert_cmpint (event->assertion, ==, DTL_ASSERTION_FACT);
  g_assert_cmpint (event->importance, ==, 800);
  g_assert_cmpint (event->review, ==, DTL_REVIEW_ACCEPTED);
  g_assert_cmpint (event->main_role, ==, DTL_ROLE_ANNOUNCED);
  g_assert_cmpstr (event->tags[0], ==, "ban");
  g_assert_cmpstr (event->tags[1], ==, "2024");
  g_assert_cmpuint (event->participations->len, ==, 2);
  g_assert_cmpint (((DtlParticipation *) event->participations->pdata[0])->actor, ==, sample->department);
  g_assert_cmpstr (((DtlParticipation *) event->participations->pdata[0])->role, ==, "announces");
  g_assert_null (((DtlParticipation *) event->participations->pdata[1])->role);
  g_assert_cmpuint (event->evidence->len, ==, 1);
  g_assert_cmpint (((DtlEvidence *) event->evidence->pdata[0])->passage, ==, sample->passage);
  g_assert_cmpint (((DtlEvidence *) event->evidence->pdata[0])->stance, ==, DTL_STANCE_SUPPORTS);
  g_assert_cmpuint (event->claims->len, ==, 2);
  claim = event->claims->pdata[0];
  g_assert_cmpstr (claim->edtf, ==, "2024-06-20");
  g_assert_cmpint (claim->basis, ==, DTL_BASIS_SUPPLIED);
  g_assert_cmpint (claim->passage, ==, sample->passage);
  g_assert_false (claim->has_rule);
  claim = event->claims->pdata[1];
  g_assert_cmpint (claim->standing, ==, DTL_STANDING_COMPETING);
  g_assert_cmpstr (claim->reason, ==, "told by one paper only");
}

static void
check_ban (DtlStore *store, const Sample *sample)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DtlEvent) event = dtl_store_get_event (store, sample->ban, &error);
  const DtlClaim *claim;
  const DtlLink *link;

  g_assert_no_error (error);
  g_assert_cmpint (event->kind, ==, DTL_EVENT_KIND_FIRST_OWN);
  g_assert_cmpstr (event->kind_name, ==, "moratorium");
  g_assert_cmpint (event->main_role, ==, -1);
  g_assert_null (event->summary);
  g_assert_null (event->tags[0]);
  claim = event->claims->pdata[0];
  g_assert_true (claim->has_rule);
  g_assert_cmpstr (claim->edtf, ==, "2024-07-20");
  g_assert_cmpint (claim->limit, ==, DTL_LIMIT_FIRST_IN_FORCE);
  g_assert_cmpint (claim->rule.anchor_claim, ==, sample->announced_claim);
  g_assert_cmpint (claim->rule.amount, ==, 30);
  g_assert_cmpint (claim->rule.unit, ==, DTL_UNIT_DAYS);
  g_assert_cmpint (claim->rule.comparator, ==, DTL_COMPARATOR_EQUAL);
  g_assert_cmpint (claim->rule.counting, ==, DTL_COUNTING_ANCHOR_NOT_COUNTED);
  link = event->links->pdata[0];
  g_assert_cmpint (link->type, ==, DTL_LINK_PART_OF);
  g_assert_cmpint (link->from, ==, sample->ban);
  g_assert_cmpint (link->to, ==, sample->announcement);
}

static void
check_info (DtlStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DtlCaseInfo) info = dtl_store_get_info (store, &error);

  g_assert_no_error (error);
  g_assert_true (g_uuid_string_is_valid (info->uuid));
  g_assert_cmpstr (info->title, ==, "A case");
  g_assert_cmpstr (info->language, ==, "en");
  g_assert_cmpint (info->last_change_utc_seconds, ==, TEST_NOW);
  g_assert_cmpuint (dtl_store_count_sources (store, 10, &error), ==, 1);
  g_assert_cmpuint (dtl_store_count_sources (store, 0, &error), ==, 0);
}

static void
check_all (DtlStore *store, const Sample *sample)
{
  check_info (store);
  check_actors (store, sample);
  check_source (store, sample);
  check_some_events (store, sample);
  check_passage (store, sample);
  check_announcement (store, sample);
  check_ban (store, sample);
}

static void
test_round_trip (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *published = fixture_path (self, "case.dateline");
  g_autoptr (DtlStore) reader = NULL;
  Sample sample;

  fill_case (self->store, &sample);
  check_all (self->store, &sample);
  fixture_reopen (self);
  check_all (self->store, &sample);

  dtl_store_publish (self->store, published, NULL, NULL, &error);
  g_assert_no_error (error);
  reader = dtl_store_open_file (published, &error);
  g_assert_no_error (error);
  check_all (reader, &sample);
}

/* What a record has no more is gone from the case. */
static void
test_fewer_children (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DtlEvent) event = NULL;
  g_autoptr (DtlEvent) ban = NULL;
  g_autoptr (DtlPassage) passage = NULL;
  g_autoptr (DtlEvent) read = NULL;
  g_autoptr (DtlEvent) read_ban = NULL;
  g_autoptr (DtlPassage) read_passage = NULL;
  Sample sample;

  fill_case (self->store, &sample);
  event = dtl_store_get_event (self->store, sample.announcement, &error);
  ban = dtl_store_get_event (self->store, sample.ban, &error);
  passage = dtl_store_get_passage (self->store, sample.passage, &error);
  g_ptr_array_remove_index (event->participations, 0);
  g_ptr_array_set_size (event->evidence, 0);
  g_ptr_array_remove_index (event->claims, 1);
  g_strfreev (event->tags);
  event->tags = g_strsplit ("2024", "|", -1);
  g_ptr_array_set_size (ban->links, 0);
  g_ptr_array_remove_index (passage->anchors, 0);
  begin (self->store, "Take away");
  dtl_store_put_event (self->store, event, &error);
  dtl_store_put_event (self->store, ban, &error);
  dtl_store_put_passage (self->store, passage, &error);
  g_assert_no_error (error);
  commit (self->store);

  read = dtl_store_get_event (self->store, sample.announcement, &error);
  read_ban = dtl_store_get_event (self->store, sample.ban, &error);
  read_passage = dtl_store_get_passage (self->store, sample.passage, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (read->participations->len, ==, 1);
  g_assert_cmpint (((DtlParticipation *) read->participations->pdata[0])->actor, ==, sample.company);
  g_assert_cmpuint (read->evidence->len, ==, 0);
  g_assert_cmpuint (read->claims->len, ==, 1);
  g_assert_cmpint (((DtlClaim *) read->claims->pdata[0])->id, ==, sample.announced_claim);
  g_assert_cmpuint (g_strv_length (read->tags), ==, 1);
  g_assert_cmpuint (read_ban->links->len, ==, 0);
  g_assert_cmpuint (read_passage->anchors->len, ==, 1);
  g_assert_cmpint (((DtlAnchor *) read_passage->anchors->pdata[0])->text, ==, sample.full_text);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/records/round-trip", Fixture, NULL, fixture_set_up, test_round_trip, fixture_tear_down);
  g_test_add ("/store/records/fewer-children", Fixture, NULL, fixture_set_up, test_fewer_children, fixture_tear_down);
  return g_test_run ();
}
