/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a screen reader is told of the places in the window is where they are, as GTK 4.10 and newer add it up. */
#include "app-support.h"

#include <math.h>

#include "app/dtl-window.h"

#if GTK_CHECK_VERSION(4, 10, 0)

static DtlApplication *application;
static int n_seen;

/* As AT-SPI does it: the place in the parent, and that one's place in its own, to the top. */
static graphene_point_t
add_up (GtkWidget *widget)
{
  graphene_point_t sum = GRAPHENE_POINT_INIT_ZERO;

  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    {
      int x, y, width, height;

      g_assert_true (gtk_accessible_get_bounds (GTK_ACCESSIBLE (widget), &x, &y, &width, &height));
      sum.x += x;
      sum.y += y;
    }
  return sum;
}

/* Fractions of a pixel, such as those of a pane that is sliding in, are lost at each step. */
static void
check_below (GtkWidget *window, GtkWidget *widget)
{
  graphene_point_t told;
  graphene_rect_t box;

  if (!gtk_widget_get_mapped (widget) || GTK_IS_NATIVE (widget))
    return;
  g_assert_true (gtk_widget_compute_bounds (widget, window, &box));
  told = add_up (widget);
  g_assert_cmpfloat (fabsf (told.x - box.origin.x), <, 3);
  g_assert_cmpfloat (fabsf (told.y - box.origin.y), <, 3);
  n_seen++;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    check_below (window, child);
}

static gboolean
has_size (gpointer window)
{
  return gtk_widget_get_width (window) > 0;
}

static void
test_window (void)
{
  DtlWindow *window = dtl_window_new (application);

  gtk_window_present (GTK_WINDOW (window));
  app_support_wait_for (has_size, window);
  app_support_settle ();
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (window)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    check_below (GTK_WIDGET (window), child);
  g_assert_cmpint (n_seen, >, 30);
  gtk_window_destroy (GTK_WINDOW (window));
}

#else

static void
test_window (void)
{
  g_test_skip ("GTK 4.8 asks each widget for its place in the window and adds nothing up");
}

#endif

int
main (int argc, char **argv)
{
#if GTK_CHECK_VERSION(4, 10, 0)
  application = app_support_init (&argc, &argv);
#else
  app_support_init (&argc, &argv);
#endif
  g_test_add_func ("/bounds/window", test_window);
  return app_support_finish ();
}
