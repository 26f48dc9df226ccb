/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be done with the selected event, whichever view it was selected in: the actions of its context menu. */
#include "config.h"

#include <glib/gi18n.h>

#include "app/dtl-window-private.h"
#include "service/dtl-event-label.h"

/* What is more is no text that somebody reads. */
#define MOST_LINES 5000

typedef struct
{
  DtlDocument *document;
  DtlColumns *columns;
  uint32_t row;
} Selected;

/* FALSE if nothing is selected. */
static gboolean
get_selected (DtlWindow *self, Selected *selected)
{
  if (self->session == NULL)
    return FALSE;
  selected->document = dtl_session_get_document (self->session);
  selected->columns = dtl_document_get_columns (selected->document);
  selected->row = dtl_session_get_selected_row (self->session);
  return selected->row != DTL_NO_ROW;
}

static gboolean
has_date (const Selected *selected)
{
  return dtl_columns_get_main_mark (selected->columns, selected->row) != DTL_NO_MARK;
}

static gboolean
has_actors (const Selected *selected)
{
  return selected->columns->actor_first[selected->row] < selected->columns->actor_first[selected->row + 1];
}

/* --- copying ---------------------------------------------------------------------------------------------------- */

static gboolean
read_label (DtlWindow *self, DtlLabelData *label)
{
  g_autoptr (GError) error = NULL;
  Selected selected;

  if (!get_selected (self, &selected))
    return FALSE;
  if (!dtl_event_label_read (dtl_document_get_store (selected.document), selected.columns, selected.row, label, &error))
    {
      dtl_window_toast (self, error->message);
      return FALSE;
    }
  return label->title != NULL;
}

static void
copy (DtlWindow *self, const char *text, const char *said)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  dtl_window_toast (self, said);
}

static char *
join_edtf (const DtlLabelData *label)
{
  if (label->start_edtf == NULL || label->end_edtf == NULL)
    return g_strdup (label->start_edtf != NULL ? label->start_edtf : label->end_edtf);
  return g_strdup_printf ("%s/%s", label->start_edtf, label->end_edtf);
}

static void
copy_title_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_auto (DtlLabelData) label = { NULL };

  if (read_label (DTL_WINDOW (widget), &label))
    copy (DTL_WINDOW (widget), label.title, _ ("Title copied"));
}

/* A beginning and an end that are not plain dates cannot be joined; then the beginning stands for the event. */
static void
copy_date_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_auto (DtlLabelData) label = { NULL };
  g_autofree char *joined = NULL;
  g_autoptr (DtlEdtf) value = NULL;

  if (!read_label (DTL_WINDOW (widget), &label) || (joined = join_edtf (&label)) == NULL)
    return;
  value = dtl_edtf_parse (joined, NULL);
  copy (DTL_WINDOW (widget), value != NULL || label.start_edtf == NULL ? joined : label.start_edtf, _ ("Date copied"));
}

static char *
dup_line (DtlDocument *document, uint32_t row)
{
  g_autoptr (DtlEvent) event = dtl_document_read_event (document, row, NULL);
  g_autofree char *date = NULL;

  if (event == NULL)
    return NULL;
  date = dtl_event_date_label (event, DTL_DATE_LABEL_LONG);
  /* Translators: an event on the clipboard: its date in words, then its title */
  return g_strdup_printf (C_ ("copied event", "%1$s: %2$s"), date, event->title);
}

/* A line each, in the order of time. */
static void
copy_chosen (DtlWindow *self, const Selected *selected)
{
  DtlBitset *chosen = dtl_session_get_chosen (self->session);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *said = NULL;
  guint n_copied = 0;

  for (uint32_t row = 0; row < chosen->n_bits && n_copied < MOST_LINES; row++)
    {
      g_autofree char *line = dtl_bitset_get (chosen, row) ? dup_line (selected->document, row) : NULL;

      if (line == NULL)
        continue;
      g_string_append_printf (text, "%s\n", line);
      n_copied++;
    }
  if (n_copied < dtl_session_get_n_chosen (self->session))
    said = g_strdup_printf (ngettext ("The first %u event copied", "The first %u events copied", n_copied), n_copied);
  else
    said = g_strdup_printf (ngettext ("%u event copied", "%u events copied", n_copied), n_copied);
  copy (self, text->str, said);
}

/* As one would quote it in a note: date in words, title. */
static void
copy_event_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DtlWindow *self = DTL_WINDOW (widget);
  g_autofree char *text = NULL;
  Selected selected;

  if (!get_selected (self, &selected))
    return;
  if (dtl_session_get_chosen (self->session) != NULL)
    {
      copy_chosen (self, &selected);
      return;
    }
  text = dup_line (selected.document, selected.row);
  if (text != NULL)
    copy (self, text, _ ("Event copied"));
}

