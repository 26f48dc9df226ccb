/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-mark-icon.h. Drawn here and not by the painter, which draws whole timelines only; the roles' shapes are those
 * of DtlMarkShape. */
#include "app/dtl-mark-icon.h"

#include <math.h>

#include "app/dtl-palette-css.h"

#define SIZE_PX 18

struct _DtlMarkIcon
{
  GtkWidget parent_instance;
  DtlClaimRole role;
  gboolean is_hollow;
  int colour;
};

G_DEFINE_FINAL_TYPE (DtlMarkIcon, dtl_mark_icon, GTK_TYPE_WIDGET)

static void
trace_shape (cairo_t *cr, DtlClaimRole role, double middle, double radius)
{
  switch (role)
    {
    case DTL_ROLE_ANNOUNCED:
    case DTL_ROLE_SIGNED:
      cairo_move_to (cr, middle, middle - radius);
      cairo_line_to (cr, middle + radius, middle);
      cairo_line_to (cr, middle, middle + radius);
      cairo_line_to (cr, middle - radius, middle);
      cairo_close_path (cr);
      break;
    case DTL_ROLE_EFFECTIVE:
    case DTL_ROLE_DEADLINE:
      cairo_rectangle (cr, middle - radius * 0.8, middle - radius * 0.8, radius * 1.6, radius * 1.6);
      break;
    case DTL_ROLE_OCCURRED:
    case DTL_ROLE_BEGAN:
    case DTL_ROLE_REPORTED:
    case DTL_ROLE_ENDED:
    case DTL_N_ROLES:
    default:
      cairo_arc (cr, middle, middle, radius * 0.9, 0, 2 * G_PI);
    }
}

static void
set_source (cairo_t *cr, DtlColour colour)
{
  cairo_set_source_rgba (cr, colour.red, colour.green, colour.blue, colour.alpha);
}

static void
dtl_mark_icon_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  DtlMarkIcon *self = DTL_MARK_ICON (widget);
  const DtlTheme *theme = dtl_palette_css_get_theme ();
  double size = MIN (gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  cairo_t *cr = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget)));

  trace_shape (cr, self->role, size / 2, size / 2 - 1.5);
  if (!self->is_hollow)
    {
      set_source (cr, dtl_theme_get_actor_colour (theme, self->colour));
      cairo_fill_preserve (cr);
    }
  set_source (cr, dtl_theme_get_actor_outline (theme, self->colour));
  cairo_set_line_width (cr, 2);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
dtl_mark_icon_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  *minimum = *natural = SIZE_PX;
  *minimum_baseline = *natural_baseline = -1;
}

static void
dtl_mark_icon_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (dtl_mark_icon_parent_class)->css_changed (widget, change);
  gtk_widget_queue_draw (widget);
}

static void
dtl_mark_icon_class_init (DtlMarkIconClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = dtl_mark_icon_snapshot;
  widget_class->measure = dtl_mark_icon_measure;
  widget_class->css_changed = dtl_mark_icon_css_changed;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
dtl_mark_icon_init (DtlMarkIcon *self)
{
  self->colour = -1;
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_START);
}

/**
 * dtl_mark_icon_set_look:
 * @role: the role of the claim that the mark stands for
 * @is_hollow: as of what is planned
 * @colour: of the actor in whose lane it stands, negative for none
 */
void
dtl_mark_icon_set_look (DtlMarkIcon *self, DtlClaimRole role, gboolean is_hollow, int colour)
{
  g_return_if_fail (DTL_IS_MARK_ICON (self));

  self->role = role;
  self->is_hollow = is_hollow;
  self->colour = colour;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
