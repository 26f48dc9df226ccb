/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Columns as bytes: what is written comes back, and what somebody else wrote leads nowhere. */
#include "model/dtl-columns-bytes.h"

#include <string.h>

#include "model-fixture.h"

#define N_ACTORS    4
#define N_OWN_KINDS 2

/* An event of an own kind, one with a derived claim tied to another's, one with bounds that need all four numbers, and
 * an undated one; actors and a link. */
static DtlColumns *
make_columns (void)
{
  g_autoptr (DtlColumnsBuilder) builder = dtl_columns_builder_new ();
  DtlMark announced = new_mark (11, DTL_ROLE_ANNOUNCED, DTL_STANDING_ACCEPTED, 100, 100);
  DtlMark derived = new_mark (12, DTL_ROLE_EFFECTIVE, DTL_STANDING_COMPETING, 130, 140);
  DtlMark open = new_mark (13, DTL_ROLE_OCCURRED, DTL_STANDING_ACCEPTED, 50, 60);

  open.bounds = (DtlBounds){ 5, 9, 1000, DTL_CIVIL_MAX, DTL_BOUND_END_OPEN };
  for (DtlId id = 1; id <= 4; id++)
    {
      DtlColumnsEvent event = { .id = id, .importance = 100 * (int) id, .main_role = -1 };

      event.kind = id == 2 ? DTL_EVENT_KIND_FIRST_OWN + 1 : DTL_EVENT_KIND_OTHER;
      dtl_columns_builder_add_event (builder, &event);
      dtl_columns_builder_add_actor (builder, id, (uint32_t) (id % N_ACTORS));
    }
  dtl_columns_builder_add_actor (builder, 3, 1);
  dtl_columns_builder_add_mark (builder, 1, &announced, DTL_ID_NONE);
  dtl_columns_builder_add_mark (builder, 1, &derived, 13);
  dtl_columns_builder_add_mark (builder, 3, &open, DTL_ID_NONE);
  announced.claim = 14;
  dtl_columns_builder_add_mark (builder, 2, &announced, DTL_ID_NONE);
  dtl_columns_builder_add_link (builder, 1, 4, DTL_LINK_AMENDS);
  dtl_columns_builder_set_era_kind (builder, DTL_EVENT_KIND_FIRST_OWN + 1);
  return dtl_columns_builder_finish (builder);
}

static gboolean
append_cb (const void *bytes, gsize n_bytes, gpointer user_data)
{
  g_byte_array_append (user_data, bytes, (guint) n_bytes);
  return TRUE;
}

static GByteArray *
write_columns (const DtlColumns *columns)
{
  GByteArray *bytes = g_byte_array_new ();

  g_assert_true (dtl_columns_write (columns, append_cb, bytes));
  return bytes;
}

typedef struct
{
  const GByteArray *bytes;
  gsize at;
} Reader;

static gboolean
take_cb (void *bytes, gsize n_bytes, gpointer user_data)
{
  Reader *self = user_data;

  if (self->bytes->len - self->at < n_bytes)
    return FALSE;
  memcpy (bytes, self->bytes->data + self->at, n_bytes);
  self->at += n_bytes;
  return TRUE;
}

static DtlColumns *
read_columns (const GByteArray *bytes, uint32_t n_actors, guint n_own_kinds)
{
  DtlColumnsLimits limits = { bytes->len, n_actors, n_own_kinds };
  Reader reader = { bytes, 0 };

  return dtl_columns_read (take_cb, &limits, &reader);
}

