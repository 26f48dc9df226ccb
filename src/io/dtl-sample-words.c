/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts the words of another language into the description of a sample. Only words are exchanged: who, when, where it is
 * said and how things hang together stand in one description for all languages, so that they cannot differ. A text
 * without a translation is an error, since a case in two languages helps nobody. */
#include "config.h"

#include <json-glib/json-glib.h>

#include "base/dtl-gettext.h"
#include "io/dtl-io-error.h"
#include "io/dtl-json-guard.h"
#include "io/dtl-sample-reader-private.h"

#define FORMAT "dateline-sample-words-1"

/** Words: one language's words, and the first thing that is missing. */
typedef struct
{
  JsonObject *root;
  const char *language;
  GError *error;
} Words;

static void
miss (Words *self, const char *section, const char *key)
{
  if (self->error == NULL)
    self->error = g_error_new (DTL_IO_ERROR, DTL_IO_ERROR_REFERENCE,
                               _ ("sample: no words in “%1$s” for %2$s of “%3$s”"), self->language, section, key);
}

/* What stands under @key in @section; NULL, and noted as missing, if it is not a text. */
static const char *
find_text (Words *self, const char *section, const char *key)
{
  JsonNode *node = json_object_get_member (self->root, section);
  JsonObject *texts = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  JsonNode *text = texts != NULL ? json_object_get_member (texts, key) : NULL;

  if (text != NULL && JSON_NODE_HOLDS_VALUE (text) && json_node_get_value_type (text) == G_TYPE_STRING)
    return json_node_get_string (text);
  miss (self, section, key);
  return NULL;
}

static void
replace (Words *self, JsonObject *object, const char *member, const char *section, const char *key)
{
  const char *text = find_text (self, section, key);

  if (text != NULL)
    json_object_set_string_member (object, member, text);
}

static const char *
key_of (JsonObject *object)
{
  return json_object_get_string_member_with_default (object, "key", "?");
}

/* Each element of an array of texts by the word for it: tags, roles. */
static void
replace_elements (Words *self, JsonObject *object, const char *member, const char *section)
{
  JsonArray *before = json_object_has_member (object, member) ? json_object_get_array_member (object, member) : NULL;
  JsonArray *after = json_array_new ();

  for (guint i = 0; before != NULL && i < json_array_get_length (before); i++)
    {
      const char *text = find_text (self, section, json_array_get_string_element (before, i));

      if (text != NULL)
        json_array_add_string_element (after, text);
    }
  json_object_set_array_member (object, member, after);
}

static void
replace_actor (Words *self, JsonObject *actor)
{
  const char *key = key_of (actor);
  JsonNode *section = json_object_get_member (self->root, "aliases");
  JsonObject *all = section != NULL && JSON_NODE_HOLDS_OBJECT (section) ? json_node_get_object (section) : NULL;
  JsonNode *aliases = all != NULL ? json_object_get_member (all, key) : NULL;

  replace (self, actor, "name", "actors", key);
  /* Who has no other name in this language keeps the ones that there are. */
  if (aliases != NULL && JSON_NODE_HOLDS_ARRAY (aliases))
    json_object_set_array_member (actor, "aliases", json_array_ref (json_node_get_array (aliases)));
}

static void
replace_source (Words *self, JsonObject *source)
{
  const char *name = json_object_get_string_member_with_default (source, "summary", "");
  g_autofree char *folder = g_path_get_dirname (name);
  g_autofree char *file = g_path_get_basename (name);
  g_autofree char *translated = g_strdup_printf ("%s/%s/%s", folder, self->language, file);
  JsonNode *issued = json_object_get_member (source, "issued");

  json_object_set_string_member (source, "summary", translated);
  if (issued != NULL && JSON_NODE_HOLDS_OBJECT (issued))
    replace (self, json_node_get_object (issued), "reason", "sources", key_of (source));
}

static void
replace_passage (Words *self, JsonObject *passage)
{
  replace (self, passage, "summary", "passages", key_of (passage));
}

static void
replace_role (Words *self, JsonObject *participation)
{
  replace (self, participation, "role", "roles",
           json_object_get_string_member_with_default (participation, "role", "?"));
}

static void
replace_claim (Words *self, JsonObject *claim)
{
  replace (self, claim, "reason", "claims", key_of (claim));
}

typedef void (*ReplaceFunc) (Words *self, JsonObject *object);

static void
replace_each (Words *self, JsonObject *object, const char *member, ReplaceFunc replace_one)
{
  JsonNode *node = json_object_get_member (object, member);
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);

      if (JSON_NODE_HOLDS_OBJECT (element))
        replace_one (self, json_node_get_object (element));
    }
}

static void
replace_event (Words *self, JsonObject *event)
{
  replace (self, event, "title", "titles", key_of (event));
  replace (self, event, "summary", "summaries", key_of (event));
  replace_elements (self, event, "tags", "tags");
  replace_each (self, event, "participations", replace_role);
  replace_each (self, event, "claims", replace_claim);
}

static void
replace_all (Words *self, JsonObject *description)
{
  static const char *const members[] = { "title", "label", "description" };

  json_object_set_string_member (description, "language", self->language);
  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    replace (self, description, members[i], "case", members[i]);
  replace_each (self, description, "actors", replace_actor);
  replace_each (self, description, "sources", replace_source);
  replace_each (self, description, "passages", replace_passage);
  replace_each (self, description, "events", replace_event);
}

/**
 * dtl_sample_translate:
 * @description: a sample's description; its words are exchanged
 * @words: JSON with the words
 * @error: DTL_IO_ERROR with what is missing
 *
 * Returns: whether every text has words in the other language
 */
gboolean
dtl_sample_translate (JsonObject *description, GBytes *words, GError **error)
{
  g_autoptr (JsonNode) root = dtl_json_parse (words, error);
  Words self = { 0 };

  if (root == NULL)
    return FALSE;
  self.root = JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  if (self.root == NULL || !g_str_equal (json_object_get_string_member_with_default (self.root, "format", ""), FORMAT))
    {
      g_set_error (error, DTL_IO_ERROR, DTL_IO_ERROR_SYNTAX, _ ("sample: words without the format “%s”"), FORMAT);
      return FALSE;
    }
  self.language = json_object_get_string_member_with_default (self.root, "language", "");
  replace_all (&self, description);
  if (self.error == NULL)
    return TRUE;
  g_propagate_error (error, self.error);

  return FALSE;
}
