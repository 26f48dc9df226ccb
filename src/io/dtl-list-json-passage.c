/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Passages as JSON: where one stands in the best text that the case has. */
#include "config.h"

#include "io/dtl-list-json-private.h"
#include "text/dtl-utf8.h"

typedef struct
{
  const DtlSourceText *text;
  const DtlAnchor *anchor;
} Place;

/* Texts with words before those without, the full text before a summary. */
static gboolean
is_better (const DtlSourceText *text, const DtlSourceText *than)
{
  if (than == NULL || text->is_present != than->is_present)
    return than == NULL || text->is_present;
  return text->kind < than->kind;
}

static Place
find_place (const DtlSource *source, const DtlPassage *passage)
{
  Place best = { NULL, NULL };

  for (guint i = 0; source != NULL && i < source->texts->len; i++)
    {
      const DtlSourceText *text = g_ptr_array_index (source->texts, i);
      const DtlAnchor *anchor = dtl_passage_get_anchor (passage, text->id);

      if (anchor != NULL && is_better (text, best.text))
        best = (Place){ text, anchor };
    }
  return best;
}

static void
add_place (JsonBuilder *builder, const Place *place)
{
  g_autofree char *words = NULL;

  if (place->anchor == NULL)
    return;
  if (place->anchor->exact == NULL && place->text->text != NULL)
    words = dtl_utf8_substring (place->text->text, place->anchor->start_cp, place->anchor->end_cp);
  dtl_json_add_string (builder, "text", dtl_term_name (DTL_VOCABULARY_TEXT_KIND, place->text->kind));
  dtl_json_add_int (builder, "start", place->anchor->start_cp);
  dtl_json_add_int (builder, "end", place->anchor->end_cp);
  dtl_json_add_string (builder, "exact", words != NULL ? words : place->anchor->exact);
}

static const char *
find_actor_name (const DtlListContext *context, DtlId actor)
{
  int64_t index =
      context->actors != NULL && actor != DTL_ID_NONE ? dtl_actor_table_find_id (context->actors, actor) : -1;

  return index >= 0 ? dtl_actor_table_get (context->actors, (uint32_t) index)->name : NULL;
}

void
dtl_list_json_begin_passage (JsonBuilder *builder, const DtlListContext *context, const DtlPassage *passage)
{
  const DtlSource *source = context->sources != NULL ? g_hash_table_lookup (context->sources, &passage->source) : NULL;
  Place place = find_place (source, passage);

  json_builder_begin_object (builder);
  dtl_json_add_id (builder, "id", passage->id);
  dtl_json_add_id (builder, "source", passage->source);
  dtl_json_add_string (builder, "file", source != NULL ? source->file_name : NULL);
  add_place (builder, &place);
  if (passage->page > 0)
    dtl_json_add_int (builder, "page", passage->page);
  dtl_json_add_string (builder, "attributed_to", find_actor_name (context, passage->attributed_to));
}

JsonNode *
dtl_list_json_passage (const DtlListContext *context, const DtlPassage *passage)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  g_return_val_if_fail (context != NULL && passage != NULL, NULL);

  dtl_list_json_begin_passage (builder, context, passage);
  return dtl_json_end (builder);
}
