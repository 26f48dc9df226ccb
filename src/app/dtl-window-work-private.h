/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is done to the window's case on a thread, one thing at a time. */
#pragma once

#include "app/dtl-window.h"

G_BEGIN_DECLS

void dtl_window_work_install (GtkWidgetClass *widget_class);
void dtl_window_work_init (DtlWindow *self);
void dtl_window_work_forget (DtlWindow *self);

gboolean dtl_window_is_working (DtlWindow *self);
void dtl_window_work_begin (DtlWindow *self, const char *words, GCancellable *cancellable);
void dtl_window_work_save (DtlWindow *self);
gboolean dtl_window_work_end (DtlWindow *self);
int64_t dtl_window_now_utc_seconds (void);

void dtl_window_step_history (DtlWindow *self, gboolean redo);
void dtl_window_publish (DtlWindow *self);

/* dtl-window-recovery.c */
void dtl_window_recovery_install (GtkWidgetClass *widget_class);
void dtl_window_recovery_update (DtlWindow *self);

G_END_DECLS
