/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-event-list.h. A list that was never looked at costs nothing: it takes up its session when it is first shown.
 * Columns do not come and go while sizes are given out; the list notes which would fit and changes them in a tick. */
#include "app/compat/dtl-scroll-to.h"
#include "app/dtl-event-menu.h"
#include "app/dtl-shell.h"
#include "app/list/dtl-column-sorter.h"
#include "app/list/dtl-event-list-private.h"

/* Sorting that takes no longer is not spoken of. */
#define BUSY_AFTER_MS 600
/* What is not in view after so many frames of scrolling will not come. */
#define MOST_FRAMES 6
/* So many dates tell how wide dates are, with what stands beside them in a cell. */
#define N_DATES     60
#define DATE_PAD_PX 34

enum
{
  PROP_SORT = 1,
  PROP_DESCENDING,
  N_PROPERTIES,
};

enum
{
  SIGNAL_EVENT_OPENED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DtlEventList, dtl_event_list, GTK_TYPE_WIDGET)

/* --- cells ------------------------------------------------------------------------------------------------------ */

static gboolean
is_compact (DtlEventList *self)
{
  return self->fit == DTL_EVENT_COLUMNS_ONE;
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer column)
{
  gtk_list_item_set_child (item, dtl_event_cell_new ((DtlEventColumn) GPOINTER_TO_INT (column)));
}

static void
bind_cb (DtlEventList *self, GtkListItem *item)
{
  DtlEventCell *cell = DTL_EVENT_CELL (gtk_list_item_get_child (item));

  dtl_event_cell_set_row (cell, DTL_EVENT_ROW (gtk_list_item_get_item (item)), is_compact (self));
  g_ptr_array_add (self->cells, cell);
}

static void
unbind_cb (DtlEventList *self, GtkListItem *item)
{
  DtlEventCell *cell = DTL_EVENT_CELL (gtk_list_item_get_child (item));

  g_ptr_array_remove_fast (self->cells, cell);
  dtl_event_cell_set_row (cell, NULL, FALSE);
}

/* The title's cell of a row; NULL while that row is not made. */
GtkWidget *
dtl_event_list_find_cell (DtlEventList *self, uint32_t row)
{
  for (guint i = 0; row != DTL_NO_ROW && i < self->cells->len; i++)
    {
      DtlEventCell *cell = g_ptr_array_index (self->cells, i);

      if (dtl_event_cell_get_column (cell) == DTL_EVENT_COLUMN_TITLE &&
          dtl_event_row_get_row (dtl_event_cell_get_row (cell)) == row)
        return GTK_WIDGET (cell);
    }
  return NULL;
}

static void
make_columns (DtlEventList *self)
{
  g_autoptr (GMenuModel) header_menu = dtl_event_menu_new_sorting ();

  for (int i = 0; i < DTL_N_EVENT_COLUMNS; i++)
    {
      g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

      g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GINT_TO_POINTER (i));
      g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);
      self->columns[i] = dtl_event_column_new ((DtlEventColumn) i, factory, header_menu);
      gtk_column_view_append_column (self->view, self->columns[i]);
    }
}

/* --- width ------------------------------------------------------------------------------------------------------ */

static void
refill_cells (DtlEventList *self)
{
  for (guint i = 0; i < self->cells->len; i++)
    {
      DtlEventCell *cell = g_ptr_array_index (self->cells, i);

      dtl_event_cell_set_row (cell, dtl_event_cell_get_row (cell), is_compact (self));
    }
}

static void
apply_fit (DtlEventList *self)
{
  self->fit = self->wanted_fit;
  self->text_scale = self->wanted_scale;
  self->date_px = self->wanted_date_px;
  dtl_event_columns_apply (self->columns, self->fit, self->text_scale, self->date_px);
  refill_cells (self);
}

static gboolean
apply_fit_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  DtlEventList *self = DTL_EVENT_LIST (widget);

  self->tick_id = 0;
  apply_fit (self);
  return G_SOURCE_REMOVE;
}

