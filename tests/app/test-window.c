/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window as a whole: its template, its actions and their keys, its widths, and what it does with bad input. */
#include "app-support.h"

#include <glib/gstdio.h>
#include <string.h>

#include "app/dtl-accels.h"
#include "app/dtl-message.h"
#include "app/dtl-shell.h"
#include "app/dtl-window.h"
#include "app/dtl-work-strip.h"
#include "app/dtl-wrap-layout.h"
#include "app/timeline/dtl-canvas.h"

static DtlApplication *application;

static DtlWindow *
open_window (const char *path)
{
  DtlWindow *window = dtl_window_new (application);

  if (path != NULL)
    dtl_window_open_path (window, path);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static GtkWidget *
get_placeholder (DtlWindow *window)
{
  GtkWidget *shell = app_support_find_widget (GTK_WIDGET (window), DTL_TYPE_SHELL, NULL);
  g_autoptr (GtkWidget) placeholder = NULL;

  g_object_get (shell, "placeholder", &placeholder, NULL);
  return placeholder;
}

/* "case", or which of the pages there are without one. */
static const char *
get_page (DtlWindow *window)
{
  GtkWidget *placeholder = get_placeholder (window);

  if (!gtk_widget_get_child_visible (placeholder))
    return "case";
  return gtk_stack_get_visible_child_name (GTK_STACK (placeholder));
}

static gboolean
has_opened (gpointer window)
{
  return strcmp (get_page (window), "opening") != 0;
}

static gboolean
is_enabled (DtlWindow *window, const char *action)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = app_support_find_widget (GTK_WIDGET (window), GTK_TYPE_BOX, NULL);
  gboolean enabled;

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_box_append (GTK_BOX (box), button);
  enabled = gtk_widget_is_sensitive (button);
  gtk_box_remove (GTK_BOX (box), button);
  return enabled;
}

static gboolean
class_has_action (const char *name)
{
  g_autoptr (GTypeClass) klass = g_type_class_ref (DTL_TYPE_WINDOW);
  const char *found;
  GType owner;
  const GVariantType *type;
  const char *property;

  for (guint i = 0; gtk_widget_class_query_action (GTK_WIDGET_CLASS (klass), i, &owner, &found, &type, &property); i++)
    if (strcmp (found, name) == 0)
      return TRUE;
  return FALSE;
}

/* Of the class, or one of those that each window has with a state of its own. */
static gboolean
window_has_action (GtkWidget *window, const char *name)
{
  return class_has_action (name) || (g_str_has_prefix (name, "win.") &&
                                     g_action_group_has_action (G_ACTION_GROUP (window), name + strlen ("win.")));
}

