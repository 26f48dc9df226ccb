/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A strip across the window that says what lasts: words, and at most one button that does something about it. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

GtkWidget *dtl_banner_new (void);
void dtl_banner_show (GtkWidget *banner, const char *words, const char *button, const char *action);
void dtl_banner_hide (GtkWidget *banner);

G_END_DECLS
