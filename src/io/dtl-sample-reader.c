/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "io/dtl-sample-reader.h"

#include "base/dtl-gettext.h"
#include "io/dtl-io-error.h"
#include "io/dtl-json-guard.h"
#include "io/dtl-sample-reader-private.h"

#define FORMAT "dateline-sample-1"

void
dtl_sample_case_free (DtlSampleCase *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->language);
  g_free (self->label);
  g_free (self->description);
  g_clear_pointer (&self->actors, g_ptr_array_unref);
  g_clear_pointer (&self->sources, g_ptr_array_unref);
  g_clear_pointer (&self->passages, g_ptr_array_unref);
  g_clear_pointer (&self->events, g_ptr_array_unref);
  g_clear_pointer (&self->links, g_ptr_array_unref);
  g_free (self);
}

static DtlSampleCase *
sample_case_new (void)
{
  DtlSampleCase *self = g_new0 (DtlSampleCase, 1);

  self->actors = g_ptr_array_new_with_free_func ((GDestroyNotify) dtl_actor_free);
  self->sources = g_ptr_array_new_with_free_func ((GDestroyNotify) dtl_source_free);
  self->passages = g_ptr_array_new_with_free_func ((GDestroyNotify) dtl_passage_free);
  self->events = g_ptr_array_new_with_free_func ((GDestroyNotify) dtl_event_free);
  self->links = g_ptr_array_new_with_free_func ((GDestroyNotify) dtl_link_free);

  return self;
}

static void
read_actor (DtlSampleReader *self, JsonObject *object, gpointer target)
{
  DtlActor *actor = dtl_actor_new ();

  actor->id = dtl_sample_new_id (self);
  actor->colour = (int) self->sample->actors->len;
  g_ptr_array_add (self->sample->actors, actor);
  dtl_sample_remember (self, "actor", object, actor->id);
  actor->name = dtl_sample_dup_string (self, object, "name");
  actor->kind =
      (DtlActorKind) dtl_sample_get_term (self, object, "kind", DTL_VOCABULARY_ACTOR_KIND, DTL_ACTOR_ORGANISATION);
  g_strfreev (actor->aliases);
  actor->aliases = dtl_sample_dup_strings (self, object, "aliases");
}

/* Parents may stand below those who belong to them. */
static void
read_parent (DtlSampleReader *self, JsonObject *object, gpointer target)
{
  DtlId id = dtl_sample_resolve (self, "actor", object, "key");

  for (guint i = 0; i < self->sample->actors->len; i++)
    {
      DtlActor *actor = g_ptr_array_index (self->sample->actors, i);

      if (actor->id == id)
        actor->parent = dtl_sample_resolve (self, "actor", object, "parent");
    }
}

static void
read_link (DtlSampleReader *self, JsonObject *object, gpointer target)
{
  DtlLink *link = dtl_link_new ();

  g_ptr_array_add (self->sample->links, link);
  link->id = dtl_sample_new_id (self);
  link->type = (DtlLinkType) dtl_sample_get_term (self, object, "type", DTL_VOCABULARY_LINK_TYPE, DTL_LINK_PART_OF);
  link->from = dtl_sample_resolve (self, "event", object, "from");
  link->to = dtl_sample_resolve (self, "event", object, "to");
}

static void
read_case (DtlSampleReader *self, JsonObject *root)
{
  g_autofree char *format = dtl_sample_dup_string (self, root, "format");

  if (g_strcmp0 (format, FORMAT) != 0)
    {
      dtl_sample_fail (self, "format", _ ("“%1$s” is not “%2$s”"), format ? format : "", FORMAT);
      return;
    }
  self->sample->title = dtl_sample_dup_string (self, root, "title");
  self->sample->language = dtl_sample_dup_string (self, root, "language");
  self->sample->label = dtl_sample_dup_string (self, root, "label");
  self->sample->description = dtl_sample_dup_string (self, root, "description");
  dtl_sample_each (self, root, "actors", read_actor, NULL);
  dtl_sample_each (self, root, "actors", read_parent, NULL);
  dtl_sample_each (self, root, "sources", dtl_sample_read_source, NULL);
  dtl_sample_each (self, root, "passages", dtl_sample_read_passage, NULL);
  dtl_sample_each (self, root, "events", dtl_sample_read_event, NULL);
  dtl_sample_each (self, root, "events", dtl_sample_read_rules, NULL);
  dtl_sample_each (self, root, "links", read_link, NULL);
}

DtlSampleCase *
dtl_sample_read (GBytes *description, GBytes *words, DtlSampleLoadFunc load, gpointer user_data, GError **error)
{
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (DtlSampleCase) sample = sample_case_new ();
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  DtlSampleReader self = { .sample = sample, .keys = keys, .load = load, .user_data = user_data };

  g_return_val_if_fail (description != NULL && load != NULL, NULL);

  root = dtl_json_parse (description, error);
  if (root == NULL)
    return NULL;
  if (!JSON_NODE_HOLDS_OBJECT (root))
    {
      g_set_error (error, DTL_IO_ERROR, DTL_IO_ERROR_SYNTAX, _ ("sample: not a JSON object"));
      return NULL;
    }

  if (words != NULL && !dtl_sample_translate (json_node_get_object (root), words, error))
    return NULL;
  read_case (&self, json_node_get_object (root));
  if (self.error == NULL)
    return g_steal_pointer (&sample);
  g_propagate_error (error, self.error);

  return NULL;
}
