/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words that only the window needs; those for vocabularies and dates are service's. */
#pragma once

#include <gtk/gtk.h>

#include "model/dtl-records.h"

G_BEGIN_DECLS

const char *dtl_words_standing_sign (DtlStanding standing);
const char *dtl_words_kind (const DtlEvent *event);
char *dtl_words_issued (const DtlSource *source);
char *dtl_words_file_name (const char *path);
void dtl_words_set_pill (GtkLabel *pill, const char *text);

G_END_DECLS
