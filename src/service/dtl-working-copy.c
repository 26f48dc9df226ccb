/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where edits live until they are published: one SQLite file for each case in the person's state folder, named after
 * the case's uuid, and a lock beside it that one process holds. The kernel drops the lock when the process ends,
 * however it ends.
 *
 *   $XDG_STATE_HOME/dateline/working/UUID.dateline         the working copy; UUID.dateline.part while it is made
 *   $XDG_STATE_HOME/dateline/working/UUID.lock             held while it is open; has the path of the case's file,
 * since copies of a case have its uuid $XDG_STATE_HOME/dateline/working/UUID-kept-N.dateline  what an earlier run left
 * and nobody can read: not removed
 *
 * What a run that ended badly left behind is looked at when a window opens the case, or it is edited next. If all of it
 * is in the case's file, it goes; if not, the window takes it up, and the command line writes nothing until a person
 * has decided about it.
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

/* The path is for whoever finds what is left; that it is there is no condition of anything. */
static void
note_case (DtlWorkingCopy *self, const char *case_path)
{
  g_autofree char *path = g_canonicalize_filename (case_path, NULL);
  size_t length = strlen (path);

  if (ftruncate (self->lock_fd, 0) != 0 || pwrite (self->lock_fd, path, length, 0) != (ssize_t) length)
    g_info ("“%s” could not be written", self->lock_path);
}

/* --- what an earlier run left ----------------------------------------------------------------------------------- */

static gboolean
has_change (const GPtrArray *history, DtlId change)
{
  for (guint i = history->len; i > 0; i--)
    if (((const DtlChange *) g_ptr_array_index (history, i - 1))->id == change)
      return TRUE;

  return FALSE;
}

static DtlId
newest_of (const GPtrArray *history)
{
  return history->len > 0 ? ((const DtlChange *) g_ptr_array_index (history, history->len - 1))->id : DTL_ID_NONE;
}

/**
 * Comparison: how a leftover and the case's file stand to each other.
 * @is_all_published: the file has all of it
 * @is_apart: each has changes that the other has not
 */
typedef struct
{
  GPtrArray *left;
  GPtrArray *published;
  gboolean is_all_published;
  gboolean is_apart;
} Comparison;

static void
comparison_clear (Comparison *self)
{
  g_clear_pointer (&self->left, g_ptr_array_unref);
  g_clear_pointer (&self->published, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Comparison, comparison_clear)

static gboolean
compare (Comparison *self, DtlStore *leftover, const char *case_path, GError **error)
{
  g_autoptr (DtlStore) published = dtl_store_open_file (case_path, error);

  if (published == NULL || (self->left = dtl_store_get_history (leftover, error)) == NULL ||
      (self->published = dtl_store_get_history (published, error)) == NULL)
    return FALSE;
  self->is_all_published = self->left->len == 0 || has_change (self->published, newest_of (self->left));
  self->is_apart =
      !self->is_all_published && self->published->len > 0 && !has_change (self->left, newest_of (self->published));

  return TRUE;
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
  g_auto (Comparison) comparison = { NULL };
  DtlStore *leftover;
  gboolean is_known;

  if (!g_file_test (self->path, G_FILE_TEST_EXISTS))
    return TRUE;
  leftover = dtl_store_open_working_copy (self->path, NULL);
  if (leftover == NULL)
    return set_aside (self, error);

  is_known = compare (&comparison, leftover, case_path, error);
  dtl_store_close (leftover);
  if (!is_known)
    return FALSE;
  if (!comparison.is_all_published)
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
  note_case (self, path);

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
      /* What stays tells whose it is. */
      if (!g_file_test (self->path, G_FILE_TEST_EXISTS))
        g_unlink (self->lock_path);
      close (self->lock_fd);
    }
  g_free (self->path);
  g_free (self->lock_path);
  g_free (self->expected_sha256);
  g_free (self);
}

/* --- taking up what is left ------------------------------------------------------------------------------------- */

/* A copy of a case has the same uuid; what was left belongs to the file that was edited, while that is there. */
static gboolean
is_of_case (const char *lock_path, const char *case_path)
{
  g_autofree char *noted = NULL;
  struct stat there;
  struct stat here;

  if (!g_file_get_contents (lock_path, &noted, NULL, NULL) || *noted == '\0' || stat (noted, &there) != 0)
    return TRUE;

  return stat (case_path, &here) == 0 && there.st_dev == here.st_dev && there.st_ino == here.st_ino;
}

/**
 * dtl_working_copy_open_leftover:
 * @path: the person's file
 * @uuid: the case's
 * @error: DTL_STORE_ERROR_BUSY where a process has it
 *
 * Returns: (transfer full) (nullable): what an earlier run left, as it is; NULL without error where there is nothing of
 * this case, or nobody can read it
 */
