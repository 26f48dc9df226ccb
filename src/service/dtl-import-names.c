/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "service/dtl-import-names-private.h"

/** DtlImportNames: what is found once and used for every row. */
struct _DtlImportNames
{
  DtlImportJob *job;
  GHashTable *actor_ids;  /* folded name -> DtlId* */
  GHashTable *source_ids; /* address or title, as written -> DtlId* */
  GHashTable *kinds;      /* folded name -> number */
  DtlId table_source;     /* the file itself as a source, made when a row needs it */
};

static DtlId *
copy_id (DtlId id)
{
  return g_memdup2 (&id, sizeof id);
}

static void
learn_sources (DtlImportNames *self)
{
  GPtrArray *sources = dtl_document_get_sources (self->job->document);

  for (guint i = 0; i < sources->len; i++)
    {
      DtlSource *source = g_ptr_array_index (sources, i);

      if (source->url != NULL && *source->url != '\0')
        g_hash_table_insert (self->source_ids, g_strdup (source->url), copy_id (source->id));
      if (source->title != NULL && *source->title != '\0')
        g_hash_table_insert (self->source_ids, g_strdup (source->title), copy_id (source->id));
    }
}

DtlImportNames *
dtl_import_names_new (DtlImportJob *job)
{
  DtlImportNames *self = g_new0 (DtlImportNames, 1);

  self->job = job;
  self->actor_ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->source_ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->kinds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  learn_sources (self);

  return self;
}

void
dtl_import_names_free (DtlImportNames *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->actor_ids);
  g_hash_table_unref (self->source_ids);
  g_hash_table_unref (self->kinds);
  g_free (self);
}

/* As the actor table folds: equivalent letters are the same, whatever their case. */
static char *
fold (const char *name)
{
  g_autofree char *normal = g_utf8_normalize (name, -1, G_NORMALIZE_ALL);

  return g_utf8_casefold (normal, -1);
}

static DtlId
make_actor (DtlImportNames *self, const char *name, GError **error)
{
  g_autoptr (DtlActor) actor = dtl_actor_new ();

  actor->name = g_strdup (name);
  actor->kind = DTL_ACTOR_ORGANISATION;

  return dtl_store_put_actor (self->job->store, actor, error) ? actor->id : DTL_ID_NONE;
}

DtlId
dtl_import_names_find_actor (DtlImportNames *self, const char *name, GError **error)
{
  DtlActorTable *actors = dtl_document_get_actors (self->job->document);
  g_autofree char *key = fold (name);
  const DtlId *known = g_hash_table_lookup (self->actor_ids, key);
  int64_t index;
  DtlId id;

  if (known != NULL)
    return *known;

  index = dtl_actor_table_find_name (actors, name);
  id = index >= 0 ? dtl_actor_table_get (actors, (uint32_t) index)->id : make_actor (self, name, error);
  if (id != DTL_ID_NONE)
    g_hash_table_insert (self->actor_ids, g_steal_pointer (&key), copy_id (id));

  return id;
}

static DtlId
put_source (DtlImportNames *self, DtlSource *source, GError **error)
{
  if (!dtl_store_put_source (self->job->store, source, error))
    return DTL_ID_NONE;
  self->job->report->n_sources++;

  return source->id;
}

static const char *
media_type (const char *importer)
{
  if (g_str_equal (importer, "json"))
    return "application/json";
  return g_str_equal (importer, "tsv") ? "text/tab-separated-values" : "text/csv";
}

/* What was said about the file on import is said of this source alone: the others were published by others. */
static DtlId
find_table_source (DtlImportNames *self, GError **error)
{
  const DtlImportOptions *options = self->job->options;
  g_autoptr (DtlSource) source = NULL;

  if (self->table_source != DTL_ID_NONE)
    return self->table_source;

  source = dtl_source_new ();
  source->title = g_strdup (options->title ? options->title : self->job->report->file_name);
  source->publisher = g_strdup (options->publisher);
  source->issued_edtf = g_strdup (options->published_edtf);
  source->issued_basis = DTL_BASIS_SUPPLIED;
  source->file_name = g_strdup (self->job->report->file_name);
  source->file_size_bytes = (int64_t) g_bytes_get_size (self->job->bytes);
  source->media_type = g_strdup (media_type (self->job->importer));
  source->file_sha256 = g_strdup (self->job->sha256);
  self->table_source = put_source (self, source, error);

  return self->table_source;
}

DtlId
dtl_import_names_find_source (DtlImportNames *self, const char *name, gboolean *is_table, GError **error)
{
  const DtlId *known = g_hash_table_lookup (self->source_ids, name);
  g_autoptr (DtlSource) source = NULL;
  DtlId id;

  *is_table = *name == '\0';
  if (*is_table)
    return find_table_source (self, error);
  if (known != NULL)
    return *known;

  source = dtl_source_new ();
  source->title = g_strdup (name);
  if (g_str_has_prefix (name, "https://") || g_str_has_prefix (name, "http://"))
    source->url = g_strdup (name);
  id = put_source (self, source, error);
  if (id != DTL_ID_NONE)
    g_hash_table_insert (self->source_ids, g_strdup (name), copy_id (id));

  return id;
}

/* One of the built-in kinds, however it is written in other programs' tables; -1 if it is none. */
static int
find_built_in_kind (const char *name)
{
  g_autofree char *term = g_ascii_strdown (name, -1);

  g_strdelimit (term, " -", '_');

  return dtl_term_value (DTL_VOCABULARY_EVENT_KIND, g_str_equal (term, "effective") ? "effective_date" : term);
}

/* The number of an own kind, -1 if there is none or with @error. */
static int
find_own_kind (DtlImportNames *self, const char *key, GError **error)
{
  g_autoptr (GPtrArray) names = dtl_store_get_own_kinds (self->job->store, error);

  for (guint i = 0; names != NULL && i < names->len; i++)
    {
      g_autofree char *folded = fold (g_ptr_array_index (names, i));

      if (g_str_equal (folded, key))
        return DTL_EVENT_KIND_FIRST_OWN + (int) i;
    }

  return -1;
}

/* A new kind may move the numbers of the others, so that what was found before does not hold any more. */
static int
make_kind (DtlImportNames *self, const char *name, GError **error)
{
  g_hash_table_remove_all (self->kinds);

  return dtl_store_intern_kind (self->job->store, name, error);
}

int
dtl_import_names_find_kind (DtlImportNames *self, const char *name, GError **error)
{
  g_autofree char *key = fold (name);
  g_autoptr (GError) local = NULL;
  gpointer known;
  int kind;

  if (*name == '\0')
    return DTL_EVENT_KIND_OTHER;
  if (g_hash_table_lookup_extended (self->kinds, key, NULL, &known))
    return GPOINTER_TO_INT (known);

  kind = find_built_in_kind (name);
  if (kind < 0)
    kind = find_own_kind (self, key, &local);
  if (kind < 0 && local == NULL)
    kind = make_kind (self, name, &local);
  if (kind >= 0)
    g_hash_table_insert (self->kinds, g_steal_pointer (&key), GINT_TO_POINTER (kind));
  else
    g_propagate_error (error, g_steal_pointer (&local));

  return kind;
}
