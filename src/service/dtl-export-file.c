/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A picture into its file. GLib writes a temporary beside it, syncs and renames it: the file is whole at every moment.
 * A symbolic link stays one, and what was readable by its owner alone stays so. */
#include "config.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "base/dtl-gettext.h"
#include "service/dtl-export-private.h"

#define NEW_FILE_MODE 0666

static gboolean
fail (const char *path, const char *format, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, DTL_SERVICE_ERROR, DTL_SERVICE_ERROR_WRITE, format, name);

  return FALSE;
}

static gboolean
fail_write (const char *path, const char *reason, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, DTL_SERVICE_ERROR, DTL_SERVICE_ERROR_WRITE,
               _ ("%s: cannot be written (%s); choose a folder that there is, that you may write to and that has room"),
               name, reason);

  return FALSE;
}

/* Found out before the work is done. */
gboolean
dtl_export_check_target (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  struct stat status;

  if (stat (path, &status) == 0 && S_ISDIR (status.st_mode))
    return fail (path, _ ("%s: is a folder; add a file name"), error);
  if (stat (path, &status) == 0 && !S_ISREG (status.st_mode))
    return fail (path, _ ("%s: is not an ordinary file and is not replaced; choose another name"), error);
  if (g_access (folder, F_OK) != 0)
    return fail_write (path, g_strerror (errno), error);

  return TRUE;
}

gboolean
dtl_export_write (const char *path, GBytes *bytes, GError **error)
{
  g_autoptr (GError) local = NULL;
  char *real = realpath (path, NULL);
  struct stat status;
  gboolean is_there = real != NULL && stat (real, &status) == 0;
  mode_t mode = is_there ? status.st_mode & 0777 : NEW_FILE_MODE;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  gboolean is_written =
      g_file_set_contents_full (real != NULL ? real : path, data, (gssize) length,
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, (int) mode, &local);

  /* What the umask took away. */
  if (is_written && is_there)
    g_chmod (real, mode);
  free (real);

  return is_written || fail_write (path, local->message, error);
}
