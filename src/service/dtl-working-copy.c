/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where edits live until they are published: one SQLite file for each case in the person's state folder, named after
 * the case's uuid, and a lock beside it that one process holds. The kernel drops the lock when the process ends,
 * however it ends.
 *
 *   $XDG_STATE_HOME/dateline/working/UUID.dateline         the working copy; UUID.dateline.part while it is made
 *   $XDG_STATE_HOME/dateline/working/UUID.lock             held while it is open
 *   $XDG_STATE_HOME/dateline/working/UUID-kept-N.dateline  what an earlier run left and nobody can read: not removed
 *
 * What a run that ended badly left behind is looked at when the case is edited next. If all of it is in the case's
 * file, it goes; if not, nothing is written until a person has decided about it.
 */
#include "config.h"

#include "service/dtl-document-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/dtl-gettext.h"

/**
 * DtlWorkingCopy:
 * @store: the working copy, open for writing; NULL while it is not open
 * @expected_sha256: of the person's file as we know it
 * @published: the newest change that is in the person's file
 */
struct _DtlWorkingCopy
{
  int lock_fd;
  char *path;
  char *lock_path;
  DtlStore *store;
  char *expected_sha256;
  DtlId published;
};

static char *
name_working_folder (void)
{
  return g_build_filename (g_get_user_state_dir (), "dateline", "working", NULL);
}

static gboolean
fail_folder (const char *folder, GError **error)
{
  g_autofree char *name = g_filename_display_name (folder);

  g_set_error (error, DTL_STORE_ERROR, DTL_STORE_ERROR_READ_ONLY,
               _ ("“%s”: the folder for working copies cannot be written (%s); make it writable or set XDG_STATE_HOME"),
               name, g_strerror (errno));

  return FALSE;
}

static char *
make_working_folder (GError **error)
{
  g_autofree char *folder = name_working_folder ();

  if (g_mkdir_with_parents (folder, 0700) == 0 && g_access (folder, W_OK | X_OK) == 0)
    return g_steal_pointer (&folder);
  fail_folder (folder, error);

  return NULL;
}

static void
remove_database (const char *path)
{
  static const char *const suffixes[] = { "", "-wal", "-shm", "-journal", ".part", ".lock" };

  for (size_t i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *file = g_strconcat (path, suffixes[i], NULL);
      g_unlink (file);
    }
}

static uint32_t
new_replica (void)
{
  return (uint32_t) g_random_int_range (1, G_MAXINT32);
}

/* Whether the file that is locked still has its name. Who unlocks it takes the name away first, and a lock on a file
 * without a name keeps nobody out. */
static gboolean
has_its_name (int fd, const char *path)
{
  struct stat locked;
  struct stat named;

  return fstat (fd, &locked) == 0 && stat (path, &named) == 0 && locked.st_dev == named.st_dev &&
         locked.st_ino == named.st_ino;
}

static gboolean
fail_busy (const char *case_path, GError **error)
{
  g_autofree char *name = g_filename_display_name (case_path);

  g_set_error (error, DTL_STORE_ERROR, DTL_STORE_ERROR_BUSY,
               _ ("“%s”: another Dateline has this case open for editing; close it there first"), name);

  return FALSE;
}

