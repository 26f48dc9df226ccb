/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The canvas for who cannot see it: a list whose items are the events in view in the order of time, the clusters
 * between them, the undated shelf and the notes. They are widgets of a pool, bound anew when the view has settled and
 * at once when the selection moves; the focus of the keyboard is on the item of the selected event. An item keeps its
 * widget as long as it stays, so that nothing is read twice because the view moved. */
#include "app/timeline/dtl-canvas-private.h"

/* --- the pool --------------------------------------------------------------------------------------------------- */

static void
chosen_cb (DtlCanvas *self, DtlCanvasItem *item)
{
  const DtlCanvasPlace *place = dtl_canvas_item_get_place (item);

  if (self->session == NULL || place->kind != DTL_CANVAS_ITEM_EVENT)
    return;
  self->selected_lane = place->lane;
  dtl_session_select (self->session, place->id, DTL_ID_NONE);
}

static void
activated_cb (DtlCanvas *self, DtlCanvasItem *item)
{
  if (self->session != NULL)
    dtl_canvas_open_place (self, dtl_canvas_item_get_place (item));
}

static GtkWidget *
make_item (DtlCanvas *self)
{
  GtkWidget *item = dtl_canvas_item_new ();

  g_signal_connect_object (item, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (item, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (item, GTK_WIDGET (self));
  return item;
}

/* Returns: (transfer container): the widgets in the order of @places; each kept by the thing it stood for, the others
 * taken from what is left over */
static GPtrArray *
assign_items (DtlCanvas *self, GPtrArray *places)
{
  g_autoptr (GHashTable) bound = g_hash_table_new (dtl_canvas_place_hash, dtl_canvas_place_equal);
  GPtrArray *items = g_ptr_array_new ();
  GtkWidget *spare = NULL;

  for (guint i = 0; i < places->len; i++)
    g_hash_table_add (bound, g_ptr_array_index (places, i));
  g_ptr_array_set_size (items, (int) places->len);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      DtlCanvasPlace *place;
      guint i;

      if (!DTL_IS_CANVAS_ITEM (child) || !gtk_widget_get_visible (child))
        continue;
      place = g_hash_table_lookup (bound, dtl_canvas_item_get_place (DTL_CANVAS_ITEM (child)));
      if (place != NULL && g_ptr_array_find (places, place, &i))
        items->pdata[i] = child;
      else
        gtk_widget_set_visible (child, FALSE);
    }
  spare = gtk_widget_get_first_child (GTK_WIDGET (self));
  for (guint i = 0; i < items->len; i++)
    {
      while (spare != NULL && (!DTL_IS_CANVAS_ITEM (spare) || gtk_widget_get_visible (spare)))
        spare = gtk_widget_get_next_sibling (spare);
      if (items->pdata[i] == NULL)
        {
          items->pdata[i] = spare != NULL ? spare : make_item (self);
          gtk_widget_set_visible (items->pdata[i], TRUE);
        }
    }
  return items;
}

/* How many events of the filter stand before a row; rows are asked for in ascending order. */
static guint
count_before (DtlCanvas *self, uint32_t row, uint32_t *counted_to, guint *n_counted)
{
  DtlBitset *visible = dtl_session_get_visible (self->session);
  uint32_t end = CLAMP (row, *counted_to, visible->n_bits);

  *n_counted += dtl_bitset_count_range (visible, *counted_to, end - *counted_to);
  *counted_to = end;
  return *n_counted;
}

static void
bind_items (DtlCanvas *self, GPtrArray *places, GPtrArray *items)
{
  guint n_events = dtl_bitset_count (dtl_session_get_visible (self->session));
  GtkWidget *before = NULL;
  uint32_t counted_to = 0;
  guint n_counted = 0;

  for (guint i = 0; i < places->len; i++)
    {
      const DtlCanvasPlace *place = g_ptr_array_index (places, i);
      DtlCanvasItem *item = g_ptr_array_index (items, i);
      g_autofree char *label = NULL;

      dtl_canvas_item_bind (item, place);
      if (place->kind == DTL_CANVAS_ITEM_EVENT)
        label = dtl_canvas_name_event (self, place->row, count_before (self, place->row, &counted_to, &n_counted) + 1,
                                       n_events);
      else if (place->kind == DTL_CANVAS_ITEM_CLUSTER)
        label = dtl_canvas_name_cluster (place);
      else
        label = g_strdup (place->label);
      dtl_canvas_item_set_label (item, label);
      if (before == NULL ? gtk_widget_get_prev_sibling (GTK_WIDGET (item)) != NULL
                         : gtk_widget_get_prev_sibling (GTK_WIDGET (item)) != before)
        gtk_widget_insert_after (GTK_WIDGET (item), GTK_WIDGET (self), before);
      before = GTK_WIDGET (item);
    }
}

static DtlCanvasItem *
find_item (DtlCanvas *self, DtlCanvasItemKind kind, DtlId id)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      const DtlCanvasPlace *place;

      if (!DTL_IS_CANVAS_ITEM (child) || !gtk_widget_get_visible (child))
        continue;
      place = dtl_canvas_item_get_place (DTL_CANVAS_ITEM (child));
      if (place->kind == kind && place->id == id)
        return DTL_CANVAS_ITEM (child);
    }
  return NULL;
}

