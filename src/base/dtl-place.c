/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The build folder is known by what lies beside the program and not by a path in it: such a path would make the same
 * sources another program in another folder. */
#include "config.h"

#include "base/dtl-place.h"

#define SELF "/proc/self/exe"

/**
 * dtl_place_get_locale_folder:
 *
 * Returns: (transfer full): the folder that has LANGUAGE/LC_MESSAGES/dateline.mo
 */
char *
dtl_place_get_locale_folder (void)
{
  g_autofree char *program = g_file_read_link (SELF, NULL);
  g_autofree char *folder = program != NULL ? g_path_get_dirname (program) : NULL;
  g_autofree char *name = folder != NULL ? g_path_get_basename (folder) : NULL;
  g_autofree char *top = folder != NULL ? g_path_get_dirname (folder) : NULL;
  g_autofree char *mark = top != NULL ? g_build_filename (top, "build.ninja", NULL) : NULL;

  if (g_strcmp0 (name, "src") == 0 && g_file_test (mark, G_FILE_TEST_IS_REGULAR))
    return g_build_filename (top, "po", NULL);
  return g_strdup (LOCALEDIR);
}
