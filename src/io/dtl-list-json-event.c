/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Events and proposals as JSON, with what belongs to them. */
#include "config.h"

#include "io/dtl-list-json-private.h"

static void
add_actors (JsonBuilder *builder, const DtlListContext *context, const DtlEvent *event)
{
  json_builder_set_member_name (builder, "actors");
  json_builder_begin_array (builder);
  for (guint i = 0; i < event->participations->len; i++)
    {
      const DtlParticipation *participation = g_ptr_array_index (event->participations, i);
      int64_t index = context->actors != NULL ? dtl_actor_table_find_id (context->actors, participation->actor) : -1;

      json_builder_begin_object (builder);
      dtl_json_add_id (builder, "id", participation->actor);
      dtl_json_add_string (builder, "name",
                           index >= 0 ? dtl_actor_table_get (context->actors, (uint32_t) index)->name : NULL);
      dtl_json_add_string (builder, "role", participation->role);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_claims (JsonBuilder *builder, const DtlListContext *context, const DtlEvent *event)
{
  json_builder_set_member_name (builder, "claims");
  json_builder_begin_array (builder);
  for (guint i = 0; i < event->claims->len; i++)
    {
      dtl_list_json_begin_claim (builder, context, g_ptr_array_index (event->claims, i));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_passages (JsonBuilder *builder, const DtlListContext *context, const DtlEvent *event)
{
  json_builder_set_member_name (builder, "passages");
  json_builder_begin_array (builder);
  for (guint i = 0; i < event->evidence->len; i++)
    {
      const DtlEvidence *evidence = g_ptr_array_index (event->evidence, i);
      const DtlPassage *passage =
          context->passages != NULL ? g_hash_table_lookup (context->passages, &evidence->passage) : NULL;

      if (passage != NULL)
        dtl_list_json_begin_passage (builder, context, passage);
      else
        {
          json_builder_begin_object (builder);
          dtl_json_add_id (builder, "id", evidence->passage);
        }
      dtl_json_add_string (builder, "stance", dtl_term_name (DTL_VOCABULARY_STANCE, evidence->stance));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_links (JsonBuilder *builder, const DtlEvent *event)
{
  json_builder_set_member_name (builder, "links");
  json_builder_begin_array (builder);
  for (guint i = 0; i < event->links->len; i++)
    {
      const DtlLink *link = g_ptr_array_index (event->links, i);

      json_builder_begin_object (builder);
      dtl_json_add_string (builder, "type", dtl_term_name (DTL_VOCABULARY_LINK_TYPE, link->type));
      dtl_json_add_id (builder, "event", link->to);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_suggestion (JsonBuilder *builder, const DtlListContext *context, const DtlEvent *event)
{
  const DtlListSuggestion *suggestion =
      context->suggestions != NULL ? g_hash_table_lookup (context->suggestions, &event->id) : NULL;

  if (suggestion == NULL)
    return;
  if (suggestion->confidence >= 0)
    {
      json_builder_set_member_name (builder, "confidence");
      json_builder_add_double_value (builder, suggestion->confidence);
    }
  dtl_json_add_string (builder, "rule", suggestion->rule);
}

static void
add_state (JsonBuilder *builder, const DtlEvent *event)
{
  const char *kind = event->kind_name;

  if (kind == NULL)
    kind = dtl_term_name (DTL_VOCABULARY_EVENT_KIND, event->kind);
  dtl_json_add_string (builder, "kind", kind);
  dtl_json_add_string (builder, "status", dtl_term_name (DTL_VOCABULARY_STATUS, event->status));
  dtl_json_add_string (builder, "assertion", dtl_term_name (DTL_VOCABULARY_ASSERTION, event->assertion));
  dtl_json_add_int (builder, "importance", event->importance);
  dtl_json_add_string (builder, "review", dtl_term_name (DTL_VOCABULARY_REVIEW, event->review));
}

static void
add_time (JsonBuilder *builder, const DtlEvent *event)
{
  const DtlClaim *start = dtl_event_get_start_claim (event);
  const DtlClaim *end = dtl_event_get_end_claim (event);
  int main_role = event->main_role >= 0 ? event->main_role : (int) dtl_event_kind_main_role (event->kind);

  json_builder_set_member_name (builder, "undated");
  json_builder_add_boolean_value (builder, start == NULL);
  dtl_json_add_string (builder, "main_role", dtl_term_name (DTL_VOCABULARY_ROLE, main_role));
  if (start != NULL)
    dtl_json_add_dates (builder, start->edtf, end != NULL ? end->edtf : NULL);
}

JsonNode *
dtl_list_json_event (const DtlListContext *context, const DtlEvent *event)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  g_return_val_if_fail (context != NULL && event != NULL, NULL);

  json_builder_begin_object (builder);
  dtl_json_add_id (builder, "id", event->id);
  dtl_json_add_string (builder, "title", event->title);
  dtl_json_add_string (builder, "summary", event->summary);
  add_state (builder, event);
  add_time (builder, event);
  add_actors (builder, context, event);
  add_claims (builder, context, event);
  add_passages (builder, context, event);
  dtl_json_add_strings (builder, "tags", (const char *const *) event->tags);
  add_links (builder, event);
  add_suggestion (builder, context, event);
  return dtl_json_end (builder);
}
