/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The passages of one source text, lit in a text buffer: the current one strongly, the others lightly. */
#pragma once

#include <gtk/gtk.h>

#include "model/dtl-records.h"

G_BEGIN_DECLS

typedef struct _DtlPassageTags DtlPassageTags;

DtlPassageTags *dtl_passage_tags_new (GtkTextBuffer *buffer);
void dtl_passage_tags_free (DtlPassageTags *self);

void dtl_passage_tags_set_colours (DtlPassageTags *self, const GdkRGBA *current, const GdkRGBA *other);
void dtl_passage_tags_set_passages (DtlPassageTags *self, GPtrArray *passages, DtlId text);
gboolean dtl_passage_tags_set_current (DtlPassageTags *self, DtlId passage);
GArray *dtl_passage_tags_find_at (DtlPassageTags *self, int offset_cp);

G_END_DECLS
