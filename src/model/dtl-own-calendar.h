/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A calendar of business days of one's own: a name and the days that it closes, kept in the case. */
#pragma once

#include "base/dtl-id.h"
#include "date/dtl-calendar.h"

G_BEGIN_DECLS

/** DTL_OWN_CALENDAR_MAX_DAYS: closed days of one calendar; more than anybody lists by hand. */
#define DTL_OWN_CALENDAR_MAX_DAYS 10000

/**
 * DtlOwnCalendar: reference-counted. Once it was stored, only the store gives it its id.
 * @name: not empty
 * @days: of the kind DTL_CALENDAR_OWN, owned
 */
typedef struct
{
  DtlId id;
  char *name;
  DtlCalendar *days;
  gatomicrefcount ref_count;
} DtlOwnCalendar;

DtlOwnCalendar *dtl_own_calendar_new (const char *name, const int64_t *closed_days, gsize n_closed_days);
DtlOwnCalendar *dtl_own_calendar_ref (DtlOwnCalendar *self);
void dtl_own_calendar_unref (DtlOwnCalendar *self);
gboolean dtl_own_calendar_equals (const DtlOwnCalendar *self, const DtlOwnCalendar *other);

char *dtl_own_calendar_write_day (int64_t day_number);
gboolean dtl_own_calendar_read_day (const char *text, int64_t *day_number);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtlOwnCalendar, dtl_own_calendar_unref)

G_END_DECLS
