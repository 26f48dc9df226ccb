/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a cache in a file that anybody may write into is never believed wrongly:
 *
 *   - SQLite adds to the file change counter in the header (offset 24) with each transaction outside of WAL mode, and
 *     when it goes over to WAL. It is the number that other connections tell by that they must read again, so that
 *     whatever writes through SQLite moves it.
 *   - Since a file that is made anew from a dump begins to count from 1, the counter is set to digits of the content's
 *     hash once everything is written: no other way leads to a file of this content with that counter. (The number at
 *     offset 92 has to be the same; https://www.sqlite.org/fileformat2.html, section 1.3.7.)
 *   - What Dateline itself changes has a place in the log, whose newest row carries a hash of all before it.
 *   - Working copies, which are in WAL mode, have no caches, and never read them.
 *
 * The header is read through SQLite's own handle, so that it is that of the file whose rows are read. */
#include "config.h"

#include "store/dtl-opening-cache-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "model/dtl-columns-bytes.h"
#include "store/dtl-content-hash-private.h"
#include "store/dtl-store-scan-private.h"

/* The tables are there from this version on. */
#define FIRST_VERSION 3

#define OFFSET_CHANGE_COUNTER 24
#define OFFSET_VALID_FOR      92

/* Large enough that rows do not count, small enough to stay in the processor's own memory. */
#define CHUNK_BYTES (256 * 1024)

#define NEWEST_SQL "COALESCE ((SELECT hash FROM change ORDER BY seq DESC LIMIT 1), '')"

/* --- whether it is good ----------------------------------------------------------------------------------------- */

static gboolean
read_counter (DtlSqlConnection *db, int64_t *counter)
{
  sqlite3_file *file = NULL;
  uint8_t bytes[4];

  if (sqlite3_file_control (dtl_sql_connection_get_handle (db), "main", SQLITE_FCNTL_FILE_POINTER, &file) !=
          SQLITE_OK ||
      file == NULL || file->pMethods == NULL ||
      file->pMethods->xRead (file, bytes, sizeof bytes, OFFSET_CHANGE_COUNTER) != SQLITE_OK)
    return FALSE;
  *counter = (int64_t) bytes[0] << 24 | bytes[1] << 16 | bytes[2] << 8 | bytes[3];
  return TRUE;
}

/* Whether the file is in the state for which the caches were made. */
static gboolean
is_good (DtlStore *self)
{
  g_autoptr (DtlSqlStatement) row = NULL;
  int64_t counter = -1;
  int64_t n_pages = -1;

  if (self->is_writable || self->version < FIRST_VERSION || !read_counter (self->db, &counter) ||
      !dtl_sql_query_int (self->db, "PRAGMA page_count", &n_pages, NULL))
    return FALSE;
  row = dtl_sql_prepare (self->db,
                         "SELECT 1 FROM opening_cache WHERE file_counter = ?1 AND n_pages = ?2"
                         " AND newest_change_hash = " NEWEST_SQL,
                         NULL);
  if (row == NULL)
    return FALSE;
  dtl_sql_add_int (row, counter);
  dtl_sql_add_int (row, n_pages);
  return dtl_sql_next (row, NULL);
}

/* --- reading ---------------------------------------------------------------------------------------------------- */

/** Reading: @bytes, @n_bytes: what is left of the current row */
typedef struct
{
  DtlSqlStatement *row;
  const uint8_t *bytes;
  size_t n_bytes;
} Reading;

static gboolean
read_cb (void *bytes, gsize n_bytes, gpointer user_data)
{
  Reading *self = user_data;
  uint8_t *to = bytes;

  while (n_bytes > 0)
    {
      gsize n = MIN (n_bytes, self->n_bytes);

      if (n == 0)
        {
          if (!dtl_sql_next (self->row, NULL))
            return FALSE;
          self->bytes = dtl_sql_peek_bytes (self->row, &self->n_bytes);
          continue;
        }
      memcpy (to, self->bytes, n);
      to += n;
      n_bytes -= n;
      self->bytes += n;
      self->n_bytes -= n;
    }
  return TRUE;
}

static gboolean
count_bytes (DtlStore *self, guint64 *n_bytes)
{
  int64_t sum = 0;

  if (!dtl_sql_query_int (self->db, "SELECT COALESCE (sum (length (bytes)), 0) FROM columns_cache", &sum, NULL))
    return FALSE;
  *n_bytes = (guint64) sum;
  return sum > 0;
}

DtlColumns *
dtl_opening_cache_read_columns (DtlStore *self, uint32_t n_actors, guint n_own_kinds)
{
  DtlColumnsLimits limits = { 0, n_actors, n_own_kinds };
  g_autoptr (DtlSqlStatement) row = NULL;
  Reading reading = { NULL };

  if (!is_good (self) || !count_bytes (self, &limits.n_bytes))
    return NULL;
  reading.row = row = dtl_sql_prepare (self->db, "SELECT bytes FROM columns_cache ORDER BY id", NULL);
  return row != NULL ? dtl_columns_read (read_cb, &limits, &reading) : NULL;
}

char *
dtl_opening_cache_dup_content_hash (DtlStore *self)
{
  g_autofree char *hash = NULL;

  if (!is_good (self))
    return NULL;
  hash = dtl_sql_query_text (self->db, "SELECT content_sha256 FROM opening_cache", NULL);
  return hash != NULL && strlen (hash) == 64 && strspn (hash, "0123456789abcdef") == 64 ? g_steal_pointer (&hash)
                                                                                        : NULL;
}

/* --- writing ---------------------------------------------------------------------------------------------------- */

/** Writing: @chunk: what is still to go into a row */
typedef struct
{
  DtlSqlConnection *db;
  GByteArray *chunk;
  GError **error;
} Writing;

static gboolean
put_chunk (Writing *self)
{
  g_autoptr (DtlSqlStatement) row =
      dtl_sql_prepare (self->db, "INSERT INTO columns_cache (bytes) VALUES (?1)", self->error);
  gboolean is_done;

  if (row == NULL)
    return FALSE;
  dtl_sql_add_bytes (row, self->chunk->data, self->chunk->len);
  is_done = dtl_sql_run (row, self->error);
  g_byte_array_set_size (self->chunk, 0);
  return is_done;
}

static gboolean
write_cb (const void *bytes, gsize n_bytes, gpointer user_data)
{
  Writing *self = user_data;
  const uint8_t *from = bytes;

  while (n_bytes > 0)
    {
      gsize n = MIN (n_bytes, CHUNK_BYTES - self->chunk->len);

      g_byte_array_append (self->chunk, from, (guint) n);
      from += n;
      n_bytes -= n;
      if (self->chunk->len == CHUNK_BYTES && !put_chunk (self))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_columns (DtlSqlConnection *db, const DtlColumns *columns, GError **error)
{
  g_autoptr (GByteArray) chunk = g_byte_array_sized_new (CHUNK_BYTES);
  Writing writing = { db, chunk, error };

  return dtl_columns_write (columns, write_cb, &writing) && (chunk->len == 0 || put_chunk (&writing));
}

static gboolean
write_state (DtlSqlConnection *db, int64_t counter, const char *content_sha256, GError **error)
{
  g_autoptr (DtlSqlStatement) row = NULL;
  int64_t n_pages;

  if (!dtl_sql_query_int (db, "PRAGMA page_count", &n_pages, error))
    return FALSE;
  row = dtl_sql_prepare (db,
                         "INSERT INTO opening_cache (id, file_counter, n_pages, newest_change_hash, content_sha256)"
                         " VALUES (1, ?1, ?2, " NEWEST_SQL ", ?3)",
                         error);
  if (row == NULL)
    return FALSE;
  dtl_sql_add_int (row, counter);
  dtl_sql_add_int (row, n_pages);
  dtl_sql_add_text (row, content_sha256);
  return dtl_sql_run (row, error);
}

/* Nobody has the file open now. */
static gboolean
set_counter (const char *path, uint32_t counter, GError **error)
{
  const uint8_t bytes[4] = { (uint8_t) (counter >> 24), (uint8_t) (counter >> 16), (uint8_t) (counter >> 8),
                             (uint8_t) counter };
  int fd = g_open (path, O_WRONLY | O_CLOEXEC, 0);
  gboolean is_done = fd >= 0 && pwrite (fd, bytes, sizeof bytes, OFFSET_CHANGE_COUNTER) == sizeof bytes &&
                     pwrite (fd, bytes, sizeof bytes, OFFSET_VALID_FOR) == sizeof bytes;

  if (!is_done)
    g_set_error_literal (error, DTL_STORE_ERROR, DTL_STORE_ERROR_READ_ONLY, g_strerror (errno));
  if (fd >= 0)
    close (fd);
  return is_done;
}

/* The journal in memory leaves nothing beside the file, which is thrown away where this fails. */
static gboolean
write_tables (const char *path, const DtlColumns *columns, int64_t counter, const char *sha256, GError **error)
{
  g_autoptr (DtlSqlConnection) db = dtl_sql_connection_open (DTL_SQL_MODE_WORK, path, error);

  return db != NULL &&
         dtl_sql_exec (db,
                       "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; BEGIN IMMEDIATE;"
                       "DELETE FROM opening_cache; DELETE FROM columns_cache;",
                       error) &&
         write_columns (db, columns, error) && write_state (db, counter, sha256, error) &&
         dtl_sql_exec (db, "COMMIT", error);
}

/* What is to be kept, as anybody would read it from the file. */
static gboolean
make_content (const char *path, int64_t min_events, DtlColumns **columns, char **sha256, GError **error)
{
  g_autoptr (DtlStore) store = dtl_store_open_file (path, error);
  int64_t n_events;

  if (store == NULL || !dtl_sql_query_int (store->db, "SELECT count (*) FROM event_index", &n_events, error))
    return FALSE;
  if (n_events < min_events)
    return TRUE;
  *columns = dtl_store_scan_columns (store, error);
  *sha256 = *columns != NULL ? dtl_content_hash_compute (store, error) : NULL;
  return *sha256 != NULL;
}

gboolean
dtl_opening_cache_write (const char *path, int64_t min_events, GError **error)
{
  g_autoptr (DtlColumns) columns = NULL;
  g_autofree char *sha256 = NULL;
  g_autofree char *digits = NULL;
  g_autoptr (GError) local = NULL;
  uint32_t counter;

  /* Where a case cannot be read as a whole, there is nothing to keep; that is no reason not to write it. */
  if (!make_content (path, min_events, &columns, &sha256, &local))
    g_info ("Nothing is kept for opening: %s", local->message);
  if (sha256 == NULL)
    return TRUE;
  digits = g_strndup (sha256, 8);
  counter = (uint32_t) g_ascii_strtoull (digits, NULL, 16);
  return write_tables (path, columns, counter, sha256, error) && set_counter (path, counter, error);
}
