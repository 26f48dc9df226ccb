/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The triggers are made from the tables' columns, so that none is forgotten. They call two functions of ours:
 *   dtl_change_id ()  the open change; fails where there is none, so that no logged row is written outside of one
 *   dtl_logs (id)     whether a row is logged by itself; rows loaded in bulk are logged as ranges when the change ends
 *
 * There is one trigger for each table and operation, since each costs; it writes the log and notes in a temporary table
 * what the caches must be made anew for. For a table t (a, b) the one for updates reads:
 *   CREATE TEMP TRIGGER log_update_t AFTER UPDATE ON main.t
 *   WHEN dtl_logs (NEW.id) AND (OLD.a IS NOT NEW.a OR OLD.b IS NOT NEW.b)
 *   BEGIN
 *     INSERT INTO change_row (...) VALUES (dtl_change_id (), 't', NEW.id, 'update',
 *       (SELECT json_group_object (k, v) FROM (SELECT 'a' AS k, OLD.a AS v WHERE OLD.a IS NOT NEW.a UNION ALL ...)),
 *       (SELECT json_group_object (k, v) FROM (SELECT 'a' AS k, NEW.a AS v WHERE OLD.a IS NOT NEW.a UNION ALL ...)));
 *     INSERT INTO touched_event (id) SELECT NEW.id WHERE NOT EXISTS (...);
 *   END
 */
#include "config.h"

#include "store/dtl-log-triggers-private.h"

#include "base/dtl-gettext.h"
#include "store/dtl-schema-private.h"

/** Touch: a change of a row of @table concerns the caches of the thing named in @column. */
typedef struct
{
  const char *table;
  const char *column;
  const char *touched;
} Touch;

static const Touch touches[] = {
  { "event", "id", "touched_event" },
  { "claim", "event_id", "touched_event" },
  { "claim", "id", "touched_claim" },
  { "evidence", "event_id", "touched_event" },
  { "anchor", "passage_id", "touched_passage" },
  { "source_text", "id", "touched_text" },
  { "source", "id", "touched_source" },
  { "calendar", "id", "touched_calendar" },
  { "calendar_day", "calendar_id", "touched_calendar" },
  { "actor", "id", "touched_actor" },
  { "actor_alias", "actor_id", "touched_actor" },
};

static const char *const touched_tables[] = {
  "touched_event",  "touched_claim", "touched_passage",  "touched_text",
  "touched_source", "touched_actor", "touched_calendar", NULL,
};

static void
change_id_cb (sqlite3_context *context, int n_arguments, sqlite3_value **arguments)
{
  DtlStore *self = sqlite3_user_data (context);

  if (self->change != DTL_ID_NONE)
    sqlite3_result_int64 (context, self->change);
  else
    sqlite3_result_error (context, "no change is open", -1);
}

static void
logs_cb (sqlite3_context *context, int n_arguments, sqlite3_value **arguments)
{
  DtlStore *self = sqlite3_user_data (context);
  DtlId id = sqlite3_value_int64 (arguments[0]);

  sqlite3_result_int (context, self->bulk_first == DTL_ID_NONE || id < self->bulk_first || id > self->bulk_last);
}

static gboolean
create_functions (DtlStore *self, GError **error)
{
  sqlite3 *handle = dtl_sql_connection_get_handle (self->db);
  int code = sqlite3_create_function_v2 (handle, "dtl_change_id", 0, SQLITE_UTF8, self, change_id_cb, NULL, NULL, NULL);

  if (code == SQLITE_OK)
    code = sqlite3_create_function_v2 (handle, "dtl_logs", 1, SQLITE_UTF8, self, logs_cb, NULL, NULL, NULL);
  return code == SQLITE_OK || dtl_sql_fail (self->db, code, error);
}

/* json_object ('a', NEW.a, 'b', NEW.b) */
static void
append_whole_row (GString *sql, GStrv columns, const char *which)
{
  g_string_append (sql, "json_object (");
  for (size_t i = 0; columns[i] != NULL; i++)
    g_string_append_printf (sql, "%s'%s', %s.%s", i > 0 ? ", " : "", columns[i], which, columns[i]);
  g_string_append (sql, ")");
}

static void
append_changed (GString *sql, GStrv columns, const char *which)
{
  g_string_append (sql, "(SELECT json_group_object (k, v) FROM (");
  for (size_t i = 0; columns[i] != NULL; i++)
    g_string_append_printf (sql, "%sSELECT '%s' AS k, %s.%s AS v WHERE OLD.%s IS NOT NEW.%s",
                            i > 0 ? " UNION ALL " : "", columns[i], which, columns[i], columns[i], columns[i]);
  g_string_append (sql, "))");
}

static void
append_is_changed (GString *sql, GStrv columns)
{
  for (size_t i = 0; columns[i] != NULL; i++)
    g_string_append_printf (sql, "%sOLD.%s IS NOT NEW.%s", i > 0 ? " OR " : "", columns[i], columns[i]);
}

