/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-recent-list.h. A row activates win.open-recent with its address; who holds the list does nothing. */
#include "config.h"

#include "app/recent/dtl-recent-list.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "app/recent/dtl-recent-cases.h"

struct _DtlRecentList
{
  GtkWidget parent_instance;
  GtkWidget *box;
  GtkListBox *rows;
  guint max;
};

G_DEFINE_FINAL_TYPE (DtlRecentList, dtl_recent_list, GTK_TYPE_WIDGET)

enum
{
  PROP_MAX = 1,
  PROP_IS_EMPTY,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

static GtkWidget *
make_row (const char *uri)
{
  g_autofree char *path = g_filename_from_uri (uri, NULL, NULL);
  g_autofree char *name = dtl_recent_cases_name (path);
  g_autofree char *folder = dtl_recent_cases_describe_folder (path);
  g_autofree char *whole = g_filename_display_name (path);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), folder);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  gtk_widget_set_tooltip_text (row, whole);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-recent");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", uri);
  return row;
}

static gboolean
is_empty (DtlRecentList *self)
{
  return gtk_list_box_get_row_at_index (self->rows, 0) == NULL;
}

static void
refresh (DtlRecentList *self)
{
  g_auto (GStrv) uris = dtl_recent_cases_get_uris (self->max);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->rows, 0)) != NULL)
    gtk_list_box_remove (self->rows, GTK_WIDGET (row));
  for (guint i = 0; uris[i] != NULL; i++)
    gtk_list_box_append (self->rows, make_row (uris[i]));
  gtk_widget_set_visible (GTK_WIDGET (self), !is_empty (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_EMPTY]);
}

static void
row_activated_cb (DtlRecentList *self)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_POPOVER);

  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
}

static void
dtl_recent_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  DtlRecentList *self = DTL_RECENT_LIST (object);

  if (id == PROP_MAX)
    g_value_set_uint (value, self->max);
  else if (id == PROP_IS_EMPTY)
    g_value_set_boolean (value, is_empty (self));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
dtl_recent_list_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  DtlRecentList *self = DTL_RECENT_LIST (object);

  if (id != PROP_MAX)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  self->max = g_value_get_uint (value);
  refresh (self);
}

static void
dtl_recent_list_dispose (GObject *object)
{
  g_clear_pointer (&DTL_RECENT_LIST (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (dtl_recent_list_parent_class)->dispose (object);
}

static void
dtl_recent_list_class_init (DtlRecentListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = dtl_recent_list_get_property;
  object_class->set_property = dtl_recent_list_set_property;
  object_class->dispose = dtl_recent_list_dispose;
  properties[PROP_MAX] = g_param_spec_uint ("max", NULL, NULL, 1, DTL_RECENT_CASES_MAX, DTL_RECENT_CASES_MAX,
                                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_IS_EMPTY] =
      g_param_spec_boolean ("is-empty", NULL, NULL, TRUE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "recentlist");
}

static GtkWidget *
make_heading (GtkWidget *labelled)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *title = gtk_label_new (_ ("Recent Cases"));
  GtkWidget *clear = gtk_button_new_with_label (_ ("Clear List"));

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (title, "heading");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (clear), "win.clear-recent");
  gtk_widget_add_css_class (clear, "flat");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), clear);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (labelled), GTK_ACCESSIBLE_RELATION_LABELLED_BY, title, NULL, -1);
  return box;
}

static void
dtl_recent_list_init (DtlRecentList *self)
{
  self->max = DTL_RECENT_CASES_MAX;
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->rows = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->rows, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->rows), "boxed-list");
  gtk_box_append (GTK_BOX (self->box), make_heading (GTK_WIDGET (self->rows)));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->rows));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  g_signal_connect_swapped (self->rows, "row-activated", G_CALLBACK (row_activated_cb), self);
  g_signal_connect_object (gtk_recent_manager_get_default (), "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
}
