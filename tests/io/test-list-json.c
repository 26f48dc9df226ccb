/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keys of the command line's lists, which other programs rely on: each object has exactly these, in this order. */
#include "io/dtl-list-json.h"

typedef struct
{
  DtlActorTable *actors;
  DtlSource *source;
  DtlPassage *passage;
  DtlEvent *event;
  GHashTable *sources;
  GHashTable *passages;
  DtlListContext context;
} Fixture;

static void
add_text (Fixture *fixture, DtlId id, DtlTextKind kind, const char *words, int64_t start_cp, int64_t end_cp)
{
  DtlSourceText *text = dtl_source_text_new ();
  DtlAnchor *anchor = dtl_anchor_new ();

  text->id = id;
  text->kind = kind;
  text->sha256 = g_strdup ("ab");
  text->length_cp = 40;
  text->extractor = g_strdup ("text");
  text->text = g_strdup (words);
  text->is_present = words != NULL;
  g_ptr_array_add (fixture->source->texts, text);
  anchor->text = id;
  anchor->start_cp = start_cp;
  anchor->end_cp = end_cp;
  g_ptr_array_add (fixture->passage->anchors, anchor);
}

static void
make_source (Fixture *fixture)
{
  DtlSource *source = dtl_source_new ();

  fixture->source = source;
  source->id = 5;
  source->exhibit = 2;
  source->title = g_strdup ("A ban");
  source->publisher = g_strdup ("The Paper");
  source->author = g_strdup ("A. Writer");
  source->issued_edtf = g_strdup ("2024-06~");
  source->issued_basis = DTL_BASIS_SUPPLIED;
  source->url = g_strdup ("https://example.org/ban");
  source->file_name = g_strdup ("ban.txt");
  source->file_sha256 = g_strdup ("cd");
  fixture->passage = dtl_passage_new ();
  fixture->passage->id = 6;
  fixture->passage->source = 5;
  fixture->passage->page = 3;
  fixture->passage->attributed_to = 2;
  add_text (fixture, 7, DTL_TEXT_FULL, NULL, 100, 120);
  add_text (fixture, 8, DTL_TEXT_SUMMARY, "caf\xc3\xa9: the ban comes", 6, 13);
}

static DtlClaim *
add_claim (DtlEvent *event, DtlId id, DtlClaimRole role, const char *edtf)
{
  DtlClaim *claim = dtl_claim_new ();

  claim->id = id;
  claim->event = event->id;
  claim->role = role;
  claim->edtf = g_strdup (edtf);
  g_ptr_array_add (event->claims, claim);
  return claim;
}

static void
make_event (Fixture *fixture)
{
  DtlEvent *event = dtl_event_new ();
  DtlLink *link = dtl_link_new ();
  DtlClaim *claim;

  fixture->event = event;
  event->id = INT64_C (9007199254740993); /* 2^53 + 1: no double holds it */
  event->title = g_strdup ("Ban on sales");
  event->summary = g_strdup ("What it says.");
  event->kind = DTL_EVENT_KIND_PROHIBITION;
  event->status = DTL_STATUS_IN_FORCE;
  g_strfreev (event->tags);
  event->tags = g_strsplit ("ban|sales", "|", -1);
  claim = add_claim (event, 11, DTL_ROLE_ANNOUNCED, "2024-06-20");
  claim->passage = 6;
  claim->reason = g_strdup ("It says so.");
  claim->has_rule = TRUE;
  claim->rule.anchor_claim = 12;
  claim->rule.amount = 30;
  add_claim (event, 13, DTL_ROLE_ENDED, "[2024..2025]");
  g_ptr_array_add (event->participations, dtl_participation_new (2, "regulator"));
  g_ptr_array_add (event->evidence, dtl_evidence_new (6, DTL_STANCE_DISPUTES));
  link->type = DTL_LINK_AMENDS;
  link->from = event->id;
  link->to = 99;
  g_ptr_array_add (event->links, link);
}

static char *
dup_anchor_edtf (const DtlRule *rule, gpointer user_data)
{
  return rule->anchor_claim == 12 ? g_strdup ("2024-05-21") : NULL;
}

static void
setup (Fixture *fixture, gconstpointer data)
{
  GPtrArray *actors = g_ptr_array_new_with_free_func ((GDestroyNotify) dtl_actor_free);
  DtlActor *actor = dtl_actor_new ();

  actor->id = 2;
  actor->name = g_strdup ("Department of Commerce");
  actor->kind = DTL_ACTOR_GOVERNMENT;
  actor->parent = 4;
  actor->n_events = 7;
  g_ptr_array_add (actors, actor);
  fixture->actors = dtl_actor_table_new (actors);
  make_source (fixture);
  make_event (fixture);
  fixture->sources = g_hash_table_new (g_int64_hash, g_int64_equal);
  fixture->passages = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_hash_table_insert (fixture->sources, &fixture->source->id, fixture->source);
  g_hash_table_insert (fixture->passages, &fixture->passage->id, fixture->passage);
  fixture->context =
      (DtlListContext){ fixture->actors, fixture->sources, fixture->passages, NULL, dup_anchor_edtf, NULL };
}

