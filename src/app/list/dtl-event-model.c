/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-event-model.h. An item is a place and not an event: whatever changes the rows fills the places anew, and only
 * how many there are is told. Telling which of a million rows moved would take longer than asking anew for those in
 * view, and for rows that came and went GTK would make its widgets anew. */
#include "app/list/dtl-event-model.h"

#include "app/list/dtl-event-sorting.h"

/* GTK makes widgets for some 200 rows in one go, which stops everything for an eighth of a second; for so many it is a
 * frame or two. Once it has enough of them, more rows are no more widgets. */
#define STEP   50
#define ENOUGH 300

struct _DtlEventModel
{
  GObject parent_instance;
  DtlSession *session;
  DtlEventSorting *sorting;
  DtlEventColumn column;
  gboolean descending;
  DtlEventOrder *order; /* that the rows stand in; not yet @column's while busy */
  gboolean order_is_descending;
  uint32_t *rows;
  guint n_rows;
  guint n_told; /* of them, how many there are said to be so far */
  guint grow_id;
  GHashTable *places; /* position -> DtlEventRow, those that somebody holds; borrowed */
  uint32_t selected_row;
  gboolean has_chosen; /* several are selected */
  gboolean is_busy;
};

enum
{
  PROP_BUSY = 1,
  N_PROPERTIES,
};

enum
{
  SIGNAL_REPLACED,
  SIGNAL_GROWN,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

static void dtl_event_model_list_init (GListModelInterface *iface);
static void dtl_event_model_selection_init (GtkSelectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DtlEventModel,
                               dtl_event_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, dtl_event_model_list_init)
                                   G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL, dtl_event_model_selection_init))

/* --- list ------------------------------------------------------------------------------------------------------- */

static GType
get_item_type (GListModel *list)
{
  return DTL_TYPE_EVENT_ROW;
}

static guint
get_n_items (GListModel *list)
{
  return DTL_EVENT_MODEL (list)->n_told;
}

static gboolean
is_value (gpointer key, gpointer value, gpointer wanted)
{
  return value == wanted;
}

static void
place_gone_cb (gpointer places, GObject *row)
{
  g_hash_table_foreach_remove (places, is_value, row);
}

/* To be called while nobody can hold a place that is of another session. */
static void
forget_places (DtlEventModel *self)
{
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->places);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    {
      g_object_weak_unref (row, place_gone_cb, self->places);
      g_hash_table_iter_remove (&iter);
    }
}

static gpointer
get_item (GListModel *list, guint position)
{
  DtlEventModel *self = DTL_EVENT_MODEL (list);
  DtlEventRow *row;

  if (position >= self->n_told)
    return NULL;
  row = g_hash_table_lookup (self->places, GUINT_TO_POINTER (position));
  if (row != NULL)
    {
      dtl_event_row_set_row (row, self->rows[position]);
      return g_object_ref (row);
    }
  row = dtl_event_row_new (self->session, self->rows[position]);
  g_hash_table_insert (self->places, GUINT_TO_POINTER (position), row);
  g_object_weak_ref (G_OBJECT (row), place_gone_cb, self->places);
  return row;
}

static void
dtl_event_model_list_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

/* --- selection -------------------------------------------------------------------------------------------------- */

static gboolean
is_selected (GtkSelectionModel *model, guint position)
{
  DtlEventModel *self = DTL_EVENT_MODEL (model);

  return position < self->n_rows && dtl_session_is_chosen (self->session, self->rows[position]);
}

static GtkBitset *
get_selection_in_range (GtkSelectionModel *model, guint position, guint n_items)
{
  DtlEventModel *self = DTL_EVENT_MODEL (model);
  GtkBitset *selection = gtk_bitset_new_empty ();
  guint selected;

  if (self->has_chosen)
    {
      for (guint i = position; i < self->n_rows && i - position < n_items; i++)
        if (is_selected (model, i))
          gtk_bitset_add (selection, i);
      return selection;
    }
  selected = dtl_event_model_get_position (self, self->selected_row);
  if (selected != GTK_INVALID_LIST_POSITION && selected >= position && selected - position < n_items)
    gtk_bitset_add (selection, selected);
  return selection;
}

