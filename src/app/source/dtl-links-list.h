/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The events that an event is linked with: one button a link, which leads there. */
#pragma once

#include <gtk/gtk.h>

#include "service/dtl-document.h"

G_BEGIN_DECLS

#define DTL_TYPE_LINKS_LIST (dtl_links_list_get_type ())
G_DECLARE_FINAL_TYPE (DtlLinksList, dtl_links_list, DTL, LINKS_LIST, GtkWidget)

/**
 * DtlLinksList::event-chosen (gint64 event): its button was clicked.
 */

void dtl_links_list_set_event (DtlLinksList *self, DtlId event, DtlDocument *document);

G_END_DECLS
