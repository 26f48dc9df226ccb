/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/dtl-schema-private.h"

#include "base/dtl-gettext.h"
#include "store/dtl-sql-statement-private.h"
#include "store/dtl-store.h"

static const char schema_1[] = {
#include "store/schema-1.inc"
};

static const char schema_2[] = {
#include "store/schema-2.inc"
};

static const char schema_3[] = {
#include "store/schema-3.inc"
};

static const char *const versions[] = { NULL, schema_1, schema_2, schema_3 };
G_STATIC_ASSERT (G_N_ELEMENTS (versions) == DTL_STORE_SCHEMA_VERSION + 1);

static const char *const logged_tables[] = {
  "case_info",
  "kind",
  "actor",
  "actor_alias",
  "source",
  "source_text",
  "passage",
  "anchor",
  "event",
  "tag",
  "claim",
  "evidence",
  "participation",
  "link",
  "view",
  "finding_decision",
  "conflict",
  "import_report",
  "calendar",
  "calendar_day",
  NULL,
};

const char *
dtl_schema_get_sql (int version)
{
  return version >= 0 && version < (int) G_N_ELEMENTS (versions) ? versions[version] : NULL;
}

const char *const *
dtl_schema_get_logged_tables (void)
{
  return logged_tables;
}

gboolean
dtl_schema_is_logged_table (const char *name)
{
  return g_strv_contains (logged_tables, name);
}

GStrv
dtl_schema_get_columns (DtlSqlConnection *connection, const char *table, GError **error)
{
  g_autoptr (GStrvBuilder) columns = g_strv_builder_new ();
  g_autoptr (DtlSqlStatement) statement =
      dtl_sql_prepare (connection, "SELECT name FROM pragma_table_info (?1) WHERE name <> 'id' ORDER BY cid", error);

  if (statement == NULL)
    return NULL;
  dtl_sql_add_text (statement, table);
  while (dtl_sql_next (statement, error))
    g_strv_builder_add (columns, dtl_sql_peek_text (statement));
  return dtl_sql_has_failed (statement) ? NULL : g_strv_builder_end (columns);
}

/* Everything in the schema, one string a thing, sorted. Shadow tables of the full-text index are among them. */
static GPtrArray *
list_things (DtlSqlConnection *connection, GError **error)
{
  g_autoptr (GPtrArray) things = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (DtlSqlStatement) statement = dtl_sql_prepare (
      connection, "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name, tbl_name, sql", error);

  if (statement == NULL)
    return NULL;
  while (dtl_sql_next (statement, error))
    {
      g_autofree char *type = dtl_sql_read_text (statement);
      g_autofree char *name = dtl_sql_read_text (statement);
      g_autofree char *table = dtl_sql_read_text (statement);
      g_autofree char *sql = dtl_sql_read_text (statement);

      g_ptr_array_add (things, g_strdup_printf ("%s “%s” (%s): %s", type, name, table, sql));
    }
  return dtl_sql_has_failed (statement) ? NULL : g_steal_pointer (&things);
}

static GPtrArray *
make_known_things (int version, GError **error)
{
  g_autoptr (DtlSqlConnection) model = dtl_sql_connection_open (DTL_SQL_MODE_MEMORY, NULL, error);

  if (model == NULL || !dtl_sql_exec (model, dtl_schema_get_sql (version), error))
    return NULL;
  return list_things (model, error);
}

/* Made once for each version, since it takes as long as all else of opening a small case. */
static GPtrArray *
list_known_things (int version, GError **error)
{
  static GMutex lock;
  static GPtrArray *known[G_N_ELEMENTS (versions)];
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lock);

  if (known[version] == NULL)
    known[version] = make_known_things (version, error);
  return known[version] != NULL ? g_ptr_array_ref (known[version]) : NULL;
}

static gpointer
prepare_in_thread (gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) known = list_known_things (DTL_STORE_SCHEMA_VERSION, &error);

  if (known == NULL)
    g_info ("The schema could not be prepared: %s", error->message); /* who opens a case is told */
  return NULL;
}

