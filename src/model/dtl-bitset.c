/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bitset in which a filter answers: one bit a row. Bits beyond the last row stay 0, so that counting is plain. */
#include "config.h"

#include <string.h>

#include "model/dtl-filter.h"

static uint32_t
n_words (uint32_t n_bits)
{
  return n_bits / 64 + (n_bits % 64 != 0);
}

/** dtl_bitset_new: Returns: (transfer full): @n_bits bits, all @value */
DtlBitset *
dtl_bitset_new (uint32_t n_bits, gboolean value)
{
  gsize size_bytes = (gsize) n_words (n_bits) * sizeof (uint64_t);
  DtlBitset *self = g_malloc (sizeof (DtlBitset) + size_bytes);

  g_atomic_ref_count_init (&self->ref_count);
  self->n_bits = n_bits;
  if (size_bytes > 0)
    memset (self->words, value ? 0xff : 0, size_bytes);
  if (value && n_bits % 64 != 0)
    self->words[n_words (n_bits) - 1] = (UINT64_C (1) << (n_bits % 64)) - 1;
  return self;
}

/** dtl_bitset_ref: Returns: (transfer full): @self */
DtlBitset *
dtl_bitset_ref (DtlBitset *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/** dtl_bitset_unref: @self: (transfer full) (nullable) */
void
dtl_bitset_unref (DtlBitset *self)
{
  if (self != NULL && g_atomic_ref_count_dec (&self->ref_count))
    g_free (self);
}

/** dtl_bitset_count: Returns: how many bits are set */
uint32_t
dtl_bitset_count (const DtlBitset *self)
{
  uint32_t count = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (uint32_t i = 0; i < n_words (self->n_bits); i++)
    count += (uint32_t) __builtin_popcountll (self->words[i]);
  return count;
}

/** dtl_bitset_count_range: Returns: how many of the @n bits from @first on are set */
uint32_t
dtl_bitset_count_range (const DtlBitset *self, uint32_t first, uint32_t n)
{
  uint32_t count = 0;
  uint32_t last;

  g_return_val_if_fail (self != NULL && first <= self->n_bits && n <= self->n_bits - first, 0);

  if (n == 0)
    return 0;
  last = first + n - 1;
  for (uint32_t word = first / 64; word <= last / 64; word++)
    {
      uint64_t mask = UINT64_MAX;

      if (word == first / 64)
        mask &= UINT64_MAX << (first % 64);
      if (word == last / 64)
        mask &= UINT64_MAX >> (63 - last % 64);
      count += (uint32_t) __builtin_popcountll (self->words[word] & mask);
    }
  return count;
}

/** dtl_bitset_count_both: @other: of the same size. Returns: how many bits are set in both */
uint32_t
dtl_bitset_count_both (const DtlBitset *self, const DtlBitset *other)
{
  uint32_t count = 0;

  g_return_val_if_fail (self != NULL && other != NULL && self->n_bits == other->n_bits, 0);

  for (uint32_t i = 0; i < n_words (self->n_bits); i++)
    count += (uint32_t) __builtin_popcountll (self->words[i] & other->words[i]);
  return count;
}

/** dtl_bitset_find_next: @first: where to begin, or beyond the end. Returns: the first bit from there on that is set;
 * the number of bits where none is */
uint32_t
dtl_bitset_find_next (const DtlBitset *self, uint32_t first)
{
  uint32_t i = first / 64;
  uint64_t word;

  g_return_val_if_fail (self != NULL, 0);

  if (first >= self->n_bits)
    return self->n_bits;
  for (word = self->words[i] & (UINT64_MAX << (first % 64)); word == 0; word = self->words[i])
    if (++i == n_words (self->n_bits))
      return self->n_bits;
  return i * 64 + (uint32_t) __builtin_ctzll (word);
}

/** dtl_bitset_copy: Returns: (transfer full): the same bits, which are nobody else's */
DtlBitset *
dtl_bitset_copy (const DtlBitset *self)
{
  DtlBitset *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = dtl_bitset_new (self->n_bits, TRUE);
  dtl_bitset_and (copy, self);
  return copy;
}

/** dtl_bitset_and: @other: of the same size: what is set in @self stays only where it is set in @other as well */
void
dtl_bitset_and (DtlBitset *self, const DtlBitset *other)
{
  g_return_if_fail (self != NULL && other != NULL && self->n_bits == other->n_bits);

  for (uint32_t i = 0; i < n_words (self->n_bits); i++)
    self->words[i] &= other->words[i];
}
