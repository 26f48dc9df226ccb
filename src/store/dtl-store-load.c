/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Actors and columns of a whole case at once, as opening needs them. Where the file has no cache of the columns, or one
 * that does not fit it, the narrow tables are scanned side by side, each in a thread with a connection of its own: that
 * may be done with a file that is only read, since nobody changes it in its place. How many events an actor has is
 * counted in the columns, rather than by SQLite once more. */
#include "config.h"

#include <glib/gstdio.h>

#include "base/dtl-gettext.h"
#include "store/dtl-opening-cache-private.h"
#include "store/dtl-store-private.h"
#include "store/dtl-store-scan-private.h"

/* In a smaller file a thread costs more than it brings. */
#define MIN_BYTES_FOR_THREADS (4 << 20)

/**
 * Load:
 * @records: (element-type DtlActor): by id
 * @actor_ids: of these
 * @own_kinds: from id to number
 * @stamp: tells this state of the file from any other
 */
typedef struct
{
  DtlStore *store;
  GPtrArray *records;
  DtlId *actor_ids;
  GHashTable *own_kinds;
  DtlColumnsBuilder *builder;
  int64_t stamp;
} Load;

typedef gboolean (*ScanFunc) (Load *self, DtlSqlConnection *db, GError **error);

/** Job: one scan in a thread. */
typedef struct
{
  Load *load;
  ScanFunc scan;
  GThread *thread;
  GError *error;
} Job;

static gboolean
scan_events (Load *self, DtlSqlConnection *db, GError **error)
{
  return dtl_store_scan_events (db, self->own_kinds, self->builder, error);
}

static gboolean
scan_marks (Load *self, DtlSqlConnection *db, GError **error)
{
  return dtl_store_scan_marks (db, self->builder, error);
}

/* Links are few, and go along. */
static gboolean
scan_participations (Load *self, DtlSqlConnection *db, GError **error)
{
  return dtl_store_scan_participations (db, self->actor_ids, self->records->len, self->builder, error) &&
         dtl_store_scan_links (db, self->builder, error);
}

static const ScanFunc scans[] = { scan_marks, scan_participations, scan_events };

/* Whoever exchanges the file by publishing has added to its log. */
static gboolean
read_stamp (DtlSqlConnection *db, int64_t *stamp, GError **error)
{
  g_autoptr (DtlSqlStatement) row = dtl_sql_prepare (db, "SELECT max (id) FROM change", error);

  if (row == NULL || !dtl_sql_next (row, error))
    return FALSE;
  *stamp = dtl_sql_read_int (row);
  return TRUE;
}

static gboolean
run_job (Job *self, DtlSqlConnection *db)
{
  int64_t stamp = 0;

  if (!read_stamp (db, &stamp, &self->error))
    return FALSE;
  if (stamp == self->load->stamp)
    return self->scan (self->load, db, &self->error);
  g_set_error (&self->error, DTL_STORE_ERROR, DTL_STORE_ERROR_CONFLICT,
               _ ("“%s” is another case than it was when it was opened; open it again"),
               dtl_sql_connection_get_name (db));
  return FALSE;
}

static gpointer
run_in_thread (gpointer user_data)
{
  Job *self = user_data;
  DtlSqlConnection *db = dtl_sql_connection_open (DTL_SQL_MODE_READ_FILE, self->load->store->path, &self->error);

  if (db == NULL)
    return NULL;
  run_job (self, db);
  dtl_sql_connection_close (db);
  return NULL;
}

/* The first scan is this thread's own. */
static gboolean
scan_side_by_side (Load *self, GError **error)
{
  Job jobs[G_N_ELEMENTS (scans)] = { { NULL } };
  gboolean is_done;

  if (!read_stamp (self->store->db, &self->stamp, error))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (scans); i++)
    jobs[i] = (Job){ self, scans[i], NULL, NULL };
  for (gsize i = 1; i < G_N_ELEMENTS (scans); i++)
    jobs[i].thread = g_thread_new ("scan", run_in_thread, &jobs[i]);
  is_done = jobs[0].scan (self, self->store->db, &jobs[0].error);
  for (gsize i = 1; i < G_N_ELEMENTS (scans); i++)
    {
      g_thread_join (jobs[i].thread);
      is_done = is_done && jobs[i].error == NULL;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (scans); i++)
    if (jobs[i].error != NULL && error != NULL && *error == NULL)
      g_propagate_error (error, g_steal_pointer (&jobs[i].error));
    else
      g_clear_error (&jobs[i].error);
  return is_done;
}

