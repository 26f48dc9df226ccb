/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-announcer.h. */
#include "config.h"

#include "app/dtl-announcer.h"

#include <glib/gi18n.h>

#include "app/compat/dtl-announce.h"
#include "service/dtl-event-label.h"

/* Where the focus stands on the event itself, the screen reader has read it already. */
static gboolean
is_read_anyway (GtkWidget *window)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (window));

  for (; focus != NULL && focus != window; focus = gtk_widget_get_parent (focus))
    {
      GtkAccessibleRole role = gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (focus));

      if (role == GTK_ACCESSIBLE_ROLE_LIST_ITEM || role == GTK_ACCESSIBLE_ROLE_ROW ||
          role == GTK_ACCESSIBLE_ROLE_TREE_GRID || role == GTK_ACCESSIBLE_ROLE_GRID_CELL)
        return TRUE;
    }
  return FALSE;
}

static void
selection_changed_cb (GtkWidget *window, DtlSession *session)
{
  DtlDocument *document = dtl_session_get_document (session);
  DtlId selected = dtl_session_get_selected (session);
  g_autoptr (DtlEvent) event = NULL;
  g_autofree char *date = NULL;
  g_autofree char *words = NULL;

  if (selected == DTL_ID_NONE)
    {
      dtl_announce (window, _ ("Nothing is selected"));
      return;
    }
  if (dtl_session_get_n_chosen (session) > 1)
    {
      guint n_chosen = dtl_session_get_n_chosen (session);

      words = g_strdup_printf (ngettext ("%u event selected", "%u events selected", n_chosen), n_chosen);
      dtl_announce (window, words);
      return;
    }
  if (is_read_anyway (window))
    return;
  event = dtl_document_find_event (document, selected, NULL);
  if (event == NULL)
    return;
  date = dtl_event_date_label (event, DTL_DATE_LABEL_LONG);
  /* Translators: an event's title, then its date */
  words = g_strdup_printf (C_ ("selected event", "%1$s, %2$s"), event->title, date);
  dtl_announce (window, words);
}

static void
filter_changed_cb (GtkWidget *window, DtlSession *session)
{
  guint n_hidden = dtl_session_get_n_hidden (session);
  g_autofree char *words = NULL;

  if (n_hidden == 0)
    words = g_strdup (_ ("All events are shown"));
  else
    words = g_strdup_printf (ngettext ("%u event hidden", "%u events hidden", n_hidden), n_hidden);
  dtl_announce (window, words);
}

/**
 * dtl_announcer_watch:
 * @window: who speaks
 * @session: what is spoken of, until it or the window is gone
 */
void
dtl_announcer_watch (GtkWidget *window, DtlSession *session)
{
  g_return_if_fail (GTK_IS_WINDOW (window));
  g_return_if_fail (DTL_IS_SESSION (session));

  dtl_announce_prepare (window);
  g_signal_connect_object (session, "selection-changed", G_CALLBACK (selection_changed_cb), window, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "filter-changed", G_CALLBACK (filter_changed_cb), window, G_CONNECT_SWAPPED);
}