void
dtl_store_prepare (void)
{
  g_thread_unref (g_thread_new ("schema", prepare_in_thread, NULL));
}

/* "table “event”" of a thing as listed. */
static char *
short_name (const char *thing)
{
  const char *end = strstr (thing, " (");

  return end != NULL ? g_strndup (thing, end - thing) : g_strdup (thing);
}

static gboolean
fail_at (DtlSqlConnection *connection, const char *thing, gboolean is_missing, GError **error)
{
  g_autofree char *name = short_name (thing);

  if (is_missing)
    g_set_error (
        error, DTL_STORE_ERROR, DTL_STORE_ERROR_SCHEMA,
        _ ("“%s” is not a sound case: its %s is missing or not as Dateline makes it. Open an older copy of it."),
        dtl_sql_connection_get_name (connection), name);
  else
    g_set_error (
        error, DTL_STORE_ERROR, DTL_STORE_ERROR_SCHEMA,
        _ ("“%s” is not a sound case: it has a %s that Dateline never makes. Do not open it unless you know who "
           "put it there; ask for a copy that was saved by Dateline."),
        dtl_sql_connection_get_name (connection), name);
  return FALSE;
}

/* Both lists are sorted the same way, so the first difference tells which side has something more. */
static gboolean
compare_things (DtlSqlConnection *connection, GPtrArray *things, GPtrArray *known, GError **error)
{
  for (guint i = 0; i < MAX (things->len, known->len); i++)
    {
      const char *ours = i < things->len ? g_ptr_array_index (things, i) : NULL;
      const char *wanted = i < known->len ? g_ptr_array_index (known, i) : NULL;

      if (g_strcmp0 (ours, wanted) == 0)
        continue;
      if (ours == NULL ||
          (wanted != NULL && g_ptr_array_find_with_equal_func (things, wanted, g_str_equal, NULL) == FALSE))
        return fail_at (connection, wanted, TRUE, error);
      return fail_at (connection, ours, FALSE, error);
    }
  return TRUE;
}

gboolean
dtl_schema_check (DtlSqlConnection *connection, int version, GError **error)
{
  g_autoptr (GPtrArray) things = NULL;
  g_autoptr (GPtrArray) known = NULL;

  g_assert (dtl_schema_get_sql (version) != NULL);

  things = list_things (connection, error);
  if (things == NULL)
    return FALSE;
  known = list_known_things (version, error);
  return known != NULL && compare_things (connection, things, known, error);
}

gboolean
dtl_schema_check_identity (DtlSqlConnection *connection, int *version, GError **error)
{
  const char *name = dtl_sql_connection_get_name (connection);
  int64_t application_id;
  int64_t user_version;

  if (!dtl_sql_query_int (connection, "PRAGMA application_id", &application_id, error) ||
      !dtl_sql_query_int (connection, "PRAGMA user_version", &user_version, error))
    return FALSE;
  if (application_id != DTL_STORE_APPLICATION_ID)
    g_set_error (error, DTL_STORE_ERROR, DTL_STORE_ERROR_NOT_A_CASE,
                 _ ("“%s” is a database of another program, not a case. Open it with the program that made it."), name);
  else if (user_version > DTL_STORE_SCHEMA_VERSION)
    g_set_error (
        error, DTL_STORE_ERROR, DTL_STORE_ERROR_NEWER,
        _ ("“%s” was saved by a newer Dateline: it needs Dateline of format %d or later, and this one reads up "
           "to format %d. Update Dateline."),
        name, (int) user_version, DTL_STORE_SCHEMA_VERSION);
  else if (user_version < 1)
    g_set_error (error, DTL_STORE_ERROR, DTL_STORE_ERROR_SCHEMA,
                 _ ("“%s” is not a sound case: it has no format version. Open an older copy of it."), name);
  else
    {
      *version = (int) user_version;
      return TRUE;
    }
  return FALSE;
}
