/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files that put dates into words share. A phrase is part of a label: one date, or two of them together. */
#pragma once

#include "date/dtl-date-label.h"

G_BEGIN_DECLS

/*
 * DtlPlainDate: a date that is fully known to its precision.
 * @precision: DTL_PRECISION_YEAR, _MONTH or _DAY
 * @civil: its first day
 */
typedef struct
{
  DtlPrecision precision;
  DtlCivilDay civil;
} DtlPlainDate;

/* How two dates belong together: something unknown lies between them, or something lasts from the one to the other. */
typedef enum
{
  DTL_PAIR_BETWEEN,
  DTL_PAIR_LASTING,
} DtlPairKind;

/* An interval that is open on the other side. */
typedef enum
{
  DTL_DATE_SINCE,
  DTL_DATE_UNTIL,
} DtlDateLimit;

/* dtl-date-limit.c */
char *dtl_date_limit_phrase (DtlDateLimit limit, const DtlEdtfDate *date, DtlDateLabelStyle style);

/* dtl-date-words.c */
const char *dtl_date_word_month (int month, DtlDateLabelStyle style);
const char *dtl_date_word_month_of_day (int month, DtlDateLabelStyle style);
const char *dtl_date_word_month_between (int month, DtlDateLabelStyle style);
const char *dtl_date_word_weekday (int weekday);
char *dtl_date_word_year (int64_t year);
char *dtl_date_word_years (int64_t first, int64_t last);
char *dtl_date_word_day (int day);

/* dtl-date-season.c */
DtlDateLabelStyle dtl_date_short_part_style (const DtlEdtfDate *date, DtlDateLabelStyle style);
char *dtl_date_season_phrase (const DtlEdtfDate *date, DtlDateLabelStyle style, gboolean some_day);

/* dtl-date-pair.c */
char *dtl_date_plain_phrase (const DtlPlainDate *plain, DtlDateLabelStyle style);
char *
dtl_date_pair_phrase (DtlPairKind kind, const DtlPlainDate *first, const DtlPlainDate *last, DtlDateLabelStyle style);
char *dtl_date_part_phrase (const DtlPlainDate *first, const DtlPlainDate *last, DtlDateLabelStyle style);
char *dtl_date_stretch_phrase (const DtlPlainDate *first, const DtlPlainDate *last, DtlDateLabelStyle style);
char *dtl_date_some_day_in_month (int64_t year, int month, DtlDateLabelStyle style);
char *dtl_date_some_day_in_year (int64_t year);

/* dtl-date-phrase.c */
gboolean dtl_date_is_decade (const DtlEdtfDate *date);
gboolean dtl_date_is_plain (const DtlEdtfDate *date, DtlPlainDate *plain);
char *dtl_date_phrase (const DtlEdtfDate *date, DtlDateLabelStyle style);
char *dtl_date_some_day_phrase (const DtlEdtfDate *date, DtlDateLabelStyle style);

/* dtl-date-qualify.c */
gboolean dtl_date_is_qualified_as_whole (const DtlEdtfDate *date, uint8_t *qualifiers);
char *dtl_date_qualify_stretch (uint8_t qualifiers, const char *phrase);
char *dtl_date_qualified_phrase (const DtlEdtfDate *date, DtlDateLabelStyle style);
char *dtl_date_qualified_some_day_phrase (const DtlEdtfDate *date, DtlDateLabelStyle style);

G_END_DECLS
