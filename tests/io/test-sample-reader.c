/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading the description of a sample case: what comes out of a small one, what is refused, and the bundled one whole.
 */
#include "io/dtl-sample-reader.h"

#include <string.h>

#include "io/dtl-io-error.h"
#include "model/dtl-check.h"
#include "model/dtl-derive.h"

#define SUMMARY "The Paper tells of a ban. It begins thirty days later.\n"

#define ACTORS                                                                                                         \
  "\"actors\":[{\"key\":\"raimondo\",\"name\":\"Raimondo\",\"kind\":\"person\",\"aliases\":[],\"parent\":\"doc\"},"    \
  "{\"key\":\"doc\",\"name\":\"Commerce\",\"kind\":\"government\",\"aliases\":[\"DoC\",\"BIS\"],\"parent\":null}]"
#define SOURCES                                                                                                        \
  "\"sources\":[{\"key\":\"paper\",\"exhibit\":4,\"title\":\"A ban\",\"publisher\":\"The Paper\",\"language\":\"en\"," \
  "\"tier\":\"relayed\",\"relayed_from\":\"Reuters\",\"issued\":{\"edtf\":\"2024-06-20\",\"basis\":\"supplied\","      \
  "\"reason\":\"why\"},\"original\":{\"file_name\":\"a.txt\",\"size_bytes\":90,\"media_type\":\"text/plain\","         \
  "\"sha256\":\"ab\",\"text_sha256\":\"cd\",\"text_length_cp\":80},\"summary\":\"paper.txt\"}]"
#define PASSAGES                                                                                                           \
  "\"passages\":[{\"key\":\"p\",\"source\":\"paper\",\"summary\":\"tells of a ban\",\"original\":{\"start\":3,\"end\":9}," \
  "\"paragraph\":2,\"attributed_to\":\"raimondo\"}]"
#define FIRST_EVENT                                                                                                    \
  "{\"key\":\"stop\",\"title\":\"Stop\",\"kind\":\"effective_date\",\"status\":\"planned\",\"assertion\":\"fact\","    \
  "\"participations\":[],\"passages\":[],\"tags\":[],\"claims\":[{\"key\":\"stop-date\",\"role\":\"effective\","       \
  "\"rule\":{\"anchor\":\"ban-date\",\"comparator\":\"=\",\"amount\":30,\"unit\":\"days\",\"counting\":"               \
  "\"anchor_not_counted\"},\"standing\":\"competing\",\"basis\":\"derived\",\"limit\":\"last_allowed\"}]}"
#define SECOND_EVENT                                                                                                   \
  "{\"key\":\"ban\",\"title\":\"Ban\",\"summary\":\"What.\",\"kind\":\"prohibition\",\"status\":\"in_force\","         \
  "\"status_passage\":\"p\",\"status_as_of\":\"2024\",\"assertion\":\"alleged\",\"importance\":900,\"main_role\":"     \
  "\"signed\",\"tags\":[\"a\",\"b\"],\"participations\":[{\"actor\":\"doc\",\"role\":\"author\"}],\"passages\":["      \
  "{\"passage\":\"p\",\"stance\":\"mentions\"}],\"claims\":[{\"key\":\"ban-date\",\"role\":\"signed\",\"rule\":"       \
  "{\"anchor\":{\"issued\":\"paper\"},\"comparator\":\"=\",\"amount\":0,\"unit\":\"days\",\"counting\":"               \
  "\"anchor_not_counted\"},\"edtf\":\"2024-06-20\",\"passage\":\"p\",\"standing\":\"accepted\",\"reason\":\"so\"}]}"
#define LINKS "\"links\":[{\"type\":\"part_of\",\"from\":\"stop\",\"to\":\"ban\"}]"
#define HEAD  "\"format\":\"dateline-sample-1\",\"title\":\"Case\",\"language\":\"en\",\"description\":\"Text.\""
#define WHOLE "{" HEAD "," ACTORS "," SOURCES "," PASSAGES ",\"events\":[" FIRST_EVENT "," SECOND_EVENT "]," LINKS "}"

static GBytes *
load (const char *name, gpointer user_data, GError **error)
{
  if (g_str_equal (name, "paper.txt"))
    return g_bytes_new_static (SUMMARY, strlen (SUMMARY));
  g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT, "no %s", name);
  return NULL;
}

static DtlSampleCase *
read_text (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return dtl_sample_read (bytes, NULL, load, NULL, error);
}

static DtlSampleCase *
read_whole (void)
{
  g_autoptr (GError) error = NULL;
  DtlSampleCase *sample = read_text (WHOLE, &error);

  g_assert_no_error (error);
  return sample;
}