/* Asks for the columns that have room, in a tick if these are others than now. */
static void
want_fit (DtlEventList *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->wanted_scale = dtl_shell_get_text_scale (widget);
  /* Where there is little room, two fifths of it at most: the title tells more. */
  self->wanted_date_px = dtl_event_columns_limit_date (
      MIN (self->widest_date_px, gtk_widget_get_width (widget) * 2 / 5), self->wanted_scale);
  self->wanted_fit = dtl_event_columns_fit (gtk_widget_get_width (widget), self->wanted_scale, self->wanted_date_px);
  if ((self->wanted_fit != self->fit || self->wanted_scale != self->text_scale ||
       self->wanted_date_px != self->date_px) &&
      self->tick_id == 0)
    self->tick_id = gtk_widget_add_tick_callback (widget, apply_fit_cb, NULL, NULL);
}

/* Looks at some of the dates, spread over all rows. */
static void
measure_dates (DtlEventList *self)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  guint n_looked = MIN (n_rows, N_DATES);

  for (guint i = 0; i < n_looked; i++)
    {
      g_autoptr (DtlEventRow) row =
          g_list_model_get_item (G_LIST_MODEL (self->model), (guint) ((guint64) i * n_rows / n_looked));
      g_autofree char *text = dtl_event_row_dup_text (row, DTL_EVENT_COLUMN_DATE);
      int width_px;

      pango_layout_set_text (layout, text, -1);
      pango_layout_get_pixel_size (layout, &width_px, NULL);
      self->widest_date_px = MAX (self->widest_date_px, width_px + DATE_PAD_PX);
    }
  if (n_looked > 0 && gtk_widget_get_width (GTK_WIDGET (self)) > 0)
    want_fit (self);
}

static void
dtl_event_list_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  DtlEventList *self = DTL_EVENT_LIST (widget);

  gtk_widget_allocate (GTK_WIDGET (self->stack), width, height, baseline, NULL);
  want_fit (self);
}

static void
dtl_event_list_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  gtk_widget_measure (GTK_WIDGET (DTL_EVENT_LIST (widget)->stack), orientation, for_size, minimum, natural, NULL, NULL);
  *minimum_baseline = *natural_baseline = -1;
}

/* --- sorting ---------------------------------------------------------------------------------------------------- */

static void
sorter_changed_cb (DtlEventList *self)
{
  DtlEventColumn column;
  gboolean descending;

  if (!dtl_column_sorter_probe (gtk_column_view_get_sorter (self->view), &column, &descending))
    return;
  dtl_event_model_sort (self->model, column, descending);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SORT]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DESCENDING]);
}

/**
 * dtl_event_list_sort:
 * @column: by what
 * @descending: from the last to the first
 */
void
dtl_event_list_sort (DtlEventList *self, DtlEventColumn column, gboolean descending)
{
  g_return_if_fail (DTL_IS_EVENT_LIST (self));
  g_return_if_fail (column < DTL_N_EVENT_COLUMNS);

  gtk_column_view_sort_by_column (self->view, self->columns[column],
                                  descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
}

static void
get_sorting (DtlEventList *self, DtlEventColumn *column, gboolean *descending)
{
  if (dtl_column_sorter_probe (gtk_column_view_get_sorter (self->view), column, descending))
    return;
  *column = DTL_EVENT_COLUMN_DATE;
  *descending = FALSE;
}

static gboolean
show_busy_cb (gpointer user_data)
{
  DtlEventList *self = user_data;

  self->busy_id = 0;
  gtk_widget_set_visible (self->busy_box, TRUE);
  return G_SOURCE_REMOVE;
}

static void
busy_changed_cb (DtlEventList *self)
{
  g_clear_handle_id (&self->busy_id, g_source_remove);
  if (dtl_event_model_is_busy (self->model))
    self->busy_id = g_timeout_add (BUSY_AFTER_MS, show_busy_cb, self);
  else
    gtk_widget_set_visible (self->busy_box, FALSE);
}

/* --- the session ------------------------------------------------------------------------------------------------ */

static gboolean
is_in_view (DtlEventList *self, uint32_t row)
{
  GtkWidget *cell = dtl_event_list_find_cell (self, row);
  graphene_rect_t bounds;

  if (cell == NULL || !gtk_widget_get_mapped (cell) ||
      !gtk_widget_compute_bounds (cell, GTK_WIDGET (self->scroller), &bounds))
    return FALSE;
  return bounds.origin.y >= 0 &&
         bounds.origin.y + bounds.size.height <= gtk_widget_get_height (GTK_WIDGET (self->scroller));
}

/* Scrolls only as far as is needed. Returns: whether nothing needed to be done; FALSE too while there is no size yet */
gboolean
dtl_event_list_reveal_selected (DtlEventList *self)
{
  uint32_t row = self->session != NULL ? dtl_session_get_selected_row (self->session) : DTL_NO_ROW;
  guint position = dtl_event_model_get_position (self->model, row);

  if (gtk_widget_get_height (GTK_WIDGET (self->view)) == 0)
    return FALSE;
  if (position == GTK_INVALID_LIST_POSITION || is_in_view (self, row))
    return TRUE;
  dtl_scroll_to (self->view, position);
  return FALSE;
}

/* Has the keyboard go on from the selected row. */
static void
move_focus (DtlEventList *self)
{
  uint32_t row = self->session != NULL ? dtl_session_get_selected_row (self->session) : DTL_NO_ROW;
  GtkWidget *cell = dtl_event_list_find_cell (self, row);
  GtkWidget *row_widget = cell != NULL ? gtk_widget_get_parent (gtk_widget_get_parent (cell)) : NULL;
  GtkWidget *list = row_widget != NULL ? gtk_widget_get_parent (row_widget) : NULL;

  if (!GTK_IS_LIST_BASE (list))
    return;
  if (gtk_widget_get_state_flags (GTK_WIDGET (self)) & GTK_STATE_FLAG_FOCUS_WITHIN)
    gtk_widget_grab_focus (row_widget);
  else
    gtk_widget_set_focus_child (list, row_widget);
}

/* A list that has just come into view has its size, and a row that was scrolled to its place, in the frame after. */
static gboolean
follow_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  DtlEventList *self = DTL_EVENT_LIST (widget);

  if (!dtl_event_list_reveal_selected (self) && --self->frames_left > 0)
    return G_SOURCE_CONTINUE;
  self->follow_id = 0;
  move_focus (self);
  return G_SOURCE_REMOVE;
}

