/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of a lane within a chunk: what is taken of each, from left to right. In a row nothing overlaps, and between
 * two things there is at least a gap; that is all it takes for labels and marks never to touch. */
#pragma once

#include <glib.h>
#include <stdint.h>

G_BEGIN_DECLS

typedef struct _DtlRows DtlRows;

/* @x0_px to @x1_px: the region; nothing is placed outside of it. */
DtlRows *dtl_rows_new (guint n_rows, int gap_px, int64_t x0_px, int64_t x1_px);
void dtl_rows_free (DtlRows *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtlRows, dtl_rows_free)

/* Whether @x0_px to @x1_px is free in @row, with a gap on both sides; if so, how far the free room around it reaches.
 */
gboolean dtl_rows_find_room (const DtlRows *self,
                             guint row,
                             int64_t x0_px,
                             int64_t x1_px,
                             int64_t *room_x0_px,
                             int64_t *room_x1_px);
void dtl_rows_take (DtlRows *self, guint row, int64_t x0_px, int64_t x1_px);
/* The free room around what was taken from @x0_px on, that itself included. */
void dtl_rows_find_beside (const DtlRows *self, guint row, int64_t x0_px, int64_t *room_x0_px, int64_t *room_x1_px);
/* What was taken from @old_x0_px on reaches from @x0_px to @x1_px now, within the room beside it. */
void dtl_rows_replace (DtlRows *self, guint row, int64_t old_x0_px, int64_t x0_px, int64_t x1_px);

G_END_DECLS
