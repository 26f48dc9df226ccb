/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Says to who listens what everybody else sees change: the selection, how many events the filter hides. What a widget
 * says of itself, or finds (the search, the canvas' zoom), it says on its own. */
#pragma once

#include "app/dtl-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void dtl_announcer_watch (GtkWidget *window, DtlSession *session);

G_END_DECLS