/* --- going ------------------------------------------------------------------------------------------------------ */

static void
open_evidence_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dtl_shell_set_show_evidence (DTL_WINDOW (widget)->shell, TRUE);
}

static gboolean
zoom_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  dtl_canvas_zoom_to_selected (DTL_CANVAS (widget));
  return G_SOURCE_REMOVE;
}

/* A line that comes into view gets its size first. */
static void
zoom_to_event_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DtlWindow *self = DTL_WINDOW (widget);
  DtlCanvas *canvas = dtl_timeline_view_get_canvas (self->timeline);

  dtl_window_views_show (self, "timeline");
  gtk_widget_add_tick_callback (GTK_WIDGET (canvas), zoom_cb, NULL, NULL);
}

/* --- filtering -------------------------------------------------------------------------------------------------- */

/* What else the filter says stays as it is. */
static void
show_only_actors_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DtlWindow *self = DTL_WINDOW (widget);
  g_autoptr (DtlFilter) filter = NULL;
  DtlActorTable *actors;
  Selected selected;

  if (!get_selected (self, &selected) || !has_actors (&selected))
    return;
  actors = dtl_document_get_actors (selected.document);
  filter = dtl_filter_copy (dtl_session_get_wanted_filter (self->session));
  filter->all_actors = FALSE;
  filter->hide_no_actor = TRUE;
  g_hash_table_remove_all (filter->actors_on);
  for (uint32_t i = selected.columns->actor_first[selected.row]; i < selected.columns->actor_first[selected.row + 1];
       i++)
    dtl_filter_set_actor_on (filter, dtl_actor_table_get (actors, selected.columns->actor_index[i])->id, TRUE, actors);
  dtl_session_set_filter (self->session, filter);
}

/* Nothing but what is selected. */
static void
show_only_selected_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DtlWindow *self = DTL_WINDOW (widget);
  g_autoptr (DtlFilter) filter = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (DtlId));
  Selected selected;

  if (!get_selected (self, &selected))
    return;
  for (uint32_t row = 0; row < selected.columns->n_events; row++)
    if (dtl_session_is_chosen (self->session, row))
      g_array_append_val (ids, selected.columns->id[row]);
  filter = dtl_filter_copy (dtl_session_get_wanted_filter (self->session));
  dtl_filter_set_only_events (filter, (const DtlId *) (void *) ids->data, ids->len);
  dtl_session_set_filter (self->session, filter);
}

static void
select_none_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DtlWindow *self = DTL_WINDOW (widget);

  if (self->session != NULL)
    dtl_session_select (self->session, DTL_ID_NONE, DTL_ID_NONE);
}

/* --- the actions ------------------------------------------------------------------------------------------------ */

void
dtl_window_event_update (DtlWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  Selected selected;
  gboolean is_selected = get_selected (self, &selected);

  gtk_widget_action_set_enabled (widget, "win.open-evidence", is_selected);
  gtk_widget_action_set_enabled (widget, "win.copy-event", is_selected);
  gtk_widget_action_set_enabled (widget, "win.copy-title", is_selected);
  gtk_widget_action_set_enabled (widget, "win.copy-date", is_selected && has_date (&selected));
  gtk_widget_action_set_enabled (widget, "win.zoom-to-event", is_selected && has_date (&selected));
  gtk_widget_action_set_enabled (widget, "win.show-only-selected", is_selected);
  gtk_widget_action_set_enabled (widget, "win.select-none", is_selected);
  gtk_widget_action_set_enabled (widget, "win.show-only-actors", is_selected && has_actors (&selected));
}

void
dtl_window_event_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.open-evidence", NULL, open_evidence_action);
  gtk_widget_class_install_action (widget_class, "win.copy-event", NULL, copy_event_action);
  gtk_widget_class_install_action (widget_class, "win.copy-title", NULL, copy_title_action);
  gtk_widget_class_install_action (widget_class, "win.copy-date", NULL, copy_date_action);
  gtk_widget_class_install_action (widget_class, "win.zoom-to-event", NULL, zoom_to_event_action);
  gtk_widget_class_install_action (widget_class, "win.show-only-selected", NULL, show_only_selected_action);
  gtk_widget_class_install_action (widget_class, "win.select-none", NULL, select_none_action);
  gtk_widget_class_install_action (widget_class, "win.show-only-actors", NULL, show_only_actors_action);
}