static void
teardown (Fixture *fixture, gconstpointer data)
{
  dtl_actor_table_unref (fixture->actors);
  g_hash_table_unref (fixture->sources);
  g_hash_table_unref (fixture->passages);
  dtl_source_free (fixture->source);
  dtl_passage_free (fixture->passage);
  dtl_event_free (fixture->event);
}

static void
assert_keys (JsonObject *object, const char *expected)
{
  g_autoptr (GString) keys = g_string_new (NULL);
  g_autoptr (GList) members = json_object_get_members (object);

  for (GList *member = members; member != NULL; member = member->next)
    g_string_append_printf (keys, "%s%s", keys->len > 0 ? " " : "", (const char *) member->data);
  g_assert_cmpstr (keys->str, ==, expected);
}

static void
assert_json (JsonNode *node, const char *expected)
{
  g_autofree char *text = json_to_string (node, FALSE);

  g_assert_cmpstr (text, ==, expected);
}

static JsonObject *
first_of (JsonObject *object, const char *list)
{
  return json_array_get_object_element (json_object_get_array_member (object, list), 0);
}

static void
test_event (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JsonNode) node = dtl_list_json_event (&fixture->context, fixture->event);
  JsonObject *object = json_node_get_object (node);

  assert_keys (object,
               "id title summary kind status assertion importance review undated main_role edtf earliest latest "
               "actors claims passages tags links");
  assert_keys (first_of (object, "actors"), "id name role");
  assert_keys (first_of (object, "claims"),
               "id event role edtf earliest latest standing reason basis passage rule counted");
  assert_keys (first_of (object, "passages"), "id source file text start end exact page attributed_to stance");
  assert_keys (first_of (object, "links"), "type event");
  g_assert_cmpstr (json_object_get_string_member (object, "id"), ==, "9007199254740993");
  g_assert_cmpstr (json_object_get_string_member (object, "kind"), ==, "prohibition");
  g_assert_cmpstr (json_object_get_string_member (object, "status"), ==, "in_force");
  g_assert_cmpstr (json_object_get_string_member (object, "main_role"), ==, "announced");
  g_assert_cmpstr (json_object_get_string_member (object, "edtf"), ==, "2024-06-20");
  g_assert_cmpstr (json_object_get_string_member (object, "earliest"), ==, "2024-06-20");
  g_assert_cmpstr (json_object_get_string_member (object, "latest"), ==, "2025-12-31");
  g_assert_false (json_object_get_boolean_member (object, "undated"));
  g_assert_cmpstr (json_object_get_string_member (first_of (object, "passages"), "stance"), ==, "disputes");
  g_assert_cmpstr (json_object_get_string_member (first_of (object, "links"), "event"), ==, "99");
}

static void
test_undated (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JsonNode) node = NULL;
  JsonObject *object;

  g_ptr_array_set_size (fixture->event->claims, 0);
  g_ptr_array_set_size (fixture->event->links, 0);
  g_clear_pointer (&fixture->event->summary, g_free);
  fixture->event->kind_name = g_strdup ("hearing");
  fixture->event->kind = DTL_EVENT_KIND_FIRST_OWN;
  node = dtl_list_json_event (&fixture->context, fixture->event);
  object = json_node_get_object (node);
  assert_keys (object, "id title kind status assertion importance review undated main_role actors claims passages tags "
                       "links");
  g_assert_true (json_object_get_boolean_member (object, "undated"));
  g_assert_cmpstr (json_object_get_string_member (object, "kind"), ==, "hearing");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object, "links")), ==, 0);
}

static void
test_proposal (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GHashTable) suggestions = g_hash_table_new (g_int64_hash, g_int64_equal);
  DtlListSuggestion suggestion = { 0.75, (char *) "verb-ban" };
  g_autoptr (JsonNode) node = NULL;
  JsonObject *object;

  fixture->event->review = DTL_REVIEW_PROPOSED;
  fixture->context.suggestions = suggestions;
  g_hash_table_insert (suggestions, &fixture->event->id, &suggestion);
  node = dtl_list_json_event (&fixture->context, fixture->event);
  object = json_node_get_object (node);
  g_assert_cmpfloat (json_object_get_double_member (object, "confidence"), ==, 0.75);
  g_assert_cmpstr (json_object_get_string_member (object, "rule"), ==, "verb-ban");
  g_assert_cmpstr (json_object_get_string_member (object, "review"), ==, "proposed");
}

