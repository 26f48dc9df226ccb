/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The frame of the window: a header, and below it sidebar, content and evidence pane side by side as far as the width
 * lets them; what does not fit folds away and comes over the content when asked for. The only widget that knows how
 * wide the window is. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define DTL_TYPE_SHELL (dtl_shell_get_type ())
G_DECLARE_FINAL_TYPE (DtlShell, dtl_shell, DTL, SHELL, GtkWidget)

/**
 * DtlWidthClass: how much the header can hold.
 * @DTL_WIDTH_TINY: a phone with very large text: not even what moves between panes
 * @DTL_WIDTH_NARROW: a phone: only what moves between panes, the title and the menu
 * @DTL_WIDTH_MEDIUM: a third of a screen: opening and exporting too
 * @DTL_WIDTH_HALF: half a screen: the two views as well, but neither history nor zoom
 * @DTL_WIDTH_WIDE: everything
 */
typedef enum
{
  DTL_WIDTH_TINY,
  DTL_WIDTH_NARROW,
  DTL_WIDTH_MEDIUM,
  DTL_WIDTH_HALF,
  DTL_WIDTH_WIDE,
} DtlWidthClass;

double dtl_shell_get_text_scale (GtkWidget *widget);
DtlWidthClass dtl_shell_get_width_class (DtlShell *self);
gboolean dtl_shell_get_show_sidebar (DtlShell *self);
void dtl_shell_set_show_sidebar (DtlShell *self, gboolean show);
gboolean dtl_shell_get_show_evidence (DtlShell *self);
void dtl_shell_set_show_evidence (DtlShell *self, gboolean show);
void dtl_shell_add_banner (DtlShell *self, GtkWidget *banner);
void dtl_shell_set_panes_visible (DtlShell *self, gboolean visible);

G_END_DECLS