/* Scrolls to the selected row, and lets the keyboard follow. */
static void
follow_selection (DtlEventList *self)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  self->frames_left = MOST_FRAMES;
  if (self->follow_id == 0)
    self->follow_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), follow_cb, NULL, NULL);
}

static void
search_changed_cb (DtlEventList *self)
{
  for (guint i = 0; i < self->cells->len; i++)
    dtl_event_cell_update_hit (g_ptr_array_index (self->cells, i));
}

static void
rows_changed_cb (DtlEventList *self)
{
  DtlDocument *document = self->session != NULL ? dtl_session_get_document (self->session) : NULL;
  const char *page = "rows";

  if (document != NULL && dtl_document_get_columns (document)->n_events == 0)
    page = "no-events";
  else if (g_list_model_get_n_items (G_LIST_MODEL (self->model)) == 0)
    page = "all-hidden";
  gtk_stack_set_visible_child_name (self->stack, page);
  measure_dates (self);
  refill_cells (self);
  follow_selection (self);
}

/* Rows get their size in the first frame; then the selected one can be scrolled to. */
static void
dtl_event_list_map (GtkWidget *widget)
{
  DtlEventList *self = DTL_EVENT_LIST (widget);

  dtl_event_model_set_session (self->model, self->session);
  GTK_WIDGET_CLASS (dtl_event_list_parent_class)->map (widget);
  follow_selection (self);
}

static gboolean
dtl_event_list_grab_focus (GtkWidget *widget)
{
  DtlEventList *self = DTL_EVENT_LIST (widget);
  GtkWidget *page = gtk_stack_get_visible_child (self->stack);

  return page != NULL && gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

/* --- the widget ------------------------------------------------------------------------------------------------- */

static void
dtl_event_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  DtlEventColumn column;
  gboolean descending;

  get_sorting (DTL_EVENT_LIST (object), &column, &descending);
  if (id == PROP_SORT)
    g_value_set_string (value, dtl_event_column_get_name (column));
  else if (id == PROP_DESCENDING)
    g_value_set_boolean (value, descending);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
dtl_event_list_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  DtlEventList *self = DTL_EVENT_LIST (object);
  DtlEventColumn column;
  gboolean descending;

  get_sorting (self, &column, &descending);
  if (id == PROP_SORT && dtl_event_column_from_name (g_value_get_string (value), &column))
    dtl_event_list_sort (self, column, descending);
  else if (id == PROP_DESCENDING)
    dtl_event_list_sort (self, column, g_value_get_boolean (value));
}

