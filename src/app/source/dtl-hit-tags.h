/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words that were searched for, marked in a source's text above the passages. */
#pragma once

#include <gtk/gtk.h>

#include "store/dtl-store.h"

G_BEGIN_DECLS

typedef struct _DtlHitTags DtlHitTags;

DtlHitTags *dtl_hit_tags_new (GtkTextBuffer *buffer);
void dtl_hit_tags_free (DtlHitTags *self);

void dtl_hit_tags_update_colours (DtlHitTags *self);
void dtl_hit_tags_set_places (DtlHitTags *self, const GArray *places, DtlId text);
guint dtl_hit_tags_get_n_places (DtlHitTags *self);
guint dtl_hit_tags_get_position (DtlHitTags *self);
gboolean dtl_hit_tags_step (DtlHitTags *self, int step);
gboolean dtl_hit_tags_show (DtlHitTags *self, int64_t start_cp);

G_END_DECLS
