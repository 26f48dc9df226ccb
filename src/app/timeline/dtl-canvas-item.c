/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-canvas-item.h. */
#include "config.h"

#include "app/timeline/dtl-canvas-item.h"

struct _DtlCanvasItem
{
  GtkWidget parent_instance;
  DtlCanvasPlace place;
  char *label;
  gboolean is_selected;
};

G_DEFINE_FINAL_TYPE (DtlCanvasItem, dtl_canvas_item, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CHOSEN,
  SIGNAL_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
select_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_CHOSEN], 0);
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_ACTIVATED], 0);
}

/* A screen reader moves the focus without a key of ours. */
static void
focus_cb (DtlCanvasItem *self)
{
  if (self->place.kind == DTL_CANVAS_ITEM_EVENT && !self->is_selected)
    g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
}

/* The canvas draws the ring of whatever has the focus. */
static void
dtl_canvas_item_state_flags_changed (GtkWidget *widget, GtkStateFlags previous)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  GTK_WIDGET_CLASS (dtl_canvas_item_parent_class)->state_flags_changed (widget, previous);
  if (parent != NULL)
    gtk_widget_queue_draw (parent);
}

static void
dtl_canvas_item_finalize (GObject *object)
{
  DtlCanvasItem *self = DTL_CANVAS_ITEM (object);

  dtl_canvas_place_clear (&self->place);
  g_free (self->label);
  G_OBJECT_CLASS (dtl_canvas_item_parent_class)->finalize (object);
}

static void
dtl_canvas_item_class_init (DtlCanvasItemClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = dtl_canvas_item_finalize;
  widget_class->state_flags_changed = dtl_canvas_item_state_flags_changed;
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "canvas-item");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_widget_class_install_action (widget_class, "event.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "event.select", NULL, select_action);
}

static void
dtl_canvas_item_init (DtlCanvasItem *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_swapped (focus, "enter", G_CALLBACK (focus_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  /* The pointer is the canvas' own: it knows the marks by pixel. */
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

GtkWidget *
dtl_canvas_item_new (void)
{
  return g_object_new (DTL_TYPE_CANVAS_ITEM, NULL);
}

/**
 * dtl_canvas_item_bind:
 * @place: what it stands for from now on; copied. Its name stays until dtl_canvas_item_set_label()
 */
void
dtl_canvas_item_bind (DtlCanvasItem *self, const DtlCanvasPlace *place)
{
  g_return_if_fail (DTL_IS_CANVAS_ITEM (self));

  dtl_canvas_place_clear (&self->place);
  self->place = *place;
  self->place.label = g_strdup (place->label);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "event.select", place->kind == DTL_CANVAS_ITEM_EVENT);
}

/* Returns: (transfer none): what it stands for */
const DtlCanvasPlace *
dtl_canvas_item_get_place (DtlCanvasItem *self)
{
  g_return_val_if_fail (DTL_IS_CANVAS_ITEM (self), NULL);
  return &self->place;
}

void
dtl_canvas_item_set_label (DtlCanvasItem *self, const char *label)
{
  g_return_if_fail (DTL_IS_CANVAS_ITEM (self));

  if (g_strcmp0 (self->label, label) == 0)
    return;
  g_free (self->label);
  self->label = g_strdup (label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

void
dtl_canvas_item_set_selected (DtlCanvasItem *self, gboolean selected)
{
  g_return_if_fail (DTL_IS_CANVAS_ITEM (self));

  self->is_selected = selected;
  if (self->place.kind == DTL_CANVAS_ITEM_EVENT)
    gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
  else
    gtk_accessible_reset_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED);
}

/* Two places are the same thing wherever it stands. */
guint
dtl_canvas_place_hash (gconstpointer place)
{
  const DtlCanvasPlace *self = place;

  return g_int64_hash (&self->id) ^ (guint) self->kind;
}

gboolean
dtl_canvas_place_equal (gconstpointer a, gconstpointer b)
{
  const DtlCanvasPlace *left = a, *right = b;

  return left->kind == right->kind && left->id == right->id;
}

void
dtl_canvas_place_clear (gpointer place)
{
  g_clear_pointer (&((DtlCanvasPlace *) place)->label, g_free);
}