static void
dtl_event_list_dispose (GObject *object)
{
  DtlEventList *self = DTL_EVENT_LIST (object);

  g_clear_handle_id (&self->busy_id, g_source_remove);
  if (self->tick_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick_id);
  self->tick_id = 0;
  if (self->follow_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->follow_id);
  self->follow_id = 0;
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  if (self->view != NULL)
    {
      g_signal_handlers_disconnect_by_data (gtk_column_view_get_sorter (self->view), self);
      gtk_column_view_set_model (self->view, NULL);
    }
  gtk_widget_dispose_template (GTK_WIDGET (self), DTL_TYPE_EVENT_LIST);
  for (int i = 0; i < DTL_N_EVENT_COLUMNS; i++)
    g_clear_object (&self->columns[i]);
  g_clear_object (&self->session);
  g_clear_object (&self->model);
  g_clear_object (&self->menu);
  g_clear_pointer (&self->cells, g_ptr_array_unref);
  G_OBJECT_CLASS (dtl_event_list_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = dtl_event_list_get_property;
  object_class->set_property = dtl_event_list_set_property;
  properties[PROP_SORT] = g_param_spec_string ("sort", NULL, NULL, "date", flags);
  properties[PROP_DESCENDING] = g_param_spec_boolean ("descending", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
dtl_event_list_class_init (DtlEventListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dtl_event_list_dispose;
  install_properties (G_OBJECT_CLASS (klass));
  signals[SIGNAL_EVENT_OPENED] =
      g_signal_new ("event-opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  widget_class->measure = dtl_event_list_measure;
  widget_class->size_allocate = dtl_event_list_size_allocate;
  widget_class->map = dtl_event_list_map;
  widget_class->grab_focus = dtl_event_list_grab_focus;
  gtk_widget_class_install_property_action (widget_class, "event-list.sort", "sort");
  gtk_widget_class_install_property_action (widget_class, "event-list.descending", "descending");
  gtk_widget_class_set_css_name (widget_class, "eventlist");
  gtk_widget_class_set_template_from_resource (widget_class, "/dateline/ui/dtl-event-list.ui");
  gtk_widget_class_bind_template_child (widget_class, DtlEventList, stack);
  gtk_widget_class_bind_template_child (widget_class, DtlEventList, rows_box);
  gtk_widget_class_bind_template_child (widget_class, DtlEventList, scroller);
  gtk_widget_class_bind_template_child (widget_class, DtlEventList, view);
  gtk_widget_class_bind_template_child (widget_class, DtlEventList, busy_box);
  dtl_event_list_input_install (widget_class);
}

static void
dtl_event_list_init (DtlEventList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cells = g_ptr_array_new ();
  self->menu = dtl_event_menu_new (DTL_EVENT_MENU_IN_LIST);
  self->model = dtl_event_model_new ();
  make_columns (self);
  dtl_event_columns_name_headers (self->view);
  self->wanted_scale = dtl_shell_get_text_scale (GTK_WIDGET (self));
  self->wanted_fit = DTL_EVENT_COLUMNS_ALL;
  self->wanted_date_px = dtl_event_columns_limit_date (0, self->wanted_scale);
  apply_fit (self);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->model));
  g_signal_connect_swapped (self->model, "replaced", G_CALLBACK (rows_changed_cb), self);
  g_signal_connect_swapped (self->model, "grown", G_CALLBACK (follow_selection), self);
  g_signal_connect_swapped (self->model, "notify::busy", G_CALLBACK (busy_changed_cb), self);
  g_signal_connect_swapped (gtk_column_view_get_sorter (self->view), "changed", G_CALLBACK (sorter_changed_cb), self);
  dtl_event_list_sort (self, DTL_EVENT_COLUMN_DATE, FALSE);
  dtl_event_list_input_init (self);
}

/**
 * dtl_event_list_set_session:
 * @session: (nullable): what to show; kept referenced
 */
void
dtl_event_list_set_session (DtlEventList *self, DtlSession *session)
{
  g_return_if_fail (DTL_IS_EVENT_LIST (self));

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_set_object (&self->session, session);
  self->widest_date_px = 0;
  if (session != NULL)
    g_signal_connect_swapped (session, "search-changed", G_CALLBACK (search_changed_cb), self);
  dtl_event_model_set_session (self->model, gtk_widget_get_mapped (GTK_WIDGET (self)) ? session : NULL);
  /* After the model has heard of it. */
  if (session != NULL)
    g_signal_connect_data (session, "selection-changed", G_CALLBACK (follow_selection), self, NULL,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}
