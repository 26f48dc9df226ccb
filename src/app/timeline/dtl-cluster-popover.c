/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-cluster-popover.h. A popover that hides by itself would swallow the second click; so this one is put away by
 * its owner at the next press, and by itself when the keyboard leaves it. */
#include "config.h"

#include "app/timeline/dtl-cluster-popover.h"

#include <glib/gi18n.h>

#include "app/timeline/dtl-row-list.h"

#define MOST_HEIGHT_PX 300
#define WIDTH_CHARS    42

/* How often it is looked whether a button was let go. */
#define RELEASE_MS 20

struct _DtlClusterPopover
{
  GtkPopover parent_instance;
  GtkLabel *title_label;
  GtkListView *list;
  guint close_id;
};

G_DEFINE_FINAL_TYPE (DtlClusterPopover, dtl_cluster_popover, GTK_TYPE_POPOVER)

enum
{
  SIGNAL_EVENT_CHOSEN,
  SIGNAL_ZOOM_ASKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* --- rows ------------------------------------------------------------------------------------------------------- */

static GtkWidget *
make_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), 24);
  gtk_label_set_max_width_chars (GTK_LABEL (label), WIDTH_CHARS);
  if (css_class != NULL)
    {
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, css_class);
    }
  return label;
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_widget_set_margin_top (box, 4);
  gtk_widget_set_margin_bottom (box, 4);
  gtk_box_append (GTK_BOX (box), make_label (NULL));
  gtk_box_append (GTK_BOX (box), make_label ("dim-label"));
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  DtlEventRow *row = gtk_list_item_get_item (item);
  GtkWidget *title = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  g_autofree char *title_text = dtl_event_row_dup_text (row, DTL_EVENT_COLUMN_TITLE);
  g_autofree char *date_text = dtl_event_row_dup_text (row, DTL_EVENT_COLUMN_DATE);

  gtk_label_set_text (GTK_LABEL (title), title_text);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (title)), date_text);
}

static void
activate_cb (DtlClusterPopover *self, guint position)
{
  g_autoptr (DtlEventRow) row = g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (self->list)), position);

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[SIGNAL_EVENT_CHOSEN], 0, dtl_event_row_get_row (row));
}

static void
zoom_clicked_cb (DtlClusterPopover *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[SIGNAL_ZOOM_ASKED], 0);
}

static gboolean
zoom_key_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  zoom_clicked_cb (DTL_CLUSTER_POPOVER (widget));
  return TRUE;
}

/* Whether a button of the pointer is down, in the window below. */
static gboolean
is_pressed (DtlClusterPopover *self)
{
  GtkNative *window = GTK_NATIVE (gtk_widget_get_root (GTK_WIDGET (self)));
  GdkSeat *seat = gdk_display_get_default_seat (gtk_widget_get_display (GTK_WIDGET (self)));
  GdkDevice *pointer = seat != NULL ? gdk_seat_get_pointer (seat) : NULL;
  GdkModifierType state = 0;

  if (window != NULL && pointer != NULL)
    gdk_surface_get_device_position (gtk_native_get_surface (window), pointer, NULL, NULL, &state);
  return (state & (GDK_BUTTON1_MASK | GDK_BUTTON2_MASK | GDK_BUTTON3_MASK)) != 0;
}

static gboolean
close_cb (gpointer user_data)
{
  DtlClusterPopover *self = user_data;

  if (is_pressed (self))
    self->close_id = g_timeout_add (RELEASE_MS, close_cb, self);
  else
    {
      self->close_id = 0;
      gtk_popover_popdown (GTK_POPOVER (self));
    }
  return G_SOURCE_REMOVE;
}

/* Once what was pressed is let go: GTK loses count of what is pressed where a popover goes away in the middle of a
 * press. */
static void
leave_cb (DtlClusterPopover *self)
{
  if (self->close_id == 0)
    self->close_id = g_idle_add (close_cb, self);
}

static void
dtl_cluster_popover_dispose (GObject *object)
{
  g_clear_handle_id (&DTL_CLUSTER_POPOVER (object)->close_id, g_source_remove);
  G_OBJECT_CLASS (dtl_cluster_popover_parent_class)->dispose (object);
}

/* --- the popover ------------------------------------------------------------------------------------------------ */

static void
dtl_cluster_popover_class_init (DtlClusterPopoverClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dtl_cluster_popover_dispose;
  gtk_widget_class_add_binding (GTK_WIDGET_CLASS (klass), GDK_KEY_plus, 0, zoom_key_cb, NULL);
  gtk_widget_class_add_binding (GTK_WIDGET_CLASS (klass), GDK_KEY_plus, GDK_SHIFT_MASK, zoom_key_cb, NULL);
  gtk_widget_class_add_binding (GTK_WIDGET_CLASS (klass), GDK_KEY_KP_Add, 0, zoom_key_cb, NULL);
  signals[SIGNAL_EVENT_CHOSEN] =
      g_signal_new ("event-chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[SIGNAL_ZOOM_ASKED] =
      g_signal_new ("zoom-asked", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
make_list (DtlClusterPopover *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  self->list = GTK_LIST_VIEW (gtk_list_view_new (NULL, factory));
  gtk_list_view_set_single_click_activate (self->list, TRUE);
  g_signal_connect_swapped (self->list, "activate", G_CALLBACK (activate_cb), self);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MOST_HEIGHT_PX);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  gtk_widget_set_focusable (scroller, FALSE);
  return scroller;
}

static void
dtl_cluster_popover_init (DtlClusterPopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *button = gtk_button_new_from_icon_name ("zoom-in-symbolic");
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->title_label = GTK_LABEL (make_label (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->title_label), "heading");
  gtk_widget_set_margin_start (GTK_WIDGET (self->title_label), 6);
  gtk_widget_set_hexpand (GTK_WIDGET (self->title_label), TRUE);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Zoom In"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Zoom In"), -1);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (zoom_clicked_cb), self);
  gtk_box_append (GTK_BOX (header), GTK_WIDGET (self->title_label));
  gtk_box_append (GTK_BOX (header), button);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), make_list (self));
  gtk_popover_set_child (GTK_POPOVER (self), box);
  gtk_popover_set_autohide (GTK_POPOVER (self), FALSE);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

/**
 * dtl_cluster_popover_new:
 * @title: how many there are, and when
 * @rows: of the session's columns, in the order of time; copied
 *
 * Returns: (transfer floating)
 */
GtkWidget *
dtl_cluster_popover_new (DtlSession *session, const char *title, const uint32_t *rows, guint n_rows)
{
  DtlClusterPopover *self;
  GtkSelectionModel *model;

  g_return_val_if_fail (DTL_IS_SESSION (session), NULL);
  g_return_val_if_fail (title != NULL, NULL);

  self = g_object_new (DTL_TYPE_CLUSTER_POPOVER, NULL);
  model = GTK_SELECTION_MODEL (gtk_single_selection_new (dtl_row_list_new (session, rows, n_rows)));
  gtk_list_view_set_model (self->list, model);
  g_object_unref (model);
  gtk_label_set_text (self->title_label, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  return GTK_WIDGET (self);
}

/* Returns: (transfer none): what the keyboard goes to first */
GtkWidget *
dtl_cluster_popover_get_list (DtlClusterPopover *self)
{
  g_return_val_if_fail (DTL_IS_CLUSTER_POPOVER (self), NULL);
  return GTK_WIDGET (self->list);
}
