/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Business days: Monday to Friday, less the days on which an office or the banks are closed. By rule and by year, so
 * that no list runs out; a rule holds from the year in which it came into force. Before its first day a calendar knows
 * of no closing day, so that nothing should be counted there. */
#pragma once

#include "date/dtl-civil.h"

G_BEGIN_DECLS

/**
 * DtlCalendarKind:
 * @DTL_CALENDAR_NONE: Monday to Friday
 * @DTL_CALENDAR_US_FEDERAL: less the holidays of the federal offices of the United States, on the days on which they
 * are observed
 * @DTL_CALENDAR_TARGET: less the closing days of the payment system of the euro
 * @DTL_CALENDAR_OWN: less a list of days
 */
typedef enum
{
  DTL_CALENDAR_NONE,
  DTL_CALENDAR_US_FEDERAL,
  DTL_CALENDAR_TARGET,
  DTL_CALENDAR_OWN,
} DtlCalendarKind;

/** DtlCalendar: immutable and reference-counted. */
typedef struct _DtlCalendar DtlCalendar;

DtlCalendar *dtl_calendar_new (DtlCalendarKind kind);
DtlCalendar *dtl_calendar_new_own (const int64_t *closed_days, gsize n_closed_days);
DtlCalendar *dtl_calendar_ref (DtlCalendar *self);
void dtl_calendar_unref (DtlCalendar *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtlCalendar, dtl_calendar_unref)

DtlCalendarKind dtl_calendar_get_kind (const DtlCalendar *self);
const int64_t *dtl_calendar_get_closed_days (const DtlCalendar *self, gsize *n_closed_days);
int64_t dtl_calendar_get_first_day (const DtlCalendar *self);
gboolean dtl_calendar_is_business_day (const DtlCalendar *self, int64_t day_number);
gboolean dtl_calendar_add_business_days (const DtlCalendar *self, int64_t day_number, int64_t n_days, int64_t *result);

int64_t dtl_calendar_easter_sunday (int64_t year);

G_END_DECLS
