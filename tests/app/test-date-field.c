/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The field for a date: what it shows of what is typed, to the eye and to a screen reader. What words mean is tested in
 * the date room, real keys in test_find.py. */
#include "app-support.h"

#include <string.h>

#include "app/date-entry/dtl-date-field.h"
#include "app/date-entry/dtl-date-sketch-view.h"

#define WIDTH_PX 260

typedef struct
{
  DtlDateField *field;
  GtkWidget *entry;
  GtkWidget *sketch;
  GtkWidget *window;
  guint n_changed, n_done;
} Fixture;

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
setup (Fixture *self, gconstpointer data)
{
  self->field = DTL_DATE_FIELD (dtl_date_field_new ());
  self->entry = app_support_find_widget (GTK_WIDGET (self->field), GTK_TYPE_ENTRY, NULL);
  self->sketch = app_support_find_widget (GTK_WIDGET (self->field), DTL_TYPE_DATE_SKETCH_VIEW, NULL);
  self->window = gtk_window_new ();
  gtk_widget_set_valign (GTK_WIDGET (self->field), GTK_ALIGN_START);
  gtk_window_set_default_size (GTK_WINDOW (self->window), WIDTH_PX, 400);
  gtk_window_set_child (GTK_WINDOW (self->window), GTK_WIDGET (self->field));
  g_signal_connect_swapped (self->field, "changed", G_CALLBACK (count_cb), &self->n_changed);
  g_signal_connect_swapped (self->field, "done", G_CALLBACK (count_cb), &self->n_done);
  gtk_window_present (GTK_WINDOW (self->window));
  app_support_settle ();
}

static void
teardown (Fixture *self, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  app_support_settle ();
}

/* Whether a label with just this text is seen. */
static gboolean
is_seen (GtkWidget *root, const char *text)
{
  if (GTK_IS_LABEL (root) && gtk_widget_get_mapped (root) && strcmp (gtk_label_get_text (GTK_LABEL (root)), text) == 0)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (is_seen (child, text))
      return TRUE;
  return FALSE;
}

static void
type_text (Fixture *self, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  app_support_settle ();
}

static void
test_understood (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *text, *edtf, *words;
  } rows[] = {
    { "2024-06-20", "2024-06-20", "Thursday 20 June 2024" },
    { "late September 2024", "[2024-09-21..2024-09-30]", "late September 2024" },
    { "20. Juni 2024", "2024-06-20", "Thursday 20 June 2024" },
    { "19", "19XX", "between 1900 and 1999" },
    { "{1667, 1668}", "{1667,1668}", "1667 and 1668" },
    { "since 2018", "2018/..", "since 2018" },
    { " about 1989 ", "1989~", "about 1989" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *description = g_strdup_printf ("%s: %s", rows[i].edtf, rows[i].words);

      type_text (self, rows[i].text);
      g_assert_cmpstr (dtl_edtf_get_text (dtl_date_field_get_value (self->field)), ==, rows[i].edtf);
      g_assert_null (dtl_date_field_get_error (self->field));
      g_assert_true (is_seen (GTK_WIDGET (self->field), rows[i].edtf));
      g_assert_true (is_seen (GTK_WIDGET (self->field), rows[i].words));
      g_assert_true (gtk_widget_get_mapped (self->sketch));
      gtk_test_accessible_assert_property (self->entry, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description);
    }
  g_assert_cmpuint (self->n_changed, >=, G_N_ELEMENTS (rows));
}

/* A second meaning is told too, and a description has both. */
static void
test_alternative (Fixture *self, gconstpointer data)
{
  type_text (self, "the 90s");
  g_assert_true (is_seen (GTK_WIDGET (self->field), "199X"));
  g_assert_true (is_seen (GTK_WIDGET (self->field), "It may also mean the 2090s (209X)"));
  gtk_test_accessible_assert_property (self->entry, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "199X: the 1990s. It may also mean the 2090s (209X)");
}

static void
test_not_understood (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *text, *message;
  } rows[] = {
    { "2024-", "“2024-”: at character 6: expected a month of two digits" },
    { "20 Jumi 2024", "“20 Jumi 2024”: at character 4: this word is not known in dates" },
    { "6/7/2024", "“6/7/2024”: at character 1: this may be 6 July 2024 (2024-07-06) or 7 June 2024 (2024-06-07); write "
                  "one of them" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      type_text (self, rows[i].text);
      g_assert_null (dtl_date_field_get_value (self->field));
      g_assert_cmpstr (dtl_date_field_get_error (self->field), ==, rows[i].message);
      g_assert_true (is_seen (GTK_WIDGET (self->field), rows[i].message));
      g_assert_false (gtk_widget_get_mapped (self->sketch));
      gtk_test_accessible_assert_property (self->entry, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, rows[i].message);
    }
}

static void
test_empty (Fixture *self, gconstpointer data)
{
  static const char *const texts[] = { "", "  " };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      type_text (self, "2024");
      type_text (self, texts[i]);
      g_assert_null (dtl_date_field_get_value (self->field));
      g_assert_null (dtl_date_field_get_error (self->field));
      g_assert_false (gtk_widget_get_mapped (self->sketch));
      gtk_test_accessible_assert_property (self->entry, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "");
    }
}

/* Nothing is wrong while it is typed, but when somebody says so, until the next key. */
static void
test_invalid (Fixture *self, gconstpointer data)
{
  type_text (self, "2024-");
  g_assert_false (gtk_widget_has_css_class (self->entry, "error"));
  g_signal_emit_by_name (self->entry, "activate");
  g_assert_cmpuint (self->n_done, ==, 1);
  dtl_date_field_set_invalid (self->field, TRUE);
  g_assert_true (gtk_widget_has_css_class (self->entry, "error"));
  gtk_test_accessible_assert_state (self->entry, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
  type_text (self, "2024-0");
  g_assert_false (gtk_widget_has_css_class (self->entry, "error"));
}

/* How many different colours the sketch has on the screen. */
static guint
count_colours (GtkWidget *widget)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  g_autoptr (GHashTable) colours = g_hash_table_new (NULL, NULL);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (image);
  GskRenderNode *node;
  const uint32_t *pixels;

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  g_assert_nonnull (node);
  gsk_render_node_draw (node, cr);
  gsk_render_node_unref (node);
  cairo_surface_flush (image);
  pixels = (const uint32_t *) (const void *) cairo_image_surface_get_data (image);
  for (int i = 0; i < width * height; i++)
    g_hash_table_add (colours, GUINT_TO_POINTER (pixels[i]));
  cairo_destroy (cr);
  cairo_surface_destroy (image);
  return g_hash_table_size (colours);
}

static gboolean
has_size (gpointer widget)
{
  return gtk_widget_get_width (widget) > 0;
}

static void
test_drawn (Fixture *self, gconstpointer data)
{
  type_text (self, "2017");
  app_support_wait_for (has_size, self->sketch);
  g_assert_cmpint (gtk_widget_get_width (self->sketch), >, WIDTH_PX - 5);
  g_assert_cmpint (gtk_widget_get_height (self->sketch), >, 40);
  g_assert_cmpuint (count_colours (self->sketch), >, 5);
}

int
main (int argc, char **argv)
{
  app_support_init (&argc, &argv);
#define add(path, func) g_test_add ("/date-field/" path, Fixture, NULL, setup, func, teardown)
  add ("understood", test_understood);
  add ("alternative", test_alternative);
  add ("not-understood", test_not_understood);
  add ("empty", test_empty);
  add ("invalid", test_invalid);
  add ("drawn", test_drawn);
#undef add
  return app_support_finish ();
}
