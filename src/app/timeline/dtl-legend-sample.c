/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-legend-sample.h. What is drawn is render's; here it is only put on the screen, in the window's colours and
 * the person's size of text. */
#include "app/timeline/dtl-legend-sample.h"

#include "app/dtl-palette-css.h"
#include "app/dtl-shell.h"

struct _DtlLegendSample
{
  GtkWidget parent_instance;
  DtlLegendEntry entry;
};

G_DEFINE_FINAL_TYPE (DtlLegendSample, dtl_legend_sample, GTK_TYPE_WIDGET)

/* Made anew each time: samples are few, and drawn once. (transfer full) */
static DtlTextPango *
make_text (GtkWidget *widget)
{
  return dtl_text_pango_new (gtk_widget_get_pango_context (widget), NULL, dtl_shell_get_text_scale (widget));
}

static void
dtl_legend_sample_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  g_autoptr (DtlTextPango) text = make_text (widget);
  g_autoptr (DtlSurface) surface = NULL;
  cairo_t *cr;

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  surface = dtl_surface_new_cairo (cr, text);
  dtl_legend_paint_sample (DTL_LEGEND_SAMPLE (widget)->entry, dtl_palette_css_get_theme (), text, surface, 0,
                           height / 2);
  cairo_destroy (cr);
}

static void
dtl_legend_sample_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  g_autoptr (DtlTextPango) text = make_text (widget);
  DtlTextMeasure *measure = dtl_text_pango_get_measure (text);

  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? dtl_legend_get_sample_px (text)
                                                                  : measure->height_px (measure, DTL_TEXT_DATE) + 8;
  *minimum_baseline = *natural_baseline = -1;
}

static void
dtl_legend_sample_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (dtl_legend_sample_parent_class)->system_setting_changed (widget, setting);
  gtk_widget_queue_resize (widget);
}

static void
dtl_legend_sample_class_init (DtlLegendSampleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = dtl_legend_sample_snapshot;
  widget_class->measure = dtl_legend_sample_measure;
  widget_class->system_setting_changed = dtl_legend_sample_system_setting_changed;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
dtl_legend_sample_init (DtlLegendSample *self)
{
  /* As on the canvas, time runs from left to right in every language. */
  gtk_widget_set_direction (GTK_WIDGET (self), GTK_TEXT_DIR_LTR);
  dtl_palette_css_watch (self, G_CALLBACK (gtk_widget_queue_draw));
}

/* Returns: (transfer floating) */
GtkWidget *
dtl_legend_sample_new (DtlLegendEntry entry)
{
  DtlLegendSample *self = g_object_new (DTL_TYPE_LEGEND_SAMPLE, NULL);

  self->entry = entry;
  return GTK_WIDGET (self);
}