static gboolean
scan_in_turn (Load *self, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (scans); i++)
    if (!scans[i](self, self->store->db, error))
      return FALSE;
  return TRUE;
}

static gboolean
is_worth_threads (const DtlStore *self)
{
  GStatBuf info;

  return !self->is_writable && !self->is_live && g_get_num_processors () > 1 && g_stat (self->path, &info) == 0 &&
         info.st_size >= MIN_BYTES_FOR_THREADS;
}

/* How many events each actor takes part in, and the table that rests on it. */
static DtlActorTable *
make_table (Load *self, DtlColumns *columns)
{
  g_autofree uint32_t *map = g_new (uint32_t, (gsize) self->records->len + 1);
  DtlActorTable *table;

  for (uint32_t i = 0; i < columns->n_participations; i++)
    ((DtlActor *) g_ptr_array_index (self->records, columns->actor_index[i]))->n_events++;
  table = dtl_actor_table_new (g_ptr_array_ref (self->records));
  for (uint32_t i = 0; i < dtl_actor_table_get_size (table); i++)
    map[dtl_store_find_place (self->actor_ids, self->records->len, dtl_actor_table_get (table, i)->id)] = i;
  dtl_columns_renumber_actors (columns, map);
  return table;
}

static void
list_ids (Load *self)
{
  self->actor_ids = g_new (DtlId, (gsize) self->records->len + 1);
  for (guint i = 0; i < self->records->len; i++)
    self->actor_ids[i] = ((const DtlActor *) g_ptr_array_index (self->records, i))->id;
}

/* The columns from their tables, with actors numbered by their ids. */
static DtlColumns *
scan_columns (Load *self, GError **error)
{
  g_autoptr (DtlColumnsBuilder) builder = dtl_columns_builder_new ();
  gboolean is_done;
  int era_kind;

  if (!dtl_store_find_era_kind (self->store, &era_kind, error))
    return NULL;
  dtl_columns_builder_set_era_kind (builder, era_kind);
  self->builder = builder;
  is_done = is_worth_threads (self->store) ? scan_side_by_side (self, error) : scan_in_turn (self, error);
  return is_done ? dtl_columns_builder_finish (builder) : NULL;
}

static gboolean
load_init (Load *self, DtlStore *store, GError **error)
{
  self->store = store;
  self->records = dtl_store_read_actor_records (store, error);
  self->own_kinds = self->records != NULL ? dtl_store_map_own_kinds (store, error) : NULL;
  if (self->own_kinds == NULL)
    return FALSE;
  list_ids (self);
  return TRUE;
}

static void
load_clear (Load *self)
{
  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_clear_pointer (&self->own_kinds, g_hash_table_unref);
  g_free (self->actor_ids);
}

DtlColumns *
dtl_store_scan_columns (DtlStore *self, GError **error)
{
  Load load = { NULL };
  DtlColumns *columns = load_init (&load, self, error) ? scan_columns (&load, error) : NULL;

  load_clear (&load);
  return columns;
}

static gboolean
load (Load *self, DtlActorTable **actors, DtlColumns **columns, GError **error)
{
  *columns = dtl_opening_cache_read_columns (self->store, self->records->len, g_hash_table_size (self->own_kinds));
  if (*columns == NULL)
    *columns = scan_columns (self, error);
  if (*columns == NULL)
    return FALSE;
  *actors = make_table (self, *columns);
  return TRUE;
}

gboolean
dtl_store_load (DtlStore *self, DtlActorTable **actors, DtlColumns **columns, GError **error)
{
  Load opening = { NULL };
  gboolean is_done;

  g_return_val_if_fail (self != NULL && actors != NULL && columns != NULL, FALSE);
  DTL_STORE_ASSERT_OWNER (self);

  is_done = load_init (&opening, self, error) && load (&opening, actors, columns, error);
  load_clear (&opening);
  return is_done;
}
