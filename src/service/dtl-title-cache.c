/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Titles and short date labels for layouts: asked from the store at the first use of a row and kept as interned
 * strings, so that a layout may hold them. A cache keeps the tables that it was made for, since a layout may still ask
 * it when the document has others. */
#include "config.h"

#include "service/dtl-document-private.h"

#include "base/dtl-gettext.h"
#include "service/dtl-event-label.h"
#include "service/dtl-term-label.h"

/**
 * DtlTitleCache:
 * @document: not owned; for its store
 * @sources: (nullable): until a lane asks for the name of one
 * @error: the first failure of the store
 * @titles, @dates: by row; NULL while not asked
 * @group_names: (grouping, key) packed -> string
 */
struct _DtlTitleCache
{
  DtlTitleProvider provider; /* first, so that the provider is the cache */
  DtlDocument *document;
  DtlColumns *columns;
  DtlActorTable *actors;
  GPtrArray *sources;
  GError *error;
  GStringChunk *strings;
  const char **titles;
  const char **dates;
  GHashTable *group_names;
};

/* An event that is gone, or cannot be read, has no label; who must not go on without one asks for the error. */
static void
load_row (DtlTitleCache *self, uint32_t row)
{
  g_auto (DtlLabelData) label = { NULL };
  g_autofree char *date = NULL;

  self->titles[row] = self->dates[row] = "";
  if (!dtl_event_label_read (dtl_document_get_store (self->document), self->columns, row, &label,
                             self->error == NULL ? &self->error : NULL) ||
      label.title == NULL)
    return;

  date = dtl_date_label_for_line (label.start_edtf, label.end_edtf, self->columns, row);
  self->titles[row] = g_string_chunk_insert (self->strings, label.title);
  self->dates[row] = g_string_chunk_insert (self->strings, date);
}

static const char *
get_title (DtlTitleProvider *provider, uint32_t row)
{
  DtlTitleCache *self = (DtlTitleCache *) provider;

  g_return_val_if_fail (row < self->columns->n_events, NULL);
  if (self->titles[row] == NULL)
    load_row (self, row);

  return self->titles[row];
}

static const char *
get_date_label (DtlTitleProvider *provider, uint32_t row)
{
  DtlTitleCache *self = (DtlTitleCache *) provider;

  g_return_val_if_fail (row < self->columns->n_events, NULL);
  if (self->dates[row] == NULL)
    load_row (self, row);

  return self->dates[row];
}

static char *
source_name (DtlTitleCache *self, uint32_t key)
{
  if (self->sources == NULL)
    self->sources = g_ptr_array_ref (dtl_document_get_sources (self->document));
  return key < self->sources->len ? dtl_source_dup_label (g_ptr_array_index (self->sources, key))
                                  : g_strdup (_ ("No source"));
}

static char *
actor_name (DtlTitleCache *self, uint32_t key)
{
  return g_strdup (key < dtl_actor_table_get_size (self->actors) ? dtl_actor_table_get (self->actors, key)->name
                                                                 : _ ("No actor"));
}

static char *
kind_name (DtlTitleCache *self, uint32_t key)
{
  g_autoptr (GPtrArray) own = NULL;

  if (key < DTL_EVENT_KIND_FIRST_OWN)
    return g_strdup (dtl_term_label (DTL_VOCABULARY_EVENT_KIND, (int) key));

  own = dtl_store_get_own_kinds (dtl_document_get_store (self->document), NULL);
  if (own == NULL || key - DTL_EVENT_KIND_FIRST_OWN >= own->len)
    return g_strdup (_ ("Other"));

  return g_strdup (g_ptr_array_index (own, key - DTL_EVENT_KIND_FIRST_OWN));
}

static char *
make_group_name (DtlTitleCache *self, DtlGrouping grouping, uint32_t key)
{
  switch (grouping)
    {
    case DTL_GROUP_ACTOR:
      return actor_name (self, key);
    case DTL_GROUP_KIND:
      return kind_name (self, key);
    case DTL_GROUP_SOURCE:
      return source_name (self, key);
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

  made = make_group_name (self, grouping, key);
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
  self->columns = dtl_columns_ref (dtl_document_get_columns (document));
  self->actors = dtl_actor_table_ref (dtl_document_get_actors (document));
  self->strings = g_string_chunk_new (4096);
  self->titles = g_new0 (const char *, self->columns->n_events);
  self->dates = g_new0 (const char *, self->columns->n_events);
  self->group_names = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  return self;
}

void
dtl_title_cache_free (DtlTitleCache *self)
{
  dtl_columns_unref (self->columns);
  dtl_actor_table_unref (self->actors);
  g_clear_pointer (&self->sources, g_ptr_array_unref);
  g_clear_error (&self->error);
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

/* Whether all that was asked could be read. DTL_STORE_ERROR. */
gboolean
dtl_title_cache_check (DtlTitleCache *self, GError **error)
{
  if (self->error == NULL)
    return TRUE;
  g_propagate_error (error, g_error_copy (self->error));

  return FALSE;
}
