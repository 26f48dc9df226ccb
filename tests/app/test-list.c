/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list without a window: the order of its rows by each column and in both directions, what filter and selection do
 * to them, and the question that finds out how a column view sorts. */
#include "app-support.h"

#include "app/list/dtl-column-sorter.h"
#include "app/list/dtl-event-columns.h"
#include "app/list/dtl-event-model.h"
#include "model/dtl-columns.h"

/* --- orders ----------------------------------------------------------------------------------------------------- */

/* A: Zebra; B: Ähre; C: apple, belonging to nobody. Events 1 to 6, the last two undated. */
typedef struct
{
  DtlId id;
  int day; /* 0 for undated */
  int kind;
  DtlStatus status;
  int actors[3]; /* -1 ends */
  int sources[3];
  const char *title;
} Case;

static const Case cases[] = {
  { 1, 10, DTL_EVENT_KIND_STATEMENT, DTL_STATUS_DONE, { 0, 2, -1 }, { 1, -1, -1 }, "beta" },
  { 2, 20, DTL_EVENT_KIND_CLOSURE, DTL_STATUS_PLANNED, { 1, -1, -1 }, { 0, 1, -1 }, "Alpha" },
  { 3, 20, DTL_EVENT_KIND_STATEMENT, DTL_STATUS_UNKNOWN, { -1, -1, -1 }, { 0, -1, -1 }, "gamma" },
  { 4, 30, DTL_EVENT_KIND_CLOSURE, DTL_STATUS_DONE, { 0, -1, -1 }, { -1, -1, -1 }, "Beta" },
  { 5, 0, DTL_EVENT_KIND_LISTING, DTL_STATUS_PLANNED, { 2, -1, -1 }, { 1, -1, -1 }, "" },
  { 6, 0, DTL_EVENT_KIND_STATEMENT, DTL_STATUS_UNKNOWN, { 2, 0, -1 }, { 0, -1, -1 }, "delta" },
};

static DtlColumns *
make_columns (void)
{
  g_autoptr (DtlColumnsBuilder) builder = dtl_columns_builder_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      DtlColumnsEvent event = { .id = cases[i].id, .main_role = -1 };
      DtlMark mark = { .claim = 100 + cases[i].id, .role = DTL_ROLE_OCCURRED, .anchor_mark = DTL_NO_MARK };
      int64_t seconds = cases[i].day * DTL_SECONDS_PER_DAY;

      event.kind = cases[i].kind;
      event.status = cases[i].status;
      dtl_columns_builder_add_event (builder, &event);
      mark.bounds.start_earliest = mark.bounds.start_latest = seconds;
      mark.bounds.end_earliest = mark.bounds.end_latest = seconds;
      if (cases[i].day > 0)
        dtl_columns_builder_add_mark (builder, cases[i].id, &mark, DTL_ID_NONE);
      for (int j = 0; j < 3 && cases[i].actors[j] >= 0; j++)
        dtl_columns_builder_add_actor (builder, cases[i].id, (uint32_t) cases[i].actors[j]);
      for (int j = 0; j < 3 && cases[i].sources[j] >= 0; j++)
        dtl_columns_builder_add_source (builder, cases[i].id, (uint32_t) cases[i].sources[j]);
    }
  return dtl_columns_builder_finish (builder);
}

static DtlActorTable *
make_actors (void)
{
  static const char *const names[] = { "Zebra", "mole", "Apple" };
  GPtrArray *actors = g_ptr_array_new_with_free_func ((GDestroyNotify) dtl_actor_free);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      DtlActor *actor = dtl_actor_new ();

      actor->id = i + 1;
      actor->name = g_strdup (names[i]);
      /* The table puts those with most events first: as above. */
      actor->n_events = 10 - (int) i;
      g_ptr_array_add (actors, actor);
    }
  return dtl_actor_table_new (actors);
}

