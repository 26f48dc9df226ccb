/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/dtl-copy-file-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <unistd.h>

#include "base/dtl-gettext.h"
#include "store/dtl-store.h"

#define CHUNK_BYTES (128 * 1024)

typedef gboolean (*Consume) (const uint8_t *bytes, size_t n_bytes, gpointer data);

/* Hands the bytes of a file to @consume, piece by piece. On failure errno tells why. */
static gboolean
read_file (const char *path, Consume consume, gpointer data)
{
  g_autofree uint8_t *chunk = g_malloc (CHUNK_BYTES);
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  gboolean is_fine = fd >= 0;
  ssize_t n_read = 1;
  int error_number;

  while (is_fine && n_read != 0)
    {
      n_read = read (fd, chunk, CHUNK_BYTES);
      if (n_read < 0)
        {
          is_fine = errno == EINTR;
          n_read = 1;
        }
      else
        is_fine = consume (chunk, n_read, data);
    }
  error_number = errno;
  if (fd >= 0)
    close (fd);
  errno = error_number;
  return is_fine;
}

static gboolean
consume_into_hash (const uint8_t *bytes, size_t n_bytes, gpointer data)
{
  g_checksum_update (data, bytes, n_bytes);
  return TRUE;
}

static gboolean
consume_into_file (const uint8_t *bytes, size_t n_bytes, gpointer data)
{
  int fd = GPOINTER_TO_INT (data);

  while (n_bytes > 0)
    {
      ssize_t n = write (fd, bytes, n_bytes);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return FALSE;
      bytes += n;
      n_bytes -= n;
    }
  return TRUE;
}

/**
 * dtl_store_hash_file:
 * @path: a file, which must not be a working copy that is open
 * @error: DTL_STORE_ERROR_NOT_FOUND, or _SQL where it cannot be read
 *
 * Returns: (transfer full) (nullable): SHA-256 of its bytes in hex
 */
char *
dtl_store_hash_file (const char *path, GError **error)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *name = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  if (read_file (path, consume_into_hash, checksum))
    return g_strdup (g_checksum_get_string (checksum));
  name = g_filename_display_name (path);
  g_set_error (error, DTL_STORE_ERROR, errno == ENOENT ? DTL_STORE_ERROR_NOT_FOUND : DTL_STORE_ERROR_SQL,
               _ ("“%s” cannot be read: %s. Check its name and your rights to it."), name, g_strerror (errno));
  return NULL;
}

static gboolean
fail_write (const char *path, int error_number, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  if (error_number == EEXIST)
    g_set_error (error, DTL_STORE_ERROR, DTL_STORE_ERROR_EXISTS,
                 _ ("“%s” is already there and is not overwritten. Choose another name."), name);
  else
    g_set_error (error, DTL_STORE_ERROR, DTL_STORE_ERROR_READ_ONLY,
                 _ ("“%s” cannot be written: %s. Check the free space and your rights to its folder."), name,
                 g_strerror (error_number));
  return FALSE;
}

gboolean
dtl_sync_path (const char *path, int flags)
{
  int fd = g_open (path, flags | O_CLOEXEC, 0);
  gboolean is_synced = fd >= 0 && fsync (fd) == 0;
  int error_number = errno;

  if (fd >= 0)
    close (fd);
  errno = error_number;
  return is_synced;
}

gboolean
dtl_is_rename_unsupported (int error_number)
{
  return error_number == EINVAL || error_number == ENOSYS || error_number == ENOTSUP;
}

gboolean
dtl_take_free_name (const char *from, const char *to, gboolean no_flags)
{
  int result = -1;

  errno = EINVAL;
  if (!no_flags)
    result = renameat2 (AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE);
  if (result != 0 && dtl_is_rename_unsupported (errno))
    {
      /* A second name fails where there is a file, which renaming would not. */
      result = link (from, to);
      if (result == 0)
        g_unlink (from);
    }
  return result == 0;
}

/* The bytes of @from, on the disk under the name of @part. On failure errno tells why. */
static gboolean
write_part (const char *from, const char *part)
{
  int fd = g_open (part, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  gboolean is_written = fd >= 0 && read_file (from, consume_into_file, GINT_TO_POINTER (fd)) && fsync (fd) == 0;
  int error_number = errno;

  if (fd >= 0 && close (fd) != 0 && is_written)
    return FALSE;
  errno = error_number;
  return is_written;
}

gboolean
dtl_copy_file (const char *from, const char *to, GError **error)
{
  g_autofree char *part = g_strconcat (to, ".part", NULL);
  g_autofree char *folder = g_path_get_dirname (to);
  gboolean is_copied = write_part (from, part) && dtl_take_free_name (part, to, FALSE);
  int error_number = errno;

  if (!is_copied)
    {
      g_unlink (part);
      return fail_write (to, error_number, error);
    }
  /* Where a folder cannot be synced, there is nothing better to do. */
  dtl_sync_path (folder, O_RDONLY | O_DIRECTORY);
  return TRUE;
}