static void
test_claim (Fixture *fixture, gconstpointer data)
{
  DtlClaim *claim = g_ptr_array_index (fixture->event->claims, 0);
  g_autoptr (JsonNode) by_claim = dtl_list_json_claim (&fixture->context, claim);
  g_autoptr (JsonNode) by_source = NULL;
  JsonObject *rule;

  rule = json_object_get_object_member (json_node_get_object (by_claim), "rule");
  assert_keys (rule, "anchor comparator amount unit counting");
  g_assert_cmpstr (json_object_get_string_member (rule, "anchor"), ==, "12");
  g_assert_cmpint (json_object_get_int_member (rule, "amount"), ==, 30);
  claim->rule.anchor_claim = DTL_ID_NONE;
  claim->rule.anchor_source = 5;
  g_clear_pointer (&claim->edtf, g_free);
  g_clear_pointer (&claim->reason, g_free);
  by_source = dtl_list_json_claim (&fixture->context, claim);
  assert_json (
      by_source,
      "{\"id\":\"11\",\"event\":\"9007199254740993\",\"role\":\"announced\",\"standing\":"
      "\"accepted\",\"basis\":\"stated\",\"passage\":\"6\",\"rule\":{\"anchor\":\"source:5\","
      "\"comparator\":\"=\",\"amount\":30,\"unit\":\"days\",\"counting\":\"anchor_not_counted\"},\"counted\":\"30 days after "
      "the date of publication, that day not counted: no date, because the source has no date of "
      "publication\"}");
}

/* What counts business days goes with what it leaves out, and months with what becomes of a day that they lack. */
static void
test_countings (Fixture *fixture, gconstpointer data)
{
  const int64_t days[] = { dtl_civil_day_number (2024, 5, 27) };
  DtlClaim *claim = g_ptr_array_index (fixture->event->claims, 0);
  g_autoptr (JsonNode) us = NULL;
  g_autoptr (JsonNode) own = NULL;
  g_autoptr (JsonNode) months = NULL;

  claim->rule.unit = DTL_UNIT_BUSINESS_DAYS;
  claim->rule.calendar = DTL_CALENDAR_US_FEDERAL;
  claim->limit = DTL_LIMIT_LAST_ALLOWED;
  us = dtl_list_json_claim (&fixture->context, claim);
  assert_keys (json_node_get_object (us), "id event role edtf earliest latest standing reason basis passage rule limit "
                                          "counted");
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (us), "counted"), ==,
                   "30 business days after 21 May 2024, that day not counted, US federal holidays left out: "
                   "20 June 2024");
  claim->rule.calendar = DTL_CALENDAR_OWN;
  claim->rule.own_calendar = dtl_own_calendar_new ("Office", days, 1);
  own = dtl_list_json_claim (&fixture->context, claim);
  assert_json (json_object_get_member (json_node_get_object (own), "rule"),
               "{\"anchor\":\"12\",\"comparator\":\"=\",\"amount\":30,\"unit\":\"business_days\",\"counting\":"
               "\"anchor_not_counted\",\"calendar\":\"Office\",\"closed\":[\"2024-05-27\"]}");
  claim->rule.unit = DTL_UNIT_MONTHS;
  months = dtl_list_json_claim (&fixture->context, claim);
  assert_keys (json_object_get_object_member (json_node_get_object (months), "rule"),
               "anchor comparator amount unit counting month_end");
}

static void
test_open_dates (Fixture *fixture, gconstpointer data)
{
  DtlClaim *claim = g_ptr_array_index (fixture->event->claims, 1);
  g_autoptr (JsonNode) open = NULL;
  g_autoptr (JsonNode) unreadable = NULL;

  g_free (claim->edtf);
  claim->edtf = g_strdup ("[2024-09-30..]");
  open = dtl_list_json_claim (&fixture->context, claim);
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (open), "latest"), ==, "inf");
  g_free (claim->edtf);
  claim->edtf = g_strdup ("soon");
  unreadable = dtl_list_json_claim (&fixture->context, claim);
  assert_keys (json_node_get_object (unreadable), "id event role edtf standing basis");
}

