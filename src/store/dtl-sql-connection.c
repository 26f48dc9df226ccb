/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/dtl-sql-connection-private.h"

#include "base/dtl-gettext.h"
#include "store/dtl-sql-statement-private.h"
#include "store/dtl-store.h"

/* The progress handler is called after so many steps. */
#define STEPS_PER_CALL 1000
/* Two thousand million steps are some ten seconds: a case of a million events needs a hundredth of it. */
#define READ_STEP_LIMIT_THOUSANDS UINT64_C (2000000)
#define BUSY_TIMEOUT_MS           10000

struct _DtlSqlConnection
{
  sqlite3 *handle;
  char *name;
  GHashTable *statements;
  uint64_t step_limit_thousands;
  uint64_t steps_thousands;
  GCancellable *cancellable; /* (nullable) */
};

typedef struct
{
  int limit;
  int value;
} Limit;

/* Far above what a case needs, far below what would hurt. Attaching is what VACUUM INTO does inside. */
static const Limit limits[] = {
  { SQLITE_LIMIT_LENGTH, 256 * 1024 * 1024 },
  { SQLITE_LIMIT_SQL_LENGTH, 100000 },
  { SQLITE_LIMIT_COLUMN, 100 },
  { SQLITE_LIMIT_EXPR_DEPTH, 100 },
  { SQLITE_LIMIT_COMPOUND_SELECT, 50 },
  { SQLITE_LIMIT_VDBE_OP, 25000 },
  { SQLITE_LIMIT_FUNCTION_ARG, 100 },
  { SQLITE_LIMIT_ATTACHED, 1 },
  { SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 100 },
  { SQLITE_LIMIT_VARIABLE_NUMBER, 100 },
  { SQLITE_LIMIT_TRIGGER_DEPTH, 10 },
  { SQLITE_LIMIT_WORKER_THREADS, 0 },
};

typedef struct
{
  int option;
  int value;
} Option;