static char *
order_ids (DtlEventColumn column, gboolean descending, uint32_t hidden)
{
  g_autoptr (DtlColumns) columns = make_columns ();
  g_autoptr (DtlActorTable) actors = make_actors ();
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();
  g_autoptr (GPtrArray) kinds = g_ptr_array_new ();
  g_autoptr (DtlEventOrder) order = NULL;
  g_autoptr (DtlBitset) visible = dtl_bitset_new (columns->n_events, TRUE);
  uint32_t rows[G_N_ELEMENTS (cases)];
  GString *ids = g_string_new (NULL);
  DtlEventOrderInput input = { columns, actors, titles, kinds };
  uint32_t n_rows;

  for (guint row = 0; row < columns->n_events; row++)
    g_ptr_array_add (titles, (char *) cases[columns->id[row] - 1].title);
  for (int kind = 0; kind < DTL_N_KINDS; kind++)
    g_ptr_array_add (kinds, (char *) dtl_term_name (DTL_VOCABULARY_EVENT_KIND, kind));
  if (hidden < columns->n_events)
    dtl_bitset_set (visible, hidden, FALSE);
  order = dtl_event_order_new (column, &input);
  n_rows = dtl_event_order_pick (order, visible, descending, rows);
  for (uint32_t i = 0; i < n_rows; i++)
    g_string_append_printf (ids, "%d", (int) columns->id[rows[i]]);
  return g_string_free (ids, FALSE);
}

/* What is equal stays in the order of time in both directions; what has nothing in a column stands at the end. */
static void
test_orders (void)
{
  static const struct
  {
    DtlEventColumn column;
    const char *ascending, *descending;
  } rows[] = {
    { DTL_EVENT_COLUMN_DATE, "123456", "423156" },    /* undated: 5 and 6 */
    { DTL_EVENT_COLUMN_TITLE, "214635", "361425" },   /* untitled: 5; beta and Beta are equal */
    { DTL_EVENT_COLUMN_ACTORS, "524163", "164253" },  /* Apple < mole < Zebra < Zebra, Apple */
    { DTL_EVENT_COLUMN_KIND, "245136", "136524" },    /* closure < listing < statement */
    { DTL_EVENT_COLUMN_STATUS, "251436", "142536" },  /* planned < done; unknown: 3 and 6 */
    { DTL_EVENT_COLUMN_SOURCES, "362154", "152364" }, /* 1 < 1, 2 < 2; none: 4 */
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *up = order_ids (rows[i].column, FALSE, UINT32_MAX);
      g_autofree char *down = order_ids (rows[i].column, TRUE, UINT32_MAX);

      g_test_message ("column %s", dtl_event_column_get_name (rows[i].column));
      g_assert_cmpstr (up, ==, rows[i].ascending);
      g_assert_cmpstr (down, ==, rows[i].descending);
    }
}

static void
test_order_of_visible (void)
{
  g_autofree char *up = order_ids (DTL_EVENT_COLUMN_STATUS, FALSE, 1);
  g_autofree char *down = order_ids (DTL_EVENT_COLUMN_STATUS, TRUE, 1);

  g_assert_cmpstr (up, ==, "51436");
  g_assert_cmpstr (down, ==, "14536");
}

/* --- the model -------------------------------------------------------------------------------------------------- */

typedef struct
{
  guint n_calls, n_removed, n_added;
} Changes;

static void
items_changed_cb (GListModel *model, guint position, guint n_removed, guint n_added, Changes *changes)
{
  changes->n_calls++;
  changes->n_removed += n_removed;
  changes->n_added += n_added;
  /* GTK looks at every row of a change that does both. */
  g_assert_true (n_removed == 0 || n_added == 0);
}

static void
selection_cb (GtkSelectionModel *model, guint position, guint n_items, GArray *positions)
{
  g_assert_cmpuint (n_items, ==, 1);
  g_array_append_val (positions, position);
}

static DtlEventModel *
new_model (DtlSession *session)
{
  DtlEventModel *model = dtl_event_model_new ();

  dtl_event_model_set_session (model, session);
  return model;
}

static void
test_filter (void)
{
  g_autoptr (DtlSession) session = app_support_new_session ();
  g_autoptr (DtlEventModel) model = new_model (session);
  guint n_events = dtl_document_get_columns (dtl_session_get_document (session))->n_events;
  Changes changes = { 0 };
  guint n_rows;

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, n_events);
  g_signal_connect (model, "items-changed", G_CALLBACK (items_changed_cb), &changes);
  dtl_session_set_actor_on (session, app_support_find_actor (session, "Kaspersky"), FALSE);
  n_rows = n_events - dtl_session_get_n_hidden (session);
  g_assert_cmpuint (changes.n_calls, ==, 1);
  g_assert_cmpuint (changes.n_removed, ==, dtl_session_get_n_hidden (session));
  g_assert_cmpuint (changes.n_removed, >, 0);
  g_assert_cmpuint (changes.n_added, ==, 0);
  for (guint i = 0; i < n_rows; i++)
    g_assert_true (dtl_bitset_get (dtl_session_get_visible (session), dtl_event_model_get_row (model, i)));
  g_assert_cmpuint (dtl_event_model_get_row (model, n_rows), ==, DTL_NO_ROW);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (model), n_rows));
  dtl_event_model_set_session (model, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 0);
}