static void
test_round_trip (void)
{
  g_autoptr (DtlColumns) columns = make_columns ();
  g_autoptr (GByteArray) bytes = write_columns (columns);
  g_autoptr (DtlColumns) again = read_columns (bytes, N_ACTORS, N_OWN_KINDS);
  g_autoptr (GByteArray) rewritten = NULL;
  uint32_t n_links;

  g_assert_nonnull (again);
  rewritten = write_columns (again);
  g_assert_cmpmem (bytes->data, bytes->len, rewritten->data, rewritten->len);
  g_assert_cmpuint (again->n_events, ==, 4);
  g_assert_cmpuint (again->n_dated, ==, 3);
  g_assert_cmpint (again->era_kind, ==, DTL_EVENT_KIND_FIRST_OWN + 1);
  for (uint32_t row = 0; row < 4; row++)
    g_assert_cmpint (dtl_columns_find (again, again->id[row]), ==, row);
  for (uint32_t mark = 0; mark < again->n_marks; mark++)
    {
      DtlMark first = dtl_columns_get_mark (columns, mark);
      DtlMark second = dtl_columns_get_mark (again, mark);

      g_assert_cmpint (first.claim, ==, second.claim);
      g_assert_cmpint (dtl_bounds_compare (&first.bounds, &second.bounds), ==, 0);
      g_assert_cmpuint (first.anchor_mark, ==, second.anchor_mark);
    }
  g_assert_cmpuint (again->n_anchors, ==, 1);
  g_assert_nonnull (dtl_columns_get_links (again, (uint32_t) dtl_columns_find (again, 4), &n_links));
  g_assert_cmpuint (n_links, ==, 1);
  g_assert_cmpuint (again->source_first[4], ==, 0);
}

static void
test_empty (void)
{
  g_autoptr (DtlColumnsBuilder) builder = dtl_columns_builder_new ();
  g_autoptr (DtlColumns) columns = dtl_columns_builder_finish (builder);
  g_autoptr (GByteArray) bytes = write_columns (columns);
  g_autoptr (DtlColumns) again = read_columns (bytes, 0, 0);

  g_assert_nonnull (again);
  g_assert_cmpuint (again->n_events, ==, 0);
}

/* What the numbers refer to is fewer than they say. */
static void
test_limits (void)
{
  g_autoptr (DtlColumns) columns = make_columns ();
  g_autoptr (GByteArray) bytes = write_columns (columns);

  g_assert_null (read_columns (bytes, N_ACTORS - 1, N_OWN_KINDS));
  g_assert_null (read_columns (bytes, N_ACTORS, N_OWN_KINDS - 1));
  while (bytes->len > 0)
    {
      g_byte_array_set_size (bytes, bytes->len - 1);
      g_assert_null (read_columns (bytes, N_ACTORS, N_OWN_KINDS));
    }
}

static uint32_t
visit (const DtlColumns *columns)
{
  uint32_t sum = 0;

  for (uint32_t row = 0; row < columns->n_events; row++)
    {
      uint32_t main_mark = dtl_columns_get_main_mark (columns, row);
      uint32_t n_links;

      g_assert_true ((main_mark != DTL_NO_MARK) == (row < columns->n_dated));
      g_assert_cmpint (dtl_columns_find (columns, columns->id[row]), ==, row);
      dtl_columns_get_links (columns, row, &n_links);
      for (uint32_t i = columns->mark_first[row]; i < columns->mark_first[row + 1]; i++)
        sum += dtl_columns_get_mark (columns, i).anchor_mark == DTL_NO_MARK;
      for (uint32_t i = columns->actor_first[row]; i < columns->actor_first[row + 1]; i++)
        g_assert_cmpuint (columns->actor_index[i], <, N_ACTORS);
      sum += n_links;
    }
  return sum;
}

/* Every byte as every other: refused, or something that can be gone through. */
static void
test_spoilt (void)
{
  g_autoptr (DtlColumns) columns = make_columns ();
  g_autoptr (GByteArray) bytes = write_columns (columns);
  guint n_refused = 0;

  for (guint at = 0; at < bytes->len; at++)
    {
      const uint8_t before = bytes->data[at];

      for (int step = 1; step < 256; step++)
        {
          g_autoptr (DtlColumns) again = NULL;

          bytes->data[at] = (uint8_t) (before + step);
          again = read_columns (bytes, N_ACTORS, N_OWN_KINDS);
          if (again != NULL)
            visit (again);
          n_refused += again == NULL;
        }
      bytes->data[at] = before;
    }
  g_assert_cmpuint (n_refused, >, bytes->len);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/columns-bytes/round-trip", test_round_trip);
  g_test_add_func ("/model/columns-bytes/empty", test_empty);
  g_test_add_func ("/model/columns-bytes/limits", test_limits);
  g_test_add_func ("/model/columns-bytes/spoilt", test_spoilt);
  return g_test_run ();
}
