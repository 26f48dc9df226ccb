/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "io/dtl-events-json.h"

#include "base/dtl-gettext.h"
#include "date/dtl-edtf.h"
#include "io/dtl-json-guard.h"

/* --- members ---------------------------------------------------------------------------------------------------- */

static void
blame_type (DtlIncomingEvent *event, const char *member)
{
  dtl_incoming_event_blame (event, g_strdup_printf (_ ("“%s” is of the wrong type"), member));
}

/* NULL where there is none, or null. */
static JsonNode *
get_node (JsonObject *object, const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node == NULL || JSON_NODE_HOLDS_NULL (node) ? NULL : node;
}

/* A text; a whole number as its digits, since ids are also written so. */
static char *
dup_text (DtlIncomingEvent *event, JsonObject *object, const char *member)
{
  JsonNode *node = get_node (object, member);

  if (node == NULL)
    return NULL;
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    return json_node_dup_string (node);
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64)
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
  blame_type (event, member);
  return NULL;
}

static int
get_term (DtlIncomingEvent *event, JsonObject *object, const char *member, DtlVocabulary vocabulary, int fallback)
{
  g_autofree char *word = dup_text (event, object, member);

  return dtl_incoming_event_read_term (event, vocabulary, member, word, fallback);
}

static GStrv
dup_texts (DtlIncomingEvent *event, JsonObject *object, const char *member)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  JsonNode *node = get_node (object, member);
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  if (node != NULL && array == NULL)
    blame_type (event, member);
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);

      if (JSON_NODE_HOLDS_VALUE (element) && json_node_get_value_type (element) == G_TYPE_STRING)
        g_strv_builder_add (builder, json_node_get_string (element));
      else
        blame_type (event, member);
    }
  return g_strv_builder_end (builder);
}

typedef void (*ReadFunc) (DtlIncomingEvent *event, JsonObject *object);

static void
each_object (DtlIncomingEvent *event, JsonObject *object, const char *member, ReadFunc read)
{
  JsonNode *node = get_node (object, member);
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  if (node != NULL && array == NULL)
    blame_type (event, member);
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);

      if (JSON_NODE_HOLDS_OBJECT (element))
        read (event, json_node_get_object (element));
      else
        blame_type (event, member);
    }
}

/* --- an event --------------------------------------------------------------------------------------------------- */

static void
read_actor (DtlIncomingEvent *event, JsonObject *object)
{
  g_autofree char *name = dup_text (event, object, "name");
  g_autofree char *role = dup_text (event, object, "role");

  if (name != NULL && *name != '\0')
    dtl_incoming_event_add_actor (event, name, role);
}

static void
read_link (DtlIncomingEvent *event, JsonObject *object)
{
  DtlIncomingLink *link = g_new0 (DtlIncomingLink, 1);

  link->type = get_term (event, object, "type", DTL_VOCABULARY_LINK_TYPE, DTL_LINK_PART_OF);
  link->event = dup_text (event, object, "event");
  g_ptr_array_add (event->links, link);
}

/* A date that cannot be read is said with its reason; Dateline does not guess. */
static void
set_date (DtlIncomingEvent *event, DtlClaim *claim, char *edtf)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DtlEdtf) value = edtf != NULL ? dtl_edtf_parse (edtf, &error) : NULL;

  claim->edtf = edtf;
  if (edtf == NULL)
    dtl_incoming_event_blame (event, g_strdup (_ ("a date without “edtf” and without “rule”")));
  else if (value == NULL)
    dtl_incoming_event_blame (event, g_strdup_printf ("“%s”: %s", edtf, error->message));
}

static void
read_rule (DtlIncomingEvent *event, DtlIncomingClaim *claim, JsonObject *rule)
{
  g_autofree char *anchor = dup_text (event, rule, "anchor");
  g_autofree char *comparator = dup_text (event, rule, "comparator");
  g_autofree char *amount = dup_text (event, rule, "amount");
  g_autofree char *unit = dup_text (event, rule, "unit");
  g_autofree char *counting = dup_text (event, rule, "counting");
  g_autofree char *calendar = dup_text (event, rule, "calendar");
  g_auto (GStrv) closed = dup_texts (event, rule, "closed");
  g_autofree char *month_end = dup_text (event, rule, "month_end");
  const DtlIncomingRule words = { anchor,   comparator, amount, unit, counting, calendar, (const char *const *) closed,
                                  month_end };

  dtl_incoming_event_set_rule (event, claim, &words);
}

/* What the rule gave where the list is from. */
static void
set_computed_date (DtlIncomingEvent *event, DtlClaim *claim, char *edtf)
{
  if (edtf != NULL)
    set_date (event, claim, edtf);
}

static void
read_claim (DtlIncomingEvent *event, JsonObject *object)
{
  DtlIncomingClaim *incoming = dtl_incoming_event_add_claim (event);
  DtlClaim *claim = incoming->claim;
  JsonNode *rule = get_node (object, "rule");

  incoming->key = dup_text (event, object, "id");
  claim->role = get_term (event, object, "role", DTL_VOCABULARY_ROLE, DTL_ROLE_OCCURRED);
  claim->standing = get_term (event, object, "standing", DTL_VOCABULARY_STANDING, DTL_STANDING_ACCEPTED);
  claim->basis = get_term (event, object, "basis", DTL_VOCABULARY_BASIS, DTL_BASIS_STATED);
  claim->limit = get_term (event, object, "limit", DTL_VOCABULARY_LIMIT, DTL_LIMIT_NONE);
  claim->reason = dup_text (event, object, "reason");
  if (rule == NULL)
    set_date (event, claim, dup_text (event, object, "edtf"));
  else if (JSON_NODE_HOLDS_OBJECT (rule))
    {
      read_rule (event, incoming, json_node_get_object (rule));
      set_computed_date (event, claim, dup_text (event, object, "edtf"));
    }
  else
    blame_type (event, "rule");
}

