/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The person's file is replaced whole or not at all:
 *
 *   write     VACUUM INTO a new file beside the target, with the target's mode
 *   cache     what opening it needs is put into it, while nobody knows it
 *   check     reopened as anybody's file: identity, schema, every page
 *   sync      to the disk
 *   exchange  the two names change places in one step; whoever opens the target sees the old or the new file
 *   compare   what came out must be what was there when the case was opened; if not, somebody else has written
 *             meanwhile: they change places again, and nothing is lost on either side
 *   sync      the folder
 *
 * Until the exchange a failure removes the new file. Where the file system cannot exchange, the target is compared
 * right before it is replaced. */
#include "config.h"

#include "store/dtl-publish-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/dtl-gettext.h"
#include "store/dtl-case-file-private.h"
#include "store/dtl-copy-file-private.h"
#include "store/dtl-opening-cache-private.h"
#include "store/dtl-sql-statement-private.h"
#include "store/dtl-store-private.h"
#include "store/dtl-verify-private.h"

#define MAX_LINKS     40
#define NEW_FILE_MODE 0666

/** Run: one publishing under way. @is_placed: the new file has the target's name. */
typedef struct
{
  const DtlPublishing *publishing;
  char *target; /* links followed */
  char *folder;
  char *temporary;
  char *sha256;
  gboolean has_target;
  struct stat status; /* of the target, when there is one */
} Run;

static void
run_clear (Run *self)
{
  g_free (self->target);
  g_free (self->folder);
  g_free (self->temporary);
  g_free (self->sha256);
}

/* --- errors ----------------------------------------------------------------------------------------------------- */

static gboolean
fail_because (Run *self, const char *reason, GError **error)
{
  g_autofree char *name = g_filename_display_name (self->target);
  g_autofree char *kept = g_filename_display_name (self->publishing->working_copy);

  g_set_error (
      error, DTL_STORE_ERROR, DTL_STORE_ERROR_READ_ONLY,
      _ ("“%s” was not written: %s. It is as it was, and your changes are kept in “%s”. Check the free space and "
         "your rights to the folder, or save under another name."),
      name, reason, kept);
  return FALSE;
}

static gboolean
fail_write (Run *self, int error_number, GError **error)
{
  return fail_because (self, g_strerror (error_number), error);
}

static gboolean
fail_exists (Run *self, GError **error)
{
  g_autofree char *name = g_filename_display_name (self->target);

  g_set_error (error, DTL_STORE_ERROR, DTL_STORE_ERROR_EXISTS,
               _ ("“%s” is already there and is not overwritten. Choose another name."), name);
  return FALSE;
}

static gboolean
fail_conflict (Run *self, GError **error)
{
  g_autofree char *name = g_filename_display_name (self->target);
  g_autofree char *kept = g_filename_display_name (self->publishing->working_copy);

  g_set_error (
      error, DTL_STORE_ERROR, DTL_STORE_ERROR_CONFLICT,
      _ ("“%s” was changed, moved or deleted by another program since it was opened. It was left as it is, and "
         "your changes are kept in “%s”. Open it again, or save under another name."),
      name, kept);
  return FALSE;
}

static gboolean
pass (Run *self, DtlPublishStep step, GError **error)
{
  const DtlPublishing *publishing = self->publishing;

  return publishing->hook == NULL || publishing->hook (step, self->temporary, publishing->hook_data) ||
         fail_write (self, EIO, error);
}

/* --- the target ------------------------------------------------------------------------------------------------- */

/* Where the link at the end of @path leads, at last; also where there is nothing yet. */
static char *
follow_links (const char *path)
{
  g_autofree char *current = dtl_case_file_resolve (path);

  for (int i = 0; i < MAX_LINKS; i++)
    {
      g_autofree char *leads_to = g_file_read_link (current, NULL);
      g_autofree char *folder = NULL;

      if (leads_to == NULL)
        return g_steal_pointer (&current);
      folder = g_path_get_dirname (current);
      g_free (current);
      current = g_canonicalize_filename (leads_to, folder);
    }
  return g_steal_pointer (&current);
}

