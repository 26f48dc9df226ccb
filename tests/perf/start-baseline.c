/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the start of the program and the stops of its main loop are measured against; see bench_start.py and
 * bench_window.py.
 *
 *   start-baseline static    the program's own window from its own templates, with as much static text in the place of
 *                            a case as the sample has: a check for each actor, a line for each event and its date
 *   start-baseline empty     a window of libadwaita with a header bar and nothing in it
 *
 * Says on stderr what the program does (DATELINE_DEBUG=start,frames), and runs until it is ended. */
#include "config.h"

#include <adwaita.h>

#include "app/dtl-application.h"
#include "app/dtl-frame-report.h"
#include "app/dtl-shell.h"
#include "app/dtl-start-report.h"
#include "app/dtl-window.h"
#include "app/outline/dtl-actors-pane.h"
#include "app/timeline/dtl-timeline-view.h"

/* As in the sample. */
#define N_ACTORS 13
#define N_EVENTS 28

static GtkWidget *
find (GtkWidget *root, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
fill_actors (DtlWindow *window)
{
  GtkWidget *pane = find (GTK_WIDGET (window), DTL_TYPE_ACTORS_PANE);
  GObject *list = gtk_widget_get_template_child (pane, DTL_TYPE_ACTORS_PANE, "list");

  for (int i = 0; i < N_ACTORS; i++)
    {
      g_autofree char *name = g_strdup_printf ("Department of Actor %d", i);
      GtkWidget *check = gtk_check_button_new ();
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

      gtk_box_append (GTK_BOX (box), gtk_label_new (name));
      gtk_box_append (GTK_BOX (box), gtk_label_new ("12"));
      gtk_check_button_set_child (GTK_CHECK_BUTTON (check), box);
      gtk_box_append (GTK_BOX (list), check);
    }
}

static GtkWidget *
fill_timeline (DtlWindow *window)
{
  GtkWidget *view = find (GTK_WIDGET (window), DTL_TYPE_TIMELINE_VIEW);
  GtkStack *stack = GTK_STACK (gtk_widget_get_template_child (view, DTL_TYPE_TIMELINE_VIEW, "stack"));
  g_autoptr (GString) text = g_string_new (NULL);
  GtkWidget *label;

  for (int i = 0; i < N_EVENTS; i++)
    g_string_append_printf (text, "Ban of sales of the software, part %d\n%d June 2024\n", i, i % 30 + 1);
  label = gtk_label_new (text->str);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_stack_add_named (stack, label, "static");
  gtk_stack_set_visible_child_name (stack, "static");
  return label;
}

static void
show_static (GtkApplication *application)
{
  DtlWindow *window = dtl_window_new (DTL_APPLICATION (application));

  fill_actors (window);
  dtl_start_report_watch (fill_timeline (window));
  dtl_shell_set_panes_visible (DTL_SHELL (find (GTK_WIDGET (window), DTL_TYPE_SHELL)), TRUE);
  gtk_window_present (GTK_WINDOW (window));
}

static void
show_empty (GtkApplication *application)
{
  GtkWidget *window = adw_application_window_new (application);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), box);
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  dtl_start_report_watch (box);
  dtl_frame_report_watch (window);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  gboolean is_static = argc > 1 && strcmp (argv[1], "static") == 0;
  g_autoptr (GtkApplication) application = NULL;

  application = is_static ? GTK_APPLICATION (dtl_application_new ())
                          : GTK_APPLICATION (adw_application_new (NULL, G_APPLICATION_NON_UNIQUE));
  /* The program's own way to a window would be a second, empty one. */
  g_signal_connect_after (application, "startup", G_CALLBACK (is_static ? show_static : show_empty), NULL);
  g_application_hold (G_APPLICATION (application));
  if (!g_application_register (G_APPLICATION (application), NULL, NULL))
    return 1;
  while (TRUE)
    g_main_context_iteration (NULL, TRUE);
}