/* Not INSERT OR IGNORE: inside of a trigger the statement that fires it decides what a conflict does. */
static void
append_touches (GString *sql, const char *table, const char *which)
{
  for (size_t i = 0; i < G_N_ELEMENTS (touches); i++)
    {
      const Touch *touch = &touches[i];

      if (g_strcmp0 (touch->table, table) == 0)
        g_string_append_printf (sql,
                                " INSERT INTO %s (id) SELECT %s.%s"
                                " WHERE NOT EXISTS (SELECT 1 FROM temp.%s WHERE id = %s.%s);",
                                touch->touched, which, touch->column, touch->touched, which, touch->column);
    }
}

static void
append_insert_trigger (GString *sql, const char *table, GStrv columns)
{
  g_string_append_printf (sql,
                          "CREATE TEMP TRIGGER log_insert_%s AFTER INSERT ON main.%s WHEN dtl_logs (NEW.id) BEGIN"
                          " INSERT INTO change_row (change_id, table_name, row_id, op, new_values)"
                          " VALUES (dtl_change_id (), '%s', NEW.id, 'insert', ",
                          table, table, table);
  append_whole_row (sql, columns, "NEW");
  g_string_append (sql, ");");
  append_touches (sql, table, "NEW");
  g_string_append (sql, " END;\n");
}

static void
append_delete_trigger (GString *sql, const char *table, GStrv columns)
{
  g_string_append_printf (sql,
                          "CREATE TEMP TRIGGER log_delete_%s AFTER DELETE ON main.%s WHEN dtl_logs (OLD.id) BEGIN"
                          " INSERT INTO change_row (change_id, table_name, row_id, op, old_values)"
                          " VALUES (dtl_change_id (), '%s', OLD.id, 'delete', ",
                          table, table, table);
  append_whole_row (sql, columns, "OLD");
  g_string_append (sql, ");");
  append_touches (sql, table, "OLD");
  g_string_append (sql, " END;\n");
}

static void
append_update_trigger (GString *sql, const char *table, GStrv columns)
{
  g_string_append_printf (sql, "CREATE TEMP TRIGGER log_update_%s AFTER UPDATE ON main.%s WHEN dtl_logs (NEW.id) AND (",
                          table, table);
  append_is_changed (sql, columns);
  g_string_append_printf (sql,
                          ") BEGIN INSERT INTO change_row (change_id, table_name, row_id, op, old_values, new_values)"
                          " VALUES (dtl_change_id (), '%s', NEW.id, 'update', ",
                          table);
  append_changed (sql, columns, "OLD");
  g_string_append (sql, ", ");
  append_changed (sql, columns, "NEW");
  g_string_append (sql, ");");
  append_touches (sql, table, "OLD");
  append_touches (sql, table, "NEW");
  g_string_append (sql, " END;\n");
}

static gboolean
create_for_table (DtlStore *self, const char *table, GError **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  g_auto (GStrv) columns = dtl_schema_get_columns (self->db, table, error);

  if (columns == NULL)
    return FALSE;
  append_insert_trigger (sql, table, columns);
  append_delete_trigger (sql, table, columns);
  append_update_trigger (sql, table, columns);
  return dtl_sql_exec (self->db, sql->str, error);
}

static gboolean
create_touched_tables (DtlStore *self, GError **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);

  for (size_t i = 0; touched_tables[i] != NULL; i++)
    g_string_append_printf (sql, "CREATE TEMP TABLE %s (id INTEGER PRIMARY KEY);\n", touched_tables[i]);
  return dtl_sql_exec (self->db, sql->str, error);
}

gboolean
dtl_log_triggers_create (DtlStore *self, GError **error)
{
  const char *const *tables = dtl_schema_get_logged_tables ();

  if (!create_functions (self, error) || !create_touched_tables (self, error))
    return FALSE;
  for (size_t i = 0; tables[i] != NULL; i++)
    {
      if (!create_for_table (self, tables[i], error))
        return FALSE;
    }
  return TRUE;
}

gboolean
dtl_log_triggers_forget_touched (DtlStore *self, GError **error)
{
  for (size_t i = 0; touched_tables[i] != NULL; i++)
    {
      g_autofree char *sql = g_strdup_printf ("DELETE FROM temp.%s", touched_tables[i]);
      g_autoptr (DtlSqlStatement) statement = dtl_sql_prepare (self->db, sql, error);

      if (statement == NULL || !dtl_sql_run (statement, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
dtl_log_triggers_touch_range (DtlStore *self, const char *table, DtlId first, DtlId last, GError **error)
{
  for (size_t i = 0; i < G_N_ELEMENTS (touches); i++)
    {
      g_autofree char *sql = NULL;
      g_autoptr (DtlSqlStatement) statement = NULL;

      if (g_strcmp0 (touches[i].table, table) != 0)
        continue;
      sql = g_strdup_printf ("INSERT OR IGNORE INTO temp.%s (id) SELECT %s FROM %s WHERE id BETWEEN ?1 AND ?2",
                             touches[i].touched, touches[i].column, table);
      statement = dtl_sql_prepare (self->db, sql, error);
      if (statement == NULL)
        return FALSE;
      dtl_sql_add_int (statement, first);
      dtl_sql_add_int (statement, last);
      if (!dtl_sql_run (statement, error))
        return FALSE;
    }
  return TRUE;
}
