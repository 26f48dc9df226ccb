/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Table and column names come from our own schema, never from the log, which may be somebody else's. */
#include "config.h"

#include "store/dtl-row-json-private.h"

#include "base/dtl-gettext.h"
#include "store/dtl-schema-private.h"

static gboolean
check_table (DtlStore *self, const char *table, GError **error)
{
  if (table != NULL && dtl_schema_is_logged_table (table))
    return TRUE;
  g_set_error (error, DTL_STORE_ERROR, DTL_STORE_ERROR_DAMAGED,
               _ ("The change log of “%s” is damaged: it names a table that there is not. Open an older copy."),
               dtl_sql_connection_get_name (self->db));
  return FALSE;
}

typedef void (*WriteSql) (GString *sql, const char *table, GStrv columns);

static DtlSqlStatement *
prepare (DtlStore *self, const char *table, WriteSql write_sql, GError **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  g_auto (GStrv) columns = NULL;

  if (!check_table (self, table, error))
    return NULL;
  columns = dtl_schema_get_columns (self->db, table, error);
  if (columns == NULL)
    return NULL;
  write_sql (sql, table, columns);
  return dtl_sql_prepare (self->db, sql->str, error);
}

static void
write_select (GString *sql, const char *table, GStrv columns)
{
  g_string_append (sql, "SELECT id, json_object (");
  for (size_t i = 0; columns[i] != NULL; i++)
    g_string_append_printf (sql, "%s'%s', %s", i > 0 ? ", " : "", columns[i], columns[i]);
  g_string_append_printf (sql, ") FROM %s WHERE id BETWEEN ?1 AND ?2 ORDER BY id", table);
}

static void
write_insert (GString *sql, const char *table, GStrv columns)
{
  g_autofree char *names = g_strjoinv (", ", columns);

  g_string_append_printf (sql, "INSERT INTO %s (id, %s) VALUES (?1", table, names);
  for (size_t i = 0; columns[i] != NULL; i++)
    g_string_append_printf (sql, ", json_extract (?2, '$.%s')", columns[i]);
  g_string_append (sql, ")");
}

/* json_type is NULL where the object has no such key, and 'null' where its value is NULL. */
static void
write_update (GString *sql, const char *table, GStrv columns)
{
  g_string_append_printf (sql, "UPDATE %s SET ", table);
  for (size_t i = 0; columns[i] != NULL; i++)
    g_string_append_printf (sql, "%s%s = iif (json_type (?2, '$.%s') IS NULL, %s, json_extract (?2, '$.%s'))",
                            i > 0 ? ", " : "", columns[i], columns[i], columns[i], columns[i]);
  g_string_append (sql, " WHERE id = ?1");
}

DtlSqlStatement *
dtl_row_json_select (DtlStore *self, const char *table, GError **error)
{
  return prepare (self, table, write_select, error);
}

DtlSqlStatement *
dtl_row_json_prepare_insert (DtlStore *self, const char *table, GError **error)
{
  return prepare (self, table, write_insert, error);
}

static gboolean
run (DtlStore *self, const char *table, DtlId id, const char *json, WriteSql write_sql, GError **error)
{
  g_autoptr (DtlSqlStatement) statement = prepare (self, table, write_sql, error);

  if (statement == NULL)
    return FALSE;
  dtl_sql_add_int (statement, id);
  dtl_sql_add_text (statement, json);
  return dtl_sql_run (statement, error);
}

gboolean
dtl_row_json_insert (DtlStore *self, const char *table, DtlId id, const char *json, GError **error)
{
  return run (self, table, id, json, write_insert, error);
}

gboolean
dtl_row_json_update (DtlStore *self, const char *table, DtlId id, const char *json, GError **error)
{
  return run (self, table, id, json, write_update, error);
}