static gboolean
select_item (GtkSelectionModel *model, guint position, gboolean unselect_rest)
{
  DtlEventModel *self = DTL_EVENT_MODEL (model);

  if (position >= self->n_rows)
    return FALSE;
  if (unselect_rest)
    dtl_session_select_row (self->session, self->rows[position]);
  else if (!is_selected (model, position))
    dtl_session_toggle_chosen (self->session, self->rows[position]);
  return TRUE;
}

static gboolean
unselect_item (GtkSelectionModel *model, guint position)
{
  DtlEventModel *self = DTL_EVENT_MODEL (model);

  if (is_selected (model, position))
    dtl_session_toggle_chosen (self->session, self->rows[position]);
  return TRUE;
}

static gboolean
select_range (GtkSelectionModel *model, guint position, guint n_items, gboolean unselect_rest)
{
  DtlEventModel *self = DTL_EVENT_MODEL (model);
  g_autoptr (DtlBitset) rows = NULL;

  if (self->session == NULL)
    return FALSE;
  rows = dtl_bitset_new (dtl_session_get_visible (self->session)->n_bits, FALSE);
  for (guint i = 0; i < self->n_rows; i++)
    if ((i >= position && i - position < n_items) || (!unselect_rest && is_selected (model, i)))
      dtl_bitset_set (rows, self->rows[i], TRUE);
  dtl_session_choose (self->session, rows, DTL_NO_ROW);
  return TRUE;
}

static gboolean
select_all (GtkSelectionModel *model)
{
  if (DTL_EVENT_MODEL (model)->session != NULL)
    dtl_session_choose_all (DTL_EVENT_MODEL (model)->session);
  return TRUE;
}

static gboolean
unselect_all (GtkSelectionModel *model)
{
  if (DTL_EVENT_MODEL (model)->session != NULL)
    dtl_session_select (DTL_EVENT_MODEL (model)->session, DTL_ID_NONE, DTL_ID_NONE);
  return TRUE;
}

static void
dtl_event_model_selection_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = is_selected;
  iface->get_selection_in_range = get_selection_in_range;
  iface->select_item = select_item;
  iface->unselect_item = unselect_item;
  iface->select_range = select_range;
  iface->select_all = select_all;
  iface->unselect_all = unselect_all;
}

static void
tell_selection_at (DtlEventModel *self, guint position)
{
  if (position < self->n_told)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), position, 1);
}

static void
tell_selection_of (DtlEventModel *self, uint32_t row)
{
  tell_selection_at (self, dtl_event_model_get_position (self, row));
}

static void
selection_changed_cb (DtlEventModel *self)
{
  uint32_t old_row = self->selected_row;
  gboolean had_chosen = self->has_chosen;

  self->selected_row = dtl_session_get_selected_row (self->session);
  self->has_chosen = dtl_session_get_chosen (self->session) != NULL;
  if (had_chosen || self->has_chosen)
    {
      if (self->n_rows > 0)
        gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), 0, self->n_rows);
      return;
    }
  if (self->selected_row == old_row)
    return;
  tell_selection_of (self, old_row);
  tell_selection_of (self, self->selected_row);
}

/* --- rows ------------------------------------------------------------------------------------------------------- */

static void
fill_places (DtlEventModel *self)
{
  GHashTableIter iter;
  gpointer position, row;

  g_hash_table_iter_init (&iter, self->places);
  while (g_hash_table_iter_next (&iter, &position, &row))
    if (GPOINTER_TO_UINT (position) < self->n_rows)
      dtl_event_row_set_row (row, self->rows[GPOINTER_TO_UINT (position)]);
}

static void
tell_number (DtlEventModel *self, guint n_told)
{
  guint n_before = self->n_told;
  guint n_same = MIN (n_before, n_told);

  self->n_told = n_told;
  if (n_before != n_told)
    g_list_model_items_changed (G_LIST_MODEL (self), n_same, n_before - n_same, n_told - n_same);
}

