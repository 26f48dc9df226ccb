/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A date in words, as people read it: "20 June 2024", "late September 2024", "between 2020 and 2024", "about 2017". */
#pragma once

#include "date/dtl-edtf.h"

G_BEGIN_DECLS

/**
 * DtlDateLabelStyle:
 * @DTL_DATE_LABEL_LONG: months in full, "20 June 2024"
 * @DTL_DATE_LABEL_SHORT: months abbreviated, "20 Jun 2024", for marks on the line
 * @DTL_DATE_LABEL_WEEKDAY: long with the weekday before a whole day, "Thursday 20 June 2024"
 */
typedef enum
{
  DTL_DATE_LABEL_LONG,
  DTL_DATE_LABEL_SHORT,
  DTL_DATE_LABEL_WEEKDAY,
} DtlDateLabelStyle;

char *dtl_date_label (const DtlEdtf *value, DtlDateLabelStyle style);

/* The same where the value is a day of the act that is not known more closely: "some day in 2017", "some day in June
 * 2024". */
char *dtl_date_label_unknown_day (const DtlEdtf *value, DtlDateLabelStyle style);

G_END_DECLS
