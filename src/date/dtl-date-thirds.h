/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What "early", "mid" and "late" mean, written down once for labels, entry and tagger: thirds of a month and of a year,
 * and of the ten or hundred years of a decade or century as nearly as whole years go. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The last days of the first two thirds of a month, and the last months of those of a year. */
#define DTL_EARLY_LAST_DAY    10
#define DTL_MIDDLE_LAST_DAY   20
#define DTL_EARLY_LAST_MONTH  4
#define DTL_MIDDLE_LAST_MONTH 8

/* The last years, counted from 0, of the first two thirds of a decade and of a century. */
#define DTL_EARLY_LAST_YEAR_OF_DECADE   3
#define DTL_MIDDLE_LAST_YEAR_OF_DECADE  6
#define DTL_EARLY_LAST_YEAR_OF_CENTURY  33
#define DTL_MIDDLE_LAST_YEAR_OF_CENTURY 66

/** DtlThird: a third of some stretch of time. */
typedef enum
{
  DTL_THIRD_NONE,
  DTL_THIRD_EARLY,
  DTL_THIRD_MIDDLE,
  DTL_THIRD_LATE,
} DtlThird;

/**
 * dtl_third_of:
 * @third: not DTL_THIRD_NONE
 * @first: the first of what is divided
 * @early_last: the last of its first third
 * @middle_last: the last of its second third
 * @last: the last of all
 * @from: (out): the first of the third
 * @to: (out): its last
 */
static inline void
dtl_third_of (DtlThird third, int first, int early_last, int middle_last, int last, int *from, int *to)
{
  *from = third == DTL_THIRD_EARLY ? first : third == DTL_THIRD_MIDDLE ? early_last + 1 : middle_last + 1;
  *to = third == DTL_THIRD_EARLY ? early_last : third == DTL_THIRD_MIDDLE ? middle_last : last;
}

G_END_DECLS
