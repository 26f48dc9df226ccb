/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of keyboard shortcuts: the only place where an action gets its keys. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * DtlAccel:
 * @action: detailed action name
 * @keys: accelerators, the first one is shown; NULL-terminated
 */
typedef struct
{
  const char *action;
  const char *keys[5];
} DtlAccel;

const DtlAccel *dtl_accels_get (guint *n_accels);
void dtl_accels_install (GtkApplication *application);

G_END_DECLS
