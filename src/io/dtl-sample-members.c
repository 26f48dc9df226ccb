/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Members of a sample's JSON objects, keys and errors. */
#include "config.h"

#include "base/dtl-gettext.h"
#include "io/dtl-io-error.h"
#include "io/dtl-sample-reader-private.h"

void
dtl_sample_fail (DtlSampleReader *self, const char *key, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  if (self->error != NULL)
    return;
  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  self->error = g_error_new (DTL_IO_ERROR, DTL_IO_ERROR_REFERENCE, _ ("sample: %1$s: %2$s"), key ? key : "?", message);
}

static const char *
object_key (JsonObject *object)
{
  return json_object_get_string_member_with_default (object, "key", "?");
}

DtlId
dtl_sample_new_id (DtlSampleReader *self)
{
  return dtl_id_make (0, ++self->counter);
}

void
dtl_sample_remember (DtlSampleReader *self, const char *kind, JsonObject *object, DtlId id)
{
  char *name = g_strdup_printf ("%s:%s", kind, object_key (object));

  if (!g_hash_table_insert (self->keys, name, g_memdup2 (&id, sizeof id)))
    dtl_sample_fail (self, object_key (object), _ ("this key stands twice"));
}

DtlId
dtl_sample_resolve_key (DtlSampleReader *self, const char *kind, const char *key)
{
  g_autofree char *name = g_strdup_printf ("%s:%s", kind, key);
  DtlId *id = g_hash_table_lookup (self->keys, name);

  if (id != NULL)
    return *id;
  dtl_sample_fail (self, key, _ ("no %s has this key"), kind);

  return DTL_ID_NONE;
}

DtlId
dtl_sample_resolve (DtlSampleReader *self, const char *kind, JsonObject *object, const char *member)
{
  g_autofree char *key = dtl_sample_dup_string (self, object, member);

  return key ? dtl_sample_resolve_key (self, kind, key) : DTL_ID_NONE;
}

/* NULL where the member is missing or null; an error where it is of another type. */
static JsonNode *
get_node (DtlSampleReader *self, JsonObject *object, const char *member, JsonNodeType type, GType value_type)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return NULL;
  if (json_node_get_node_type (node) == type &&
      (type != JSON_NODE_VALUE || json_node_get_value_type (node) == value_type))
    return node;
  dtl_sample_fail (self, object_key (object), _ ("“%s” is of the wrong type"), member);

  return NULL;
}

char *
dtl_sample_dup_string (DtlSampleReader *self, JsonObject *object, const char *member)
{
  JsonNode *node = get_node (self, object, member, JSON_NODE_VALUE, G_TYPE_STRING);

  return node ? json_node_dup_string (node) : NULL;
}

int64_t
dtl_sample_get_int (DtlSampleReader *self, JsonObject *object, const char *member, int64_t fallback)
{
  JsonNode *node = get_node (self, object, member, JSON_NODE_VALUE, G_TYPE_INT64);

  return node ? json_node_get_int (node) : fallback;
}

int
dtl_sample_get_term (DtlSampleReader *self,
                     JsonObject *object,
                     const char *member,
                     DtlVocabulary vocabulary,
                     int fallback)
{
  g_autofree char *name = dtl_sample_dup_string (self, object, member);
  int value;

  if (name == NULL)
    return fallback;
  value = dtl_term_value (vocabulary, name);
  if (value < 0)
    dtl_sample_fail (self, object_key (object), _ ("“%1$s”: “%2$s” is not a known word"), member, name);

  return MAX (value, 0);
}

GStrv
dtl_sample_dup_strings (DtlSampleReader *self, JsonObject *object, const char *member)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  JsonNode *node = get_node (self, object, member, JSON_NODE_ARRAY, G_TYPE_INVALID);
  JsonArray *array = node ? json_node_get_array (node) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    g_strv_builder_add (builder, json_array_get_string_element (array, i));

  return g_strv_builder_end (builder);
}

void
dtl_sample_each (DtlSampleReader *self, JsonObject *object, const char *member, DtlSampleReadFunc read, gpointer target)
{
  JsonNode *node = get_node (self, object, member, JSON_NODE_ARRAY, G_TYPE_INVALID);
  JsonArray *array = node ? json_node_get_array (node) : NULL;

  for (guint i = 0; array != NULL && self->error == NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);

      if (JSON_NODE_HOLDS_OBJECT (element))
        read (self, json_node_get_object (element), target);
      else
        dtl_sample_fail (self, member, _ ("element %u is not an object"), i + 1);
    }
}

JsonObject *
dtl_sample_get_object (DtlSampleReader *self, JsonObject *object, const char *member)
{
  JsonNode *node = get_node (self, object, member, JSON_NODE_OBJECT, G_TYPE_INVALID);

  return node ? json_node_get_object (node) : NULL;
}
