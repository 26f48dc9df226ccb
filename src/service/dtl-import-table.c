/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table (CSV or TSV) as events. Columns, in any order: id, title, start, end, actors, kind, summary, source; --map
 * names other headings. Every event gets its proof: a passage in the source that its row names, or at its line of the
 * table itself. A row that cannot be taken is left out and reported with its line; the others go in. */
#include "config.h"

#include <glib/gi18n.h>

#include "io/dtl-csv-reader.h"
#include "service/dtl-import-private.h"

typedef enum
{
  FIELD_ID,
  FIELD_TITLE,
  FIELD_START,
  FIELD_END,
  FIELD_ACTORS,
  FIELD_KIND,
  FIELD_SUMMARY,
  FIELD_SOURCE,
  N_FIELDS
} Field;

static const char *const field_names[N_FIELDS] = {
  "id", "title", "start", "end", "actors", "kind", "summary", "source"
};

/** TableImport: what is found once and used for every row. */
typedef struct
{
  DtlImportJob *job;
  int columns[N_FIELDS];  /* index of the heading, -1 for none */
  GHashTable *actor_ids;  /* case-folded name -> DtlId* */
  GHashTable *source_ids; /* as written -> DtlId* */
  GHashTable *seen_ids;   /* ids of this file */
  DtlId table_source;     /* the file itself as a source, made when a row needs it */
} TableImport;

static DtlId *
copy_id (DtlId id)
{
  return g_memdup2 (&id, sizeof id);
}

static const char *
cell (const TableImport *self, const DtlCsvRow *row, Field field)
{
  int column = self->columns[field];

  return column < 0 || column >= (int) row->n_fields ? "" : row->fields[column];
}

static void
learn_actors (TableImport *self)
{
  DtlActorTable *actors = dtl_document_get_actors (self->job->document);

  for (uint32_t i = 0; i < dtl_actor_table_get_size (actors); i++)
    {
      const DtlActor *actor = dtl_actor_table_get (actors, i);

      g_hash_table_insert (self->actor_ids, g_utf8_casefold (actor->name, -1), copy_id (actor->id));
      for (char **alias = actor->aliases; *alias != NULL; alias++)
        g_hash_table_insert (self->actor_ids, g_utf8_casefold (*alias, -1), copy_id (actor->id));
    }
}

static void
learn_sources (TableImport *self)
{
  GPtrArray *sources = dtl_document_get_sources (self->job->document);

  for (guint i = 0; i < sources->len; i++)
    {
      DtlSource *source = g_ptr_array_index (sources, i);

      if (source->url != NULL)
        g_hash_table_insert (self->source_ids, g_strdup (source->url), copy_id (source->id));
      if (source->title != NULL)
        g_hash_table_insert (self->source_ids, g_strdup (source->title), copy_id (source->id));
    }
}

static gboolean
find_columns (TableImport *self, const DtlCsvRow *header, GError **error)
{
  GHashTable *map = self->job->options->map;

  for (int field = 0; field < N_FIELDS; field++)
    {
      const char *mapped = map ? g_hash_table_lookup (map, field_names[field]) : NULL;
      const char *wanted = mapped ? mapped : field_names[field];

      self->columns[field] = -1;
      for (guint i = 0; i < header->n_fields; i++)
        if (g_ascii_strcasecmp (header->fields[i], wanted) == 0)
          self->columns[field] = (int) i;
      if (mapped != NULL && self->columns[field] < 0)
        {
          g_set_error (error, DTL_SERVICE_ERROR, DTL_SERVICE_ERROR_ARGUMENT,
                       _ ("%s: line 1: no column “%s” for --map %s"), self->job->path, mapped, field_names[field]);
          return FALSE;
        }
    }
  if (self->columns[FIELD_TITLE] >= 0)
    return TRUE;

  g_set_error (error, DTL_SERVICE_ERROR, DTL_SERVICE_ERROR_READ,
               _ ("%s: line 1: no column “title”; the first line must name the columns, or say --map title=COLUMN"),
               self->job->path);

  return FALSE;
}

static DtlId
find_actor (TableImport *self, const char *name, GError **error)
{
  g_autofree char *key = g_utf8_casefold (name, -1);
  DtlId *known = g_hash_table_lookup (self->actor_ids, key);
  g_autoptr (DtlActor) actor = NULL;

  if (known != NULL)
    return *known;

  actor = dtl_actor_new ();
  actor->name = g_strdup (name);
  actor->kind = DTL_ACTOR_ORGANISATION;
  if (!dtl_store_put_actor (self->job->store, actor, error))
    return DTL_ID_NONE;
  g_hash_table_insert (self->actor_ids, g_steal_pointer (&key), copy_id (actor->id));

  return actor->id;
}