static void
test_actors_and_sources (void)
{
  g_autoptr (DtlSampleCase) sample = read_whole ();
  const DtlActor *person = g_ptr_array_index (sample->actors, 0);
  const DtlActor *parent = g_ptr_array_index (sample->actors, 1);
  const DtlSource *source = g_ptr_array_index (sample->sources, 0);
  const DtlSourceText *summary;

  g_assert_cmpstr (sample->title, ==, "Case");
  g_assert_cmpstr (sample->language, ==, "en");
  g_assert_cmpint (person->parent, ==, parent->id);
  g_assert_cmpint (parent->parent, ==, DTL_ID_NONE);
  g_assert_cmpstr (parent->aliases[1], ==, "BIS");
  g_assert_cmpint (source->exhibit, ==, 4);
  g_assert_cmpint (source->tier, ==, DTL_TIER_RELAYED);
  g_assert_cmpstr (source->issued_edtf, ==, "2024-06-20");
  g_assert_cmpint (source->issued_basis, ==, DTL_BASIS_SUPPLIED);
  g_assert_cmpint (source->file_size_bytes, ==, 90);
  g_assert_cmpuint (source->texts->len, ==, 2);
  summary = dtl_source_get_best_text (source);
  g_assert_cmpint (summary->kind, ==, DTL_TEXT_SUMMARY);
  g_assert_cmpstr (summary->text, ==, SUMMARY);
  g_assert_cmpint (summary->length_cp, ==, (int) strlen (SUMMARY));
  g_assert_cmpuint (strlen (summary->sha256), ==, 64);
}

static void
test_passages (void)
{
  g_autoptr (DtlSampleCase) sample = read_whole ();
  const DtlSource *source = g_ptr_array_index (sample->sources, 0);
  const DtlPassage *passage = g_ptr_array_index (sample->passages, 0);
  const DtlSourceText *first = g_ptr_array_index (source->texts, 0);
  const DtlSourceText *second = g_ptr_array_index (source->texts, 1);
  const DtlAnchor *full = dtl_passage_get_anchor (passage, first->kind == DTL_TEXT_FULL ? first->id : second->id);
  const DtlAnchor *summary = dtl_passage_get_anchor (passage, first->kind == DTL_TEXT_FULL ? second->id : first->id);

  g_assert_cmpint (passage->source, ==, source->id);
  g_assert_cmpint (passage->paragraph, ==, 2);
  g_assert_cmpint (passage->attributed_to, ==, ((DtlActor *) sample->actors->pdata[0])->id);
  g_assert_cmpint (full->start_cp, ==, 3);
  g_assert_cmpint (full->end_cp, ==, 9);
  g_assert_null (full->exact);
  g_assert_cmpint (summary->start_cp, ==, 10);
  g_assert_cmpstr (summary->exact, ==, "tells of a ban");
  g_assert_cmpstr (summary->prefix, ==, "The Paper ");
}

static void
test_events (void)
{
  g_autoptr (DtlSampleCase) sample = read_whole ();
  const DtlEvent *stop = g_ptr_array_index (sample->events, 0);
  const DtlEvent *ban = g_ptr_array_index (sample->events, 1);
  const DtlClaim *derived = g_ptr_array_index (stop->claims, 0);
  const DtlClaim *stated = g_ptr_array_index (ban->claims, 0);
  const DtlLink *link = g_ptr_array_index (sample->links, 0);
  DtlId passage = ((DtlPassage *) sample->passages->pdata[0])->id;

  g_assert_cmpint (ban->kind, ==, DTL_EVENT_KIND_PROHIBITION);
  g_assert_cmpint (ban->status_passage, ==, passage);
  g_assert_cmpint (ban->assertion, ==, DTL_ASSERTION_ALLEGED);
  g_assert_cmpint (ban->main_role, ==, DTL_ROLE_SIGNED);
  g_assert_cmpint (stop->main_role, ==, -1);
  g_assert_cmpstr (ban->tags[1], ==, "b");
  g_assert_cmpint (((DtlEvidence *) ban->evidence->pdata[0])->stance, ==, DTL_STANCE_MENTIONS);
  g_assert_cmpstr (((DtlParticipation *) ban->participations->pdata[0])->role, ==, "author");
  g_assert_cmpint (stated->passage, ==, passage);
  g_assert_cmpint (stated->rule.anchor_source, ==, ((DtlSource *) sample->sources->pdata[0])->id);
  g_assert_cmpint (derived->rule.anchor_claim, ==, stated->id);
  g_assert_cmpint (derived->rule.amount, ==, 30);
  g_assert_cmpint (derived->limit, ==, DTL_LIMIT_LAST_ALLOWED);
  g_assert_cmpint (derived->standing, ==, DTL_STANDING_COMPETING);
  g_assert_true (derived->has_rule);
  g_assert_cmpint (link->from, ==, stop->id);
  g_assert_cmpint (link->to, ==, ban->id);
}

