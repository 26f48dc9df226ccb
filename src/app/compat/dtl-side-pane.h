/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A pane at one side of the content: beside it where both fit, over it where they do not. It hides itself when it folds
 * and comes back when it unfolds. "shown" tells when that changed. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define DTL_TYPE_SIDE_PANE (dtl_side_pane_get_type ())
G_DECLARE_FINAL_TYPE (DtlSidePane, dtl_side_pane, DTL, SIDE_PANE, GtkWidget)

DtlSidePane *dtl_side_pane_new (GtkPackType position);
GtkWidget *dtl_side_pane_get_side (DtlSidePane *self);
void dtl_side_pane_set_side (DtlSidePane *self, GtkWidget *side);
GtkWidget *dtl_side_pane_get_content (DtlSidePane *self);
void dtl_side_pane_set_content (DtlSidePane *self, GtkWidget *content);
gboolean dtl_side_pane_get_shown (DtlSidePane *self);
void dtl_side_pane_set_shown (DtlSidePane *self, gboolean shown);

G_END_DECLS