static DtlId
put_new_source (TableImport *self, DtlSource *source, GError **error)
{
  source->issued_edtf = g_strdup (self->job->options->published_edtf);
  source->issued_basis = DTL_BASIS_SUPPLIED;
  source->publisher = g_strdup (self->job->options->publisher);
  if (!dtl_store_put_source (self->job->store, source, error))
    return DTL_ID_NONE;
  self->job->report->n_sources++;

  return source->id;
}

static DtlId
find_table_source (TableImport *self, GError **error)
{
  g_autoptr (DtlSource) source = NULL;

  if (self->table_source != DTL_ID_NONE)
    return self->table_source;

  source = dtl_source_new ();
  source->title = g_strdup (self->job->options->title ? self->job->options->title : self->job->report->file_name);
  source->file_name = g_strdup (self->job->report->file_name);
  source->file_size_bytes = (int64_t) g_bytes_get_size (self->job->bytes);
  source->media_type = g_strdup ("text/csv");
  source->file_sha256 = g_strdup (self->job->sha256);
  self->table_source = put_new_source (self, source, error);

  return self->table_source;
}

static DtlId
find_source (TableImport *self, const char *name, GError **error)
{
  DtlId *known = g_hash_table_lookup (self->source_ids, name);
  g_autoptr (DtlSource) source = NULL;
  DtlId id;

  if (known != NULL)
    return *known;
  if (*name == '\0')
    return find_table_source (self, error);

  source = dtl_source_new ();
  source->title = g_strdup (name);
  if (g_str_has_prefix (name, "https://") || g_str_has_prefix (name, "http://"))
    source->url = g_strdup (name);
  id = put_new_source (self, source, error);
  if (id != DTL_ID_NONE)
    g_hash_table_insert (self->source_ids, g_strdup (name), copy_id (id));

  return id;
}

/* TRUE with @value NULL for an empty cell; FALSE with a reason for the report. */
static gboolean
read_date (const char *text, DtlEdtf **value, char **reason)
{
  g_autoptr (GError) local = NULL;

  *value = NULL;
  if (*text == '\0')
    return TRUE;
  *value = dtl_edtf_parse (text, &local);
  if (*value == NULL)
    *reason = g_strdup (local->message);

  return *value != NULL;
}

static void
add_claim (DtlEvent *event, DtlClaimRole role, const char *edtf, DtlId passage)
{
  DtlClaim *claim = dtl_claim_new ();

  claim->role = role;
  claim->edtf = g_strdup (edtf);
  claim->passage = passage;
  claim->standing = DTL_STANDING_ACCEPTED;
  claim->basis = DTL_BASIS_STATED;
  g_ptr_array_add (event->claims, claim);
}

/* The dates of a row, or the reason why it cannot be taken. A row with an end lasts: it began and ended. */
static char *
check_dates (const TableImport *self, const DtlCsvRow *row)
{
  g_autoptr (DtlEdtf) start = NULL;
  g_autoptr (DtlEdtf) end = NULL;
  char *reason = NULL;

  if (!read_date (cell (self, row, FIELD_START), &start, &reason) ||
      !read_date (cell (self, row, FIELD_END), &end, &reason))
    return reason;
  if (start != NULL && end != NULL &&
      dtl_edtf_get_bounds (end)->end_latest < dtl_edtf_get_bounds (start)->start_earliest)
    return g_strdup (_ ("the end lies before the start"));

  return NULL;
}

static char *
check_row (TableImport *self, const DtlCsvRow *row)
{
  const char *id = cell (self, row, FIELD_ID);

  if (*cell (self, row, FIELD_TITLE) == '\0')
    return g_strdup (_ ("no title"));
  if (*id != '\0' && !g_hash_table_add (self->seen_ids, g_strdup (id)))
    return g_strdup_printf (_ ("the id “%s” stands in this file twice"), id);

  return check_dates (self, row);
}

static gboolean
add_kind (TableImport *self, DtlEvent *event, const char *name, GError **error)
{
  int kind;

  /* Written short in other programs' tables. */
  if (g_str_equal (name, "effective"))
    name = "effective_date";
  kind = *name == '\0' ? DTL_EVENT_KIND_OTHER : dtl_store_intern_kind (self->job->store, name, error);
  if (kind < 0)
    return FALSE;
  event->kind = kind;

  return TRUE;
}

