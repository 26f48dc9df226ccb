/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-date-field.h. While something is being typed nothing is wrong yet: what is missing is said in the colour of
 * other remarks. Only who uses the field says, when the person is done with it, that it cannot stay so. */
#include "config.h"

#include "app/date-entry/dtl-date-field.h"

#include <glib/gi18n.h>

#include "app/compat/dtl-announce.h"
#include "app/date-entry/dtl-date-sketch-view.h"
#include "app/dtl-wrap-layout.h"
#include "date/dtl-date-entry.h"
#include "date/dtl-date-label.h"

struct _DtlDateField
{
  GtkWidget parent_instance;
  GtkWidget *row;
  GtkLabel *label;
  GtkEditable *entry;
  GtkWidget *preview;
  GtkLabel *edtf_label;
  GtkLabel *words_label;
  GtkLabel *also_label;
  GtkLabel *error_label;
  DtlDateSketchView *sketch;
  DtlEdtf *value;
  char *error;
};

enum
{
  PROP_LABEL = 1,
  PROP_PLACEHOLDER_TEXT,
  N_PROPERTIES,
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_DONE,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DtlDateField, dtl_date_field, GTK_TYPE_WIDGET)

/* --- what was understood ---------------------------------------------------------------------------------------- */

static void
show_text (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

/* What else it may mean, where that is not clear. */
static char *
name_alternative (const DtlDateEntry *read)
{
  const DtlEdtf *other = read->alternatives->len > 0 ? g_ptr_array_index (read->alternatives, 0) : NULL;
  g_autofree char *words = other != NULL ? dtl_date_label (other, DTL_DATE_LABEL_LONG) : NULL;

  if (other == NULL)
    return NULL;
  /* Translators: another meaning of a date that was typed: in words, and as EDTF */
  return g_strdup_printf (_ ("It may also mean %1$s (%2$s)"), words, dtl_edtf_get_text (other));
}

/* The same for who does not see it. */
static void
describe (DtlDateField *self, const char *words, const char *also)
{
  g_autofree char *description = NULL;

  if (words != NULL)
    /* Translators: a date as EDTF, and in words: "2024-06: June 2024" */
    description = g_strdup_printf (_ ("%1$s: %2$s"), dtl_edtf_get_text (self->value), words);
  if (also != NULL)
    {
      g_autofree char *first = g_steal_pointer (&description);

      description = g_strdup_printf ("%s. %s", first, also);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description != NULL   ? description
                                  : self->error != NULL ? self->error
                                                        : "",
                                  -1);
}

static void
show_reading (DtlDateField *self, const DtlDateEntry *read)
{
  g_autofree char *words = read != NULL ? dtl_date_label (read->value, DTL_DATE_LABEL_WEEKDAY) : NULL;
  g_autofree char *also = read != NULL ? name_alternative (read) : NULL;

  gtk_widget_set_visible (self->preview, read != NULL);
  show_text (self->edtf_label, read != NULL ? dtl_edtf_get_text (read->value) : NULL);
  show_text (self->words_label, words);
  show_text (self->also_label, also);
  show_text (self->error_label, self->error);
  dtl_date_sketch_view_set_value (self->sketch, self->value);
  describe (self, words, also);
}

/* Nothing written is nothing wrong. */
static void
read_text (DtlDateField *self)
{
  const char *text = gtk_editable_get_text (self->entry);
  g_autoptr (GError) error = NULL;
  g_autoptr (DtlDateEntry) read = NULL;

  g_clear_pointer (&self->value, dtl_edtf_unref);
  g_clear_pointer (&self->error, g_free);
  if (strspn (text, " \t") < strlen (text))
    read = dtl_date_entry_read (text, g_get_language_names ()[0], &error);
  if (read != NULL)
    self->value = dtl_edtf_ref (read->value);
  if (error != NULL)
    self->error = g_strdup (error->message);
  show_reading (self, read);
}

static void
entry_changed_cb (DtlDateField *self)
{
  read_text (self);
  dtl_date_field_set_invalid (self, FALSE);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
done_cb (DtlDateField *self)
{
  g_signal_emit (self, signals[SIGNAL_DONE], 0);
}

/* --- the widget ------------------------------------------------------------------------------------------------- */

static void
dtl_date_field_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  DtlDateField *self = DTL_DATE_FIELD (object);

  if (id == PROP_PLACEHOLDER_TEXT)
    gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), g_value_get_string (value));
  else if (id == PROP_LABEL)
    show_text (self->label, g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
dtl_date_field_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  DtlDateField *self = DTL_DATE_FIELD (object);

  if (id == PROP_PLACEHOLDER_TEXT)
    g_value_set_string (value, gtk_entry_get_placeholder_text (GTK_ENTRY (self->entry)));
  else if (id == PROP_LABEL)
    g_value_set_string (value, gtk_label_get_text (self->label));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static gboolean
dtl_date_field_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (DTL_DATE_FIELD (widget)->entry));
}

