/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is written on the axis. Each takes the first second of a step; (transfer full). */
#pragma once

#include "layout/dtl-tick-levels-private.h"

G_BEGIN_DECLS

char *dtl_tick_label_second (int64_t civil_seconds, DtlTickForm form);
char *dtl_tick_label_minute (int64_t civil_seconds, DtlTickForm form);
char *dtl_tick_label_hour (int64_t civil_seconds, DtlTickForm form);
char *dtl_tick_label_day_of_month (int64_t civil_seconds, DtlTickForm form);
char *dtl_tick_label_day (int64_t civil_seconds, DtlTickForm form);
char *dtl_tick_label_month_of_year (int64_t civil_seconds, DtlTickForm form);
char *dtl_tick_label_month (int64_t civil_seconds, DtlTickForm form);
char *dtl_tick_label_year (int64_t civil_seconds, DtlTickForm form);
char *dtl_tick_label_decade (int64_t civil_seconds, DtlTickForm form);
char *dtl_tick_label_century (int64_t civil_seconds, DtlTickForm form);
char *dtl_tick_label_millennium (int64_t civil_seconds, DtlTickForm form);
char *dtl_tick_label_ten_millennia (int64_t civil_seconds, DtlTickForm form);

G_END_DECLS
