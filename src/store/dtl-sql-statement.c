/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/dtl-sql-statement-private.h"

#include "store/dtl-store.h"

struct _DtlSqlStatement
{
  DtlSqlConnection *connection;
  sqlite3_stmt *handle;
  char *sql;
  gboolean is_lent;
  gboolean is_cached;
  gboolean is_running;
  gboolean has_failed;
  int add_code; /* the first failure of adding a parameter */
  int n_added;
  int n_read;
};

static DtlSqlStatement *
make (DtlSqlConnection *connection, const char *sql, GError **error)
{
  DtlSqlStatement *self;
  sqlite3_stmt *handle = NULL;
  int code = sqlite3_prepare_v3 (dtl_sql_connection_get_handle (connection), sql, -1, SQLITE_PREPARE_PERSISTENT,
                                 &handle, NULL);

  if (code != SQLITE_OK)
    {
      dtl_sql_fail (connection, code, error);
      return NULL;
    }
  self = g_new0 (DtlSqlStatement, 1);
  self->connection = connection;
  self->handle = handle;
  self->sql = g_strdup (sql);
  return self;
}

DtlSqlStatement *
dtl_sql_prepare (DtlSqlConnection *connection, const char *sql, GError **error)
{
  GHashTable *cache = dtl_sql_connection_get_statements (connection);
  DtlSqlStatement *self = g_hash_table_lookup (cache, sql);

  if (self == NULL || self->is_lent)
    {
      gboolean is_first = self == NULL;

      self = make (connection, sql, error);
      if (self != NULL && is_first)
        {
          self->is_cached = TRUE;
          g_hash_table_insert (cache, self->sql, self);
        }
    }
  if (self != NULL)
    self->is_lent = TRUE;
  return self;
}

static void
rewind_statement (DtlSqlStatement *self)
{
  sqlite3_reset (self->handle);
  self->is_running = FALSE;
  self->add_code = SQLITE_OK;
  self->n_added = 0;
  self->n_read = 0;
}

void
dtl_sql_statement_finalize (DtlSqlStatement *self)
{
  sqlite3_finalize (self->handle);
  g_free (self->sql);
  g_free (self);
}

void
dtl_sql_statement_release (DtlSqlStatement *self)
{
  if (self == NULL)
    return;
  if (!self->is_cached)
    {
      dtl_sql_statement_finalize (self);
      return;
    }
  rewind_statement (self);
  sqlite3_clear_bindings (self->handle);
  self->is_lent = FALSE;
}

static void
note (DtlSqlStatement *self, int code)
{
  if (self->add_code == SQLITE_OK)
    self->add_code = code;
}

void
dtl_sql_add_int (DtlSqlStatement *self, int64_t value)
{
  note (self, sqlite3_bind_int64 (self->handle, ++self->n_added, value));
}

void
dtl_sql_add_null (DtlSqlStatement *self)
{
  note (self, sqlite3_bind_null (self->handle, ++self->n_added));
}

void
dtl_sql_add_id (DtlSqlStatement *self, int64_t value)
{
  if (value == DTL_ID_NONE)
    dtl_sql_add_null (self);
  else
    dtl_sql_add_int (self, value);
}

void
dtl_sql_add_text (DtlSqlStatement *self, const char *value)
{
  note (self, sqlite3_bind_text64 (self->handle, ++self->n_added, value, value != NULL ? strlen (value) : 0,
                                   SQLITE_STATIC, SQLITE_UTF8));
}

void
dtl_sql_add_bytes (DtlSqlStatement *self, const void *data, size_t n_bytes)
{
  note (self, sqlite3_bind_blob64 (self->handle, ++self->n_added, data, n_bytes, SQLITE_STATIC));
}

gboolean
dtl_sql_next (DtlSqlStatement *self, GError **error)
{
  int code = self->add_code;

  self->has_failed = FALSE;
  self->n_read = 0;
  if (!self->is_running)
    dtl_sql_connection_restart_steps (self->connection);
  self->is_running = TRUE;
  if (code == SQLITE_OK)
    code = sqlite3_step (self->handle);
  if (code == SQLITE_ROW)
    return TRUE;
  if (code != SQLITE_DONE)
    {
      self->has_failed = TRUE;
      dtl_sql_fail (self->connection, code, error);
    }
  rewind_statement (self);
  return FALSE;
}

gboolean
dtl_sql_has_failed (DtlSqlStatement *self)
{
  return self->has_failed;
}

gboolean
dtl_sql_run (DtlSqlStatement *self, GError **error)
{
  while (dtl_sql_next (self, error))
    ;
  return !self->has_failed;
}

int64_t
dtl_sql_read_int (DtlSqlStatement *self)
{
  return sqlite3_column_int64 (self->handle, self->n_read++);
}

int64_t
dtl_sql_read_int_or (DtlSqlStatement *self, int64_t if_null)
{
  if (sqlite3_column_type (self->handle, self->n_read) == SQLITE_NULL)
    {
      self->n_read++;
      return if_null;
    }
  return dtl_sql_read_int (self);
}

const char *
dtl_sql_peek_text (DtlSqlStatement *self)
{
  return (const char *) sqlite3_column_text (self->handle, self->n_read++);
}

char *
dtl_sql_read_text (DtlSqlStatement *self)
{
  const char *text = dtl_sql_peek_text (self);

  if (text == NULL)
    return NULL;
  return g_utf8_validate (text, -1, NULL) ? g_strdup (text) : g_utf8_make_valid (text, -1);
}

void
dtl_sql_read_value (DtlSqlStatement *self, DtlSqlValue *value)
{
  int column = self->n_read++;
  int type = sqlite3_column_type (self->handle, column);

  *value = (DtlSqlValue){ .is_null = type == SQLITE_NULL };
  if (type == SQLITE_INTEGER)
    value->number = sqlite3_column_int64 (self->handle, column);
  else if (type != SQLITE_NULL)
    {
      value->text = (const char *) sqlite3_column_text (self->handle, column);
      value->n_bytes = (size_t) sqlite3_column_bytes (self->handle, column);
      value->is_null = value->text == NULL;
    }
}

void
dtl_sql_skip (DtlSqlStatement *self, int n_columns)
{
  self->n_read += n_columns;
}

const void *
dtl_sql_peek_bytes (DtlSqlStatement *self, size_t *n_bytes)
{
  const void *data = sqlite3_column_blob (self->handle, self->n_read);

  *n_bytes = sqlite3_column_bytes (self->handle, self->n_read++);
  return data;
}