static void
dtl_date_field_dispose (GObject *object)
{
  DtlDateField *self = DTL_DATE_FIELD (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), DTL_TYPE_DATE_FIELD);
  g_clear_pointer (&self->value, dtl_edtf_unref);
  g_clear_pointer (&self->error, g_free);
  G_OBJECT_CLASS (dtl_date_field_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *klass)
{
  klass->set_property = dtl_date_field_set_property;
  klass->get_property = dtl_date_field_get_property;
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_PLACEHOLDER_TEXT] =
      g_param_spec_string ("placeholder-text", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (klass, N_PROPERTIES, properties);
}

static void
dtl_date_field_class_init (DtlDateFieldClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dtl_date_field_dispose;
  install_properties (G_OBJECT_CLASS (klass));
  widget_class->grab_focus = dtl_date_field_grab_focus;
  /* "changed": another text; "done": Return, or the focus went elsewhere */
  signals[SIGNAL_CHANGED] =
      g_signal_new ("changed", DTL_TYPE_DATE_FIELD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_DONE] =
      g_signal_new ("done", DTL_TYPE_DATE_FIELD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (DTL_TYPE_DATE_SKETCH_VIEW);
  g_type_ensure (DTL_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/dateline/ui/dtl-date-field.ui");
  gtk_widget_class_bind_template_child (widget_class, DtlDateField, row);
  gtk_widget_class_bind_template_child (widget_class, DtlDateField, label);
  gtk_widget_class_bind_template_child (widget_class, DtlDateField, entry);
  gtk_widget_class_bind_template_child (widget_class, DtlDateField, preview);
  gtk_widget_class_bind_template_child (widget_class, DtlDateField, edtf_label);
  gtk_widget_class_bind_template_child (widget_class, DtlDateField, words_label);
  gtk_widget_class_bind_template_child (widget_class, DtlDateField, also_label);
  gtk_widget_class_bind_template_child (widget_class, DtlDateField, error_label);
  gtk_widget_class_bind_template_child (widget_class, DtlDateField, sketch);
  gtk_widget_class_bind_template_callback (widget_class, entry_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, done_cb);
}

static void
dtl_date_field_init (DtlDateField *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkLayoutManager *layout;

  gtk_widget_init_template (GTK_WIDGET (self));
  layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (done_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), focus);
}

GtkWidget *
dtl_date_field_new (void)
{
  return g_object_new (DTL_TYPE_DATE_FIELD, NULL);
}

/**
 * dtl_date_field_align:
 * @labels: those of other fields, among which this one's takes the same width
 */
void
dtl_date_field_align (DtlDateField *self, GtkSizeGroup *labels)
{
  g_return_if_fail (DTL_IS_DATE_FIELD (self));

  gtk_size_group_add_widget (labels, GTK_WIDGET (self->label));
}

/**
 * dtl_date_field_set_text:
 * @text: (nullable): as a person would type it
 */
void
dtl_date_field_set_text (DtlDateField *self, const char *text)
{
  g_return_if_fail (DTL_IS_DATE_FIELD (self));

  gtk_editable_set_text (self->entry, text != NULL ? text : "");
}

/* Returns: (transfer none) (nullable): what was understood; NULL where it is empty or has an error */
DtlEdtf *
dtl_date_field_get_value (DtlDateField *self)
{
  g_return_val_if_fail (DTL_IS_DATE_FIELD (self), NULL);

  return self->value;
}

/* Returns: (nullable): why it was not understood, and where; owned by the field */
const char *
dtl_date_field_get_error (DtlDateField *self)
{
  g_return_val_if_fail (DTL_IS_DATE_FIELD (self), NULL);

  return self->error;
}

/**
 * dtl_date_field_set_invalid:
 * @invalid: whether what stands in it cannot be taken; lasts until something else is typed
 */
void
dtl_date_field_set_invalid (DtlDateField *self, gboolean invalid)
{
  g_return_if_fail (DTL_IS_DATE_FIELD (self));

  if (!invalid)
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
      gtk_widget_remove_css_class (GTK_WIDGET (self->error_label), "error");
      gtk_widget_add_css_class (GTK_WIDGET (self->error_label), "dim-label");
      gtk_accessible_reset_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID);
      return;
    }
  gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  gtk_widget_add_css_class (GTK_WIDGET (self->error_label), "error");
  gtk_widget_remove_css_class (GTK_WIDGET (self->error_label), "dim-label");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE,
                               -1);
  if (self->error != NULL)
    dtl_announce (GTK_WIDGET (self), self->error);
}
