/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening and closing. Everything that is read or written once a store is open is in the other files. */
#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/dtl-gettext.h"
#include "base/dtl-hash.h"
#include "store/dtl-case-file-private.h"
#include "store/dtl-change-log-private.h"
#include "store/dtl-copy-file-private.h"
#include "store/dtl-migrations-private.h"
#include "store/dtl-schema-private.h"
#include "store/dtl-store-private.h"
#include "store/dtl-verify-private.h"

static DtlStore *
new_store (const char *path)
{
  DtlStore *self = g_new0 (DtlStore, 1);

  self->path = dtl_case_file_resolve (path);
  self->owner = g_thread_self ();
  self->lock_fd = -1;
  return self;
}

/* --- reading ---------------------------------------------------------------------------------------------------- */

/**
 * dtl_store_open_file:
 * @path: a case file, or a symbolic link to one
 * @error: DTL_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): a store to read from, or NULL with @error set
 */
DtlStore *
dtl_store_open_file (const char *path, GError **error)
{
  g_autoptr (DtlStore) self = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  self = new_store (path);
  if (!dtl_case_file_judge (self->path, error))
    return NULL;
  self->db = dtl_sql_connection_open (DTL_SQL_MODE_READ_FILE, self->path, error);
  if (self->db == NULL || !dtl_verify_case (self->db, DTL_VERIFY_IF_SMALL, error) ||
      !dtl_schema_check_identity (self->db, &self->version, error))
    return NULL;
  return g_steal_pointer (&self);
}

/* --- working copies --------------------------------------------------------------------------------------------- */

/* Two programs that write the same working copy would give the same ids. The lock goes with the process. */
static gboolean
take_lock (DtlStore *self, GError **error)
{
  g_autofree char *lock_path = g_strconcat (self->path, ".lock", NULL);
  g_autofree char *name = g_filename_display_name (self->path);
  int fd;

  fd = g_open (lock_path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (fd >= 0 && flock (fd, LOCK_EX | LOCK_NB) == 0)
    {
      self->lock_fd = fd;
      return TRUE;
    }
  if (fd < 0)
    g_set_error (error, DTL_STORE_ERROR, DTL_STORE_ERROR_READ_ONLY,
                 _ ("“%s” cannot be written: %s. Check that its folder exists and that you may write there."), name,
                 g_strerror (errno));
  else
    {
      close (fd);
      g_set_error (error, DTL_STORE_ERROR, DTL_STORE_ERROR_BUSY,
                   _ ("“%s” is open for editing in another window of Dateline. Close it there first."), name);
    }
  return FALSE;
}

/* Creates @path empty, and not if it is there. */
static gboolean
create_empty (const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);
  int fd = g_open (path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);

  if (fd >= 0)
    {
      close (fd);
      return TRUE;
    }
  if (errno == EEXIST)
    g_set_error (error, DTL_STORE_ERROR, DTL_STORE_ERROR_EXISTS,
                 _ ("“%s” is already there and is not overwritten. Choose another name."), name);
  else
    g_set_error (error, DTL_STORE_ERROR, DTL_STORE_ERROR_READ_ONLY,
                 _ ("“%s” cannot be made: %s. Check that its folder exists and that you may write there."), name,
                 g_strerror (errno));
  return FALSE;
}

static gboolean
require_setting (DtlSqlConnection *db, const char *pragma, const char *wanted, GError **error)
{
  g_autofree char *value = dtl_sql_query_text (db, pragma, error);

  if (value == NULL)
    return FALSE;
  if (g_strcmp0 (value, wanted) == 0)
    return TRUE;
  g_set_error (error, DTL_STORE_ERROR, DTL_STORE_ERROR_SQL,
               _ ("“%s” was not opened for writing: SQLite refuses the setting “%s”."),
               dtl_sql_connection_get_name (db), pragma);
  return FALSE;
}

static gboolean
set_up_for_writing (DtlSqlConnection *db, GError **error)
{
  return require_setting (db, "PRAGMA journal_mode = WAL", "wal", error) &&
         dtl_sql_exec (db, "PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON; PRAGMA cache_size = -65536;",
                       error) &&
         require_setting (db, "PRAGMA synchronous", "1", error) &&
         require_setting (db, "PRAGMA foreign_keys", "1", error);
}

static gboolean
load_replica (DtlStore *self, GError **error)
{
  g_autoptr (DtlSqlStatement) row =
      dtl_sql_prepare (self->db, "SELECT replica, last_counter FROM replica ORDER BY ordinal DESC LIMIT 1", error);

  if (row == NULL)
    return FALSE;
  if (!dtl_sql_next (row, error))
    return !dtl_sql_has_failed (row);
  self->replica = (uint32_t) dtl_sql_read_int (row);
  self->counter = (uint32_t) dtl_sql_read_int (row);
  return TRUE;
}