/* What is held stays, with another event in its place; GTK need not make its widgets anew. */
static void
test_places (void)
{
  g_autoptr (DtlSession) session = app_support_new_session ();
  g_autoptr (DtlEventModel) model = new_model (session);
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (model));
  g_autoptr (DtlEventRow) first = g_list_model_get_item (G_LIST_MODEL (model), 0);
  g_autoptr (DtlEventRow) again = NULL;
  g_autofree char *before = dtl_event_row_dup_text (first, DTL_EVENT_COLUMN_TITLE);
  g_autofree char *after = NULL;
  gpointer other;

  dtl_event_model_sort (model, DTL_EVENT_COLUMN_DATE, TRUE);
  again = g_list_model_get_item (G_LIST_MODEL (model), 0);
  after = dtl_event_row_dup_text (first, DTL_EVENT_COLUMN_TITLE);
  g_assert_true (again == first);
  g_assert_cmpuint (dtl_event_row_get_row (first), ==, dtl_event_model_get_row (model, 0));
  g_assert_cmpstr (after, !=, before);

  /* One that nobody held is another object, and none is left of it. */
  other = g_list_model_get_item (G_LIST_MODEL (model), n_items - 1);
  g_object_add_weak_pointer (other, &other);
  g_object_unref (other);
  g_assert_null (other);
  other = g_list_model_get_item (G_LIST_MODEL (model), n_items - 1);
  g_assert_cmpuint (dtl_event_row_get_row (other), ==, dtl_event_model_get_row (model, n_items - 1));
  g_object_unref (other);
}

static void
test_selection (void)
{
  g_autoptr (DtlSession) session = app_support_new_session ();
  g_autoptr (DtlEventModel) model = new_model (session);
  g_autoptr (GArray) positions = g_array_new (FALSE, FALSE, sizeof (guint));
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (model);
  g_autoptr (GtkBitset) all = NULL;
  uint32_t row;

  dtl_event_model_sort (model, DTL_EVENT_COLUMN_TITLE, TRUE);
  g_signal_connect (model, "selection-changed", G_CALLBACK (selection_cb), positions);
  g_assert_true (gtk_selection_model_select_item (selection, 3, TRUE));
  g_assert_cmpuint (dtl_session_get_selected_row (session), ==, dtl_event_model_get_row (model, 3));
  g_assert_cmpuint (positions->len, ==, 1);
  g_assert_cmpuint (g_array_index (positions, guint, 0), ==, 3);

  row = dtl_event_model_get_row (model, 7);
  dtl_session_select_row (session, row);
  g_assert_cmpuint (positions->len, ==, 3);
  g_assert_cmpuint (g_array_index (positions, guint, 1), ==, 3);
  g_assert_cmpuint (g_array_index (positions, guint, 2), ==, 7);
  g_assert_true (gtk_selection_model_is_selected (selection, 7));
  g_assert_false (gtk_selection_model_is_selected (selection, 3));
  all = gtk_selection_model_get_selection (selection);
  g_assert_cmpuint (gtk_bitset_get_size (all), ==, 1);
  g_assert_true (gtk_bitset_contains (all, 7));

  /* It goes with its event to another place. */
  dtl_event_model_sort (model, DTL_EVENT_COLUMN_DATE, FALSE);
  g_assert_true (gtk_selection_model_is_selected (selection, dtl_event_model_get_position (model, row)));
  g_assert_cmpuint (dtl_session_get_selected_row (session), ==, row);
  gtk_selection_model_unselect_item (selection, dtl_event_model_get_position (model, row));
  g_assert_cmpuint (dtl_session_get_selected_row (session), ==, DTL_NO_ROW);
}