static gboolean
grow_cb (gpointer user_data)
{
  DtlEventModel *self = user_data;
  gboolean is_enough = self->n_told + STEP >= MIN (self->n_rows, ENOUGH);

  tell_number (self, is_enough ? self->n_rows : self->n_told + STEP);
  if (!is_enough)
    return G_SOURCE_CONTINUE;
  self->grow_id = 0;
  g_signal_emit (self, signals[SIGNAL_GROWN], 0);
  return G_SOURCE_REMOVE;
}

/* Who shows the places hears of their new events by "replaced", and of all that are more later by "grown".
 * @selected_before: the place that was selected */
static void
tell_rows (DtlEventModel *self, guint selected_before)
{
  gboolean is_enough = MIN (self->n_rows, ENOUGH) <= self->n_told + STEP;

  fill_places (self);
  tell_number (self, is_enough ? self->n_rows : self->n_told + STEP);
  tell_selection_at (self, selected_before);
  tell_selection_at (self, dtl_event_model_get_position (self, self->selected_row));
  g_clear_handle_id (&self->grow_id, g_source_remove);
  if (!is_enough)
    self->grow_id = g_idle_add (grow_cb, self);
  g_signal_emit (self, signals[SIGNAL_REPLACED], 0);
}

static void
replace_rows (DtlEventModel *self)
{
  guint selected_before = dtl_event_model_get_position (self, self->selected_row);

  g_clear_pointer (&self->rows, g_free);
  self->n_rows = 0;
  self->selected_row = DTL_NO_ROW;
  if (self->session != NULL)
    {
      DtlBitset *visible = dtl_session_get_visible (self->session);

      self->rows = g_new (uint32_t, MAX (self->order->n_rows, 1));
      self->n_rows = dtl_event_order_pick (self->order, visible, self->order_is_descending, self->rows);
      self->selected_row = dtl_session_get_selected_row (self->session);
      self->has_chosen = dtl_session_get_chosen (self->session) != NULL;
    }
  tell_rows (self, selected_before);
}

static void
take_order (DtlEventModel *self, DtlEventOrder *order, gboolean descending)
{
  dtl_event_order_ref (order);
  g_clear_pointer (&self->order, dtl_event_order_unref);
  self->order = order;
  self->order_is_descending = descending;
}

static void
set_busy (DtlEventModel *self, gboolean is_busy)
{
  if (self->is_busy == is_busy)
    return;
  self->is_busy = is_busy;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

/* Takes the wanted order if it is there; asks for it if not. Returns: whether it was there */
static gboolean
try_order (DtlEventModel *self)
{
  DtlEventOrder *order = dtl_event_sorting_get (self->sorting, self->column);

  if (order != NULL)
    take_order (self, order, self->descending);
  set_busy (self, order == NULL);
  return order != NULL;
}

static void
order_ready_cb (gpointer user_data)
{
  DtlEventModel *self = user_data;

  if (try_order (self))
    replace_rows (self);
}

/* The old order is of other rows; that by date is always at hand. */
static void
case_changed_cb (DtlEventModel *self)
{
  g_clear_pointer (&self->sorting, dtl_event_sorting_free);
  g_clear_pointer (&self->order, dtl_event_order_unref);
  if (self->session != NULL)
    {
      self->sorting = dtl_event_sorting_new (dtl_session_get_document (self->session), order_ready_cb, self);
      if (!try_order (self))
        {
          DtlEventOrderInput input = { .columns = dtl_document_get_columns (dtl_session_get_document (self->session)) };
          g_autoptr (DtlEventOrder) by_date = dtl_event_order_new (DTL_EVENT_COLUMN_DATE, &input);

          take_order (self, by_date, FALSE);
        }
    }
  replace_rows (self);
}

/* --- object ----------------------------------------------------------------------------------------------------- */

static void
dtl_event_model_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_BUSY)
    g_value_set_boolean (value, DTL_EVENT_MODEL (object)->is_busy);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
