/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-date-filter.h. A date counts when the person is done with it: Return, or leaving the field. While it is being
 * typed nothing is wrong yet. */
#include "config.h"

#include "app/outline/dtl-date-filter.h"

#include <glib/gi18n.h>

#include "date/dtl-date-entry.h"

struct _DtlDateFilter
{
  GtkWidget parent_instance;
  GtkWidget *expander;
  GtkEditable *from_entry;
  GtkEditable *to_entry;
  GtkLabel *reading_label;
  GtkLabel *error_label;
  GtkCheckButton *may_check;
  GtkCheckButton *inside_check;
  GtkWidget *any_button;
  DtlSession *session;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (DtlDateFilter, dtl_date_filter, GTK_TYPE_WIDGET)

/* --- reading ---------------------------------------------------------------------------------------------------- */

static void
clear_error (DtlDateFilter *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->error_label), FALSE);
  gtk_widget_remove_css_class (GTK_WIDGET (self->from_entry), "error");
  gtk_widget_remove_css_class (GTK_WIDGET (self->to_entry), "error");
  gtk_accessible_reset_state (GTK_ACCESSIBLE (self->from_entry), GTK_ACCESSIBLE_STATE_INVALID);
  gtk_accessible_reset_state (GTK_ACCESSIBLE (self->to_entry), GTK_ACCESSIBLE_STATE_INVALID);
}

static void
show_error (DtlDateFilter *self, GtkEditable *entry, const char *message)
{
  gtk_label_set_text (self->error_label, message);
  gtk_widget_set_visible (GTK_WIDGET (self->error_label), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE, -1);
}

/* In the person's words, in whatever language they are. */
static DtlDateEntry *
read_text (GtkEditable *entry, GError **error)
{
  return dtl_date_entry_read (gtk_editable_get_text (entry), g_get_language_names ()[0], error);
}

static gboolean
is_empty (GtkEditable *entry)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  return *text == '\0';
}

/* Words and what numbers may mean besides are shown as EDTF while they are typed; EDTF says itself what it is. */
static void
show_reading (DtlDateFilter *self, GtkEditable *entry)
{
  g_autoptr (DtlDateEntry) read = is_empty (entry) ? NULL : read_text (entry, NULL);
  g_autofree char *message = NULL;

  if (read != NULL && read->alternatives->len > 0)
    /* Translators: two dates in EDTF: what a date that was typed is read as, and what else it may mean */
    message = g_strdup_printf (_ ("Read as %1$s; it may also mean %2$s"), dtl_edtf_get_text (read->value),
                               dtl_edtf_get_text (g_ptr_array_index (read->alternatives, 0)));
  else if (read != NULL && read->form != DTL_DATE_ENTRY_STRICT)
    /* Translators: a date in EDTF: what a date that was typed is read as */
    message = g_strdup_printf (_ ("Read as %s"), dtl_edtf_get_text (read->value));
  gtk_label_set_text (self->reading_label, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->reading_label), message != NULL);
}

/* Nothing written is nothing asked: both bounds stay as they are. */
static gboolean
read_entry (GtkEditable *entry, int64_t *earliest, int64_t *latest, GError **error)
{
  g_autoptr (DtlDateEntry) read = NULL;

  if (is_empty (entry))
    return TRUE;
  read = read_text (entry, error);
  if (read == NULL)
    return FALSE;
  *earliest = dtl_edtf_get_bounds (read->value)->start_earliest;
  *latest = dtl_edtf_get_bounds (read->value)->end_latest;
  return TRUE;
}

static gboolean
read_dates (DtlDateFilter *self, int64_t *from, int64_t *to)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;
  int64_t ignored;

  *from = DTL_CIVIL_MIN;
  *to = DTL_CIVIL_MAX;
  if (!read_entry (self->from_entry, from, &ignored, &error))
    {
      /* Translators: what is wrong with the date, and where ("at character 6: expected a month of two digits") */
      message = g_strdup_printf (_ ("From: %s. Write a date as in 2024-06-20, 2024-06 or 2024."), error->message);
      show_error (self, self->from_entry, message);
      return FALSE;
    }
  if (!read_entry (self->to_entry, &ignored, to, &error))
    {
      /* Translators: what is wrong with the date, and where ("at character 6: expected a month of two digits") */
      message = g_strdup_printf (_ ("To: %s. Write a date as in 2024-06-20, 2024-06 or 2024."), error->message);
      show_error (self, self->to_entry, message);
      return FALSE;
    }
  if (*from <= *to)
    return TRUE;
  show_error (self, self->to_entry, _ ("To lies before From. Exchange them."));
  return FALSE;
}

