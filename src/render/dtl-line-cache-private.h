/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A bounded cache from (style, text) to a value; what was not used for longest goes first. For this folder only. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _DtlLineCache DtlLineCache;

/* @destroy: (nullable): frees a value that is dropped */
DtlLineCache *dtl_line_cache_new (guint max_entries, GDestroyNotify destroy);
void dtl_line_cache_free (DtlLineCache *self);
gboolean dtl_line_cache_lookup (DtlLineCache *self, guint style, const char *text, gpointer *value);
/* There must be no entry for it yet. */
void dtl_line_cache_insert (DtlLineCache *self, guint style, const char *text, gpointer value);
void dtl_line_cache_clear (DtlLineCache *self);

/* For each value, the one used last first. */
void dtl_line_cache_foreach (DtlLineCache *self, GFunc function, gpointer user_data);

G_END_DECLS
