/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A bounded cache from (style, text) to a value: a hash table whose entries are also links of a queue, most recently
 * used first. Texts are copied; a lookup allocates nothing. */
#include "config.h"

#include "render/dtl-line-cache-private.h"

#include <string.h>

typedef struct
{
  GList link; /* in DtlLineCache.recent; data is the entry itself */
  guint style;
  const char *text;
  gpointer value;
  char *owned_text; /* NULL in the key of a lookup */
} Entry;

struct _DtlLineCache
{
  GHashTable *entries;
  GQueue recent;
  guint max_entries;
  GDestroyNotify destroy;
};

static guint
entry_hash (gconstpointer key)
{
  const Entry *entry = key;

  return g_str_hash (entry->text) * 31 + entry->style;
}

static gboolean
entry_equal (gconstpointer a, gconstpointer b)
{
  const Entry *first = a;
  const Entry *second = b;

  return first->style == second->style && strcmp (first->text, second->text) == 0;
}

static void
drop_entry (DtlLineCache *self, Entry *entry)
{
  g_hash_table_remove (self->entries, entry);
  g_queue_unlink (&self->recent, &entry->link);
  if (self->destroy != NULL)
    self->destroy (entry->value);
  g_free (entry->owned_text);
  g_free (entry);
}

DtlLineCache *
dtl_line_cache_new (guint max_entries, GDestroyNotify destroy)
{
  DtlLineCache *self = g_new0 (DtlLineCache, 1);

  g_assert (max_entries > 0);
  self->entries = g_hash_table_new (entry_hash, entry_equal);
  g_queue_init (&self->recent);
  self->max_entries = max_entries;
  self->destroy = destroy;
  return self;
}

void
dtl_line_cache_clear (DtlLineCache *self)
{
  while (self->recent.head != NULL)
    drop_entry (self, self->recent.head->data);
}

void
dtl_line_cache_free (DtlLineCache *self)
{
  if (self == NULL)
    return;
  dtl_line_cache_clear (self);
  g_hash_table_unref (self->entries);
  g_free (self);
}

gboolean
dtl_line_cache_lookup (DtlLineCache *self, guint style, const char *text, gpointer *value)
{
  Entry key = { .style = style, .text = text };
  Entry *entry = self->recent.head != NULL ? self->recent.head->data : NULL;

  /* Often the last one is asked for again. */
  if (entry != NULL && entry_equal (entry, &key))
    {
      *value = entry->value;
      return TRUE;
    }
  entry = g_hash_table_lookup (self->entries, &key);
  if (entry == NULL)
    return FALSE;
  g_queue_unlink (&self->recent, &entry->link);
  g_queue_push_head_link (&self->recent, &entry->link);
  *value = entry->value;
  return TRUE;
}

void
dtl_line_cache_insert (DtlLineCache *self, guint style, const char *text, gpointer value)
{
  Entry *entry = g_new0 (Entry, 1);

  if (self->recent.length >= self->max_entries)
    drop_entry (self, self->recent.tail->data);
  entry->link.data = entry;
  entry->style = style;
  entry->owned_text = g_strdup (text);
  entry->text = entry->owned_text;
  entry->value = value;
  g_hash_table_add (self->entries, entry);
  g_queue_push_head_link (&self->recent, &entry->link);
}

void
dtl_line_cache_foreach (DtlLineCache *self, GFunc function, gpointer user_data)
{
  for (GList *l = self->recent.head; l != NULL; l = l->next)
    function (((Entry *) l->data)->value, user_data);
}