/* The newest row is this working copy's. One that was here before goes on counting where it was. */
static gboolean
add_replica (DtlStore *self, uint32_t replica, GError **error)
{
  g_autoptr (DtlSqlStatement) row =
      dtl_sql_prepare (self->db,
                       "INSERT OR REPLACE INTO replica (ordinal, replica, last_counter)"
                       " SELECT COALESCE ((SELECT max (ordinal) FROM replica), 0) + 1, ?1,"
                       "        COALESCE ((SELECT last_counter FROM replica WHERE replica = ?1), 0)",
                       error);

  if (row == NULL)
    return FALSE;
  dtl_sql_add_int (row, replica);
  return dtl_sql_run (row, error);
}

/* What was copied from a file into the caches for opening it is of no use to what will be edited. */
static gboolean
empty_caches (DtlStore *self, GError **error)
{
  return dtl_sql_exec (self->db, "DELETE FROM opening_cache; DELETE FROM columns_cache;", error);
}

static gboolean
finish_working_copy (DtlStore *self, GError **error)
{
  if (!empty_caches (self, error) || !load_replica (self, error) || !dtl_change_log_attach (self, error))
    return FALSE;
  self->version = DTL_STORE_SCHEMA_VERSION;
  self->is_writable = TRUE;
  return TRUE;
}

static gboolean
open_for_writing (DtlStore *self, GError **error)
{
  self->db = dtl_sql_connection_open (DTL_SQL_MODE_WORK, self->path, error);
  return self->db != NULL && set_up_for_writing (self->db, error);
}

/* A name-based UUID (version 8 of RFC 9562: our own way of making it), so that bundled data is the same every time. */
static char *
uuid_from_title (const char *title, const char *language)
{
  g_autofree char *seed = g_strdup_printf ("dateline case\n%s\n%s", language, title);
  g_autofree char *hex = dtl_sha256_hex (seed, strlen (seed));

  return g_strdup_printf ("%.8s-%.4s-8%.3s-8%.3s-%.12s", hex, hex + 8, hex + 12, hex + 15, hex + 18);
}

static gboolean
fill_new_case (DtlStore *self, uint32_t replica, const char *title, const char *language, GError **error)
{
  g_autofree char *uuid = replica == 0 ? uuid_from_title (title, language) : g_uuid_string_random ();
  g_autofree char *mark = g_strdup_printf ("PRAGMA application_id = %d", DTL_STORE_APPLICATION_ID);
  g_autoptr (DtlSqlStatement) row = NULL;

  if (!dtl_sql_exec (self->db, mark, error) || !dtl_migrations_run (self->db, 0, error))
    return FALSE;
  row = dtl_sql_prepare (self->db, "INSERT INTO case_info (id, uuid, title, language) VALUES (1, ?1, ?2, ?3)", error);
  if (row == NULL)
    return FALSE;
  dtl_sql_add_text (row, uuid);
  dtl_sql_add_text (row, title);
  dtl_sql_add_text (row, language);
  return dtl_sql_run (row, error) && add_replica (self, replica, error);
}

/* Set before the first page is written, so that a system's own defaults do not make other files. */
static gboolean
set_file_format (DtlSqlConnection *db, GError **error)
{
  return dtl_sql_exec (db, "PRAGMA page_size = 4096; PRAGMA auto_vacuum = NONE; PRAGMA encoding = 'UTF-8';", error);
}

static void
remove_beside (DtlStore *self, const char *suffix)
{
  g_autofree char *path = g_strconcat (self->path, suffix, NULL);

  g_unlink (path);
}

/* What SQLite leaves beside a database; without it, it is nobody's, and would be taken for the next one's. */
static void
remove_journals (DtlStore *self)
{
  remove_beside (self, "-wal");
  remove_beside (self, "-shm");
  remove_beside (self, "-journal");
}

/* Removes what making a working copy has left behind. The lock goes last, and only if it is ours. */
static void
discard (DtlStore *self)
{
  g_clear_pointer (&self->db, dtl_sql_connection_close);
  remove_beside (self, "");
  remove_journals (self);
  if (self->lock_fd >= 0)
    remove_beside (self, ".lock");
}

/**
 * dtl_store_create:
 * @path: where; there must be no file, and its folder must exist
 * @replica: of this working copy, 1 to 2^31 - 1, drawn at random; 0 for bundled data, which then has no random in it
 * @title: of the case
 * @language: BCP 47, of titles and summaries
 * @error: DTL_STORE_ERROR_EXISTS, _READ_ONLY
 *
 * Returns: (transfer full) (nullable): an empty case, open for writing
 */
DtlStore *
dtl_store_create (const char *path, uint32_t replica, const char *title, const char *language, GError **error)
{
  g_autoptr (DtlStore) self = NULL;

  g_return_val_if_fail (path != NULL && title != NULL && language != NULL, NULL);
  g_return_val_if_fail (replica <= G_MAXINT32, NULL);

  self = new_store (path);
  if (!create_empty (self->path, error))
    return NULL;
  if (take_lock (self, error) && (self->db = dtl_sql_connection_open (DTL_SQL_MODE_WORK, self->path, error)) != NULL &&
      set_file_format (self->db, error) && set_up_for_writing (self->db, error) &&
      fill_new_case (self, replica, title, language, error) && finish_working_copy (self, error))
    return g_steal_pointer (&self);
  discard (self);
  return NULL;
}

