/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-passage-follower.h. Where a line stands is known once those above it are laid out, and how high the view is
 * once what stands above the view is: the text view tells both through its adjustment.
 *
 * Not gtk_text_view_scroll_to_mark(), which glides there: on the way lines are laid out while they are drawn, and that
 * moves the scrollbar when it must not move any more. */
#include "app/source/dtl-passage-follower.h"

/* Which part of the view stays free above the passage, for the words before it. */
#define FREE_ABOVE 0.25

struct _DtlPassageFollower
{
  GtkTextView *text_view; /* outlives the follower */
  GtkAdjustment *adjustment;
  guint idle_id;
  gboolean is_following;
};

static void
scroll_now (DtlPassageFollower *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text_view);
  GdkRectangle place;
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  gtk_text_view_get_iter_location (self->text_view, &iter, &place);
  gtk_adjustment_set_value (self->adjustment, place.y + gtk_text_view_get_top_margin (self->text_view) -
                                                  FREE_ABOVE * gtk_adjustment_get_page_size (self->adjustment));
}

static gboolean
scroll_again_cb (gpointer user_data)
{
  DtlPassageFollower *self = user_data;

  self->idle_id = 0;
  if (self->is_following)
    scroll_now (self);
  return G_SOURCE_REMOVE;
}

static void
size_changed_cb (DtlPassageFollower *self)
{
  if (self->is_following && self->idle_id == 0)
    self->idle_id = g_idle_add (scroll_again_cb, self);
}

static gboolean
person_scrolls_cb (DtlPassageFollower *self)
{
  self->is_following = FALSE;
  return GDK_EVENT_PROPAGATE;
}

static void
add_controller (DtlPassageFollower *self, GtkEventController *controller, const char *signal)
{
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (controller, signal, G_CALLBACK (person_scrolls_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->text_view), controller);
}

/**
 * dtl_passage_follower_new:
 * @text_view: in a scrolled window; not kept referenced, must outlive the follower
 *
 * Returns: (transfer full)
 */
DtlPassageFollower *
dtl_passage_follower_new (GtkTextView *text_view)
{
  DtlPassageFollower *self = g_new0 (DtlPassageFollower, 1);

  self->text_view = text_view;
  self->adjustment = g_object_ref (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (text_view)));
  g_signal_connect_swapped (self->adjustment, "changed", G_CALLBACK (size_changed_cb), self);
  add_controller (self, gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES), "scroll");
  add_controller (self, gtk_event_controller_key_new (), "key-pressed");
  return self;
}

void
dtl_passage_follower_free (DtlPassageFollower *self)
{
  g_autoptr (GListModel) controllers = NULL;

  if (self == NULL)
    return;
  g_clear_handle_id (&self->idle_id, g_source_remove);
  g_signal_handlers_disconnect_by_data (self->adjustment, self);
  controllers = gtk_widget_observe_controllers (GTK_WIDGET (self->text_view));
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      g_signal_handlers_disconnect_by_data (controller, self);
    }
  g_object_unref (self->adjustment);
  g_free (self);
}

/* Brings the cursor's line into view now, and again when sizes change. */
void
dtl_passage_follower_start (DtlPassageFollower *self)
{
  g_return_if_fail (self != NULL);

  self->is_following = TRUE;
  scroll_now (self);
  size_changed_cb (self);
}
