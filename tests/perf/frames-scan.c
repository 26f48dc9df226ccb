/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "frames-scan.h"

#include <sqlite3.h>

#include "frames-meter.h"

#define PRAGMAS "PRAGMA mmap_size = 0; PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY;"

static void
scan (sqlite3 *db, const char *sql)
{
  sqlite3_stmt *statement = NULL;
  int n_columns;
  int64_t sum = 0;

  if (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (db));
  n_columns = sqlite3_column_count (statement);
  while (sqlite3_step (statement) == SQLITE_ROW)
    for (int i = 0; i < n_columns; i++)
      sum += sqlite3_column_int64 (statement, i);
  sqlite3_finalize (statement);
  g_assert (sum != 1);
}

static void
scan_once (const char *path, double *wall_ms, double *cpu_ms)
{
  g_autofree char *escaped = g_uri_escape_string (path, "/", FALSE);
  g_autofree char *uri = g_strconcat ("file:", escaped, "?immutable=1", NULL);
  Moment begin = moment_now ();
  sqlite3 *db = NULL;

  if (sqlite3_open_v2 (uri, &db, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK ||
      sqlite3_exec (db, PRAGMAS, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s: %s", path, sqlite3_errmsg (db));
  scan (db, "SELECT event_id, review, start_seconds, end_seconds, kind, own_kind_id, status, assertion, importance,"
            " main_role, flags FROM event_index");
  scan (db, "SELECT event_id, actor_id FROM participation");
  sqlite3_close (db);
  *wall_ms = MIN (*wall_ms, moment_get_wall_ms (&begin));
  *cpu_ms = MIN (*cpu_ms, moment_get_cpu_ms (&begin));
}

void
scan_tables (const char *path, double *wall_ms, double *cpu_ms)
{
  *wall_ms = *cpu_ms = G_MAXDOUBLE;
  for (int i = 0; i < 2; i++)
    scan_once (path, wall_ms, cpu_ms);
}
