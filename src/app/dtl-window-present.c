/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When a new window comes to be seen: with its case in it, if that does not take long. Most cases are open before the
 * first frame is painted; a frame that only says that one is being opened would cost more than the opening. */
#include "config.h"

#include "app/dtl-window-private.h"

/* Who waits longer than this wants to see that something happens. */
#define PATIENCE_MS 300

static gboolean
waited_cb (gpointer user_data)
{
  DtlWindow *self = user_data;

  self->present_id = 0;
  gtk_window_present (GTK_WINDOW (self));
  return G_SOURCE_REMOVE;
}

/* Shows the window: at once where nothing is being opened or it is to be seen already, else when
 * dtl_window_opening_ended() tells, or after a moment. */
void
dtl_window_present_soon (DtlWindow *self)
{
  g_return_if_fail (DTL_IS_WINDOW (self));

  if (self->opening == NULL || gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_window_present (GTK_WINDOW (self));
  else if (self->present_id == 0)
    self->present_id = g_timeout_add (PATIENCE_MS, waited_cb, self);
}

/* The case is there, or will not come. */
void
dtl_window_opening_ended (DtlWindow *self)
{
  if (self->present_id == 0)
    return;
  g_clear_handle_id (&self->present_id, g_source_remove);
  gtk_window_present (GTK_WINDOW (self));
}
