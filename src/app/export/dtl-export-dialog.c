/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-export-dialog.h. Here are the rows: what is chosen in them, which of them mean anything, and what is wrong.
 */
#include "config.h"

#include "app/export/dtl-export-dialog-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "app/compat/dtl-names.h"
#include "app/export/dtl-export-panes.h"
#include "app/settings/dtl-settings.h"

G_DEFINE_FINAL_TYPE (DtlExportDialog, dtl_export_dialog, ADW_TYPE_WINDOW)

enum
{
  SIGNAL_EXPORTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* In the order of the row. */
static const double scales[] = { 0.5, 1, 2, 3, 4 };

/* --- rows ------------------------------------------------------------------------------------------------------- */

static guint
find_scale (double scale)
{
  guint best = 0;

  for (guint i = 1; i < G_N_ELEMENTS (scales); i++)
    if (fabs (scales[i] - scale) < fabs (scales[best] - scale))
      best = i;
  return best;
}

static void
choices_to_rows (DtlExportDialog *self)
{
  const DtlExportChoices *choices = &self->choices;

  self->is_loading = TRUE;
  adw_combo_row_set_selected (self->format_row, choices->format);
  adw_combo_row_set_selected (self->size_row, choices->size);
  gtk_spin_button_set_value (self->width_spin, choices->own_width_px);
  gtk_spin_button_set_value (self->height_spin, choices->own_height_px);
  adw_combo_row_set_selected (self->scale_row, find_scale (choices->scale));
  adw_combo_row_set_selected (self->theme_row, choices->theme);
  adw_combo_row_set_selected (self->what_row, choices->what);
  gtk_editable_set_text (self->from_row, choices->from);
  gtk_editable_set_text (self->to_row, choices->to);
  gtk_editable_set_text (self->title_row, choices->title);
  gtk_switch_set_active (self->folds_switch, choices->folds);
  gtk_switch_set_active (self->legend_switch, choices->legend);
  gtk_switch_set_active (self->links_switch, choices->links);
  gtk_switch_set_active (self->passages_switch, choices->passages);
  gtk_switch_set_active (self->sources_switch, choices->sources);
  adw_combo_row_set_selected (self->stamp_row, choices->stamp);
  self->is_loading = FALSE;
}

static void
set_text (char **member, GtkEditable *row)
{
  g_free (*member);
  *member = g_strdup (gtk_editable_get_text (row));
}

static void
rows_to_choices (DtlExportDialog *self)
{
  DtlExportChoices *choices = &self->choices;

  choices->format = (DtlPictureFormat) adw_combo_row_get_selected (self->format_row);
  choices->size = (DtlExportSize) adw_combo_row_get_selected (self->size_row);
  choices->own_width_px = gtk_spin_button_get_value_as_int (self->width_spin);
  choices->own_height_px = gtk_spin_button_get_value_as_int (self->height_spin);
  choices->scale = scales[adw_combo_row_get_selected (self->scale_row)];
  choices->theme = (DtlThemeName) adw_combo_row_get_selected (self->theme_row);
  choices->what = (DtlExportWhat) adw_combo_row_get_selected (self->what_row);
  set_text (&choices->from, self->from_row);
  set_text (&choices->to, self->to_row);
  set_text (&choices->title, self->title_row);
  choices->folds = gtk_switch_get_active (self->folds_switch);
  choices->legend = gtk_switch_get_active (self->legend_switch);
  choices->links = gtk_switch_get_active (self->links_switch);
  choices->passages = gtk_switch_get_active (self->passages_switch);
  choices->sources = gtk_switch_get_active (self->sources_switch);
  choices->stamp = (DtlExportStamp) adw_combo_row_get_selected (self->stamp_row);
}

static const char *
describe_stamp (DtlExportStamp stamp)
{
  switch (stamp)
    {
    case DTL_EXPORT_STAMP_FULL:
      return _ ("The case, the filter, how many events it hides, the hash of the case and its day");
    case DTL_EXPORT_STAMP_NEUTRAL:
      return _ ("What is to be seen, and its day; neither case, filter nor files are named");
    case DTL_EXPORT_STAMP_NONE:
    default:
      return _ ("No day either");
    }
}

static void
set_invalid (GtkEditable *row, gboolean is_invalid)
{
  if (is_invalid)
    gtk_widget_add_css_class (GTK_WIDGET (row), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID,
                               is_invalid ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

/* Which rows there are, and what is wrong in them. */
static void
update_rows (DtlExportDialog *self)
{
  const DtlExportChoices *choices = &self->choices;
  g_autofree char *message = NULL;
  DtlExportField field = dtl_export_choices_check (choices, &message);
  gboolean is_own = choices->size == DTL_EXPORT_SIZE_OWN;
  gboolean is_span = choices->what == DTL_EXPORT_WHAT_SPAN;

  gtk_widget_set_visible (self->width_row, is_own);
  gtk_widget_set_visible (self->height_row, is_own);
  gtk_widget_set_visible (GTK_WIDGET (self->scale_row), choices->format == DTL_PICTURE_PNG);
  gtk_widget_set_visible (GTK_WIDGET (self->from_row), is_span);
  gtk_widget_set_visible (GTK_WIDGET (self->to_row), is_span);
  /* A picture of the view is folded as that is. */
  gtk_widget_set_visible (self->folds_row, choices->what != DTL_EXPORT_WHAT_VIEW);
  set_invalid (self->from_row, field == DTL_EXPORT_FIELD_FROM);
  set_invalid (self->to_row, field == DTL_EXPORT_FIELD_TO);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->span_error_row), message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->span_error_row), message != NULL);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->stamp_row), describe_stamp (choices->stamp));
}

