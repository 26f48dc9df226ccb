/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sidebar's first section: who takes part, in which colour, how often; a check turns each on and off. */
#pragma once

#include <gtk/gtk.h>

#include "app/dtl-session.h"

G_BEGIN_DECLS

#define DTL_TYPE_ACTORS_PANE (dtl_actors_pane_get_type ())
G_DECLARE_FINAL_TYPE (DtlActorsPane, dtl_actors_pane, DTL, ACTORS_PANE, GtkWidget)

void dtl_actors_pane_set_session (DtlActorsPane *self, DtlSession *session);
GtkCheckButton *dtl_actors_pane_get_check (DtlActorsPane *self, DtlId actor);

G_END_DECLS