static gboolean
add_actors (TableImport *self, DtlEvent *event, const char *names, GError **error)
{
  g_auto (GStrv) list = g_strsplit (names, ";", -1);

  for (char **name = list; *name != NULL; name++)
    {
      DtlId actor;

      g_strstrip (*name);
      if (**name == '\0')
        continue;
      actor = find_actor (self, *name, error);
      if (actor == DTL_ID_NONE)
        return FALSE;
      g_ptr_array_add (event->participations, dtl_participation_new (actor, NULL));
    }

  return TRUE;
}

static gboolean
add_evidence (TableImport *self, DtlEvent *event, const DtlCsvRow *row, GError **error)
{
  g_autoptr (DtlPassage) passage = dtl_passage_new ();

  passage->source = find_source (self, cell (self, row, FIELD_SOURCE), error);
  if (passage->source == DTL_ID_NONE)
    return FALSE;
  if (passage->source == self->table_source)
    passage->line = (int) row->line;
  if (!dtl_store_put_passage (self->job->store, passage, error))
    return FALSE;
  g_ptr_array_add (event->evidence, dtl_evidence_new (passage->id, DTL_STANCE_SUPPORTS));

  return TRUE;
}

static void
add_dates (TableImport *self, DtlEvent *event, const DtlCsvRow *row)
{
  const char *start = cell (self, row, FIELD_START);
  const char *end = cell (self, row, FIELD_END);
  const DtlEvidence *evidence = g_ptr_array_index (event->evidence, 0);
  DtlClaimRole role = *end == '\0' ? dtl_event_kind_main_role (event->kind) : DTL_ROLE_BEGAN;

  if (*start != '\0')
    add_claim (event, role, start, evidence->passage);
  if (*end != '\0')
    {
      add_claim (event, DTL_ROLE_ENDED, end, evidence->passage);
      event->main_role = DTL_ROLE_BEGAN;
    }
}

static gboolean
import_row (TableImport *self, const DtlCsvRow *row, GError **error)
{
  g_autoptr (DtlEvent) event = NULL;
  char *reason = check_row (self, row);

  if (reason != NULL)
    {
      /* Translators: a line number of a table and why the row was left out */
      dtl_import_job_skip (self->job, g_strdup_printf (_ ("line %d: %s"), (int) row->line, reason));
      g_free (reason);
      return TRUE;
    }

  event = dtl_event_new ();
  event->title = g_strdup (cell (self, row, FIELD_TITLE));
  event->summary = *cell (self, row, FIELD_SUMMARY) ? g_strdup (cell (self, row, FIELD_SUMMARY)) : NULL;
  event->importance = 500;
  event->review = DTL_REVIEW_ACCEPTED;
  if (!add_kind (self, event, cell (self, row, FIELD_KIND), error) ||
      !add_actors (self, event, cell (self, row, FIELD_ACTORS), error) || !add_evidence (self, event, row, error))
    return FALSE;
  add_dates (self, event, row);
  if (!dtl_store_put_event (self->job->store, event, error))
    return FALSE;
  self->job->report->n_events++;

  return TRUE;
}

static gboolean
import_rows (TableImport *self, DtlCsvReader *reader, GError **error)
{
  const DtlCsvRow *row;
  g_autoptr (GError) local = NULL;

  row = dtl_csv_reader_next (reader, &local);
  if (row != NULL && !find_columns (self, row, error))
    return FALSE;
  while (row != NULL && (row = dtl_csv_reader_next (reader, &local)) != NULL)
    {
      if (!import_row (self, row, error) || g_cancellable_set_error_if_cancelled (self->job->cancellable, error))
        return FALSE;
    }
  if (local == NULL)
    return TRUE;

  g_set_error (error, DTL_SERVICE_ERROR, DTL_SERVICE_ERROR_READ, "%s: %s", self->job->path, local->message);

  return FALSE;
}

gboolean
dtl_import_table (DtlImportJob *job, GError **error)
{
  TableImport self = { .job = job };
  g_autoptr (DtlCsvReader) reader = NULL;
  gboolean is_tabs = g_strcmp0 (job->options->format, "tsv") == 0 || g_str_has_suffix (job->path, ".tsv");
  gboolean done;

  self.actor_ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self.source_ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self.seen_ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  learn_actors (&self);
  learn_sources (&self);

  reader = dtl_csv_reader_new (job->bytes, is_tabs ? '\t' : ',');
  dtl_store_set_bulk (job->store, TRUE);
  done = import_rows (&self, reader, error);
  dtl_store_set_bulk (job->store, FALSE);

  g_hash_table_unref (self.actor_ids);
  g_hash_table_unref (self.source_ids);
  g_hash_table_unref (self.seen_ids);

  return done;
}
