/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Columns as bytes: a heading with the sizes, then array after array, as numbers of seven bits a byte, the lowest
 * first, with the eighth for "more". Where the next number is near the one before, the difference is written. That is
 * the same on every machine, and takes half the bytes that the columns take in memory: what costs time in reading are
 * SQLite's pages. Sources are not among it: they are read apart. */
#pragma once

#include "model/dtl-columns-bytes.h"
#include "model/dtl-columns-private.h"

G_BEGIN_DECLS

/* Another number for another form of all this. */
#define DTL_COLUMNS_FORM 2

#define DTL_COLUMNS_BUFFER_BYTES 4096
/* The most that a number takes. */
#define DTL_COLUMNS_NUMBER_BYTES 10

/* Whether columns that somebody wrote can be used: nothing leads out of an array, and all is as the rest of the program
 * expects it. @limits: what the numbers in them may refer to */
gboolean dtl_columns_make_sense (const DtlColumns *self, const DtlColumnsLimits *limits);

/* A difference as a number that is small where it is near 0, and back. */
static inline uint64_t
dtl_columns_fold_sign (int64_t difference)
{
  return ((uint64_t) difference << 1) ^ (uint64_t) (difference >> 63);
}

static inline int64_t
dtl_columns_unfold_sign (uint64_t folded)
{
  return (int64_t) ((folded >> 1) ^ (~(folded & 1) + 1));
}

/* Differences of any two numbers, without overflow. */
static inline int64_t
dtl_columns_subtract (int64_t a, int64_t b)
{
  return (int64_t) ((uint64_t) a - (uint64_t) b);
}

static inline int64_t
dtl_columns_add (int64_t a, int64_t b)
{
  return (int64_t) ((uint64_t) a + (uint64_t) b);
}

G_END_DECLS
