/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Derived dates in business days of a calendar. dtl_date_shift() counts them without one: Monday to Friday. */
#pragma once

#include "date/dtl-calendar.h"
#include "date/dtl-date-math.h"

G_BEGIN_DECLS

DtlEdtf *dtl_date_shift_business (DtlEdtf *anchor,
                                  DtlComparator comparator,
                                  int64_t amount,
                                  DtlCounting counting,
                                  const DtlCalendar *calendar,
                                  GError **error);

G_END_DECLS
