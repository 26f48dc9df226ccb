/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a person types a date, in EDTF or in words. Below it stands what was understood, at each key: as EDTF, in words
 * and drawn; or why it was not, and where. */
#pragma once

#include <gtk/gtk.h>

#include "date/dtl-edtf.h"

G_BEGIN_DECLS

#define DTL_TYPE_DATE_FIELD (dtl_date_field_get_type ())
G_DECLARE_FINAL_TYPE (DtlDateField, dtl_date_field, DTL, DATE_FIELD, GtkWidget)

GtkWidget *dtl_date_field_new (void);
void dtl_date_field_align (DtlDateField *self, GtkSizeGroup *labels);
void dtl_date_field_set_text (DtlDateField *self, const char *text);
DtlEdtf *dtl_date_field_get_value (DtlDateField *self);
const char *dtl_date_field_get_error (DtlDateField *self);
void dtl_date_field_set_invalid (DtlDateField *self, gboolean invalid);

G_END_DECLS