static gboolean
look_at_target (Run *self, GError **error)
{
  self->target = follow_links (self->publishing->target);
  self->folder = g_path_get_dirname (self->target);
  self->has_target = stat (self->target, &self->status) == 0;
  if (!self->has_target && errno != ENOENT)
    return fail_write (self, errno, error);
  if (self->has_target && !S_ISREG (self->status.st_mode))
    return fail_write (self, S_ISDIR (self->status.st_mode) ? EISDIR : EINVAL, error);
  if (self->has_target && self->publishing->expected_sha256 == NULL)
    return fail_exists (self, error);
  if (!self->has_target && self->publishing->expected_sha256 != NULL)
    return fail_conflict (self, error);
  return TRUE;
}

static gboolean
is_as_expected (Run *self, const char *path)
{
  g_autofree char *sha256 = dtl_store_hash_file (path, NULL);

  return g_strcmp0 (sha256, self->publishing->expected_sha256) == 0;
}

/* --- the new file ----------------------------------------------------------------------------------------------- */

/* Made by us, empty, so that its mode is right before there is anything in it. */
static gboolean
make_temporary (Run *self, GError **error)
{
  mode_t mode = self->has_target ? self->status.st_mode & 07777 : NEW_FILE_MODE;

  for (int i = 0; i < 100; i++)
    {
      g_autofree char *name = g_strdup_printf (".dateline-%08x.tmp", g_random_int ());
      g_autofree char *path = g_build_filename (self->folder, name, NULL);
      int fd = g_open (path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, mode & 0777);

      if (fd < 0 && errno == EEXIST)
        continue;
      if (fd < 0)
        return fail_write (self, errno, error);
      self->temporary = g_steal_pointer (&path);
      /* What may not be given to another owner or group stays ours; the mode matters more. */
      if (self->has_target && fchown (fd, self->status.st_uid, self->status.st_gid) != 0)
        mode &= 0777;
      if (self->has_target && fchmod (fd, mode) != 0)
        {
          int error_number = errno;

          close (fd);
          return fail_write (self, error_number, error);
        }
      close (fd);
      return TRUE;
    }
  return fail_write (self, EEXIST, error);
}

/* What fails here fails at the new file; SQLite's own words would name the working copy. */
static gboolean
vacuum (Run *self, DtlSqlConnection *db, GError **error)
{
  g_autoptr (DtlSqlStatement) statement = dtl_sql_prepare (db, "VACUUM main INTO ?1", error);

  if (statement == NULL)
    return FALSE;
  dtl_sql_add_text (statement, self->temporary);
  return dtl_sql_run (statement, NULL) ||
         fail_because (self, sqlite3_errmsg (dtl_sql_connection_get_handle (db)), error);
}

static gboolean
write_new (Run *self, GError **error)
{
  g_autoptr (DtlSqlConnection) db = NULL;

  if (!pass (self, DTL_PUBLISH_WRITE, error))
    return FALSE;
  db = dtl_sql_connection_open (DTL_SQL_MODE_WORK, self->publishing->working_copy, error);
  return db != NULL && vacuum (self, db, error);
}

static gboolean
cache_new (Run *self, GError **error)
{
  const DtlPublishing *publishing = self->publishing;
  int64_t min_events = publishing->cache_min_events != 0 ? publishing->cache_min_events : DTL_OPENING_CACHE_MIN_EVENTS;
  g_autoptr (GError) local = NULL;

  if (!pass (self, DTL_PUBLISH_CACHE, error))
    return FALSE;
  if (dtl_opening_cache_write (self->temporary, min_events, &local))
    return TRUE;
  g_info ("What opening needs was not written: %s", local->message);
  return fail_write (self, EIO, error);
}

static gboolean
check_new (Run *self, GError **error)
{
  g_autoptr (DtlSqlConnection) db = NULL;

  if (!pass (self, DTL_PUBLISH_CHECK, error) || !dtl_case_file_judge (self->temporary, error))
    return FALSE;
  db = dtl_sql_connection_open (DTL_SQL_MODE_READ_FILE, self->temporary, error);
  return db != NULL && dtl_verify_case (db, DTL_VERIFY_PAGES, error);
}

static gboolean
sync_new (Run *self, GError **error)
{
  if (!pass (self, DTL_PUBLISH_SYNC, error))
    return FALSE;
  if (!dtl_sync_path (self->temporary, O_RDWR))
    return fail_write (self, errno, error);
  self->sha256 = dtl_store_hash_file (self->temporary, error);
  return self->sha256 != NULL;
}

/* --- the exchange ----------------------------------------------------------------------------------------------- */

