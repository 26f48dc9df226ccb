/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Actors, sources, findings and changes as JSON, and the names of the lists. */
#include "config.h"

#include "io/dtl-json-members.h"
#include "io/dtl-list-json.h"

static const char *const kind_names[] = {
  [DTL_LIST_EVENTS] = "events",     [DTL_LIST_PROPOSALS] = "proposals", [DTL_LIST_ACTORS] = "actors",
  [DTL_LIST_SOURCES] = "sources",   [DTL_LIST_PASSAGES] = "passages",   [DTL_LIST_CLAIMS] = "claims",
  [DTL_LIST_FINDINGS] = "findings", [DTL_LIST_HISTORY] = "history",
};

const char *
dtl_list_kind_name (DtlListKind kind)
{
  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (kind_names), NULL);

  return kind_names[kind];
}

int
dtl_list_kind_from_name (const char *name)
{
  g_return_val_if_fail (name != NULL, -1);

  for (guint i = 0; i < G_N_ELEMENTS (kind_names); i++)
    if (g_str_equal (kind_names[i], name))
      return (int) i;
  return -1;
}

JsonNode *
dtl_list_json_actor (const DtlActor *actor)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  g_return_val_if_fail (actor != NULL, NULL);

  json_builder_begin_object (builder);
  dtl_json_add_id (builder, "id", actor->id);
  dtl_json_add_string (builder, "name", actor->name);
  dtl_json_add_string (builder, "kind", dtl_term_name (DTL_VOCABULARY_ACTOR_KIND, actor->kind));
  dtl_json_add_strings (builder, "aliases", (const char *const *) actor->aliases);
  dtl_json_add_id (builder, "parent", actor->parent);
  dtl_json_add_int (builder, "events", actor->n_events);
  return dtl_json_end (builder);
}

static void
add_texts (JsonBuilder *builder, const GPtrArray *texts)
{
  json_builder_set_member_name (builder, "texts");
  json_builder_begin_array (builder);
  for (guint i = 0; i < texts->len; i++)
    {
      const DtlSourceText *text = g_ptr_array_index (texts, i);

      json_builder_begin_object (builder);
      dtl_json_add_string (builder, "kind", dtl_term_name (DTL_VOCABULARY_TEXT_KIND, text->kind));
      dtl_json_add_string (builder, "sha256", text->sha256);
      dtl_json_add_int (builder, "length", text->length_cp);
      dtl_json_add_string (builder, "extractor", text->extractor);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_issued (JsonBuilder *builder, const DtlSource *source)
{
  if (source->issued_edtf == NULL)
    return;
  json_builder_set_member_name (builder, "issued");
  json_builder_begin_object (builder);
  dtl_json_add_string (builder, "edtf", source->issued_edtf);
  dtl_json_add_string (builder, "basis", dtl_term_name (DTL_VOCABULARY_BASIS, source->issued_basis));
  json_builder_end_object (builder);
}

JsonNode *
dtl_list_json_source (const DtlSource *source)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  g_return_val_if_fail (source != NULL, NULL);

  json_builder_begin_object (builder);
  dtl_json_add_id (builder, "id", source->id);
  dtl_json_add_int (builder, "exhibit", source->exhibit);
  dtl_json_add_string (builder, "title", source->title);
  dtl_json_add_string (builder, "publisher", source->publisher);
  dtl_json_add_string (builder, "author", source->author);
  add_issued (builder, source);
  dtl_json_add_string (builder, "tier", dtl_term_name (DTL_VOCABULARY_TIER, source->tier));
  dtl_json_add_string (builder, "url", source->url);
  dtl_json_add_string (builder, "file", source->file_name);
  dtl_json_add_string (builder, "sha256", source->file_sha256);
  add_texts (builder, source->texts);
  return dtl_json_end (builder);
}

JsonNode *
dtl_list_json_finding (const DtlFinding *finding)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  g_return_val_if_fail (finding != NULL, NULL);

  json_builder_begin_object (builder);
  dtl_json_add_string (builder, "grade", dtl_grade_name (finding->grade));
  dtl_json_add_string (builder, "rule", finding->rule);
  dtl_json_add_id (builder, "event", finding->event);
  json_builder_set_member_name (builder, "claims");
  json_builder_begin_array (builder);
  for (guint i = 0; i < finding->claims->len; i++)
    {
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, (gint64) g_array_index (finding->claims, DtlId, i));

      json_builder_add_string_value (builder, id);
    }
  json_builder_end_array (builder);
  dtl_json_add_string (builder, "message", finding->message);
  return dtl_json_end (builder);
}

JsonNode *
dtl_list_json_change (int64_t id, int64_t when_utc_seconds, const char *who, const char *label, int64_t n_rows)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GDateTime) when = g_date_time_new_from_unix_utc (when_utc_seconds);
  g_autofree char *when_text = when != NULL ? g_date_time_format_iso8601 (when) : NULL;

  json_builder_begin_object (builder);
  dtl_json_add_id (builder, "change", id);
  dtl_json_add_string (builder, "when", when_text);
  dtl_json_add_string (builder, "who", who != NULL && who[0] != '\0' ? who : NULL);
  dtl_json_add_string (builder, "label", label != NULL && label[0] != '\0' ? label : NULL);
  dtl_json_add_int (builder, "rows", n_rows);
  return dtl_json_end (builder);
}
