/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A new version of the format is a new schema-N.sql (what an empty case of it is), a new step here (how one of the
 * version before becomes it), and a stored example in tests/store/data of the version that was. */
#include "config.h"

#include "store/dtl-migrations-private.h"

#include "store/dtl-schema-private.h"
#include "store/dtl-store.h"

typedef struct
{
  int version; /* that the step leads to */
  gboolean (*apply) (DtlSqlConnection *connection, GError **error);
} Migration;

static gboolean
make_version_1 (DtlSqlConnection *connection, GError **error)
{
  return dtl_sql_exec (connection, dtl_schema_get_sql (1), error);
}

static const Migration migrations[] = {
  { 1, make_version_1 },
};
G_STATIC_ASSERT (G_N_ELEMENTS (migrations) == DTL_STORE_SCHEMA_VERSION);

static gboolean
run_one (DtlSqlConnection *connection, const Migration *migration, GError **error)
{
  g_autofree char *mark = g_strdup_printf ("PRAGMA user_version = %d", migration->version);

  return migration->apply (connection, error) && dtl_sql_exec (connection, mark, error);
}

static gboolean
run_all (DtlSqlConnection *connection, int from, GError **error)
{
  for (size_t i = 0; i < G_N_ELEMENTS (migrations); i++)
    {
      if (migrations[i].version > from && !run_one (connection, &migrations[i], error))
        return FALSE;
    }
  return dtl_schema_check (connection, DTL_STORE_SCHEMA_VERSION, error) && dtl_sql_exec (connection, "COMMIT", error);
}

gboolean
dtl_migrations_run (DtlSqlConnection *connection, int from, GError **error)
{
  if (from == DTL_STORE_SCHEMA_VERSION)
    return TRUE;
  if (!dtl_sql_exec (connection, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (run_all (connection, from, error))
    return TRUE;
  dtl_sql_exec (connection, "ROLLBACK", NULL);
  return FALSE;
}
