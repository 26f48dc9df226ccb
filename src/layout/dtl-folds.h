/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The stretches in which nothing starts or ends, which a timeline may fold, and an overview marks.
 *
 * The rule. Of every event that shows, each date takes up the time in which it may lie:
 *
 *   2024-06-20                 that day
 *   2017, [a..b]               the whole stretch, since its unknown day may be any of it
 *   2018/2020                  2018 and 2020; what lies between lasts, but nothing starts or ends in it
 *   2018/.., [2018..]          2018, or its first moment; an end that is open or unknown takes up nothing
 *   [1990..2024]               where its band begins and ends, and its middle, where its mark stands, if that is two
 * years at least, and a quarter of the whole: a date so vague keeps nothing apart. A stretch in which such a one may
 * lie says "nothing is known to start or end"
 *
 * Competing dates count like accepted ones. What is left free between the first and the last of these is a fold where
 * it is long: absolutely, and as a share of the whole. Before the first and behind the last there is no fold.
 */
#pragma once

#include "layout/dtl-time-scale.h"
#include "model/dtl-columns.h"
#include "model/dtl-filter.h"

G_BEGIN_DECLS

/**
 * DtlFoldRule: which stretch is long enough.
 * @min_share: of the time from the first to the last date; above 1 / 1000
 * @min_days: and at least so many days
 */
typedef struct
{
  double min_share;
  int min_days;
} DtlFoldRule;

/** What the program uses: a stretch may be folded if it takes a twelfth of the width, and two months. Whether it is
 * worth it, dtl_folds_choose() tells. */
#define DTL_FOLD_RULE_INIT                                                                                             \
  {                                                                                                                    \
    .min_share = 1 / 12.0, 60                                                                                          \
  }

gboolean dtl_folds_find_at (const DtlColumns *columns, const DtlBitset *visible, int64_t civil_seconds, DtlFold *fold);
gboolean dtl_folds_find_between (const DtlColumns *columns,
                                 const DtlBitset *visible,
                                 int64_t from_seconds,
                                 int64_t to_seconds,
                                 DtlFold *fold);
GArray *dtl_folds_find (const DtlColumns *columns, const DtlBitset *visible, const DtlFoldRule *rule);

void dtl_fold_get_length (const DtlFold *self, int *years, int *months, int *days);
char *dtl_fold_describe (const DtlFold *self);
char *dtl_fold_format_length (const DtlFold *self);

G_END_DECLS
