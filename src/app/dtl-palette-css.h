/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The actors' colours as style classes, so that checks and pills have the colours of the timeline. */
#pragma once

#include <gtk/gtk.h>

#include "render/dtl-theme.h"

G_BEGIN_DECLS

/** DtlActorStyle: colours of an actor's check and of the pill with its name, on the window's background. */
typedef struct
{
  DtlColour check;
  DtlColour check_sign;
  DtlColour check_edge;
  DtlColour pill;
  DtlColour pill_edge;
} DtlActorStyle;

void dtl_palette_css_get_style (const DtlTheme *theme, int index, DtlActorStyle *style);

void dtl_palette_css_install (GdkDisplay *display);
void dtl_palette_css_watch (gpointer object, GCallback changed);
void dtl_palette_css_set_actor (GtkWidget *widget, int colour);
const DtlTheme *dtl_palette_css_get_theme (void);

G_END_DECLS
