/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The actors' colours as style classes, so that checks and pills have the colours of the timeline. */
#pragma once

#include <gtk/gtk.h>

#include "render/dtl-theme.h"

G_BEGIN_DECLS

void dtl_palette_css_install (GdkDisplay *display);
void dtl_palette_css_set_actor (GtkWidget *widget, int colour);
const DtlTheme *dtl_palette_css_get_theme (void);

G_END_DECLS