/* One change in the whole, and what the error must say. */
static void
test_refused (void)
{
  static const struct
  {
    const char *from, *to, *words;
  } rows[] = {
    { "dateline-sample-1", "dateline-sample-2", "dateline-sample-2" },
    { "\"parent\":\"doc\"", "\"parent\":\"nobody\"", "nobody" },
    { "\"actor\":\"doc\"", "\"actor\":\"nobody\"", "nobody" },
    { "\"anchor\":\"ban-date\"", "\"anchor\":\"no-date\"", "no-date" },
    { "\"issued\":\"paper\"", "\"issued\":\"nowhere\"", "nowhere" },
    { "\"to\":\"ban\"", "\"to\":\"nothing\"", "nothing" },
    { "\"summary\":\"tells of a ban\"", "\"summary\":\"tells of no ban\"", "p:" },
    { "\"summary\":\"tells of a ban\"", "\"summary\":\"e\"", "p:" },
    { "\"end\":9", "\"end\":81", "p:" },
    { "\"kind\":\"prohibition\"", "\"kind\":\"banning\"", "banning" },
    { "\"exhibit\":4", "\"exhibit\":\"four\"", "exhibit" },
    { "\"key\":\"stop\"", "\"key\":\"ban\"", "ban" },
    { "\"summary\":\"paper.txt\"", "\"summary\":\"other.txt\"", "no other.txt" },
    { "\"links\":[", "\"links\":[5,", "links" },
    { "{\"format\"", "[{\"format\"", "not JSON" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GString) text = g_string_new (WHOLE);
      g_autoptr (DtlSampleCase) sample = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_cmpuint (g_string_replace (text, rows[i].from, rows[i].to, 1), ==, 1);
      sample = read_text (text->str, &error);
      if (sample != NULL || error == NULL)
        g_error ("taken with %s", rows[i].to);
      if (strstr (error->message, rows[i].words) == NULL)
        g_error ("“%s” should say “%s”", error->message, rows[i].words);
    }
}

static char *
sample_path (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "..", "data", "sample", name, NULL);
}

static GBytes *
load_file (const char *name, gpointer user_data, GError **error)
{
  g_autofree char *path = sample_path (name);
  char *contents;
  gsize n_bytes;

  if (!g_file_get_contents (path, &contents, &n_bytes, error))
    return NULL;
  return g_bytes_new_take (contents, n_bytes);
}

static DtlSampleCase *
read_bundled (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) description = load_file ("kaspersky.json", NULL, &error);
  DtlSampleCase *sample;

  g_assert_no_error (error);
  sample = dtl_sample_read (description, NULL, load_file, NULL, &error);
  g_assert_no_error (error);
  return sample;
}

static GPtrArray *
gather_claims (const DtlSampleCase *sample)
{
  GPtrArray *claims = g_ptr_array_new ();

  for (guint i = 0; i < sample->events->len; i++)
    {
      const DtlEvent *event = g_ptr_array_index (sample->events, i);

      for (guint j = 0; j < event->claims->len; j++)
        g_ptr_array_add (claims, g_ptr_array_index (event->claims, j));
    }
  return claims;
}

/* The dates that stand in the description are those that its rules give. */
static char *
name_claim (const DtlClaim *claim, gpointer user_data)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, claim->id);
}

static void
test_bundled_dates (void)
{
  g_autoptr (DtlSampleCase) sample = read_bundled ();
  g_autoptr (GPtrArray) claims = gather_claims (sample);
  g_autoptr (GPtrArray) written = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < claims->len; i++)
    g_ptr_array_add (written, g_strdup (((DtlClaim *) claims->pdata[i])->edtf));
  dtl_derive_claims (claims, NULL, sample->sources, name_claim, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < claims->len; i++)
    g_assert_cmpstr (((DtlClaim *) claims->pdata[i])->edtf, ==, g_ptr_array_index (written, i));
}

/* The case shows a difference that counting explains and a real contradiction, and nothing else is wrong with it. */
static void
test_bundled_findings (void)
{
  g_autoptr (DtlSampleCase) sample = read_bundled ();
  g_autoptr (GPtrArray) claims = gather_claims (sample);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func ((GDestroyNotify) dtl_finding_free);
  guint n[4] = { 0 };

  for (guint i = 0; i < claims->len; i++)
    g_hash_table_insert (by_id, &((DtlClaim *) claims->pdata[i])->id, claims->pdata[i]);
  for (guint i = 0; i < sample->events->len; i++)
    dtl_check_event (g_ptr_array_index (sample->events, i), by_id, NULL, findings);
  for (guint i = 0; i < findings->len; i++)
    {
      const DtlFinding *finding = g_ptr_array_index (findings, i);

      n[finding->grade]++;
      g_test_message ("%s %s: %s", dtl_grade_name (finding->grade), finding->rule, finding->message);
    }
  g_assert_cmpuint (n[DTL_GRADE_DIFFERS], >, 0);
  g_assert_cmpuint (n[DTL_GRADE_CONTRADICTS], >, 0);
  g_assert_cmpuint (n[DTL_GRADE_WARNING], ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/io/sample-reader/actors-and-sources", test_actors_and_sources);
  g_test_add_func ("/io/sample-reader/passages", test_passages);
  g_test_add_func ("/io/sample-reader/events", test_events);
  g_test_add_func ("/io/sample-reader/refused", test_refused);
  g_test_add_func ("/io/sample-reader/bundled-dates", test_bundled_dates);
  g_test_add_func ("/io/sample-reader/bundled-findings", test_bundled_findings);
  return g_test_run ();
}
