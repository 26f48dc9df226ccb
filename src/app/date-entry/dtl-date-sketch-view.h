/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One date drawn on a little axis, as the timeline draws it. It says nothing to a screen reader: whoever shows it says
 * the date in words. */
#pragma once

#include <gtk/gtk.h>

#include "date/dtl-edtf.h"

G_BEGIN_DECLS

#define DTL_TYPE_DATE_SKETCH_VIEW (dtl_date_sketch_view_get_type ())
G_DECLARE_FINAL_TYPE (DtlDateSketchView, dtl_date_sketch_view, DTL, DATE_SKETCH_VIEW, GtkWidget)

void dtl_date_sketch_view_set_value (DtlDateSketchView *self, DtlEdtf *value);

G_END_DECLS
