/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The about box and the user's guide. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void dtl_application_show_about (GtkWindow *parent);
void dtl_application_show_guide (GtkWindow *parent);
char *dtl_application_find_guide (void);

G_END_DECLS