dtl_event_model_dispose (GObject *object)
{
  DtlEventModel *self = DTL_EVENT_MODEL (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_pointer (&self->sorting, dtl_event_sorting_free);
  g_clear_pointer (&self->order, dtl_event_order_unref);
  g_clear_pointer (&self->rows, g_free);
  self->n_rows = self->n_told = 0;
  g_clear_handle_id (&self->grow_id, g_source_remove);
  if (self->places != NULL)
    forget_places (self);
  g_clear_pointer (&self->places, g_hash_table_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (dtl_event_model_parent_class)->dispose (object);
}

static void
dtl_event_model_class_init (DtlEventModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = dtl_event_model_get_property;
  object_class->dispose = dtl_event_model_dispose;
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  signals[SIGNAL_GROWN] =
      g_signal_new ("grown", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_REPLACED] =
      g_signal_new ("replaced", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dtl_event_model_init (DtlEventModel *self)
{
  self->selected_row = DTL_NO_ROW;
  self->places = g_hash_table_new (NULL, NULL);
}

/* Returns: (transfer full): a model without rows, by date */
DtlEventModel *
dtl_event_model_new (void)
{
  return g_object_new (DTL_TYPE_EVENT_MODEL, NULL);
}

/* The places of another session are others. */
static void
clear_rows (DtlEventModel *self)
{
  forget_places (self);
  g_clear_pointer (&self->rows, g_free);
  self->n_rows = 0;
  g_clear_handle_id (&self->grow_id, g_source_remove);
  tell_number (self, 0);
}

/**
 * dtl_event_model_set_session:
 * @session: (nullable): whose events; kept referenced
 */
void
dtl_event_model_set_session (DtlEventModel *self, DtlSession *session)
{
  g_return_if_fail (DTL_IS_EVENT_MODEL (self));

  if (self->session == session)
    return;
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  clear_rows (self);
  g_set_object (&self->session, session);
  if (session != NULL)
    {
      g_signal_connect_swapped (session, "case-changed", G_CALLBACK (case_changed_cb), self);
      g_signal_connect_swapped (session, "filter-changed", G_CALLBACK (replace_rows), self);
      g_signal_connect_swapped (session, "selection-changed", G_CALLBACK (selection_changed_cb), self);
    }
  case_changed_cb (self);
}

/**
 * dtl_event_model_sort:
 * @column: by what
 * @descending: from the last to the first; what has nothing in this column stays at the end
 *
 * Takes effect at once or, where many words must be compared first, when DtlEventModel:busy ends.
 */
void
dtl_event_model_sort (DtlEventModel *self, DtlEventColumn column, gboolean descending)
{
  g_return_if_fail (DTL_IS_EVENT_MODEL (self));
  g_return_if_fail (column < DTL_N_EVENT_COLUMNS);

  descending = !!descending;
  if (self->column == column && self->descending == descending)
    return;
  self->column = column;
  self->descending = descending;
  if (self->session != NULL && try_order (self))
    replace_rows (self);
}

gboolean
dtl_event_model_is_busy (DtlEventModel *self)
{
  g_return_val_if_fail (DTL_IS_EVENT_MODEL (self), FALSE);
  return self->is_busy;
}

/* Returns: the row of the columns that stands at @position; DTL_NO_ROW behind the end */
uint32_t
dtl_event_model_get_row (DtlEventModel *self, guint position)
{
  g_return_val_if_fail (DTL_IS_EVENT_MODEL (self), DTL_NO_ROW);
  return position < self->n_rows ? self->rows[position] : DTL_NO_ROW;
}

/* Returns: where a row of the columns stands; GTK_INVALID_LIST_POSITION for one that does not show, or not yet. Looks
 * through all rows: half a millisecond for a million. */
guint
dtl_event_model_get_position (DtlEventModel *self, uint32_t row)
{
  g_return_val_if_fail (DTL_IS_EVENT_MODEL (self), GTK_INVALID_LIST_POSITION);

  for (guint i = 0; row != DTL_NO_ROW && i < self->n_told; i++)
    if (self->rows[i] == row)
      return i;
  return GTK_INVALID_LIST_POSITION;
}
