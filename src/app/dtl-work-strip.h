/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A strip across the window that says what is being done to the case, how far it is, and lets it be cancelled. What is
 * done in a moment is not worth one. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DTL_TYPE_WORK_STRIP (dtl_work_strip_get_type ())
G_DECLARE_FINAL_TYPE (DtlWorkStrip, dtl_work_strip, DTL, WORK_STRIP, GtkWidget)

GtkWidget *dtl_work_strip_new (void);
void dtl_work_strip_begin (DtlWorkStrip *self, const char *words, const char *cancel_action);
void dtl_work_strip_set_words (DtlWorkStrip *self, const char *words, gboolean can_cancel);
void dtl_work_strip_set_fraction (DtlWorkStrip *self, double fraction);
void dtl_work_strip_show (DtlWorkStrip *self);
void dtl_work_strip_end (DtlWorkStrip *self);

G_END_DECLS
