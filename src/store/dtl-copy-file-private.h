/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files as bytes: copying, naming, syncing. Never for a database that SQLite has open with locks. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Copies @from to @to whole or not at all: the bytes are written to "@to.part" beside it, put on the disk, and only
 * then given their name. What a process that was killed left under that other name is overwritten, so no two may copy
 * to the same name at once. DTL_STORE_ERROR_EXISTS where there is a file already, or _READ_ONLY. */
gboolean dtl_copy_file (const char *from, const char *to, GError **error);

/* Gives the file @from the name @to, which nothing may have. @no_flags: as on a file system that cannot be asked for
 * that. On failure errno tells why; EEXIST where there is a file. */
gboolean dtl_take_free_name (const char *from, const char *to, gboolean no_flags);

/* Whether an errno of renameat2 says that the file system cannot do what was asked for. */
gboolean dtl_is_rename_unsupported (int error_number);

/* Puts a file, or with O_DIRECTORY a folder, on the disk. @flags: of open. On failure errno tells why. */
gboolean dtl_sync_path (const char *path, int flags);

G_END_DECLS