/* Binds the items to what is in view now. */
void
dtl_canvas_update_children (DtlCanvas *self)
{
  g_autoptr (GPtrArray) places = NULL;
  g_autoptr (GPtrArray) items = NULL;
  DtlCanvasItem *focus = dtl_canvas_get_focus_item (self);
  gboolean loses_focus;

  if (!dtl_canvas_ensure_layout (self))
    return;
  places = dtl_canvas_collect_places (self);
  /* What loses its item must not take the focus away from the canvas. */
  loses_focus = focus != NULL && !g_ptr_array_find_with_equal_func (places, dtl_canvas_item_get_place (focus),
                                                                    dtl_canvas_place_equal, NULL);
  if (loses_focus)
    dtl_canvas_grab_focus_self (self);
  items = assign_items (self, places);
  bind_items (self, places, items);
  dtl_canvas_update_selected_child (self);
  if (loses_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* --- focus and selection ---------------------------------------------------------------------------------------- */

/* Returns: (nullable) (transfer none): the item that has the keyboard's focus within the window */
DtlCanvasItem *
dtl_canvas_get_focus_item (DtlCanvas *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || !DTL_IS_CANVAS_ITEM (focus) || gtk_widget_get_parent (focus) != GTK_WIDGET (self))
    return NULL;
  return DTL_CANVAS_ITEM (focus);
}

/* Whether canvas or item have the focus, wherever the window stands among others. */
gboolean
dtl_canvas_has_focus_within (DtlCanvas *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return root != NULL && (gtk_root_get_focus (root) == GTK_WIDGET (self) || dtl_canvas_get_focus_item (self) != NULL);
}

/* Returns: (nullable) (transfer none): the item of the selected event */
DtlCanvasItem *
dtl_canvas_get_selected_item (DtlCanvas *self)
{
  if (self->session == NULL || dtl_session_get_selected (self->session) == DTL_ID_NONE)
    return NULL;
  return find_item (self, DTL_CANVAS_ITEM_EVENT, dtl_session_get_selected (self->session));
}

/* Tells the items which of them is selected. */
void
dtl_canvas_update_selected_child (DtlCanvas *self)
{
  DtlCanvasItem *selected = dtl_canvas_get_selected_item (self);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (DTL_IS_CANVAS_ITEM (child))
      dtl_canvas_item_set_selected (DTL_CANVAS_ITEM (child), DTL_CANVAS_ITEM (child) == selected);
}

/* The selection moved: its item takes the focus along, if the canvas has it. */
void
dtl_canvas_follow_selection (DtlCanvas *self)
{
  if (dtl_canvas_get_selected_item (self) == NULL)
    dtl_canvas_update_children (self);
  else
    dtl_canvas_update_selected_child (self);
  if (dtl_canvas_has_focus_within (self))
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* Tab comes in and goes out; inside the arrows walk. */
gboolean
dtl_canvas_focus (GtkWidget *widget, GtkDirectionType direction)
{
  if (dtl_canvas_has_focus_within (DTL_CANVAS (widget)))
    return FALSE;
  return gtk_widget_grab_focus (widget);
}

/* --- places ----------------------------------------------------------------------------------------------------- */

void
dtl_canvas_allocate_children (DtlCanvas *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (DTL_IS_CANVAS_ITEM (child) && gtk_widget_should_layout (child))
      gtk_widget_size_allocate (child, &dtl_canvas_item_get_place (DTL_CANVAS_ITEM (child))->box, -1);
}

void
dtl_canvas_drop_children (DtlCanvas *self)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  while (child != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);

      if (DTL_IS_CANVAS_ITEM (child))
        gtk_widget_unparent (child);
      child = next;
    }
}