/* What cannot be done now is insensitive. */
void
dtl_export_dialog_update_actions (DtlExportDialog *self)
{
  g_autofree char *message = NULL;
  gboolean is_writing = self->write_cancellable != NULL;
  gboolean is_possible = !is_writing && !self->is_impossible &&
                         dtl_export_choices_check (&self->choices, &message) == DTL_EXPORT_FIELD_NONE;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "export.choose-file", is_possible);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "export.copy", is_possible);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "export.cancel", is_writing);
  gtk_widget_set_sensitive (self->options, !is_writing);
}

static void
choice_cb (DtlExportDialog *self)
{
  if (self->is_loading)
    return;
  rows_to_choices (self);
  update_rows (self);
  dtl_export_dialog_set_message (self, NULL);
  dtl_export_dialog_queue_preview (self);
  dtl_export_dialog_update_actions (self);
}

static void
page_changed_cb (DtlExportDialog *self)
{
  dtl_export_dialog_queue_preview (self);
}

/* --- actions ---------------------------------------------------------------------------------------------------- */

static void
choose_file_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dtl_export_dialog_choose_file (DTL_EXPORT_DIALOG (widget));
}

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dtl_export_dialog_copy (DTL_EXPORT_DIALOG (widget));
}

static void
cancel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_cancellable_cancel (DTL_EXPORT_DIALOG (widget)->write_cancellable);
}

/* Escape ends what is going on, and else the dialog. */
static void
escape_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DtlExportDialog *self = DTL_EXPORT_DIALOG (widget);

  if (self->write_cancellable != NULL)
    g_cancellable_cancel (self->write_cancellable);
  else
    gtk_window_close (GTK_WINDOW (self));
}

/* --- the window ------------------------------------------------------------------------------------------------- */

static gboolean
dtl_export_dialog_close_request (GtkWindow *window)
{
  DtlExportDialog *self = DTL_EXPORT_DIALOG (window);

  dtl_export_choices_save (&self->choices, dtl_settings_get ());
  dtl_export_dialog_stop (self);
  return GTK_WINDOW_CLASS (dtl_export_dialog_parent_class)->close_request (window);
}

static void
dtl_export_dialog_dispose (GObject *object)
{
  DtlExportDialog *self = DTL_EXPORT_DIALOG (object);

  dtl_export_dialog_stop (self);
  g_clear_object (&self->worker);
  g_clear_pointer (&self->filter, dtl_filter_free);
  g_clear_pointer (&self->language, g_free);
  g_clear_pointer (&self->write_path, g_free);
  dtl_export_choices_clear (&self->choices);
  G_OBJECT_CLASS (dtl_export_dialog_parent_class)->dispose (object);
}

static void
bind_frame (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, DtlExportDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, DtlExportDialog, export_button);
  gtk_widget_class_bind_template_child (widget_class, DtlExportDialog, message_revealer);
  gtk_widget_class_bind_template_child (widget_class, DtlExportDialog, message);
  gtk_widget_class_bind_template_child (widget_class, DtlExportDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, DtlExportDialog, options);
  gtk_widget_class_bind_template_child (widget_class, DtlExportDialog, progress_revealer);
  gtk_widget_class_bind_template_child (widget_class, DtlExportDialog, progress);
}