/* Turning triggers off leaves the temporary ones, which are ours. */
static const Option options[] = {
  { SQLITE_DBCONFIG_DEFENSIVE, 1 },
  { SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
  { SQLITE_DBCONFIG_ENABLE_TRIGGER, 0 },
  { SQLITE_DBCONFIG_ENABLE_VIEW, 0 },
  { SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0 },
  { SQLITE_DBCONFIG_WRITABLE_SCHEMA, 0 },
  { SQLITE_DBCONFIG_DQS_DDL, 0 },
  { SQLITE_DBCONFIG_DQS_DML, 0 },
};

G_DEFINE_QUARK (dtl_store_error, dtl_store_error)

static DtlStoreError
error_from_sqlite (int code)
{
  if (code == SQLITE_CONSTRAINT_FOREIGNKEY)
    return DTL_STORE_ERROR_REFERENCE;
  switch (code & 0xff)
    {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return DTL_STORE_ERROR_DAMAGED;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return DTL_STORE_ERROR_BUSY;
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_FULL:
      return DTL_STORE_ERROR_READ_ONLY;
    default:
      return DTL_STORE_ERROR_SQL;
    }
}

gboolean
dtl_sql_fail (DtlSqlConnection *self, int code, GError **error)
{
  const char *detail = self->handle != NULL ? sqlite3_errmsg (self->handle) : sqlite3_errstr (code);
  DtlStoreError ours = error_from_sqlite (code);

  if ((code & 0xff) == SQLITE_INTERRUPT && g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  if (ours == DTL_STORE_ERROR_DAMAGED)
    g_set_error (error, DTL_STORE_ERROR, ours,
                 _ ("“%s” is damaged (%s). Open an older copy of it, and keep this one for repair."), self->name,
                 detail);
  else if (ours == DTL_STORE_ERROR_BUSY)
    g_set_error (error, DTL_STORE_ERROR, ours, _ ("“%s” is in use by another program (%s). Close it there first."),
                 self->name, detail);
  else if (ours == DTL_STORE_ERROR_READ_ONLY)
    g_set_error (error, DTL_STORE_ERROR, ours,
                 _ ("“%s” cannot be written (%s). Check the free space and your rights to its folder."), self->name,
                 detail);
  else if ((code & 0xff) == SQLITE_INTERRUPT)
    g_set_error (error, DTL_STORE_ERROR, ours,
                 _ ("Reading “%s” took far longer than it should, and was stopped. The file may be made to do harm."),
                 self->name);
  else
    g_set_error (error, DTL_STORE_ERROR, ours, _ ("“%s”: the database says: %s."), self->name, detail);
  return FALSE;
}

static int
progress_cb (void *data)
{
  DtlSqlConnection *self = data;

  self->steps_thousands++;
  if (g_cancellable_is_cancelled (self->cancellable))
    return 1;
  return self->step_limit_thousands != 0 && self->steps_thousands > self->step_limit_thousands;
}

void
dtl_sql_connection_set_step_limit (DtlSqlConnection *self, uint64_t thousands)
{
  self->step_limit_thousands = thousands;
  self->steps_thousands = 0;
}

void
dtl_sql_connection_set_cancellable (DtlSqlConnection *self, GCancellable *cancellable)
{
  g_set_object (&self->cancellable, cancellable);
}

void
dtl_sql_connection_restart_steps (DtlSqlConnection *self)
{
  self->steps_thousands = 0;
}

static gboolean
set_option (DtlSqlConnection *self, const Option *option, GError **error)
{
  int now = -1;
  int code = sqlite3_db_config (self->handle, option->option, option->value, &now);

  if (code == SQLITE_OK && now == option->value)
    return TRUE;
  g_set_error (error, DTL_STORE_ERROR, DTL_STORE_ERROR_SQL,
               _ ("“%s” was not opened: this system's SQLite refuses protection %d."), self->name, option->option);
  return FALSE;
}

static gboolean
harden (DtlSqlConnection *self, GError **error)
{
  for (size_t i = 0; i < G_N_ELEMENTS (limits); i++)
    sqlite3_limit (self->handle, limits[i].limit, limits[i].value);
  for (size_t i = 0; i < G_N_ELEMENTS (options); i++)
    {
      if (!set_option (self, &options[i], error))
        return FALSE;
    }
  sqlite3_progress_handler (self->handle, STEPS_PER_CALL, progress_cb, self);
  sqlite3_busy_timeout (self->handle, BUSY_TIMEOUT_MS);
  return dtl_sql_exec (self, "PRAGMA mmap_size = 0; PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY;", error);
}

/* A URI is asked for on purpose, with the path escaped, because only a URI can say "immutable". */
static int
open_handle (DtlSqlConnection *self, DtlSqlMode mode, const char *path)
{
  g_autofree char *uri = NULL;
  g_autofree char *escaped = NULL;
  int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;

  switch (mode)
    {
    case DTL_SQL_MODE_READ_FILE:
      escaped = g_uri_escape_bytes ((const guint8 *) path, strlen (path), "/");
      uri = g_strconcat ("file://", escaped, "?immutable=1", NULL);
      return sqlite3_open_v2 (uri, &self->handle, flags | SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, NULL);
    case DTL_SQL_MODE_WORK:
      return sqlite3_open_v2 (path, &self->handle, flags | SQLITE_OPEN_READWRITE, NULL);
    case DTL_SQL_MODE_READ_WORK:
      return sqlite3_open_v2 (path, &self->handle, flags | SQLITE_OPEN_READONLY, NULL);
    case DTL_SQL_MODE_MEMORY:
      return sqlite3_open_v2 (":memory:", &self->handle, flags | SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL);
    default:
      g_assert_not_reached ();
    }
}

/* Statements are long and looked up for every row; their length and last few characters tell most of them apart. */
static guint
hash_sql (gconstpointer sql)
{
  size_t length = strlen (sql);

  return (guint) length * 31 + g_str_hash ((const char *) sql + (length > 24 ? length - 24 : 0));
}

/* Counting its memory costs SQLite a lock for every piece of it, and nobody asks for the count. */
static void
configure_once (void)
{
  static gsize is_configured = 0;

  if (g_once_init_enter (&is_configured))
    {
      sqlite3_config (SQLITE_CONFIG_MEMSTATUS, 0);
      g_once_init_leave (&is_configured, 1);
    }
}

DtlSqlConnection *
dtl_sql_connection_open (DtlSqlMode mode, const char *path, GError **error)
{
  g_autoptr (DtlSqlConnection) self = NULL;
  int code;

  g_return_val_if_fail (mode == DTL_SQL_MODE_MEMORY || g_path_is_absolute (path), NULL);

  configure_once ();
  self = g_new0 (DtlSqlConnection, 1);
  self->name = path != NULL ? g_filename_display_name (path) : g_strdup (":memory:");
  self->statements = g_hash_table_new_full (hash_sql, g_str_equal, NULL, (GDestroyNotify) dtl_sql_statement_finalize);
  code = open_handle (self, mode, path);
  if (code != SQLITE_OK)
    {
      dtl_sql_fail (self, code, error);
      return NULL;
    }
  if (!harden (self, error))
    return NULL;
  if (mode == DTL_SQL_MODE_READ_FILE)
    self->step_limit_thousands = READ_STEP_LIMIT_THOUSANDS;
  return g_steal_pointer (&self);
}

void
dtl_sql_connection_close (DtlSqlConnection *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->statements);
  sqlite3_close_v2 (self->handle);
  g_clear_object (&self->cancellable);
  g_free (self->name);
  g_free (self);
}

sqlite3 *
dtl_sql_connection_get_handle (DtlSqlConnection *self)
{
  return self->handle;
}

const char *
dtl_sql_connection_get_name (DtlSqlConnection *self)
{
  return self->name;
}

GHashTable *
dtl_sql_connection_get_statements (DtlSqlConnection *self)
{
  return self->statements;
}

gboolean
dtl_sql_exec (DtlSqlConnection *self, const char *sql, GError **error)
{
  int code;

  dtl_sql_connection_restart_steps (self);
  code = sqlite3_exec (self->handle, sql, NULL, NULL, NULL);
  return code == SQLITE_OK || dtl_sql_fail (self, code, error);
}

static DtlSqlStatement *
query_one (DtlSqlConnection *self, const char *sql, GError **error)
{
  g_autoptr (DtlSqlStatement) statement = dtl_sql_prepare (self, sql, error);

  if (statement == NULL)
    return NULL;
  if (!dtl_sql_next (statement, error))
    {
      if (!dtl_sql_has_failed (statement))
        g_set_error (error, DTL_STORE_ERROR, DTL_STORE_ERROR_DAMAGED,
                     _ ("“%s” is damaged: a row is missing. Open an older copy of it, and keep this one for repair."),
                     self->name);
      return NULL;
    }
  return g_steal_pointer (&statement);
}

gboolean
dtl_sql_query_int (DtlSqlConnection *self, const char *sql, int64_t *value, GError **error)
{
  g_autoptr (DtlSqlStatement) statement = query_one (self, sql, error);

  if (statement == NULL)
    return FALSE;
  *value = dtl_sql_read_int (statement);
  return TRUE;
}

char *
dtl_sql_query_text (DtlSqlConnection *self, const char *sql, GError **error)
{
  g_autoptr (DtlSqlStatement) statement = query_one (self, sql, error);
  char *text;

  if (statement == NULL)
    return NULL;
  text = dtl_sql_read_text (statement);
  return text != NULL ? text : g_strdup ("");
}
