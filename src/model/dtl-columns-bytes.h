/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Columns as bytes and back, for a cache: a million events are read in little more than the time that reading the bytes
 * takes. */
#pragma once

#include "model/dtl-columns.h"

G_BEGIN_DECLS

/**
 * DtlColumnsWriteFunc:
 * @bytes: the next of all bytes
 *
 * Returns: FALSE to stop
 */
typedef gboolean (*DtlColumnsWriteFunc) (const void *bytes, gsize n_bytes, gpointer user_data);

/**
 * DtlColumnsReadFunc:
 * @bytes: filled with the next @n_bytes
 *
 * Returns: FALSE where there are not so many left
 */
typedef gboolean (*DtlColumnsReadFunc) (void *bytes, gsize n_bytes, gpointer user_data);

/** DtlColumnsLimits: what the numbers in the columns may refer to. @n_bytes: of all that there is to read */
typedef struct
{
  guint64 n_bytes;
  uint32_t n_actors;
  guint n_own_kinds;
} DtlColumnsLimits;

gboolean dtl_columns_write (const DtlColumns *self, DtlColumnsWriteFunc write, gpointer user_data);
DtlColumns *dtl_columns_read (DtlColumnsReadFunc read, const DtlColumnsLimits *limits, gpointer user_data);

G_END_DECLS
