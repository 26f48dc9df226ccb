/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The messages of one language: a compiled catalogue (.mo) of GNU gettext, read whole and checked once. Not gettext
 * itself: that speaks one language for the whole process, and only where the system has a locale for it; a picture is
 * in the language of its case beside a window in another. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _DtlCatalogue DtlCatalogue;

/* Reads the bytes of a .mo file in UTF-8, of either byte order. (transfer full) (nullable): NULL if they are none */
DtlCatalogue *dtl_catalogue_new (GBytes *bytes);
void dtl_catalogue_free (DtlCatalogue *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtlCatalogue, dtl_catalogue_free)

/* (transfer none) (nullable): NULL for a message that is not in it; a context stands before the message and a \004. */
const char *dtl_catalogue_lookup (const DtlCatalogue *self, const char *message);
const char *dtl_catalogue_lookup_plural (const DtlCatalogue *self, const char *message, gulong number);

G_END_DECLS
