/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/dtl-copy-file-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
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

gboolean
dtl_copy_file (const char *from, const char *to, GError **error)
{
  g_autofree char *name = g_filename_display_name (to);
  int fd = g_open (to, O_WRONLY | O_TRUNC | O_CLOEXEC, 0);
  gboolean is_copied = fd >= 0 && read_file (from, consume_into_file, GINT_TO_POINTER (fd));
  int error_number = errno;

  if (fd >= 0 && close (fd) != 0 && is_copied)
    {
      is_copied = FALSE;
      error_number = errno;
    }
  if (!is_copied)
    g_set_error (error, DTL_STORE_ERROR, DTL_STORE_ERROR_READ_ONLY,
                 _ ("“%s” cannot be written: %s. Check the free space and your rights to its folder."), name,
                 g_strerror (error_number));
  return is_copied;
}
