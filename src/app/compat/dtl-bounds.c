/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-bounds.h. From 4.10 on GTK finds the place of a widget in its window by adding up where each of its ancestors
 * lies in its own parent (GtkAccessibleInterface.get_bounds). It measures that from where the parent's content begins,
 * but adds it to where the parent's box begins, and so leaves out the padding and the border of every ancestor: a
 * button in a header bar is told 17 pixels too far to the left. Who asks what is under the pointer is told a
 * neighbour. 4.8 asked for the place in the window itself. */
#include "app/compat/dtl-bounds.h"

#include <math.h>

#if GTK_CHECK_VERSION(4, 10, 0)

/* @origin: (out): where the box of @widget begins, in its own coordinates, which begin where its content does */
static gboolean
get_box_origin (GtkWidget *widget, graphene_point_t *origin)
{
  graphene_rect_t box;

  if (!gtk_widget_compute_bounds (widget, widget, &box))
    return FALSE;
  *origin = box.origin;
  return TRUE;
}

static gboolean
get_bounds (GtkAccessible *accessible, int *x, int *y, int *width, int *height)
{
  GtkWidget *widget = GTK_WIDGET (accessible);
  GtkWidget *parent = gtk_widget_get_parent (widget);
  graphene_point_t begin = GRAPHENE_POINT_INIT_ZERO;
  graphene_rect_t box;

  if (!gtk_widget_get_realized (widget) ||
      !gtk_widget_compute_bounds (widget, parent != NULL ? parent : widget, &box) ||
      (parent != NULL && !get_box_origin (parent, &begin)))
    return FALSE;
  *x = (int) floorf (box.origin.x - begin.x);
  *y = (int) floorf (box.origin.y - begin.y);
  *width = (int) ceilf (box.size.width);
  *height = (int) ceilf (box.size.height);
  return TRUE;
}

#endif

/**
 * dtl_bounds_correct:
 *
 * Has all widgets tell where they lie. Call it before the first one is made: a class that adds to the interface has a
 * copy of it from then on.
 */
void
dtl_bounds_correct (void)
{
#if GTK_CHECK_VERSION(4, 10, 0)
  g_autoptr (GTypeClass) widget_class = g_type_class_ref (GTK_TYPE_WIDGET);
  GtkAccessibleInterface *interface = g_type_interface_peek (widget_class, GTK_TYPE_ACCESSIBLE);

  interface->get_bounds = get_bounds;
#endif
}