/* Every key leads to an action that is there, and none leads to two. */
static void
test_accels (void)
{
  g_autoptr (GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GtkWidget) window = g_object_ref_sink (g_object_new (DTL_TYPE_WINDOW, NULL));
  guint n_accels;
  const DtlAccel *accels = dtl_accels_get (&n_accels);

  g_assert_cmpuint (n_accels, >, 10);
  for (guint i = 0; i < n_accels; i++)
    {
      const char *name = accels[i].action;

      if (g_str_has_prefix (name, "app."))
        g_assert_true (g_action_group_has_action (G_ACTION_GROUP (application), name + strlen ("app.")));
      else
        g_assert_true (window_has_action (window, name) || strcmp (name, "window.close") == 0);
      for (guint j = 0; accels[i].keys[j] != NULL; j++)
        {
          guint key;
          GdkModifierType modifiers;

          g_assert_true (gtk_accelerator_parse (accels[i].keys[j], &key, &modifiers));
          g_assert_cmpuint (key, !=, 0);
          g_assert_true (g_hash_table_add (keys, (char *) accels[i].keys[j]));
        }
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_empty (void)
{
  static const char *const need_case[] = { "win.export",       "win.print",    "win.undo",     "win.redo",
                                           "win.zoom-in",      "win.zoom-out", "win.zoom-fit", "win.import",
                                           "win.next-passage", "win.show-all" };
  DtlWindow *window = open_window (NULL);

  g_assert_cmpstr (get_page (window), ==, "empty");
  g_assert_true (dtl_window_is_free (window));
  g_assert_null (dtl_window_get_path (window));
  for (guint i = 0; i < G_N_ELEMENTS (need_case); i++)
    g_assert_false (is_enabled (window, need_case[i]));
  g_assert_true (is_enabled (window, "win.open"));
  g_assert_true (is_enabled (window, "win.open-sample"));
  g_assert_true (is_enabled (window, "win.new-case"));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_open (void)
{
  DtlWindow *window = open_window (app_support_get_sample ());
  GtkWidget *title;

  g_assert_false (dtl_window_is_free (window));
  g_assert_cmpstr (dtl_window_get_path (window), ==, app_support_get_sample ());
  app_support_wait_for (has_opened, window);
  g_assert_cmpstr (get_page (window), ==, "case");
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Kaspersky and US Policy");
  title = app_support_find_widget (GTK_WIDGET (window), ADW_TYPE_WINDOW_TITLE, NULL);
  g_assert_true (
      g_str_has_suffix (adw_window_title_get_subtitle (ADW_WINDOW_TITLE (title)), "5 sources · sample.dateline"));
  g_assert_true (is_enabled (window, "win.export"));
  g_assert_false (is_enabled (window, "win.show-all"));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* What cannot be opened is told in the window, which then opens the next one. */
static void
test_open_error (void)
{
  DtlWindow *window = open_window ("/nowhere/missing.dateline");
  GtkWidget *page;

  app_support_wait_for (has_opened, window);
  g_assert_cmpstr (get_page (window), ==, "error");
  page = gtk_stack_get_visible_child (GTK_STACK (get_placeholder (window)));
  g_assert_cmpstr (adw_status_page_get_title (ADW_STATUS_PAGE (page)), ==, "Could Not Open “missing.dateline”");
  g_assert_cmpuint (strlen (adw_status_page_get_description (ADW_STATUS_PAGE (page))), >, 10);
  g_assert_true (dtl_window_is_free (window));
  dtl_window_open_path (window, app_support_get_sample ());
  app_support_wait_for (has_opened, window);
  g_assert_cmpstr (get_page (window), ==, "case");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The same case is not opened twice. */
static void
test_open_twice (void)
{
  DtlWindow *window = open_window (app_support_get_sample ());
  guint n_windows = g_list_length (gtk_application_get_windows (GTK_APPLICATION (application)));

  app_support_wait_for (has_opened, window);
  dtl_application_open_path (application, app_support_get_sample (), NULL);
  g_assert_cmpuint (g_list_length (gtk_application_get_windows (GTK_APPLICATION (application))), ==, n_windows);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Labels that read markup, and what they show. */
static void
check_labels (GtkWidget *widget, const char *words)
{
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), words) != NULL)
    g_assert_false (gtk_label_get_use_markup (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    check_labels (child, words);
}

static guint
count_labels (GtkWidget *widget, const char *words)
{
  guint count = GTK_IS_LABEL (widget) && strcmp (gtk_label_get_text (GTK_LABEL (widget)), words) == 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    count += count_labels (child, words);
  return count;
}

static gboolean
is_selected (gpointer window)
{
  app_support_settle ();
  return count_labels (window, "1 of 1") > 0;
}

/* Whatever stands in a case is text. A warning about markup ends the test. */
static void
test_plain_text (void)
{
  const char *words = "A & <b>B</b> <a href=\"file:///x\">";
  g_autofree char *path = app_support_make_case ("plain & <b>.dateline", words);
  DtlWindow *window = open_window (path);
  GtkWidget *canvas;
  AdwToast *toast = dtl_message_new_toast (words);

  app_support_wait_for (has_opened, window);
  canvas = app_support_find_widget (GTK_WIDGET (window), DTL_TYPE_CANVAS, NULL);
  dtl_session_select_row (dtl_canvas_get_session (DTL_CANVAS (canvas)), 0);
  app_support_wait_for (is_selected, window);
  g_assert_cmpuint (count_labels (GTK_WIDGET (window), words), >=, 6);
  check_labels (GTK_WIDGET (window), words);
  g_assert_cmpstr (adw_toast_get_title (toast), ==,
                   "A &amp; &lt;b&gt;B&lt;/b&gt; &lt;a href=&quot;file:///x&quot;&gt;");
  g_object_ref_sink (toast);
  g_object_unref (toast);
  gtk_window_destroy (GTK_WINDOW (window));
}

typedef struct
{
  DtlWindow *window;
  const char *words;
} BannerQuestion;

static gboolean
is_told (GtkWidget *widget, const char *words)
{
  if (GTK_IS_LABEL (widget) && strcmp (gtk_label_get_text (GTK_LABEL (widget)), words) == 0)
    return gtk_widget_get_mapped (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    if (is_told (child, words))
      return TRUE;
  return FALSE;
}

static gboolean
tells (gpointer data)
{
  BannerQuestion *question = data;

  return is_told (GTK_WIDGET (question->window), question->words);
}

static gboolean
is_silent (gpointer data)
{
  return !tells (data);
}

/* What lasts is told across the window while it lasts, and what can be done about it only then. */
static void
test_banner (void)
{
  g_autofree char *path = app_support_make_case ("banner.dateline", "Fees");
  g_autofree char *other = app_support_make_case ("other.dateline", "Other Fees");
  DtlWindow *window = open_window (path);
  BannerQuestion gone = { window, "The file was moved or deleted. You still see what was in it." };
  BannerQuestion changed = { window, "Another program has changed the file." };
  BannerQuestion button = { window, "Reload" };
  BannerQuestion read = { window, "Other Fees" };

  app_support_wait_for (has_opened, window);
  app_support_settle ();
  g_assert_true (is_silent (&changed));
  g_assert_false (is_enabled (window, "win.reload"));

  g_assert_cmpint (g_unlink (path), ==, 0);
  app_support_wait_for (tells, &gone);
  g_assert_true (is_silent (&button));
  g_assert_false (is_enabled (window, "win.reload"));

  g_assert_cmpint (g_rename (other, path), ==, 0);
  app_support_wait_for (tells, &changed);
  g_assert_true (tells (&button));
  g_assert_true (is_enabled (window, "win.reload"));

  gtk_widget_activate_action (GTK_WIDGET (window), "win.reload", NULL);
  app_support_wait_for (is_silent, &changed);
  app_support_wait_for (tells, &read);
  g_assert_false (is_enabled (window, "win.reload"));
  gtk_window_destroy (GTK_WINDOW (window));
}

typedef struct
{
  DtlShell *shell;
  DtlWidthClass wanted;
} WidthQuestion;

static gboolean
has_width_class (gpointer data)
{
  WidthQuestion *question = data;

  return dtl_shell_get_width_class (question->shell) == question->wanted;
}

/* The narrower the window, the fewer buttons; what leaves the header is in the menu. */
static void
test_widths (void)
{
  static const struct
  {
    int width;
    DtlWidthClass wanted;
  } rows[] = {
    { 1280, DTL_WIDTH_WIDE }, { 760, DTL_WIDTH_HALF }, { 640, DTL_WIDTH_MEDIUM }, { 360, DTL_WIDTH_NARROW }
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      DtlWindow *window = dtl_window_new (application);
      WidthQuestion question;
      int minimum;

      gtk_window_set_default_size (GTK_WINDOW (window), rows[i].width, 640);
      gtk_window_present (GTK_WINDOW (window));
      question.shell = DTL_SHELL (app_support_find_widget (GTK_WIDGET (window), DTL_TYPE_SHELL, NULL));
      question.wanted = rows[i].wanted;
      app_support_wait_for (has_width_class, &question);
      gtk_widget_measure (GTK_WIDGET (question.shell), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      g_assert_cmpint (minimum, <=, 360);
      gtk_window_destroy (GTK_WINDOW (window));
    }
}

static gboolean
header_fits (gpointer data)
{
  g_autoptr (GtkWidget) header = NULL;
  int minimum;

  g_object_get (data, "header", &header, NULL);
  gtk_widget_measure (header, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return gtk_widget_get_width (data) > 0 && gtk_widget_get_width (data) >= minimum;
}

/* However long the words on its buttons are, what the header shows fits; its class says so before it is narrow. */
static void
test_header_fits (void)
{
  static const int widths_px[] = { 360, 480, 560, 600, 720, 760, 920, 1024 };

  for (guint i = 0; i < 2 * G_N_ELEMENTS (widths_px); i++)
    {
      DtlWindow *window = dtl_window_new (application);
      GtkWidget *shell = app_support_find_widget (GTK_WIDGET (window), DTL_TYPE_SHELL, NULL);
      GtkWidget *open = app_support_find_widget (GTK_WIDGET (window), ADW_TYPE_SPLIT_BUTTON, NULL);

      if (i % 2 == 1)
        adw_split_button_set_label (ADW_SPLIT_BUTTON (open),
                                    "What opens a case in a language of long and longer words");
      gtk_window_set_default_size (GTK_WINDOW (window), widths_px[i / 2], 640);
      gtk_window_present (GTK_WINDOW (window));
      app_support_wait_for (header_fits, shell);
      gtk_window_destroy (GTK_WINDOW (window));
    }
}

static gboolean
is_roomy (gpointer sidebar)
{
  int minimum;

  gtk_widget_measure (sidebar, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return minimum >= 260;
}

/* A sidebar of a wide window has more room for names than one of a window that is just wide enough. */
static void
test_sidebar_width (void)
{
  DtlWindow *window = dtl_window_new (application);
  GtkWidget *shell = app_support_find_widget (GTK_WIDGET (window), DTL_TYPE_SHELL, NULL);
  g_autoptr (GtkWidget) sidebar = NULL;

  g_object_get (shell, "sidebar", &sidebar, NULL);
  g_assert_false (is_roomy (sidebar));
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 640);
  gtk_window_present (GTK_WINDOW (window));
  app_support_wait_for (is_roomy, sidebar);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_wrap_box (void)
{
  static const struct
  {
    int width;
    int n_lines;
  } rows[] = { { 400, 1 }, { 206, 1 }, { 205, 2 }, { 100, 2 } };
  GtkWidget *box = g_object_ref_sink (dtl_wrap_box_new ());

  for (int i = 0; i < 2; i++)
    {
      GtkWidget *child = gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);

      gtk_widget_set_size_request (child, 100, 20);
      dtl_wrap_box_append (DTL_WRAP_BOX (box), child);
    }
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      int height;

      gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, rows[i].width, &height, NULL, NULL, NULL);
      g_assert_cmpint (height, ==, rows[i].n_lines == 1 ? 20 : 46);
    }
  dtl_wrap_box_clear (DTL_WRAP_BOX (box));
  g_assert_null (gtk_widget_get_first_child (box));
  g_object_unref (box);
}

static gboolean
is_shown (gpointer strip)
{
  GtkWidget *revealer = gtk_widget_get_first_child (strip);

  return gtk_widget_get_visible (revealer) && gtk_revealer_get_reveal_child (GTK_REVEALER (revealer));
}

/* What takes a while is told and can be cancelled, until it no longer can. */
static void
test_work_strip (void)
{
  GtkWidget *strip = g_object_ref_sink (dtl_work_strip_new ());
  GtkWidget *button = app_support_find_widget (strip, GTK_TYPE_BUTTON, NULL);
  GtkWidget *bar = app_support_find_widget (strip, GTK_TYPE_PROGRESS_BAR, NULL);

  dtl_work_strip_begin (DTL_WORK_STRIP (strip), "Importing…", "win.cancel-work");
  g_assert_false (is_shown (strip));
  g_assert_true (gtk_widget_get_visible (button));
  app_support_wait_for (is_shown, strip);
  dtl_work_strip_set_fraction (DTL_WORK_STRIP (strip), 0.5);
  g_assert_cmpfloat (gtk_progress_bar_get_fraction (GTK_PROGRESS_BAR (bar)), ==, 0.5);
  dtl_work_strip_set_words (DTL_WORK_STRIP (strip), "Saving…", FALSE);
  g_assert_false (gtk_widget_get_visible (button));
  dtl_work_strip_end (DTL_WORK_STRIP (strip));
  g_assert_false (is_shown (strip));
  dtl_work_strip_begin (DTL_WORK_STRIP (strip), "Undoing…", NULL);
  g_assert_false (gtk_widget_get_visible (button));
  g_assert_cmpfloat (gtk_progress_bar_get_fraction (GTK_PROGRESS_BAR (bar)), ==, 0);
  g_object_unref (strip);
}

int
main (int argc, char **argv)
{
  application = app_support_init (&argc, &argv);
  g_test_add_func ("/window/accels", test_accels);
  g_test_add_func ("/window/empty", test_empty);
  g_test_add_func ("/window/open", test_open);
  g_test_add_func ("/window/open-error", test_open_error);
  g_test_add_func ("/window/open-twice", test_open_twice);
  g_test_add_func ("/window/plain-text", test_plain_text);
  g_test_add_func ("/window/banner", test_banner);
  g_test_add_func ("/window/widths", test_widths);
  g_test_add_func ("/window/header-fits", test_header_fits);
  g_test_add_func ("/window/sidebar-width", test_sidebar_width);
  g_test_add_func ("/window/wrap-box", test_wrap_box);
  g_test_add_func ("/window/work-strip", test_work_strip);
  return app_support_finish ();
}
