/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be pressed is large enough for an unsteady hand: 24 by 24 pixels, as WCAG 2.2 wants it (2.5.8). Measured in
 * the widgets themselves: what AT-SPI tells leaves out their padding. */
#include "config.h"

#include "app-support.h"

#include "app/dtl-window.h"
#include "app/export/dtl-export-dialog.h"
#include "app/find/dtl-filter-chips.h"
#include "app/timeline/dtl-canvas-item.h"
#include "app/timeline/dtl-canvas.h"

#define LEAST_PX 24

static DtlApplication *application;

/* An event on the canvas is hit on its mark, its bar and its label, whose height is that of two lines. */
static gboolean
is_pressed (GtkWidget *widget)
{
  if (DTL_IS_CANVAS_ITEM (widget))
    return dtl_canvas_item_get_place (DTL_CANVAS_ITEM (widget))->kind != DTL_CANVAS_ITEM_EVENT;
  return gtk_widget_get_focusable (widget) &&
         (GTK_IS_BUTTON (widget) || GTK_IS_CHECK_BUTTON (widget) || GTK_IS_EXPANDER (widget) ||
          GTK_IS_EDITABLE (widget) || GTK_IS_SWITCH (widget) || GTK_IS_DROP_DOWN (widget) ||
          GTK_IS_LIST_BOX_ROW (widget) || GTK_IS_MENU_BUTTON (widget));
}

/* A cluster at the view's edge is as large as what is seen of it, and large when it is scrolled to. */
static gboolean
is_cut (GtkWidget *widget)
{
  const GdkRectangle *box;
  GtkWidget *canvas;

  if (!DTL_IS_CANVAS_ITEM (widget))
    return FALSE;
  box = &dtl_canvas_item_get_place (DTL_CANVAS_ITEM (widget))->box;
  canvas = gtk_widget_get_parent (widget);
  return box->y + box->height >= gtk_widget_get_height (canvas) || box->x + box->width >= gtk_widget_get_width (canvas);
}

static guint
check_sizes (GtkWidget *widget)
{
  graphene_rect_t box;
  guint n_checked = 0;

  if (!gtk_widget_get_mapped (widget))
    return 0;
  if (is_pressed (widget) && !is_cut (widget) && gtk_widget_compute_bounds (widget, widget, &box))
    {
      const char *name = gtk_widget_get_tooltip_text (widget);
      gboolean is_large = box.size.width >= LEAST_PX && box.size.height >= LEAST_PX;

      n_checked++;
      if (!is_large)
        g_test_message ("%s “%s” has %.0f by %.0f pixels", G_OBJECT_TYPE_NAME (widget), name != NULL ? name : "",
                        box.size.width, box.size.height);
      if (!is_large)
        g_test_fail ();
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n_checked += check_sizes (child);
  return n_checked;
}

static void
expand_all (GtkWidget *widget)
{
  if (GTK_IS_EXPANDER (widget))
    gtk_expander_set_expanded (GTK_EXPANDER (widget), TRUE);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    expand_all (child);
}

static gboolean
has_session (gpointer window)
{
  GtkWidget *canvas = app_support_find_widget (window, DTL_TYPE_CANVAS, NULL);

  return canvas != NULL && dtl_canvas_get_session (DTL_CANVAS (canvas)) != NULL && gtk_widget_get_width (canvas) > 0;
}

static DtlWindow *
open_window (void)
{
  DtlWindow *window = dtl_window_new (application);

  dtl_window_open_path (window, app_support_get_sample ());
  gtk_window_present (GTK_WINDOW (window));
  app_support_wait_for (has_session, window);
  return window;
}

static DtlSession *
get_session (DtlWindow *window)
{
  return dtl_canvas_get_session (DTL_CANVAS (app_support_find_widget (GTK_WIDGET (window), DTL_TYPE_CANVAS, NULL)));
}

static gboolean
has_chips (gpointer window)
{
  GtkWidget *chips = app_support_find_widget (window, DTL_TYPE_FILTER_CHIPS, NULL);

  return gtk_widget_get_mapped (chips) && gtk_widget_get_width (chips) > 0 &&
         gtk_widget_get_width (gtk_widget_get_first_child (chips)) > 0;
}

static void
test_window (void)
{
  DtlWindow *window = open_window ();
  DtlSession *session = get_session (window);

  dtl_session_select_row (session, 0);
  dtl_session_set_actor_on (session, app_support_find_actor (session, "Kaspersky"), FALSE);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.find", NULL);
  expand_all (GTK_WIDGET (window));
  app_support_wait_for (has_chips, window);
  app_support_settle ();
  g_assert_cmpuint (check_sizes (GTK_WIDGET (window)), >, 60);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-list", NULL);
  app_support_settle ();
  g_assert_cmpuint (check_sizes (GTK_WIDGET (window)), >, 60);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-timeline", NULL); /* which is remembered */
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_dialogs (void)
{
  DtlWindow *window = open_window ();
  DtlExportView view = { .grouping = DTL_GROUP_ACTOR };
  GtkWidget *dialog = dtl_export_dialog_new (GTK_WINDOW (window), get_session (window), &view);

  gtk_window_present (GTK_WINDOW (dialog));
  app_support_settle ();
  g_assert_cmpuint (check_sizes (dialog), >, 10);
  gtk_window_close (GTK_WINDOW (dialog));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  application = app_support_init (&argc, &argv);
  g_test_add_func ("/sizes/window", test_window);
  g_test_add_func ("/sizes/dialogs", test_dialogs);
  return app_support_finish ();
}
