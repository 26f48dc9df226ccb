/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files as bytes: copying, hashing. Never for a database that SQLite has open with locks. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Writes the bytes of @from over the existing file @to. DTL_STORE_ERROR_READ_ONLY or _SQL. */
gboolean dtl_copy_file (const char *from, const char *to, GError **error);

G_END_DECLS