static void
apply (DtlDateFilter *self)
{
  g_autoptr (DtlFilter) filter = NULL;
  gboolean certain = gtk_check_button_get_active (self->inside_check);
  int64_t from, to;

  if (self->updating || self->session == NULL)
    return;
  clear_error (self);
  if (!read_dates (self, &from, &to))
    return;
  filter = dtl_filter_copy (dtl_session_get_filter (self->session));
  if (filter->from == from && filter->to == to && filter->certain == certain)
    return;
  filter->from = from;
  filter->to = to;
  filter->certain = certain;
  dtl_session_set_filter (self->session, filter);
}

/* --- following the session -------------------------------------------------------------------------------------- */

/* What the person wrote stays as it is as long as it means the same. */
static void
update_entry (GtkEditable *entry, int64_t wanted, gboolean is_end, char *words)
{
  g_autofree char *text = words;
  int64_t earliest = DTL_CIVIL_MIN;
  int64_t latest = DTL_CIVIL_MAX;

  if (read_entry (entry, &earliest, &latest, NULL) && (is_end ? latest : earliest) == wanted)
    return;
  gtk_editable_set_text (entry, text != NULL ? text : "");
}

static void
update (DtlDateFilter *self)
{
  const DtlFilter *filter;

  if (self->session == NULL)
    return;
  filter = dtl_session_get_filter (self->session);
  self->updating = TRUE;
  clear_error (self);
  update_entry (self->from_entry, filter->from, FALSE, dtl_filter_format_from (filter));
  update_entry (self->to_entry, filter->to, TRUE, dtl_filter_format_to (filter));
  gtk_check_button_set_active (filter->certain ? self->inside_check : self->may_check, TRUE);
  gtk_widget_set_sensitive (self->any_button, filter->from != DTL_CIVIL_MIN || filter->to != DTL_CIVIL_MAX);
  self->updating = FALSE;
}

/* --- input ------------------------------------------------------------------------------------------------------ */

static void
entry_changed_cb (DtlDateFilter *self, GtkEditable *entry)
{
  show_reading (self, entry);
  if (!self->updating)
    clear_error (self);
}

static void
check_toggled_cb (DtlDateFilter *self, GtkCheckButton *check)
{
  if (gtk_check_button_get_active (check))
    apply (self);
}

static void
any_clicked_cb (DtlDateFilter *self)
{
  gtk_editable_set_text (self->from_entry, "");
  gtk_editable_set_text (self->to_entry, "");
  apply (self);
}

static void
apply_when_left (DtlDateFilter *self, GtkEditable *entry)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_swapped (focus, "leave", G_CALLBACK (apply), self);
  gtk_widget_add_controller (GTK_WIDGET (entry), focus);
}

/* --- the widget ------------------------------------------------------------------------------------------------- */

static void
dtl_date_filter_dispose (GObject *object)
{
  DtlDateFilter *self = DTL_DATE_FILTER (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), DTL_TYPE_DATE_FILTER);
  G_OBJECT_CLASS (dtl_date_filter_parent_class)->dispose (object);
}

static void
dtl_date_filter_class_init (DtlDateFilterClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dtl_date_filter_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/dateline/ui/dtl-date-filter.ui");
  gtk_widget_class_bind_template_child (widget_class, DtlDateFilter, expander);
  gtk_widget_class_bind_template_child (widget_class, DtlDateFilter, from_entry);
  gtk_widget_class_bind_template_child (widget_class, DtlDateFilter, to_entry);
  gtk_widget_class_bind_template_child (widget_class, DtlDateFilter, reading_label);
  gtk_widget_class_bind_template_child (widget_class, DtlDateFilter, error_label);
  gtk_widget_class_bind_template_child (widget_class, DtlDateFilter, may_check);
  gtk_widget_class_bind_template_child (widget_class, DtlDateFilter, inside_check);
  gtk_widget_class_bind_template_child (widget_class, DtlDateFilter, any_button);
  gtk_widget_class_bind_template_callback (widget_class, apply);
  gtk_widget_class_bind_template_callback (widget_class, entry_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, check_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, any_clicked_cb);
}

static void
dtl_date_filter_init (DtlDateFilter *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  apply_when_left (self, self->from_entry);
  apply_when_left (self, self->to_entry);
}

/**
 * dtl_date_filter_set_session:
 * @session: (nullable): whose filter; kept referenced
 */
void
dtl_date_filter_set_session (DtlDateFilter *self, DtlSession *session)
{
  g_return_if_fail (DTL_IS_DATE_FILTER (self));

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_set_object (&self->session, session);
  if (session != NULL)
    g_signal_connect_swapped (session, "filter-changed", G_CALLBACK (update), self);
  update (self);
}
