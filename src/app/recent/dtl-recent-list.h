/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cases opened last as rows to choose from, for the start page and below the button that opens a case. It hides
 * itself when there are none. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DTL_TYPE_RECENT_LIST (dtl_recent_list_get_type ())
G_DECLARE_FINAL_TYPE (DtlRecentList, dtl_recent_list, DTL, RECENT_LIST, GtkWidget)

G_END_DECLS