static gboolean
take_lock (DtlWorkingCopy *self, const char *case_path, GError **error)
{
  for (;;)
    {
      self->lock_fd = g_open (self->lock_path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
      if (self->lock_fd < 0)
        return fail_folder (self->lock_path, error);
      if (flock (self->lock_fd, LOCK_EX | LOCK_NB) == 0 && has_its_name (self->lock_fd, self->lock_path))
        return TRUE;
      if (has_its_name (self->lock_fd, self->lock_path))
        {
          close (self->lock_fd);
          self->lock_fd = -1;
          return fail_busy (case_path, error);
        }
      close (self->lock_fd);
    }
}

/* --- what an earlier run left ----------------------------------------------------------------------------------- */

static gboolean
has_change (DtlStore *store, DtlId change, gboolean *has, GError **error)
{
  g_autoptr (GPtrArray) history = dtl_store_get_history (store, error);

  for (guint i = 0; history != NULL && i < history->len; i++)
    *has |= ((const DtlChange *) g_ptr_array_index (history, i))->id == change;

  return history != NULL;
}

/* Whether all that is in @leftover is in the case's file. */
static gboolean
is_all_published (DtlStore *leftover, const char *case_path, gboolean *is_all, GError **error)
{
  g_autoptr (DtlStore) published = NULL;
  DtlId newest = DTL_ID_NONE;

  if (!dtl_store_get_newest_change (leftover, &newest, error))
    return FALSE;
  *is_all = newest == DTL_ID_NONE;
  if (*is_all)
    return TRUE;
  published = dtl_store_open_file (case_path, error);

  return published != NULL && has_change (published, newest, is_all, error);
}

static gboolean
set_aside (DtlWorkingCopy *self, GError **error)
{
  g_autofree char *stem = g_strndup (self->path, strlen (self->path) - strlen (".dateline"));
  g_autofree char *name = g_filename_display_name (self->path);

  for (int i = 1; i < 1000; i++)
    {
      g_autofree char *kept = g_strdup_printf ("%s-kept-%d.dateline", stem, i);
      g_autofree char *wal = g_strconcat (self->path, "-wal", NULL);
      g_autofree char *kept_wal = g_strconcat (kept, "-wal", NULL);

      if (g_file_test (kept, G_FILE_TEST_EXISTS))
        continue;
      if (g_rename (self->path, kept) != 0)
        break;
      g_rename (wal, kept_wal);
      return TRUE;
    }

  g_set_error (error, DTL_STORE_ERROR, DTL_STORE_ERROR_READ_ONLY,
               _ ("“%s”: an earlier working copy cannot be set aside; move it away"), name);

  return FALSE;
}

static gboolean
refuse_over_leftover (DtlWorkingCopy *self, const char *case_path, GError **error)
{
  g_autofree char *name = g_filename_display_name (case_path);
  g_autofree char *kept = g_filename_display_name (self->path);

  g_set_error (error, DTL_STORE_ERROR, DTL_STORE_ERROR_CONFLICT,
               _ ("“%s”: an earlier run left changes in “%s” that are not in the case; look at them there, put that "
                  "file in the case's place or move it away, and try again"),
               name, kept);

  return FALSE;
}

static gboolean
settle_leftover (DtlWorkingCopy *self, const char *case_path, GError **error)
{
  DtlStore *leftover;
  gboolean is_all = FALSE;
  gboolean is_known;

  if (!g_file_test (self->path, G_FILE_TEST_EXISTS))
    return TRUE;
  leftover = dtl_store_open_working_copy (self->path, NULL);
  if (leftover == NULL)
    return set_aside (self, error);

  is_known = is_all_published (leftover, case_path, &is_all, error);
  dtl_store_close (leftover);
  if (!is_known)
    return FALSE;
  if (!is_all)
    return refuse_over_leftover (self, case_path, error);
  remove_database (self->path);

  return TRUE;
}

/**
 * dtl_working_copy_find:
 * @uuid: the case's
 *
 * Returns: (transfer full) (nullable): the path of a working copy that another process has, or that an earlier run
 * left; it may hold more than the case's file
 */
char *
dtl_working_copy_find (const char *uuid)
{
  g_autofree char *folder = name_working_folder ();
  g_autofree char *name = g_strconcat (uuid, ".dateline", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS) ? g_steal_pointer (&path) : NULL;
}

/* --- opening, publishing, closing ------------------------------------------------------------------------------- */

static gboolean
open_store (DtlWorkingCopy *self, const char *case_path, GError **error)
{
  self->expected_sha256 = dtl_store_hash_file (case_path, error);
  if (self->expected_sha256 == NULL)
    return FALSE;
  self->store = dtl_store_checkout (case_path, self->path, new_replica (), error);

  return self->store != NULL && dtl_store_get_newest_change (self->store, &self->published, error);
}

/**
 * dtl_working_copy_checkout:
 * @path: the person's file
 * @uuid: the case's
 * @error: DTL_STORE_ERROR_BUSY where another process has it, _CONFLICT where an earlier run left what is not in the
 *   file, and whatever copying says
 *
 * Returns: (transfer full) (nullable): the working copy, open for writing
 */
DtlWorkingCopy *
dtl_working_copy_checkout (const char *path, const char *uuid, GError **error)
{
  g_autoptr (DtlWorkingCopy) self = g_new0 (DtlWorkingCopy, 1);
  g_autofree char *folder = NULL;

  self->lock_fd = -1;
  folder = make_working_folder (error);
  if (folder == NULL)
    return NULL;

  self->path = g_strdup_printf ("%s/%s.dateline", folder, uuid);
  self->lock_path = g_strdup_printf ("%s/%s.lock", folder, uuid);
  if (!take_lock (self, path, error) || !settle_leftover (self, path, error) || !open_store (self, path, error))
    return NULL;

  return g_steal_pointer (&self);
}

/* (transfer none): lives as long as the working copy */
DtlStore *
dtl_working_copy_get_store (DtlWorkingCopy *self)
{
  return self->store;
}

/* (transfer none): of its file, which is there as long as the working copy */
const char *
dtl_working_copy_get_path (DtlWorkingCopy *self)
{
  return self->path;
}

gboolean
dtl_working_copy_publish (DtlWorkingCopy *self, const char *path, GError **error)
{
  g_autofree char *sha256 = NULL;

  if (!dtl_store_publish (self->store, path, self->expected_sha256, &sha256, error))
    return FALSE;
  g_free (self->expected_sha256);
  self->expected_sha256 = g_steal_pointer (&sha256);

  return dtl_store_get_newest_change (self->store, &self->published, error);
}

/* Whether the copy has what the person's file has not; where that cannot be told, it may. */
gboolean
dtl_working_copy_has_unpublished (DtlWorkingCopy *self)
{
  DtlId newest = DTL_ID_NONE;

  return !dtl_store_get_newest_change (self->store, &newest, NULL) || newest != self->published;
}

/* The copy's file goes when all that is in it was published; else it stays for the next run. */
void
dtl_working_copy_release (DtlWorkingCopy *self)
{
  if (self->store != NULL)
    {
      gboolean is_kept = dtl_working_copy_has_unpublished (self);

      dtl_store_close (self->store);
      if (!is_kept)
        remove_database (self->path);
    }
  if (self->lock_fd >= 0)
    {
      g_unlink (self->lock_path);
      close (self->lock_fd);
    }
  g_free (self->path);
  g_free (self->lock_path);
  g_free (self->expected_sha256);
  g_free (self);
}

/* --- new cases -------------------------------------------------------------------------------------------------- */

static gboolean
fill_and_publish (DtlStore *store, const char *path, DtlFillFunc fill, gpointer user_data, GError **error)
{
  if (fill != NULL && !fill (store, user_data, error))
    return FALSE;

  return dtl_store_publish (store, path, NULL, NULL, error);
}

gboolean
dtl_working_copy_write_new (const char *path,
                            const char *title,
                            const char *language,
                            DtlFillFunc fill,
                            gpointer user_data,
                            GError **error)
{
  g_autofree char *folder = NULL;
  g_autofree char *draft = NULL;
  g_autofree char *target = g_canonicalize_filename (path, NULL);
  g_autofree char *name = g_strdup_printf ("new-%d-%08x.dateline", (int) getpid (), g_random_int ());
  DtlStore *store;
  gboolean written = FALSE;

  if (g_file_test (target, G_FILE_TEST_EXISTS) || g_file_test (target, G_FILE_TEST_IS_SYMLINK))
    {
      g_autofree char *shown = g_filename_display_name (path);

      g_set_error (error, DTL_STORE_ERROR, DTL_STORE_ERROR_EXISTS,
                   _ ("%s: there is a file already; choose another name or move it away"), shown);
      return FALSE;
    }
  folder = make_working_folder (error);
  if (folder == NULL)
    return FALSE;

  draft = g_build_filename (folder, name, NULL);
  store = dtl_store_create (draft, fill != NULL ? 0 : new_replica (), title, language, error);
  if (store != NULL)
    {
      written = fill_and_publish (store, target, fill, user_data, error);
      dtl_store_close (store);
    }
  remove_database (draft);

  return written;
}
