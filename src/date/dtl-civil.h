/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The proleptic Gregorian calendar as arithmetic on day numbers. No time zones, no clock. */
#pragma once

#include <glib.h>
#include <stdint.h>

G_BEGIN_DECLS

/**
 * DtlCivilDay:
 * @year: astronomical year (0 is 1 BCE)
 * @month: 1 to 12
 * @day: 1 to 31
 */
typedef struct
{
  int64_t year;
  int month;
  int day;
} DtlCivilDay;

gboolean dtl_civil_is_leap_year (int64_t year);
int dtl_civil_days_in_month (int64_t year, int month);
int64_t dtl_civil_day_number (int64_t year, int month, int day);
DtlCivilDay dtl_civil_from_day_number (int64_t day_number);
int dtl_civil_weekday (int64_t day_number);
int64_t dtl_civil_seconds_from_day (int64_t day_number);
int64_t dtl_civil_day_from_seconds (int64_t civil_seconds);
char *dtl_civil_format_day (int64_t day_number);
char *dtl_civil_format (const DtlCivilDay *civil);
int dtl_civil_compare (const DtlCivilDay *a, const DtlCivilDay *b);

G_END_DECLS