static int
rename_with (Run *self, const char *from, const char *to, unsigned int flags)
{
  if (self->publishing->no_exchange)
    {
      errno = EINVAL;
      return -1;
    }
  return renameat2 (AT_FDCWD, from, AT_FDCWD, to, flags);
}

static gboolean
place_first (Run *self, GError **error)
{
  if (dtl_take_free_name (self->temporary, self->target, self->publishing->no_exchange))
    return TRUE;
  return errno == EEXIST ? fail_exists (self, error) : fail_write (self, errno, error);
}

/* Without exchanging there is a moment between comparing and replacing; it is as short as can be. */
static gboolean
replace_plainly (Run *self, GError **error)
{
  if (!is_as_expected (self, self->target))
    return fail_conflict (self, error);
  return g_rename (self->temporary, self->target) == 0 || fail_write (self, errno, error);
}

/* After the exchange the temporary name is that of the file that was the target. */
static gboolean
compare_old (Run *self, GError **error)
{
  gboolean is_passed = pass (self, DTL_PUBLISH_COMPARE, error);

  if (is_passed && is_as_expected (self, self->temporary))
    {
      g_unlink (self->temporary);
      return TRUE;
    }
  if (rename_with (self, self->temporary, self->target, RENAME_EXCHANGE) != 0)
    {
      g_autofree char *left = g_steal_pointer (&self->temporary);
      g_autofree char *name = g_filename_display_name (self->target);
      g_autofree char *left_name = g_filename_display_name (left);

      g_clear_error (error);
      g_set_error (error, DTL_STORE_ERROR, DTL_STORE_ERROR_CONFLICT,
                   _ ("“%s” was changed by another program while it was saved. What the other program wrote is now in "
                      "“%s”; your version is in “%s”."),
                   name, left_name, name);
      return FALSE;
    }
  return is_passed ? fail_conflict (self, error) : FALSE;
}

static gboolean
exchange (Run *self, GError **error)
{
  if (!pass (self, DTL_PUBLISH_EXCHANGE, error))
    return FALSE;
  if (!self->has_target)
    return place_first (self, error);
  if (rename_with (self, self->temporary, self->target, RENAME_EXCHANGE) == 0)
    return compare_old (self, error);
  if (dtl_is_rename_unsupported (errno))
    return replace_plainly (self, error);
  return errno == ENOENT ? fail_conflict (self, error) : fail_write (self, errno, error);
}

static gboolean
run_steps (Run *self, GError **error)
{
  if (!look_at_target (self, error))
    return FALSE;
  /* The same is asked again at the end; here it only spares the work. */
  if (self->has_target && !is_as_expected (self, self->target))
    return fail_conflict (self, error);
  if (!make_temporary (self, error) || !write_new (self, error) || !cache_new (self, error) ||
      !check_new (self, error) || !sync_new (self, error) || !exchange (self, error))
    return FALSE;
  /* The file itself is on the disk; where a folder cannot be synced, there is nothing better to do. */
  dtl_sync_path (self->folder, O_RDONLY | O_DIRECTORY);
  return TRUE;
}

/* SQLite leaves its journal beside a file that it could not finish. */
static void
remove_temporary (const Run *self)
{
  g_autofree char *journal = g_strconcat (self->temporary, "-journal", NULL);

  g_unlink (self->temporary);
  g_unlink (journal);
}

gboolean
dtl_publish (const DtlPublishing *publishing, char **sha256, GError **error)
{
  Run run = { .publishing = publishing };
  gboolean is_done = run_steps (&run, error);

  if (!is_done && run.temporary != NULL)
    remove_temporary (&run);
  if (is_done && sha256 != NULL)
    *sha256 = g_steal_pointer (&run.sha256);
  run_clear (&run);
  return is_done;
}

gboolean
dtl_store_publish (DtlStore *self, const char *target, const char *expected_sha256, char **sha256, GError **error)
{
  DtlPublishing publishing = { .target = target, .expected_sha256 = expected_sha256 };

  g_return_val_if_fail (self != NULL && target != NULL && g_path_is_absolute (target), FALSE);
  g_return_val_if_fail (self->is_writable, FALSE);

  /* Nothing but the path of the store is read here, so that any thread may publish. */
  publishing.working_copy = self->path;
  return dtl_publish (&publishing, sha256, error);
}
