/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The card that shows an event whole where its label was cut: title, date in words and as EDTF, how it was
 * counted, actors, and the first words that prove it. */
#pragma once

#include <gtk/gtk.h>

#include "app/dtl-session.h"

G_BEGIN_DECLS

GtkWidget *dtl_event_card_new (DtlSession *session, uint32_t row);
char *dtl_event_card_dup_text (GtkWidget *card);

G_END_DECLS
