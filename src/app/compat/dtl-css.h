/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Style rules that are made at run time, and what rules come to. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void dtl_css_load (GtkCssProvider *provider, const char *css);
void dtl_css_get_color (GtkWidget *widget, GdkRGBA *color);

G_END_DECLS
