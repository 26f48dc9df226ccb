/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The overview as a picture: which labels it has, that bars are in proportion to the counts, that folds and lens are
 * where time says. Read from the SVG, which says everything as text. */
#include <math.h>
#include <string.h>

#include "date/dtl-civil.h"
#include "render/dtl-paint-overview.h"

#define HEIGHT_PX 76

static int64_t
day (int year, int month, int day_of_month)
{
  return dtl_civil_seconds_from_day (dtl_civil_day_number (year, month, day_of_month));
}

typedef struct
{
  DtlTextPango *text;
  DtlDensity density;
  uint32_t n_events[512];
  uint32_t n_lasting[512];
  DtlOverviewPicture picture;
} Fixture;

static void
setup_width (Fixture *self, int width)
{
  self->text = dtl_text_pango_new (NULL, NULL, 1);
  self->picture = (DtlOverviewPicture){ .theme = dtl_theme_get (DTL_THEME_LIGHT, FALSE),
                                        .text = self->text,
                                        .width_px = width,
                                        .height_px = HEIGHT_PX,
                                        .density = &self->density };
  self->picture.strip = (DtlStrip){ day (2017, 1, 1), day (2025, 1, 1), DTL_OVERVIEW_INSET_PX, width - 24 };
  self->density.n_columns = dtl_overview_count_columns (&self->picture.strip);
  self->density.n_events = self->n_events;
  self->density.n_lasting = self->n_lasting;
}

static void
setup (Fixture *self, gconstpointer width)
{
  setup_width (self, GPOINTER_TO_INT (width));
}

static void
teardown (Fixture *self, gconstpointer data)
{
  dtl_text_pango_unref (self->text);
}

static char *
to_svg (Fixture *self, const DtlOverviewLook *look)
{
  g_autoptr (DtlSurface) surface =
      dtl_surface_new_svg (self->picture.width_px, self->picture.height_px, self->text, NULL, NULL, "en");
  g_autoptr (GBytes) bytes = NULL;

  if (look == NULL)
    dtl_overview_paint (&self->picture, surface);
  else
    dtl_overview_paint_lens (&self->picture, look, surface);
  bytes = dtl_surface_svg_finish (surface);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static guint
count_words (const char *svg, const char *words)
{
  guint n = 0;

  for (const char *at = svg; (at = strstr (at, words)) != NULL; at += strlen (words))
    n++;
  return n;
}

/* Years once each, whether they are the finer row of ticks or the coarser one. */
static void
test_years (Fixture *self, gconstpointer width)
{
  g_autofree char *svg = to_svg (self, NULL);

  for (int year = 2017; year < 2025; year++)
    {
      g_autofree char *label = g_strdup_printf (">%d<", year);

      g_assert_cmpuint (count_words (svg, label), ==, 1);
    }
  g_assert_null (strstr (svg, "s<"));
}

/* The heights of the filled rectangles as wide as a bar, in order. */
static guint
find_bars (const char *svg, double *heights, guint n_max)
{
  guint n = 0;

  for (const char *at = svg; (at = strstr (at, "width=\"3\" height=\"")) != NULL && n < n_max; at++)
    heights[n++] = g_ascii_strtod (at + strlen ("width=\"3\" height=\""), NULL);
  return n;
}

static void
test_bars (Fixture *self, gconstpointer data)
{
  g_autofree char *svg = NULL;
  double heights[8];

  self->n_events[3] = 1000;
  self->n_events[9] = 500;
  self->n_events[20] = 1;
  self->density.most_events = 1000;
  svg = to_svg (self, NULL);
  g_assert_cmpuint (find_bars (svg, heights, G_N_ELEMENTS (heights)), ==, 3);
  g_assert_cmpfloat (heights[0], >, 25);
  g_assert_cmpfloat (fabs (heights[0] / 2 - heights[1]), <=, 1);
  /* one among thousands is still seen */
  g_assert_cmpfloat (heights[2], >=, 3);
}

static void
test_folds (Fixture *self, gconstpointer data)
{
  g_autofree char *without = to_svg (self, NULL);
  g_autofree char *with = NULL;
  DtlFold fold = { day (2019, 1, 1), day (2022, 1, 1) - 1 };

  self->picture.folds = g_array_new (FALSE, FALSE, sizeof (DtlFold));
  g_array_append_val (self->picture.folds, fold);
  with = to_svg (self, NULL);
  g_array_unref (self->picture.folds);
  g_assert_cmpuint (strlen (with), >, strlen (without) + 500);
}

/* Nothing to show is a picture too. */
static void
test_empty (Fixture *self, gconstpointer data)
{
  g_autofree char *svg = NULL;

  self->picture.density = NULL;
  svg = to_svg (self, NULL);
  g_assert_nonnull (strstr (svg, "<rect"));
  g_assert_null (strstr (svg, "<text"));
}

/* A lens over everything veils nothing; one over a part veils both sides; a flag is there when something is selected.
 */
static void
test_lens (Fixture *self, gconstpointer data)
{
  DtlOverviewLook look = { 0 };
  g_autofree char *whole = NULL;
  g_autofree char *part = NULL;
  g_autofree char *flag = NULL;

  dtl_lens_init (&look.lens, &self->picture.strip, day (2000, 1, 1), day (2030, 1, 1));
  whole = to_svg (self, &look);
  dtl_lens_init (&look.lens, &self->picture.strip, day (2018, 1, 1), day (2020, 1, 1));
  part = to_svg (self, &look);
  look.has_selected = TRUE;
  look.selected_seconds = day (2019, 1, 1);
  flag = to_svg (self, &look);
  g_assert_cmpuint (count_words (part, "<rect"), ==, count_words (whole, "<rect") + 2);
  g_assert_cmpuint (count_words (flag, "<poly") + count_words (flag, "<path"), ==,
                    count_words (part, "<poly") + count_words (part, "<path") + 1);
}

/* Larger text needs more room, and gets it. */
static void
test_height (Fixture *self, gconstpointer data)
{
  DtlTextPango *large = dtl_text_pango_new (NULL, NULL, 2);

  g_assert_cmpint (dtl_overview_get_height_px (self->text), >, 60);
  g_assert_cmpint (dtl_overview_get_height_px (large), >, dtl_overview_get_height_px (self->text) + 8);
  dtl_text_pango_unref (large);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define add(path, width, func) g_test_add (path, Fixture, GINT_TO_POINTER (width), setup, func, teardown)
  add ("/render/overview/years-narrow", 360, test_years);
  add ("/render/overview/years-wide", 1024, test_years);
  add ("/render/overview/bars", 664, test_bars);
  add ("/render/overview/folds", 664, test_folds);
  add ("/render/overview/empty", 664, test_empty);
  add ("/render/overview/lens", 664, test_lens);
  add ("/render/overview/height", 664, test_height);
  return g_test_run ();
}
