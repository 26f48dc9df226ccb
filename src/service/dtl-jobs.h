/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What all work on threads has in common: it is waited for before the program ends, and tells how far it is. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** DtlJobsTellFunc: @phase: of the kind of work; @fraction: 0 to 1 */
typedef void (*DtlJobsTellFunc) (int phase, double fraction, gpointer user_data);

void dtl_jobs_begin (void);
void dtl_jobs_end (void);
void dtl_jobs_wait_all (void);
void dtl_jobs_tell (GTask *task, int phase, double fraction, DtlJobsTellFunc tell, gpointer user_data);

G_END_DECLS
