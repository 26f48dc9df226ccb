/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One event to be read from afar: title, dates, actors, and the passages that prove it, each with its source. */
#pragma once

#include <gtk/gtk.h>

#include "service/dtl-document.h"

G_BEGIN_DECLS

#define DTL_TYPE_SLIDE (dtl_slide_get_type ())
G_DECLARE_FINAL_TYPE (DtlSlide, dtl_slide, DTL, SLIDE, GtkWidget)

void dtl_slide_set_event (DtlSlide *self, DtlDocument *document, const DtlEvent *event);

G_END_DECLS