static void
test_row_words (void)
{
  g_autoptr (DtlSession) session = app_support_new_session ();
  DtlId event = app_support_find_event (session, "Ban on US sales");
  uint32_t row = (uint32_t) dtl_columns_find (dtl_document_get_columns (dtl_session_get_document (session)), event);
  g_autoptr (DtlEventRow) item = dtl_event_row_new (session, row);
  static const struct
  {
    DtlEventColumn column;
    const char *text;
  } expected[] = {
    { DTL_EVENT_COLUMN_DATE, "[20 Jun 2024]" },
    { DTL_EVENT_COLUMN_TITLE, "Ban on US sales of Kaspersky software" },
    { DTL_EVENT_COLUMN_KIND, "prohibition" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *text = dtl_event_row_dup_text (item, expected[i].column);

      g_assert_cmpstr (text, ==, expected[i].text);
    }
  g_assert_true (dtl_event_row_has_competing (item));
  g_assert_false (dtl_event_row_is_hit (item));
}

/* --- sorting by headers ----------------------------------------------------------------------------------------- */

static void
test_probe (void)
{
  GtkWidget *view = g_object_ref_sink (gtk_column_view_new (NULL));
  GtkColumnViewColumn *columns[DTL_N_EVENT_COLUMNS];
  DtlEventColumn column;
  gboolean descending;

  for (int i = 0; i < DTL_N_EVENT_COLUMNS; i++)
    {
      g_autoptr (GtkSorter) sorter = dtl_column_sorter_new ((DtlEventColumn) i);

      columns[i] = gtk_column_view_column_new ("", NULL);
      gtk_column_view_column_set_sorter (columns[i], sorter);
      gtk_column_view_append_column (GTK_COLUMN_VIEW (view), columns[i]);
      g_object_unref (columns[i]);
    }
  g_assert_false (dtl_column_sorter_probe (gtk_column_view_get_sorter (GTK_COLUMN_VIEW (view)), &column, &descending));
  for (int i = 0; i < DTL_N_EVENT_COLUMNS * 2; i++)
    {
      gtk_column_view_sort_by_column (GTK_COLUMN_VIEW (view), columns[i / 2],
                                      i % 2 ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
      g_assert_true (
          dtl_column_sorter_probe (gtk_column_view_get_sorter (GTK_COLUMN_VIEW (view)), &column, &descending));
      g_assert_cmpint ((int) column, ==, i / 2);
      g_assert_cmpint (descending, ==, i % 2);
    }
  g_object_unref (view);
}

/* More room never means fewer columns; a phone has one. */
static void
test_fit (void)
{
  DtlEventColumnsFit before = 0;

  g_assert_cmpuint (dtl_event_columns_fit (360, 1, 200), ==, DTL_EVENT_COLUMNS_ONE);
  g_assert_cmpuint (dtl_event_columns_fit (800, 2, 400), ==, DTL_EVENT_COLUMNS_ONE);
  g_assert_cmpuint (dtl_event_columns_fit (1000, 1, 200), ==, DTL_EVENT_COLUMNS_ALL);
  g_assert_cmpuint (dtl_event_columns_fit (1600, 1, 200), ==, DTL_EVENT_COLUMNS_ALL | DTL_EVENT_COLUMNS_ROOMY);
  /* The longer the dates, the wider their column, within limits. */
  g_assert_cmpuint (dtl_event_columns_fit (600, 1, 200), >, dtl_event_columns_fit (600, 1, 260));
  g_assert_cmpint (dtl_event_columns_limit_date (0, 1), ==, 150);
  g_assert_cmpint (dtl_event_columns_limit_date (210, 1), ==, 210);
  g_assert_cmpint (dtl_event_columns_limit_date (2000, 2), ==, 620);
  for (int width_px = 100; width_px < 1300; width_px += 10)
    {
      DtlEventColumnsFit fit = dtl_event_columns_fit (width_px, 1, 200);

      g_assert_cmpuint (fit & before, ==, before);
      before = fit;
    }
}

int
main (int argc, char **argv)
{
  app_support_init (&argc, &argv);
  g_test_add_func ("/list/orders", test_orders);
  g_test_add_func ("/list/order-of-visible", test_order_of_visible);
  g_test_add_func ("/list/filter", test_filter);
  g_test_add_func ("/list/places", test_places);
  g_test_add_func ("/list/selection", test_selection);
  g_test_add_func ("/list/row-words", test_row_words);
  g_test_add_func ("/list/probe", test_probe);
  g_test_add_func ("/list/fit", test_fit);
  return app_support_finish ();
}
