/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two widgets, a picture and what can be chosen for it: side by side where there is room, else the picture above. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DTL_TYPE_EXPORT_PANES (dtl_export_panes_get_type ())
G_DECLARE_FINAL_TYPE (DtlExportPanes, dtl_export_panes, DTL, EXPORT_PANES, GtkWidget)

G_END_DECLS
