/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sidebar's section that replays how the story was known: a slider over the days on which its sources came out, the
 * last place being all that is known today. */
#pragma once

#include <gtk/gtk.h>

#include "app/dtl-session.h"

G_BEGIN_DECLS

#define DTL_TYPE_KNOWN_SECTION (dtl_known_section_get_type ())
G_DECLARE_FINAL_TYPE (DtlKnownSection, dtl_known_section, DTL, KNOWN_SECTION, GtkWidget)

void dtl_known_section_set_session (DtlKnownSection *self, DtlSession *session);

G_END_DECLS
