/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Titles and short date labels for layouts: asked from the store at the first use of a row and kept as interned
 * strings, so that a layout may hold them. One event is read for both, since both stand beside each other on the line.
 */
#include "config.h"

#include "service/dtl-document-private.h"

#include <glib/gi18n.h>

#include "service/dtl-event-label.h"
#include "service/dtl-term-label.h"

struct _DtlTitleCache
{
  DtlTitleProvider provider; /* first, so that the provider is the cache */
  DtlDocument *document;     /* not owned: the document owns the cache */
  GStringChunk *strings;
  const char **titles; /* by row; NULL while not asked */
  const char **dates;
  GHashTable *group_names; /* (grouping, key) packed -> string */
  uint32_t n_rows;
};

static void
load_row (DtlTitleCache *self, uint32_t row)
{
  DtlColumns *columns = dtl_document_get_columns (self->document);
  g_autoptr (DtlEvent) event = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *date = NULL;

  event = dtl_store_get_event (dtl_document_get_store (self->document), columns->id[row], &error);
  if (event == NULL)
    {
      g_warning ("event %" G_GINT64_FORMAT " cannot be read: %s", columns->id[row], error ? error->message : "gone");
      self->titles[row] = self->dates[row] = "";
      return;
    }

  date = dtl_event_date_label_for_line (event, columns, row);
  self->titles[row] = g_string_chunk_insert (self->strings, event->title ? event->title : "");
  self->dates[row] = g_string_chunk_insert (self->strings, date);
}

static const char *
get_title (DtlTitleProvider *provider, uint32_t row)
{
  DtlTitleCache *self = (DtlTitleCache *) provider;

  g_return_val_if_fail (row < self->n_rows, NULL);
  if (self->titles[row] == NULL)
    load_row (self, row);

  return self->titles[row];
}

static const char *
get_date_label (DtlTitleProvider *provider, uint32_t row)
{
  DtlTitleCache *self = (DtlTitleCache *) provider;

  g_return_val_if_fail (row < self->n_rows, NULL);
  if (self->dates[row] == NULL)
    load_row (self, row);

  return self->dates[row];
}

static char *
source_name (DtlDocument *document, uint32_t key)
{
  GPtrArray *sources = dtl_document_get_sources (document);

  return key < sources->len ? dtl_source_dup_label (g_ptr_array_index (sources, key)) : g_strdup (_ ("No source"));
}

static char *
actor_name (DtlDocument *document, uint32_t key)
{
  DtlActorTable *actors = dtl_document_get_actors (document);

  if (key >= dtl_actor_table_get_size (actors))
    return g_strdup (_ ("No actor"));

  return g_strdup (dtl_actor_table_get (actors, key)->name);
}

static char *
kind_name (DtlDocument *document, uint32_t key)
{
  g_autoptr (GPtrArray) own = NULL;

  if (key < DTL_EVENT_KIND_FIRST_OWN)
    return g_strdup (dtl_term_label (DTL_VOCABULARY_EVENT_KIND, (int) key));

  own = dtl_store_get_own_kinds (dtl_document_get_store (document), NULL);
  if (own == NULL || key - DTL_EVENT_KIND_FIRST_OWN >= own->len)
    return g_strdup (_ ("Other"));

  return g_strdup (g_ptr_array_index (own, key - DTL_EVENT_KIND_FIRST_OWN));
}

static char *
make_group_name (DtlDocument *document, DtlGrouping grouping, uint32_t key)
{
  switch (grouping)
    {
    case DTL_GROUP_ACTOR:
      return actor_name (document, key);
    case DTL_GROUP_KIND:
      return kind_name (document, key);
    case DTL_GROUP_SOURCE:
      return source_name (document, key);
    case DTL_GROUP_NONE:
    default:
      return g_strdup (_ ("Events"));
    }
}

static const char *
get_group_name (DtlTitleProvider *provider, DtlGrouping grouping, uint32_t key)
{
  DtlTitleCache *self = (DtlTitleCache *) provider;
  int64_t packed = ((int64_t) grouping << 32) | key;
  const char *known = g_hash_table_lookup (self->group_names, &packed);
  g_autofree char *made = NULL;

  if (known != NULL)
    return known;

  made = make_group_name (self->document, grouping, key);
  known = g_string_chunk_insert (self->strings, made);
  g_hash_table_insert (self->group_names, g_memdup2 (&packed, sizeof packed), (char *) known);

  return known;
}

DtlTitleCache *
dtl_title_cache_new (DtlDocument *document)
{
  DtlTitleCache *self = g_new0 (DtlTitleCache, 1);

  self->provider.get_title = get_title;
  self->provider.get_date_label = get_date_label;
  self->provider.get_group_name = get_group_name;
  self->document = document;
  self->n_rows = dtl_document_get_columns (document)->n_events;
  self->strings = g_string_chunk_new (4096);
  self->titles = g_new0 (const char *, self->n_rows);
  self->dates = g_new0 (const char *, self->n_rows);
  self->group_names = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  return self;
}

void
dtl_title_cache_free (DtlTitleCache *self)
{
  g_string_chunk_free (self->strings);
  g_free (self->titles);
  g_free (self->dates);
  g_hash_table_unref (self->group_names);
  g_free (self);
}

DtlTitleProvider *
dtl_title_cache_get_provider (DtlTitleCache *self)
{
  return &self->provider;
}
