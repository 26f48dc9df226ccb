/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A new version of the format is a new schema-N.sql (what an empty case of it is), a new step here (how one of the
 * version before becomes it), and a stored example in tests/store/data of the version that was. */
#include "config.h"

#include "store/dtl-migrations-private.h"

#include <string.h>

#include "store/dtl-schema-private.h"
#include "store/dtl-store.h"

typedef struct
{
  int version; /* that the step leads to */
  gboolean (*apply) (DtlSqlConnection *connection, GError **error);
} Migration;

/* The statement of @sql that begins so. */
static char *
cut_statement (const char *sql, const char *beginning)
{
  const char *begin = strstr (sql, beginning);
  const char *end = begin != NULL ? strstr (begin, ";\n") : NULL;

  g_assert (end != NULL);
  return g_strndup (begin, end + 2 - begin);
}

static gboolean
run_statements (DtlSqlConnection *connection, int version, const char *const *beginnings, GError **error)
{
  for (size_t i = 0; beginnings[i] != NULL; i++)
    {
      g_autofree char *statement = cut_statement (dtl_schema_get_sql (version), beginnings[i]);

      if (!dtl_sql_exec (connection, statement, error))
        return FALSE;
    }
  return TRUE;
}

#define CLAIM_1_COLUMNS                                                                                                \
  "id, event_id, role, edtf, passage_id, standing, basis, limiting, reason, rule_anchor_claim_id,"                     \
  " rule_anchor_source_id, rule_comparator, rule_amount, rule_unit"

/* The table is made anew, so that its statement in the file is that of a new case. Nothing but itself refers to it. A
 * period of months was the same in version 1 whether its first day was counted or not; now it is not. */
static gboolean
make_version_2 (DtlSqlConnection *connection, GError **error)
{
  static const char *const tables[] = { "CREATE TABLE calendar (", "CREATE TABLE calendar_day (",
                                        "CREATE INDEX calendar_day_by_calendar ", "CREATE TABLE claim (", NULL };
  static const char *const indexes[] = { "CREATE INDEX claim_by_event ",        "CREATE INDEX claim_by_passage ",
                                         "CREATE INDEX claim_by_anchor_claim ", "CREATE INDEX claim_by_anchor_source ",
                                         "CREATE INDEX claim_by_calendar ",     NULL };

  return dtl_sql_exec (connection, "ALTER TABLE claim RENAME TO claim_1", error) &&
         run_statements (connection, 2, tables, error) &&
         dtl_sql_exec (connection,
                       "INSERT INTO claim (" CLAIM_1_COLUMNS ", rule_counting, rule_month_end)"
                       " SELECT " CLAIM_1_COLUMNS ","
                       " iif (rule_unit IN ('months', 'years'), 'anchor_not_counted', rule_counting),"
                       " iif (rule_unit IN ('months', 'years'), 'last_day', NULL) FROM claim_1 ORDER BY id;"
                       "DROP TABLE claim_1",
                       error) &&
         run_statements (connection, 2, indexes, error);
}

/* Caches that are filled when the file is written. */
static gboolean
make_version_3 (DtlSqlConnection *connection, GError **error)
{
  static const char *const tables[] = { "CREATE TABLE opening_cache (", "CREATE TABLE columns_cache (", NULL };

  return run_statements (connection, 3, tables, error);
}

/* A new case is made of the newest statements alone. */
static gboolean
make_new (DtlSqlConnection *connection, GError **error)
{
  return dtl_sql_exec (connection, dtl_schema_get_sql (DTL_STORE_SCHEMA_VERSION), error);
}

static const Migration migrations[] = {
  { 2, make_version_2 },
  { 3, make_version_3 },
};
G_STATIC_ASSERT (G_N_ELEMENTS (migrations) == DTL_STORE_SCHEMA_VERSION - 1);

static gboolean
run_one (DtlSqlConnection *connection, const Migration *migration, GError **error)
{
  g_autofree char *mark = g_strdup_printf ("PRAGMA user_version = %d", migration->version);

  return migration->apply (connection, error) && dtl_sql_exec (connection, mark, error);
}

static gboolean
run_all (DtlSqlConnection *connection, int from, GError **error)
{
  const Migration whole = { DTL_STORE_SCHEMA_VERSION, make_new };

  if (from == 0 && !run_one (connection, &whole, error))
    return FALSE;
  for (size_t i = 0; from > 0 && i < G_N_ELEMENTS (migrations); i++)
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
