/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where edits live until they are published: one SQLite file for each case in the person's state folder, named after
 * the case's uuid, and a lock beside it that one process holds. The kernel drops the lock when the process ends,
 * however it ends.
 *
 *   $XDG_STATE_HOME/dateline/working/UUID.dateline       the working copy
 *   $XDG_STATE_HOME/dateline/working/UUID.lock           held while it is open
 *   $XDG_STATE_HOME/dateline/working/UUID-kept-N.dateline  what an earlier run left behind: never removed by us
 */
#include "config.h"

#include "service/dtl-document-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <unistd.h>

struct _DtlWorkingCopy
{
  int lock_fd;
  char *path;
  char *lock_path;
  char *expected_sha256; /* of the person's file as we know it */
  gboolean is_pending;   /* something in it is not in the person's file */
};

static char *
working_folder (GError **error)
{
  g_autofree char *folder = g_build_filename (g_get_user_state_dir (), "dateline", "working", NULL);

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return g_steal_pointer (&folder);

  g_set_error (error, DTL_STORE_ERROR, DTL_STORE_ERROR_READ_ONLY,
               _ ("%s: the folder for working copies cannot be made (%s); make it writable or set XDG_STATE_HOME"),
               folder, g_strerror (errno));

  return NULL;
}

static void
remove_database (const char *path)
{
  static const char *const suffixes[] = { "", "-wal", "-shm", "-journal", ".lock" };

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

static gboolean
take_lock (DtlWorkingCopy *self, const char *case_path, GError **error)
{
  self->lock_fd = g_open (self->lock_path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (self->lock_fd < 0)
    {
      g_set_error (error, DTL_STORE_ERROR, DTL_STORE_ERROR_READ_ONLY, _ ("%s: cannot be written (%s)"), self->lock_path,
                   g_strerror (errno));
      return FALSE;
    }
  if (flock (self->lock_fd, LOCK_EX | LOCK_NB) == 0)
    return TRUE;

  g_set_error (error, DTL_STORE_ERROR, DTL_STORE_ERROR_BUSY,
               _ ("%s: another Dateline has this case open for editing; close it there first"), case_path);

  return FALSE;
}

/* What a run that ended badly left behind may hold edits: it is set aside under a free name, not removed. */
static gboolean
keep_leftover (DtlWorkingCopy *self, GError **error)
{
  g_autofree char *stem = NULL;

  if (!g_file_test (self->path, G_FILE_TEST_EXISTS))
    return TRUE;

  stem = g_strndup (self->path, strlen (self->path) - strlen (".dateline"));
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
      g_message ("edits that an earlier run left behind are kept in %s", kept);
      return TRUE;
    }

  g_set_error (error, DTL_STORE_ERROR, DTL_STORE_ERROR_READ_ONLY,
               _ ("%s: an earlier working copy cannot be set aside; move it away"), self->path);

  return FALSE;
}

/**
 * dtl_working_copy_checkout:
 * @path: the person's file
 * @uuid: the case's
 * @store: (out): the working copy, open for writing
 * @error: DTL_STORE_ERROR_BUSY where another process has it, and whatever copying says
 *
 * Returns: (transfer full) (nullable): the hold on the working copy; release it after closing @store
 */
DtlWorkingCopy *
dtl_working_copy_checkout (const char *path, const char *uuid, DtlStore **store, GError **error)
{
  g_autoptr (DtlWorkingCopy) self = g_new0 (DtlWorkingCopy, 1);
  g_autofree char *folder = NULL;

  self->lock_fd = -1;
  folder = working_folder (error);
  if (folder == NULL)
    return NULL;

  self->path = g_strdup_printf ("%s/%s.dateline", folder, uuid);
  self->lock_path = g_strdup_printf ("%s/%s.lock", folder, uuid);
  if (!take_lock (self, path, error) || !keep_leftover (self, error))
    return NULL;

  self->expected_sha256 = dtl_store_hash_file (path, error);
  if (self->expected_sha256 == NULL)
    return NULL;

  *store = dtl_store_checkout (path, self->path, new_replica (), error);
  if (*store == NULL)
    return NULL;

  return g_steal_pointer (&self);
}

gboolean
dtl_working_copy_publish (DtlWorkingCopy *self, DtlStore *store, const char *path, GError **error)
{
  g_autofree char *sha256 = NULL;

  self->is_pending = TRUE;
  if (!dtl_store_publish (store, path, self->expected_sha256, &sha256, error))
    return FALSE;

  self->is_pending = FALSE;
  g_free (self->expected_sha256);
  self->expected_sha256 = g_steal_pointer (&sha256);

  return TRUE;
}

/* The copy's file goes when all that is in it was published; else it stays for the next run. */
void
dtl_working_copy_release (DtlWorkingCopy *self)
{
  if (self->lock_fd >= 0)
    {
      if (!self->is_pending && self->expected_sha256 != NULL)
        remove_database (self->path);
      g_unlink (self->lock_path);
      close (self->lock_fd);
    }
  g_free (self->path);
  g_free (self->lock_path);
  g_free (self->expected_sha256);
  g_free (self);
}

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
      g_set_error (error, DTL_STORE_ERROR, DTL_STORE_ERROR_EXISTS,
                   _ ("%s: there is a file already; choose another name or move it away"), path);
      return FALSE;
    }
  folder = working_folder (error);
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
