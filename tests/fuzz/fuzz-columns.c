/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as columns that a file carries: what is taken over can be gone through, written and read again. */
#include "model/dtl-columns-bytes.h"

#include <stdint.h>
#include <string.h>

#define N_ACTORS    4
#define N_OWN_KINDS 2

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

typedef struct
{
  const uint8_t *bytes;
  gsize n_bytes;
} Input;

static gboolean
take_cb (void *bytes, gsize n_bytes, gpointer user_data)
{
  Input *self = user_data;

  if (self->n_bytes < n_bytes)
    return FALSE;
  memcpy (bytes, self->bytes, n_bytes);
  self->bytes += n_bytes;
  self->n_bytes -= n_bytes;
  return TRUE;
}

static gboolean
append_cb (const void *bytes, gsize n_bytes, gpointer user_data)
{
  g_byte_array_append (user_data, bytes, (guint) n_bytes);
  return TRUE;
}

static void
visit_row (const DtlColumns *columns, uint32_t row)
{
  DtlBounds bounds;
  uint32_t n_links;

  g_assert_cmpint (dtl_columns_find (columns, columns->id[row]), ==, row);
  g_assert_true (dtl_columns_get_event_bounds (columns, row, &bounds) == (row < columns->n_dated));
  dtl_columns_get_links (columns, row, &n_links);
  for (uint32_t i = columns->mark_first[row]; i < columns->mark_first[row + 1]; i++)
    dtl_columns_get_mark (columns, i);
  for (uint32_t i = columns->actor_first[row]; i < columns->actor_first[row + 1]; i++)
    g_assert_cmpuint (columns->actor_index[i], <, N_ACTORS);
}

static DtlColumns *
read_columns (const uint8_t *data, gsize size)
{
  DtlColumnsLimits limits = { size, N_ACTORS, N_OWN_KINDS };
  Input input = { data, size };

  return dtl_columns_read (take_cb, &limits, &input);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (DtlColumns) columns = read_columns (data, size);
  g_autoptr (DtlColumns) again = NULL;
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  if (columns == NULL)
    return 0;
  for (uint32_t row = 0; row < columns->n_events; row++)
    visit_row (columns, row);
  g_assert_true (dtl_columns_write (columns, append_cb, bytes));
  again = read_columns (bytes->data, bytes->len);
  g_assert_nonnull (again);
  g_assert_cmpuint (again->n_marks, ==, columns->n_marks);
  return 0;
}
