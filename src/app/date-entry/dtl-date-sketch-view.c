/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-date-sketch-view.h. What is drawn is render's; here it is only put on the screen, in the window's colours and
 * the person's size of text. */
#include "config.h"

#include "app/date-entry/dtl-date-sketch-view.h"

#include "app/dtl-palette-css.h"
#include "app/dtl-shell.h"
#include "app/settings/dtl-settings.h"
#include "render/dtl-date-sketch.h"

#define MIN_WIDTH_PX     60
#define NATURAL_WIDTH_PX 240

struct _DtlDateSketchView
{
  GtkWidget parent_instance;
  DtlEdtf *value;
  DtlTextPango *text;
  char *font_key;
};

G_DEFINE_FINAL_TYPE (DtlDateSketchView, dtl_date_sketch_view, GTK_TYPE_WIDGET)

static DtlTextPango *
ensure_text (DtlDateSketchView *self)
{
  if (self->text == NULL)
    self->text = dtl_text_pango_new (gtk_widget_get_pango_context (GTK_WIDGET (self)), NULL,
                                     dtl_shell_get_text_scale (GTK_WIDGET (self)));
  return self->text;
}

static void
dtl_date_sketch_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  DtlDateSketchView *self = DTL_DATE_SKETCH_VIEW (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  const DtlDateSketch sketch = { .value = self->value,
                                 .theme = dtl_palette_css_get_theme (),
                                 .text = ensure_text (self),
                                 .width_px = width,
                                 .first_weekday = dtl_settings_get_first_weekday () };
  g_autoptr (DtlSurface) surface = NULL;
  cairo_t *cr;

  if (self->value == NULL || width <= 0 || height <= 0)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  surface = dtl_surface_new_cairo (cr, sketch.text);
  dtl_date_sketch_paint (&sketch, surface);
  cairo_destroy (cr);
}

static void
dtl_date_sketch_view_measure (GtkWidget *widget,
                              GtkOrientation orientation,
                              int for_size,
                              int *minimum,
                              int *natural,
                              int *minimum_baseline,
                              int *natural_baseline)
{
  *minimum = *natural = dtl_date_sketch_get_height_px (ensure_text (DTL_DATE_SKETCH_VIEW (widget)));
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MIN_WIDTH_PX;
      *natural = NATURAL_WIDTH_PX;
    }
  *minimum_baseline = *natural_baseline = -1;
}

/* Styles change with every focus; only another font or size of text concerns what was measured. */
static void
check_font (DtlDateSketchView *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  g_autofree char *font = pango_font_description_to_string (pango_context_get_font_description (context));
  g_autofree char *key = g_strdup_printf ("%s@%.2f", font, dtl_shell_get_text_scale (GTK_WIDGET (self)));

  if (g_strcmp0 (key, self->font_key) == 0)
    return;
  g_free (self->font_key);
  self->font_key = g_steal_pointer (&key);
  g_clear_pointer (&self->text, dtl_text_pango_unref);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
dtl_date_sketch_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (dtl_date_sketch_view_parent_class)->css_changed (widget, change);
  check_font (DTL_DATE_SKETCH_VIEW (widget));
}

static void
dtl_date_sketch_view_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (dtl_date_sketch_view_parent_class)->system_setting_changed (widget, setting);
  check_font (DTL_DATE_SKETCH_VIEW (widget));
}

static void
dtl_date_sketch_view_finalize (GObject *object)
{
  DtlDateSketchView *self = DTL_DATE_SKETCH_VIEW (object);

  g_clear_pointer (&self->value, dtl_edtf_unref);
  g_clear_pointer (&self->text, dtl_text_pango_unref);
  g_clear_pointer (&self->font_key, g_free);
  G_OBJECT_CLASS (dtl_date_sketch_view_parent_class)->finalize (object);
}

static void
dtl_date_sketch_view_class_init (DtlDateSketchViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = dtl_date_sketch_view_finalize;
  widget_class->snapshot = dtl_date_sketch_view_snapshot;
  widget_class->measure = dtl_date_sketch_view_measure;
  widget_class->css_changed = dtl_date_sketch_view_css_changed;
  widget_class->system_setting_changed = dtl_date_sketch_view_system_setting_changed;
  gtk_widget_class_set_css_name (widget_class, "datesketch");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
dtl_date_sketch_view_init (DtlDateSketchView *self)
{
  /* As on the canvas, time runs from left to right in every language. */
  gtk_widget_set_direction (GTK_WIDGET (self), GTK_TEXT_DIR_LTR);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  dtl_palette_css_watch (self, G_CALLBACK (gtk_widget_queue_draw));
}

/**
 * dtl_date_sketch_view_set_value:
 * @value: (nullable): the date to draw; kept referenced. NULL for an empty picture
 */
void
dtl_date_sketch_view_set_value (DtlDateSketchView *self, DtlEdtf *value)
{
  g_return_if_fail (DTL_IS_DATE_SKETCH_VIEW (self));

  if (value != NULL)
    dtl_edtf_ref (value);
  g_clear_pointer (&self->value, dtl_edtf_unref);
  self->value = value;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
