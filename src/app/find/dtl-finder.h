/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a session searches for and what was found: the search runs elsewhere, older ones are cancelled, and what was
 * found before stands until there is an answer. No widgets; belongs to one session. */
#pragma once

#include "service/dtl-search.h"

G_BEGIN_DECLS

typedef struct _DtlFinder DtlFinder;

/* Other words, or the answer to them. */
typedef void (*DtlFinderFunc) (gpointer user_data);

DtlFinder *dtl_finder_new (DtlDocument *document, DtlFinderFunc changed, gpointer user_data);
void dtl_finder_free (DtlFinder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtlFinder, dtl_finder_free)

gboolean dtl_finder_search (DtlFinder *self, const char *words);
void dtl_finder_search_again (DtlFinder *self);
const char *dtl_finder_get_words (DtlFinder *self);
gboolean dtl_finder_is_searching (DtlFinder *self);
DtlBitset *dtl_finder_get_hits (DtlFinder *self);
GArray *dtl_finder_get_places (DtlFinder *self);
DtlId dtl_finder_choose_passage (DtlFinder *self, DtlId event);

guint dtl_finder_get_n_outside (DtlFinder *self);
guint dtl_finder_get_outside_position (DtlFinder *self);
const DtlTextHit *dtl_finder_get_place (DtlFinder *self);
gboolean dtl_finder_step_outside (DtlFinder *self, int step);

G_END_DECLS