static void
bind_rows (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, DtlExportDialog, format_row);
  gtk_widget_class_bind_template_child (widget_class, DtlExportDialog, size_row);
  gtk_widget_class_bind_template_child (widget_class, DtlExportDialog, width_row);
  gtk_widget_class_bind_template_child (widget_class, DtlExportDialog, width_spin);
  gtk_widget_class_bind_template_child (widget_class, DtlExportDialog, height_row);
  gtk_widget_class_bind_template_child (widget_class, DtlExportDialog, height_spin);
  gtk_widget_class_bind_template_child (widget_class, DtlExportDialog, scale_row);
  gtk_widget_class_bind_template_child (widget_class, DtlExportDialog, theme_row);
  gtk_widget_class_bind_template_child (widget_class, DtlExportDialog, what_row);
  gtk_widget_class_bind_template_child (widget_class, DtlExportDialog, from_row);
  gtk_widget_class_bind_template_child (widget_class, DtlExportDialog, to_row);
  gtk_widget_class_bind_template_child (widget_class, DtlExportDialog, span_error_row);
  gtk_widget_class_bind_template_child (widget_class, DtlExportDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, DtlExportDialog, folds_row);
  gtk_widget_class_bind_template_child (widget_class, DtlExportDialog, folds_switch);
  gtk_widget_class_bind_template_child (widget_class, DtlExportDialog, legend_switch);
  gtk_widget_class_bind_template_child (widget_class, DtlExportDialog, links_switch);
  gtk_widget_class_bind_template_child (widget_class, DtlExportDialog, passages_switch);
  gtk_widget_class_bind_template_child (widget_class, DtlExportDialog, sources_switch);
  gtk_widget_class_bind_template_child (widget_class, DtlExportDialog, stamp_row);
}

static void
dtl_export_dialog_class_init (DtlExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dtl_export_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = dtl_export_dialog_close_request;
  signals[SIGNAL_EXPORTED] = g_signal_new ("exported", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                           NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  g_type_ensure (DTL_TYPE_EXPORT_PANES);
  g_type_ensure (DTL_TYPE_EXPORT_PREVIEW_PANE);
  gtk_widget_class_set_template_from_resource (widget_class, "/dateline/ui/dtl-export-dialog.ui");
  bind_frame (widget_class);
  bind_rows (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, choice_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_changed_cb);
  gtk_widget_class_install_action (widget_class, "export.choose-file", NULL, choose_file_action);
  gtk_widget_class_install_action (widget_class, "export.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "export.cancel", NULL, cancel_action);
  gtk_widget_class_install_action (widget_class, "export.escape", NULL, escape_action);
}

static void
dtl_export_dialog_init (DtlExportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  dtl_names_complete (GTK_WIDGET (self));
  /* Another size of the window has room for another size of the preview. */
  g_signal_connect (self, "notify::default-width", G_CALLBACK (dtl_export_dialog_queue_preview), NULL);
  g_signal_connect (self, "notify::default-height", G_CALLBACK (dtl_export_dialog_queue_preview), NULL);
  g_signal_connect (self, "notify::maximized", G_CALLBACK (dtl_export_dialog_queue_preview), NULL);
  g_signal_connect (self, "map", G_CALLBACK (dtl_export_dialog_queue_preview), NULL);
}

/* A date that the person can shorten or lengthen: the year, where it has four digits. */
static char *
format_year (int64_t seconds)
{
  int64_t day = dtl_civil_day_from_seconds (seconds);
  DtlCivilDay civil = dtl_civil_from_day_number (day);

  if (civil.year < 0 || civil.year > 9999)
    return dtl_civil_format_day (day);
  return g_strdup_printf ("%04d", (int) civil.year);
}

/* What the case says where the settings must not: title, and from when to when. */
static void
set_case_defaults (DtlExportDialog *self, DtlSession *session)
{
  DtlDocument *document = dtl_session_get_document (session);
  const char *title = dtl_document_get_title (document);
  int64_t from, to;

  g_free (self->choices.title);
  self->choices.title = g_strdup (title != NULL ? title : "");
  if (!dtl_layout_get_extent (dtl_document_get_columns (document), dtl_session_get_visible (session), &from, &to))
    return;
  g_free (self->choices.from);
  g_free (self->choices.to);
  self->choices.from = format_year (from);
  self->choices.to = format_year (to);
}

/**
 * dtl_export_dialog_new:
 * @parent: the window whose case is exported
 * @session: its case and filter, as they are now
 * @view: what the window shows
 *
 * Returns: (transfer none): the dialog, with what was chosen last
 */
GtkWidget *
dtl_export_dialog_new (GtkWindow *parent, DtlSession *session, const DtlExportView *view)
{
  GSettings *settings = dtl_settings_get ();
  DtlExportDialog *self;

  g_return_val_if_fail (GTK_IS_WINDOW (parent) && DTL_IS_SESSION (session) && view != NULL, NULL);

  self = g_object_new (DTL_TYPE_EXPORT_DIALOG, "transient-for", parent, NULL);
  self->view = *view;
  self->filter = dtl_filter_copy (dtl_session_get_filter (session));
  self->language = g_settings_get_string (settings, "picture-language");
  if (*self->language == '\0')
    g_clear_pointer (&self->language, g_free);
  self->worker = dtl_session_new_export_worker (session);
  dtl_export_choices_load (&self->choices, settings);
  set_case_defaults (self, session);
  choices_to_rows (self);
  update_rows (self);
  dtl_export_dialog_update_actions (self);
  return GTK_WIDGET (self);
}