DtlWorkingCopy *
dtl_working_copy_open_leftover (const char *path, const char *uuid, GError **error)
{
  g_autoptr (DtlWorkingCopy) self = NULL;
  g_autofree char *left = dtl_working_copy_find (uuid);

  if (left == NULL)
    return NULL;
  self = g_new0 (DtlWorkingCopy, 1);
  self->lock_fd = -1;
  self->path = g_steal_pointer (&left);
  self->lock_path = g_strdup_printf ("%.*s.lock", (int) (strlen (self->path) - strlen (".dateline")), self->path);
  if (!is_of_case (self->lock_path, path) || !take_lock (self, path, error))
    return NULL;
  self->store = dtl_store_open_working_copy (self->path, NULL);

  return self->store != NULL ? g_steal_pointer (&self) : NULL;
}

static DtlRecovery *
describe_recovery (const Comparison *comparison)
{
  DtlRecovery *recovery = g_new0 (DtlRecovery, 1);
  const DtlChange *last = g_ptr_array_index (comparison->left, comparison->left->len - 1);

  for (guint i = 0; i < comparison->left->len; i++)
    {
      const DtlChange *change = g_ptr_array_index (comparison->left, i);

      recovery->n_changes += !has_change (comparison->published, change->id);
    }
  recovery->label = g_strdup (last->label);
  recovery->when_utc_seconds = last->when_utc_seconds;
  recovery->is_apart = comparison->is_apart;

  return recovery;
}

/**
 * dtl_working_copy_recover:
 * @path: the person's file
 * @uuid: the case's
 * @recovery: (out) (transfer full) (nullable): what it has that the file has not
 *
 * Returns: (transfer full) (nullable): what an earlier run left, to go on with; NULL also without error. Where it
 * stands apart from the file, it stays where it is.
 */
DtlWorkingCopy *
dtl_working_copy_recover (const char *path, const char *uuid, DtlRecovery **recovery, GError **error)
{
  g_autoptr (DtlWorkingCopy) self = dtl_working_copy_open_leftover (path, uuid, error);
  g_auto (Comparison) comparison = { NULL };

  *recovery = NULL;
  if (self == NULL)
    return NULL;
  self->expected_sha256 = dtl_store_hash_file (path, error);
  if (self->expected_sha256 == NULL || !compare (&comparison, self->store, path, error))
    return NULL;
  self->published = comparison.is_all_published ? newest_of (comparison.left) : newest_of (comparison.published);
  if (comparison.is_all_published)
    return NULL;
  *recovery = describe_recovery (&comparison);

  return comparison.is_apart ? NULL : g_steal_pointer (&self);
}

/* Beside the case where that can be, else where working copies are. */
static char *
name_aside (const char *folder, const char *stem, int number)
{
  /* Translators: the name of a file: of a case, for what was recovered of it and set aside */
  g_autofree char *name = number == 1 ? g_strdup_printf (_ ("%s (recovered)"), stem)
                                      /* Translators: the same, where there is such a file already */
                                      : g_strdup_printf (_ ("%s (recovered %d)"), stem, number);
  g_autofree char *file = g_strconcat (name, ".dateline", NULL);

  return g_build_filename (folder, file, NULL);
}

static char *
write_aside (DtlWorkingCopy *self, const char *folder, const char *stem, GError **error)
{
  for (int i = 1; i < 1000; i++)
    {
      g_autofree char *target = name_aside (folder, stem, i);
      g_autoptr (GError) local = NULL;

      if (dtl_store_publish (self->store, target, NULL, NULL, &local))
        return g_steal_pointer (&target);
      if (g_error_matches (local, DTL_STORE_ERROR, DTL_STORE_ERROR_EXISTS) && i < 999)
        continue;
      g_propagate_error (error, g_steal_pointer (&local));
      break;
    }

  return NULL;
}

/**
 * dtl_working_copy_set_aside:
 * @path: of the case
 *
 * Writes all that is in the copy to a case of its own, after which the copy may go with its release.
 *
 * Returns: (transfer full) (nullable): the path of that case
 */
char *
dtl_working_copy_set_aside (DtlWorkingCopy *self, const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *stem = g_path_get_basename (path);
  g_autofree char *working = name_working_folder ();
  char *kept;

  if (g_str_has_suffix (stem, ".dateline"))
    stem[strlen (stem) - strlen (".dateline")] = '\0';
  kept = write_aside (self, folder, stem, NULL);
  if (kept == NULL)
    kept = write_aside (self, working, stem, error);
  if (kept == NULL || !dtl_store_get_newest_change (self->store, &self->published, error))
    g_clear_pointer (&kept, g_free);

  return kept;
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