/* What stands at @path, brought up to the current version. */
static gboolean
check_working_copy (DtlStore *self, GError **error)
{
  int version = 0;

  return dtl_schema_check_identity (self->db, &version, error) && dtl_schema_check (self->db, version, error) &&
         dtl_migrations_run (self->db, version, error);
}

/**
 * dtl_store_open_working_copy:
 * @path: a working copy
 * @error: DTL_STORE_ERROR; _BUSY while it is open elsewhere
 *
 * Returns: (transfer full) (nullable): it, open for writing, brought to the current format
 */
DtlStore *
dtl_store_open_working_copy (const char *path, GError **error)
{
  g_autoptr (DtlStore) self = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  self = new_store (path);
  if (!g_file_test (self->path, G_FILE_TEST_IS_REGULAR))
    {
      g_autofree char *name = g_filename_display_name (self->path);

      g_set_error (error, DTL_STORE_ERROR, DTL_STORE_ERROR_NOT_FOUND,
                   _ ("The working copy “%s” is gone. Open the case's own file."), name);
      return NULL;
    }
  if (!take_lock (self, error) || !open_for_writing (self, error) || !check_working_copy (self, error) ||
      !finish_working_copy (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/* The first thing that is read says which state of the copy the transaction sees. */
static gboolean
hold_snapshot (DtlStore *self, GError **error)
{
  return dtl_sql_exec (self->db, "BEGIN", error) && dtl_schema_check_identity (self->db, &self->version, error);
}

/**
 * dtl_store_open_snapshot:
 * @path: a working copy, which another store may have open for writing, in this thread or another
 * @error: DTL_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): a store to read from, which sees what had been committed by now until it is
 * closed
 */
DtlStore *
dtl_store_open_snapshot (const char *path, GError **error)
{
  g_autoptr (DtlStore) self = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  self = new_store (path);
  self->is_live = TRUE;
  self->db = dtl_sql_connection_open (DTL_SQL_MODE_READ_WORK, self->path, error);
  if (self->db == NULL || !hold_snapshot (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/* Has the bytes of @from under the name of the working copy, whole or not at all. */
static gboolean
place_copy (DtlStore *self, const char *from, GError **error)
{
  if (!g_file_test (self->path, G_FILE_TEST_EXISTS))
    remove_journals (self);
  if (dtl_copy_file (from, self->path, error))
    return TRUE;
  remove_beside (self, ".lock");
  return FALSE;
}

/**
 * dtl_store_checkout:
 * @from: a case file; it stays as it is
 * @path: where the working copy goes; there must be no file
 * @replica: of the working copy, 1 to 2^31 - 1, drawn at random
 * @error: DTL_STORE_ERROR; _BUSY while a copy there is open, _EXISTS where there is one
 *
 * The copy gets its name when it is whole: a process that is killed leaves a copy that can be opened, or none.
 *
 * Returns: (transfer full) (nullable): the copy, open for writing
 */
DtlStore *
dtl_store_checkout (const char *from, const char *path, uint32_t replica, GError **error)
{
  g_autoptr (DtlStore) original = NULL;
  g_autoptr (DtlStore) self = NULL;

  g_return_val_if_fail (from != NULL && path != NULL && replica >= 1 && replica <= G_MAXINT32, NULL);

  original = dtl_store_open_file (from, error);
  if (original == NULL)
    return NULL;
  self = new_store (path);
  if (!take_lock (self, error) || !place_copy (self, original->path, error))
    return NULL;
  /* Checked again, since SQLite looks at the CHECKs only where it may write. */
  if (open_for_writing (self, error) && dtl_verify_case (self->db, DTL_VERIFY_IF_SMALL, error) &&
      check_working_copy (self, error) && add_replica (self, replica, error) && finish_working_copy (self, error))
    return g_steal_pointer (&self);
  discard (self);
  return NULL;
}

/** dtl_store_close: @self: (nullable) (transfer full): closed; an open change is rolled back */
void
dtl_store_close (DtlStore *self)
{
  if (self == NULL)
    return;
  DTL_STORE_ASSERT_OWNER (self);
  if (self->change != DTL_ID_NONE)
    dtl_store_rollback (self);
  dtl_store_forget_calendars (self);
  dtl_sql_connection_close (self->db);
  if (self->lock_fd >= 0)
    close (self->lock_fd);
  g_free (self->path);
  g_free (self);
}

gboolean
dtl_store_is_writable (DtlStore *self)
{
  DTL_STORE_ASSERT_OWNER (self);
  return self->is_writable;
}

void
dtl_store_take_over (DtlStore *self)
{
  g_return_if_fail (self->change == DTL_ID_NONE);

  self->owner = g_thread_self ();
}

/**
 * dtl_store_set_cancellable:
 * @self: a store
 * @cancellable: (nullable): ends what the store is reading
 */
void
dtl_store_set_cancellable (DtlStore *self, GCancellable *cancellable)
{
  g_return_if_fail (self != NULL);

  dtl_sql_connection_set_cancellable (self->db, cancellable);
}
