/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a file is, judged from outside and from its first hundred bytes, before SQLite is let at it. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Absolute and normalised, so that no path is taken for a URI or changes its meaning. (transfer full) */
char *dtl_case_file_resolve (const char *path);

/**
 * dtl_case_file_judge:
 * @path: absolute path
 * @error: DTL_STORE_ERROR: NOT_FOUND, NOT_A_CASE, NEWER or DAMAGED
 *
 * For files of a person, never for a working copy that is open: closing a file drops SQLite's locks on it.
 *
 * Returns: whether it is a case file that is worth opening
 */
gboolean dtl_case_file_judge (const char *path, GError **error);

G_END_DECLS