/* The kind is not known yet, and with it the role: whoever takes the event knows. */
static void
read_only_date (DtlIncomingEvent *event, JsonObject *object)
{
  char *edtf = dup_text (event, object, "edtf");
  DtlIncomingClaim *claim;

  if (edtf == NULL)
    return;
  claim = dtl_incoming_event_add_claim (event);
  claim->claim->role = DTL_N_ROLES;
  set_date (event, claim->claim, edtf);
}

static int
get_importance (DtlIncomingEvent *event, JsonObject *object)
{
  g_autofree char *text = dup_text (event, object, "importance");
  gint64 value = 500;

  if (text != NULL && !g_ascii_string_to_signed (text, 10, 0, 1000, &value, NULL))
    dtl_incoming_event_blame (event, g_strdup (_ ("“importance” is a whole number from 0 to 1000")));
  return (int) value;
}

static void
read_event (DtlIncomingEvent *event, JsonObject *object)
{
  DtlEvent *record = event->event;

  event->key = dup_text (event, object, "id");
  event->source = dup_text (event, object, "source");
  record->title = dup_text (event, object, "title");
  if (record->title == NULL || *record->title == '\0')
    dtl_incoming_event_blame (event, g_strdup (_ ("no title")));
  record->summary = dup_text (event, object, "summary");
  record->kind_name = dup_text (event, object, "kind");
  record->status = get_term (event, object, "status", DTL_VOCABULARY_STATUS, DTL_STATUS_UNKNOWN);
  record->assertion = get_term (event, object, "assertion", DTL_VOCABULARY_ASSERTION, DTL_ASSERTION_FACT);
  record->review = get_term (event, object, "review", DTL_VOCABULARY_REVIEW, DTL_REVIEW_ACCEPTED);
  record->main_role = get_term (event, object, "main_role", DTL_VOCABULARY_ROLE, -1);
  record->importance = get_importance (event, object);
  g_strfreev (record->tags);
  record->tags = dup_texts (event, object, "tags");
  each_object (event, object, "actors", read_actor);
  each_object (event, object, "links", read_link);
  if (get_node (object, "claims") != NULL)
    each_object (event, object, "claims", read_claim);
  else
    read_only_date (event, object);
}

/* --- the list --------------------------------------------------------------------------------------------------- */

/** Scan: where the elements of the outermost list begin, as json-glib does not tell lines. */
typedef struct
{
  const char *next;
  const char *end;
  guint line;
  guint depth;
} Scan;

static void
skip_string (Scan *self)
{
  for (; self->next < self->end && *self->next != '"'; self->next++)
    {
      if (*self->next == '\\' && self->next + 1 < self->end)
        self->next++;
      self->line += *self->next == '\n';
    }
  self->next += self->next < self->end;
}

/* The line on which the next element begins. The guard has looked at brackets and strings. */
static guint
find_next_element (Scan *self)
{
  guint found = 0;

  while (self->next < self->end)
    {
      char c = *self->next++;

      if (self->depth == 1 && found == 0 && strchr (" \t\r\n,]", c) == NULL)
        found = self->line;
      self->line += c == '\n';
      if (c == '"')
        skip_string (self);
      else if (c == '[' || c == '{')
        self->depth++;
      else if (c == ']' || c == '}')
        self->depth--;
      if (found > 0 && self->depth == 1 && (c == ',' || c == '}'))
        return found;
    }
  return found > 0 ? found : self->line;
}

GPtrArray *
dtl_events_read_json (GBytes *bytes, GError **error)
{
  g_autoptr (JsonNode) root = NULL;
  GPtrArray *events;
  JsonArray *array;
  gsize n_bytes = 0;
  const char *data;
  Scan scan = { .line = 1 };

  g_return_val_if_fail (bytes != NULL, NULL);

  root = dtl_json_parse (bytes, error);
  if (root == NULL)
    return NULL;
  if (!JSON_NODE_HOLDS_ARRAY (root))
    {
      g_set_error (error, DTL_IO_ERROR, DTL_IO_ERROR_SYNTAX,
                   _ ("not a list of events; write them between [ and ], as “dateline list --format json” does"));
      return NULL;
    }
  data = g_bytes_get_data (bytes, &n_bytes);
  scan.next = data;
  scan.end = data + n_bytes;
  array = json_node_get_array (root);
  events = g_ptr_array_new_with_free_func ((GDestroyNotify) dtl_incoming_event_free);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      DtlIncomingEvent *event = dtl_incoming_event_new (find_next_element (&scan));

      g_ptr_array_add (events, event);
      if (JSON_NODE_HOLDS_OBJECT (element))
        read_event (event, json_node_get_object (element));
      else
        dtl_incoming_event_blame (event, g_strdup (_ ("not an object")));
    }
  return events;
}
