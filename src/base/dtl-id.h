/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The identity of a stored row: 31 bits of replica part (one per working copy, never reused) and 32 bits of counter.
 * It travels as a decimal string in JSON, since a double cannot hold it. */
#pragma once

#include <glib.h>
#include <stdint.h>

G_BEGIN_DECLS

/** DtlId: a positive 64-bit row id; DTL_ID_NONE (0) means "no row". */
typedef int64_t DtlId;

#define DTL_ID_NONE ((DtlId) 0)

/**
 * dtl_id_make:
 * @replica: the working copy's part, 1 to 2^31 - 1 (0 is kept for bundled data, whose ids are then just the counter)
 * @counter: the running number in that working copy, from 1
 *
 * Returns: the id
 */
static inline DtlId
dtl_id_make (uint32_t replica, uint32_t counter)
{
  return ((DtlId) (replica & 0x7fffffffu) << 32) | counter;
}

G_END_DECLS
