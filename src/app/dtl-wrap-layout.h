/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Children in lines, each as wide as it wants, like words. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DTL_TYPE_WRAP_LAYOUT (dtl_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (DtlWrapLayout, dtl_wrap_layout, DTL, WRAP_LAYOUT, GtkLayoutManager)

#define DTL_TYPE_WRAP_BOX (dtl_wrap_box_get_type ())
G_DECLARE_FINAL_TYPE (DtlWrapBox, dtl_wrap_box, DTL, WRAP_BOX, GtkWidget)

GtkWidget *dtl_wrap_box_new (void);
void dtl_wrap_box_append (DtlWrapBox *self, GtkWidget *child);
void dtl_wrap_box_clear (DtlWrapBox *self);

G_END_DECLS