/* The best text that is here: our summary, until the original has been imported. */
static void
test_passage (Fixture *fixture, gconstpointer data)
{
  DtlSourceText *full = g_ptr_array_index (fixture->source->texts, 0);
  g_autoptr (JsonNode) summary = dtl_list_json_passage (&fixture->context, fixture->passage);
  g_autoptr (JsonNode) original = NULL;
  g_autoptr (JsonNode) absent = NULL;

  assert_json (summary,
               "{\"id\":\"6\",\"source\":\"5\",\"file\":\"ban.txt\",\"text\":\"summary\",\"start\":6,\"end\":13,"
               "\"exact\":\"the ban\",\"page\":3,\"attributed_to\":\"Department of Commerce\"}");
  full->is_present = TRUE;
  ((DtlAnchor *) fixture->passage->anchors->pdata[0])->exact = g_strdup ("its own words");
  original = dtl_list_json_passage (&fixture->context, fixture->passage);
  assert_json (original,
               "{\"id\":\"6\",\"source\":\"5\",\"file\":\"ban.txt\",\"text\":\"full\",\"start\":100,\"end\":120,"
               "\"exact\":\"its own words\",\"page\":3,\"attributed_to\":\"Department of Commerce\"}");
  full->is_present = FALSE;
  g_ptr_array_remove_index (fixture->passage->anchors, 1);
  g_clear_pointer (&((DtlAnchor *) fixture->passage->anchors->pdata[0])->exact, g_free);
  fixture->passage->page = 0;
  fixture->passage->attributed_to = DTL_ID_NONE;
  absent = dtl_list_json_passage (&fixture->context, fixture->passage);
  assert_json (absent,
               "{\"id\":\"6\",\"source\":\"5\",\"file\":\"ban.txt\",\"text\":\"full\",\"start\":100,\"end\":120}");
}

static void
test_source (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JsonNode) node = dtl_list_json_source (fixture->source);
  JsonObject *object = json_node_get_object (node);

  assert_keys (object, "id exhibit title publisher author issued tier url file sha256 texts");
  assert_keys (json_object_get_object_member (object, "issued"), "edtf basis");
  assert_keys (first_of (object, "texts"), "kind sha256 length extractor");
  g_assert_cmpstr (json_object_get_string_member (json_object_get_object_member (object, "issued"), "basis"), ==,
                   "supplied");
}

static void
test_actor (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JsonNode) node = dtl_list_json_actor (dtl_actor_table_get (fixture->actors, 0));

  assert_json (node,
               "{\"id\":\"2\",\"name\":\"Department of Commerce\",\"kind\":\"government\",\"aliases\":[],\"parent\":"
               "\"4\",\"events\":7}");
}

static void
test_finding (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DtlFinding) finding = g_new0 (DtlFinding, 1);
  DtlId claim = 11;
  g_autoptr (JsonNode) node = NULL;

  finding->grade = DTL_GRADE_CONTRADICTS;
  finding->rule = "sources_contradict";
  finding->event = 3;
  finding->claims = g_array_new (FALSE, FALSE, sizeof (DtlId));
  g_array_append_val (finding->claims, claim);
  finding->message = g_strdup ("They cannot both be true.");
  node = dtl_list_json_finding (finding);
  assert_json (node, "{\"grade\":\"contradicts\",\"rule\":\"sources_contradict\",\"event\":\"3\",\"claims\":[\"11\"],"
                     "\"message\":\"They cannot both be true.\"}");
}

static void
test_change (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JsonNode) named = dtl_list_json_change (4, 1718841600, "Ada", "Add an event", 3);
  g_autoptr (JsonNode) nameless = dtl_list_json_change (5, 0, "", NULL, 0);

  assert_json (named, "{\"change\":\"4\",\"when\":\"2024-06-20T00:00:00Z\",\"who\":\"Ada\",\"label\":\"Add an event\","
                      "\"rows\":3}");
  assert_json (nameless, "{\"change\":\"5\",\"when\":\"1970-01-01T00:00:00Z\",\"rows\":0}");
}

static void
test_names (void)
{
  for (int kind = DTL_LIST_EVENTS; kind <= DTL_LIST_HISTORY; kind++)
    g_assert_cmpint (dtl_list_kind_from_name (dtl_list_kind_name ((DtlListKind) kind)), ==, kind);
  g_assert_cmpint (dtl_list_kind_from_name ("Events"), ==, -1);
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, setup, test, teardown);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/io/list-json/event", test_event);
  add ("/io/list-json/undated", test_undated);
  add ("/io/list-json/proposal", test_proposal);
  add ("/io/list-json/claim", test_claim);
  add ("/io/list-json/countings", test_countings);
  add ("/io/list-json/open-dates", test_open_dates);
  add ("/io/list-json/passage", test_passage);
  add ("/io/list-json/source", test_source);
  add ("/io/list-json/actor", test_actor);
  add ("/io/list-json/finding", test_finding);
  add ("/io/list-json/change", test_change);
  g_test_add_func ("/io/list-json/names", test_names);
  return g_test_run ();
}
