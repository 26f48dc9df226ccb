/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-preferences-window.h. A plain window with a preferences page: AdwPreferencesWindow is deprecated at the newer
 * end, and what follows it is not there at the older. */
#include "config.h"

#include "app/preferences/dtl-preferences-window.h"

#include <glib/gi18n.h>

#include "app/compat/dtl-names.h"
#include "app/settings/dtl-settings.h"

struct _DtlPreferencesWindow
{
  AdwWindow parent_instance;

  GtkEditable *author_row;
  AdwComboRow *language_row;
  AdwComboRow *first_day_row;
  GtkSwitch *overview_switch;
};

G_DEFINE_FINAL_TYPE (DtlPreferencesWindow, dtl_preferences_window, ADW_TYPE_WINDOW)

/* A choice: its value in the settings and its word. Languages stand under their own names, which nobody translates. */
typedef struct
{
  const char *value;
  const char *word;
  gboolean is_translated;
} Choice;

static const Choice languages[] = {
  { "", N_ ("As in the Case"), TRUE }, { "en", "English", FALSE }, { "de", "Deutsch", FALSE },
  { "fr", "Français", FALSE },         { "ru", "Русский", FALSE }, { NULL, NULL, FALSE },
};

static const Choice first_days[] = {
  { "locale", N_ ("As in This Region"), TRUE },
  { "monday", N_ ("Monday"), TRUE },
  { "saturday", N_ ("Saturday"), TRUE },
  { "sunday", N_ ("Sunday"), TRUE },
  { NULL, NULL, FALSE },
};

static gboolean
value_to_position (GValue *position, GVariant *value, gpointer choices)
{
  const char *wanted = g_variant_get_string (value, NULL);

  for (const Choice *choice = choices; choice->value != NULL; choice++)
    if (g_str_equal (choice->value, wanted))
      {
        g_value_set_uint (position, (guint) (choice - (const Choice *) choices));
        return TRUE;
      }
  g_value_set_uint (position, 0);
  return TRUE;
}

static GVariant *
position_to_value (const GValue *position, const GVariantType *type, gpointer choices)
{
  guint i = g_value_get_uint (position);

  return i != GTK_INVALID_LIST_POSITION ? g_variant_new_string (((const Choice *) choices)[i].value) : NULL;
}

static void
bind_choices (AdwComboRow *row, const char *key, const Choice *choices)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);

  for (const Choice *choice = choices; choice->value != NULL; choice++)
    gtk_string_list_append (words, choice->is_translated ? _ (choice->word) : choice->word);
  adw_combo_row_set_model (row, G_LIST_MODEL (words));
  g_settings_bind_with_mapping (dtl_settings_get (), key, row, "selected", G_SETTINGS_BIND_DEFAULT, value_to_position,
                                position_to_value, (gpointer) choices, NULL);
}

static gboolean
close_cb (GtkWidget *widget, GVariant *parameters, gpointer user_data)
{
  gtk_window_close (GTK_WINDOW (widget));
  return GDK_EVENT_STOP;
}

static void
dtl_preferences_window_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), DTL_TYPE_PREFERENCES_WINDOW);
  G_OBJECT_CLASS (dtl_preferences_window_parent_class)->dispose (object);
}

static void
dtl_preferences_window_class_init (DtlPreferencesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dtl_preferences_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/dateline/ui/dtl-preferences-window.ui");
  gtk_widget_class_bind_template_child (widget_class, DtlPreferencesWindow, author_row);
  gtk_widget_class_bind_template_child (widget_class, DtlPreferencesWindow, language_row);
  gtk_widget_class_bind_template_child (widget_class, DtlPreferencesWindow, first_day_row);
  gtk_widget_class_bind_template_child (widget_class, DtlPreferencesWindow, overview_switch);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, close_cb, NULL);
}

static void
dtl_preferences_window_init (DtlPreferencesWindow *self)
{
  GSettings *settings = dtl_settings_get ();

  gtk_widget_init_template (GTK_WIDGET (self));
  dtl_names_complete (GTK_WIDGET (self));
  g_settings_bind (settings, "author-name", self->author_row, "text", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "show-overview", self->overview_switch, "active", G_SETTINGS_BIND_DEFAULT);
  bind_choices (self->language_row, "picture-language", languages);
  bind_choices (self->first_day_row, "first-day-of-week", first_days);
}

/**
 * dtl_preferences_window_show:
 * @parent: (nullable): the window that asks
 *
 * Shows the preferences, over @parent if there is one.
 */
void
dtl_preferences_window_show (GtkWindow *parent)
{
  GtkWindow *window;

  g_return_if_fail (parent == NULL || GTK_IS_WINDOW (parent));

  window = g_object_new (DTL_TYPE_PREFERENCES_WINDOW, "transient-for", parent, NULL);
  gtk_window_present (window);
}
