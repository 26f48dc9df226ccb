/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The actor table: order, look-ups, who belongs to whom, and parents that go in a circle. */
#include "model/dtl-actor-table.h"

#include "model-fixture.h"

static DtlActorTable *
new_table (void)
{
  GPtrArray *actors = g_ptr_array_new_with_free_func ((GDestroyNotify) dtl_actor_free);
  DtlActor *lab = new_actor (1, "Kaspersky", DTL_ID_NONE, 9);

  g_strfreev (lab->aliases);
  lab->aliases = g_strsplit ("Kaspersky Lab|Émile", "|", -1);
  g_ptr_array_add (actors, new_actor (4, "Under-secretary", 3, 0));
  g_ptr_array_add (actors, new_actor (3, "Raimondo", 2, 1));
  g_ptr_array_add (actors, new_actor (2, "Department of Commerce", DTL_ID_NONE, 5));
  g_ptr_array_add (actors, new_actor (5, "best buy", 77, 1));
  g_ptr_array_add (actors, lab);
  return dtl_actor_table_new (actors);
}

static void
test_order (void)
{
  static const DtlId expected[] = { 1, 2, 5, 3, 4 };
  g_autoptr (DtlActorTable) table = new_table ();

  g_assert_cmpuint (dtl_actor_table_get_size (table), ==, G_N_ELEMENTS (expected));
  for (uint32_t i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_assert_cmpint (dtl_actor_table_get (table, i)->id, ==, expected[i]);
      g_assert_cmpint (dtl_actor_table_find_id (table, expected[i]), ==, i);
    }
  g_assert_cmpint (dtl_actor_table_find_id (table, 77), ==, -1);
}

static void
test_names (void)
{
  g_autoptr (DtlActorTable) table = new_table ();

  g_assert_cmpint (dtl_actor_table_find_name (table, "KASPERSKY"), ==, 0);
  g_assert_cmpint (dtl_actor_table_find_name (table, "kaspersky lab"), ==, 0);
  g_assert_cmpint (dtl_actor_table_find_name (table, "e\xcc\x81mile"), ==, 0);
  g_assert_cmpint (dtl_actor_table_find_name (table, "Best Buy"), ==, 2);
  g_assert_cmpint (dtl_actor_table_find_name (table, "Best"), ==, -1);
  g_assert_cmpint (dtl_actor_table_find_name (table, "\xff"), ==, -1);
}

static void
test_name_beats_alias (void)
{
  GPtrArray *actors = g_ptr_array_new_with_free_func ((GDestroyNotify) dtl_actor_free);
  DtlActor *first = new_actor (1, "First", DTL_ID_NONE, 9);
  g_autoptr (DtlActorTable) table = NULL;

  g_strfreev (first->aliases);
  first->aliases = g_strsplit ("Second", "|", -1);
  g_ptr_array_add (actors, first);
  g_ptr_array_add (actors, new_actor (2, "Second", DTL_ID_NONE, 0));
  table = dtl_actor_table_new (actors);
  g_assert_cmpint (dtl_actor_table_find_name (table, "second"), ==, 1);
}

static void
test_belongs_to (void)
{
  g_autoptr (DtlActorTable) table = new_table ();

  g_assert_true (dtl_actor_table_belongs_to (table, 3, 1));
  g_assert_true (dtl_actor_table_belongs_to (table, 4, 1));
  g_assert_true (dtl_actor_table_belongs_to (table, 1, 1));
  g_assert_false (dtl_actor_table_belongs_to (table, 1, 3));
  g_assert_false (dtl_actor_table_belongs_to (table, 2, 1));
}

/* 1 -> 3 -> 2 -> 1, and 4 -> 3 from outside: 1 loses its parent, the others keep theirs. */
static void
test_cycle (void)
{
  GPtrArray *actors = g_ptr_array_new_with_free_func ((GDestroyNotify) dtl_actor_free);
  g_autoptr (DtlActorTable) table = NULL;

  g_ptr_array_add (actors, new_actor (4, "a", 3, 0));
  g_ptr_array_add (actors, new_actor (3, "b", 2, 0));
  g_ptr_array_add (actors, new_actor (2, "c", 1, 0));
  g_ptr_array_add (actors, new_actor (1, "d", 3, 0));
  g_ptr_array_add (actors, new_actor (5, "e", 5, 0));
  table = dtl_actor_table_new (actors);
  g_assert_true (dtl_actor_table_belongs_to (table, 0, 3));
  g_assert_true (dtl_actor_table_belongs_to (table, 1, 3));
  g_assert_false (dtl_actor_table_belongs_to (table, 3, 1));
  g_assert_false (dtl_actor_table_belongs_to (table, 4, 0));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/actor-table/order", test_order);
  g_test_add_func ("/model/actor-table/names", test_names);
  g_test_add_func ("/model/actor-table/name-beats-alias", test_name_beats_alias);
  g_test_add_func ("/model/actor-table/belongs-to", test_belongs_to);
  g_test_add_func ("/model/actor-table/cycle", test_cycle);
  return g_test_run ();
}
