/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-legend-panel.h. There is a row for everything that can be explained, and those in view are shown: the focus
 * stays where it is while others come and go. */
#include "config.h"

#include "app/timeline/dtl-legend-panel.h"

#include "app/settings/dtl-settings.h"
#include "app/timeline/dtl-legend-sample.h"

/* While the view moves, the rows are looked at this often. */
#define UPDATE_MS 120

struct _DtlLegendPanel
{
  GtkWidget parent_instance;
  GtkWidget *box;
  GtkListBox *list;
  GtkWidget *no_entries_label;
  GtkWidget *rows[DTL_N_LEGEND_ENTRIES];
  DtlCanvas *canvas;
  guint32 entries;
  guint update_id;
};

G_DEFINE_FINAL_TYPE (DtlLegendPanel, dtl_legend_panel, GTK_TYPE_WIDGET)

static void
show_entries (DtlLegendPanel *self, guint32 entries)
{
  if (entries == self->entries)
    return;
  for (int i = 0; i < DTL_N_LEGEND_ENTRIES; i++)
    gtk_widget_set_visible (self->rows[i], (entries & (1u << i)) != 0);
  gtk_widget_set_visible (GTK_WIDGET (self->list), entries != 0);
  gtk_widget_set_visible (self->no_entries_label, entries == 0);
  self->entries = entries;
}

static gboolean
update_cb (gpointer user_data)
{
  DtlLegendPanel *self = user_data;

  self->update_id = 0;
  show_entries (self, dtl_canvas_get_legend (self->canvas));
  return G_SOURCE_REMOVE;
}

static void
view_changed_cb (DtlLegendPanel *self)
{
  if (self->update_id == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->update_id = g_timeout_add (UPDATE_MS, update_cb, self);
}

static void
close_clicked_cb (DtlLegendPanel *self)
{
  g_settings_set_boolean (dtl_settings_get (), "show-legend", FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

static gboolean
close_key_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  close_clicked_cb (DTL_LEGEND_PANEL (widget));
  return TRUE;
}

static GtkWidget *
make_row (DtlLegendEntry entry)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *label = gtk_label_new (dtl_legend_get_text (entry));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), 26);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 32);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), dtl_legend_sample_new (entry));
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, dtl_legend_get_text (entry), -1);
  gtk_widget_set_visible (row, FALSE);
  return row;
}

static void
dtl_legend_panel_map (GtkWidget *widget)
{
  DtlLegendPanel *self = DTL_LEGEND_PANEL (widget);

  GTK_WIDGET_CLASS (dtl_legend_panel_parent_class)->map (widget);
  if (self->canvas != NULL && self->update_id == 0)
    self->update_id = g_idle_add (update_cb, self);
}

static void
dtl_legend_panel_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&DTL_LEGEND_PANEL (widget)->update_id, g_source_remove);
  GTK_WIDGET_CLASS (dtl_legend_panel_parent_class)->unmap (widget);
}

static void
dtl_legend_panel_dispose (GObject *object)
{
  DtlLegendPanel *self = DTL_LEGEND_PANEL (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), DTL_TYPE_LEGEND_PANEL);
  G_OBJECT_CLASS (dtl_legend_panel_parent_class)->dispose (object);
}

static void
dtl_legend_panel_class_init (DtlLegendPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dtl_legend_panel_dispose;
  widget_class->map = dtl_legend_panel_map;
  widget_class->unmap = dtl_legend_panel_unmap;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "legend");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, close_key_cb, NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/dateline/ui/dtl-legend-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, DtlLegendPanel, box);
  gtk_widget_class_bind_template_child (widget_class, DtlLegendPanel, list);
  gtk_widget_class_bind_template_child (widget_class, DtlLegendPanel, no_entries_label);
  gtk_widget_class_bind_template_callback (widget_class, close_clicked_cb);
}

static void
dtl_legend_panel_init (DtlLegendPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (int i = 0; i < DTL_N_LEGEND_ENTRIES; i++)
    {
      self->rows[i] = make_row ((DtlLegendEntry) i);
      gtk_list_box_append (self->list, self->rows[i]);
    }
}

/**
 * dtl_legend_panel_set_canvas:
 * @canvas: (transfer none): whose view is explained; outlives the panel
 */
void
dtl_legend_panel_set_canvas (DtlLegendPanel *self, DtlCanvas *canvas)
{
  g_return_if_fail (DTL_IS_LEGEND_PANEL (self));
  g_return_if_fail (DTL_IS_CANVAS (canvas));

  self->canvas = canvas;
  g_signal_connect_object (canvas, "view-changed", G_CALLBACK (view_changed_cb), self, G_CONNECT_SWAPPED);
}
