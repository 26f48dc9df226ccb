/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-date-filter.h. A date counts when the person is done with it: Return, or leaving the field. While it is being
 * typed nothing is wrong yet. */
#include "config.h"

#include "app/outline/dtl-date-filter.h"

#include <glib/gi18n.h>

#include "app/compat/dtl-expander.h"
#include "app/date-entry/dtl-date-field.h"

struct _DtlDateFilter
{
  GtkWidget parent_instance;
  GtkWidget *expander;
  DtlDateField *from_field;
  DtlDateField *to_field;
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
  dtl_date_field_set_invalid (self->from_field, FALSE);
  dtl_date_field_set_invalid (self->to_field, FALSE);
}

/* Nothing written is nothing asked. FALSE where something was that is no date: the field says what. */
static gboolean
read_field (DtlDateField *field, int64_t *earliest, int64_t *latest)
{
  DtlEdtf *value = dtl_date_field_get_value (field);

  *earliest = value != NULL ? dtl_edtf_get_bounds (value)->start_earliest : DTL_CIVIL_MIN;
  *latest = value != NULL ? dtl_edtf_get_bounds (value)->end_latest : DTL_CIVIL_MAX;
  return dtl_date_field_get_error (field) == NULL;
}

static gboolean
read_dates (DtlDateFilter *self, int64_t *from, int64_t *to)
{
  int64_t ignored;
  gboolean has_from = read_field (self->from_field, from, &ignored);
  gboolean has_to = read_field (self->to_field, &ignored, to);

  if (!has_from)
    dtl_date_field_set_invalid (self->from_field, TRUE);
  if (!has_to)
    dtl_date_field_set_invalid (self->to_field, TRUE);
  if (!has_from || !has_to || *from <= *to)
    return has_from && has_to;
  dtl_date_field_set_invalid (self->to_field, TRUE);
  gtk_label_set_text (self->error_label, _ ("To lies before From. Exchange them."));
  gtk_widget_set_visible (GTK_WIDGET (self->error_label), TRUE);
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
  filter = dtl_filter_copy (dtl_session_get_wanted_filter (self->session));
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
update_field (DtlDateField *field, int64_t wanted, gboolean is_end, char *words)
{
  g_autofree char *text = words;
  int64_t earliest;
  int64_t latest;

  if (read_field (field, &earliest, &latest) && (is_end ? latest : earliest) == wanted)
    return;
  dtl_date_field_set_text (field, text);
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
  update_field (self->from_field, filter->from, FALSE, dtl_filter_format_from (filter));
  update_field (self->to_field, filter->to, TRUE, dtl_filter_format_to (filter));
  gtk_check_button_set_active (filter->certain ? self->inside_check : self->may_check, TRUE);
  gtk_widget_set_sensitive (self->any_button, filter->from != DTL_CIVIL_MIN || filter->to != DTL_CIVIL_MAX);
  self->updating = FALSE;
}

/* --- input ------------------------------------------------------------------------------------------------------ */

static void
field_changed_cb (DtlDateFilter *self)
{
  if (!self->updating)
    gtk_widget_set_visible (GTK_WIDGET (self->error_label), FALSE);
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
  dtl_date_field_set_text (self->from_field, NULL);
  dtl_date_field_set_text (self->to_field, NULL);
  apply (self);
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
  g_type_ensure (DTL_TYPE_DATE_FIELD);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/dateline/ui/dtl-date-filter.ui");
  gtk_widget_class_bind_template_child (widget_class, DtlDateFilter, expander);
  gtk_widget_class_bind_template_child (widget_class, DtlDateFilter, from_field);
  gtk_widget_class_bind_template_child (widget_class, DtlDateFilter, to_field);
  gtk_widget_class_bind_template_child (widget_class, DtlDateFilter, error_label);
  gtk_widget_class_bind_template_child (widget_class, DtlDateFilter, may_check);
  gtk_widget_class_bind_template_child (widget_class, DtlDateFilter, inside_check);
  gtk_widget_class_bind_template_child (widget_class, DtlDateFilter, any_button);
  gtk_widget_class_bind_template_callback (widget_class, apply);
  gtk_widget_class_bind_template_callback (widget_class, field_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, check_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, any_clicked_cb);
}

static void
dtl_date_filter_init (DtlDateFilter *self)
{
  g_autoptr (GtkSizeGroup) labels = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);

  gtk_widget_init_template (GTK_WIDGET (self));
  dtl_expander_guard (GTK_EXPANDER (self->expander));
  dtl_date_field_align (self->from_field, labels);
  dtl_date_field_align (self->to_field, labels);
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
