/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The painter on the hand-built case, with a measurer of fixed width so that no font matters: golden shapes, golden
 * SVG, what is hit where, and that only what is in view is painted. */
#include <math.h>
#include <string.h>

#include "golden.h"
#include "layout/dtl-folds.h"
#include "render/dtl-painter-places.h"
#include "render/dtl-painter.h"
#include "render/dtl-surface-private.h"
#include "sample-case.h"

#define WIDTH_PX  860
#define HEIGHT_PX 760

typedef struct
{
  SampleCase *sample;
  DtlTextPango *text;
  DtlLayout *layout;
  DtlPaintOptions options;
  gboolean is_folded;
} Fixture;

static int
fixed_width_px (DtlTextMeasure *measure, DtlTextStyle style, const char *text)
{
  return 6 * (int) g_utf8_strlen (text, -1);
}

static int
fixed_height_px (DtlTextMeasure *measure, DtlTextStyle style)
{
  return 14;
}

static void
fold (Fixture *self)
{
  DtlLayoutInput input;
  g_autoptr (GArray) folds = NULL;

  sample_case_init_input (self->sample, &input);
  folds = dtl_folds_find (input.columns, input.visible, NULL);
  dtl_time_scale_set_folds (&self->options.viewport.scale, (const DtlFold *) (void *) folds->data, folds->len,
                            dtl_painter_get_break_px (self->text));
}

static void
make_layout (Fixture *self, int width_px, const char *span)
{
  g_autoptr (DtlEdtf) edtf = dtl_edtf_parse (span, NULL);
  const DtlBounds *bounds = dtl_edtf_get_bounds (edtf);
  DtlLayoutInput input;

  self->options.viewport = (DtlViewport){ .scale = { 1 }, .width_px = width_px - 150 };
  if (self->is_folded)
    fold (self);
  dtl_viewport_fit (&self->options.viewport, bounds->start_earliest, bounds->end_latest, 20);
  sample_case_init_input (self->sample, &input);
  input.scale = self->options.viewport.scale;
  input.measure = dtl_text_pango_get_measure (self->text);
  dtl_painter_init_metrics (&input.metrics, self->text, width_px);
  g_clear_pointer (&self->layout, dtl_layout_unref);
  self->layout = dtl_layout_new (&input);
  self->options.layout = self->layout;
}

static void
show (Fixture *self, int width_px, int height_px, const char *span)
{
  make_layout (self, width_px, span);
  dtl_painter_init_frame (&self->options.frame, self->layout, self->text, width_px, height_px);
  self->options.viewport.width_px = width_px - self->options.frame.header_width_px;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  DtlTextMeasure *measure;

  self->sample = sample_case_new ();
  self->text = dtl_text_pango_new (NULL, NULL, 1);
  measure = dtl_text_pango_get_measure (self->text);
  measure->width_px = fixed_width_px;
  measure->height_px = fixed_height_px;
  self->options = (DtlPaintOptions){ .theme = dtl_theme_get (DTL_THEME_LIGHT, FALSE),
                                     .text = self->text,
                                     .selected_row = UINT32_MAX,
                                     .show_notes = TRUE,
                                     .is_interactive = TRUE };
  show (self, WIDTH_PX, HEIGHT_PX, "2017/2024");
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  dtl_layout_unref (self->layout);
  dtl_text_pango_unref (self->text);
  sample_case_free (self->sample);
}

static void
drop_text (DtlSurface *surface,
           DtlTextStyle style,
           double x,
           double y,
           DtlTextAlign align,
           DtlColour colour,
           const char *text)
{
}

static void
drop_text_vertical (DtlSurface *surface, DtlTextStyle style, double x, double y, DtlColour colour, const char *text)
{
}

static void
compare_shapes (Fixture *self, gboolean with_overlay, const char *name)
{
  const DtlFrame *frame = &self->options.frame;
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, frame->width_px, frame->height_px);
  cairo_t *cr = cairo_create (image);
  DtlSurface *surface = dtl_surface_new_cairo (cr, self->text);
  DtlSurfaceClass without_text = *surface->class;

  without_text.text = drop_text;
  without_text.text_vertical = drop_text_vertical;
  surface->class = &without_text;
  dtl_painter_paint (&self->options, surface);
  if (with_overlay)
    dtl_painter_paint_overlay (&self->options, surface, sample_case_find (self->sample, "New offices planned"), TRUE);
  dtl_surface_free (surface);
  cairo_destroy (cr);
  golden_compare_image (image, name);
  cairo_surface_destroy (image);
}

static char *
dup_svg (Fixture *self)
{
  const DtlFrame *frame = &self->options.frame;
  g_autoptr (DtlSurface) surface =
      dtl_surface_new_svg (frame->width_px, frame->height_px, self->text, "A case", NULL, "en");
  g_autoptr (GBytes) svg = NULL;

  dtl_painter_paint (&self->options, surface);
  svg = dtl_surface_svg_finish (surface);
  return golden_dup_svg_without_fonts (svg);
}

static void
test_shapes (Fixture *self, gconstpointer data)
{
  self->options.selected_row = sample_case_find (self->sample, "Moves operations to Switzerland");
  compare_shapes (self, TRUE, "painter-light");
  self->options.theme = dtl_theme_get (DTL_THEME_DARK, FALSE);
  show (self, WIDTH_PX, 500, "2024-05/2024-10");
  self->options.selected_row = sample_case_find (self->sample, "Sale of Kaspersky banned");
  compare_shapes (self, TRUE, "painter-dark-2024");
}

/* A break through everything; what lasts is dotted in it, and dashed ties pale. */
static void
test_folded (Fixture *self, gconstpointer data)
{
  g_autofree char *svg = NULL;

  self->is_folded = TRUE;
  show (self, 1100, 700, "2017/2024");
  compare_shapes (self, FALSE, "painter-folded");
  svg = dup_svg (self);
  golden_compare_text (svg, "painter-folded.svg");
}

/* Eras behind everything with their names above, the arrows of links, and a line at the day it is. */
static void
test_eras_links_now (Fixture *self, gconstpointer data)
{
  g_autoptr (DtlEdtf) now = dtl_edtf_parse ("2023-03-01", NULL);
  g_autofree char *svg = NULL;

  sample_case_free (self->sample);
  self->sample = sample_case_new_with_eras ();
  self->options.show_links = TRUE;
  self->options.now_label = "Today";
  self->options.now_seconds = dtl_edtf_get_bounds (now)->start_earliest;
  show (self, WIDTH_PX, HEIGHT_PX, "2017/2024");
  compare_shapes (self, FALSE, "painter-eras");
  svg = dup_svg (self);
  g_assert_nonnull (strstr (svg, ">+1<"));
  self->options.theme = dtl_theme_get (DTL_THEME_DARK, FALSE);
  self->is_folded = TRUE;
  show (self, 1100, HEIGHT_PX, "2017/2024");
  compare_shapes (self, FALSE, "painter-eras-dark-folded");
}

/* Where names of eras have no place, a "+n" counts them; it covers no other name, and can be hit. */
static void
test_more_eras (Fixture *self, gconstpointer data)
{
  g_autoptr (GArray) places = NULL;
  const DtlPainterPlace *more = NULL;
  guint n_names = 0;

  sample_case_free (self->sample);
  self->sample = sample_case_new_with_eras ();
  show (self, WIDTH_PX, HEIGHT_PX, "2017/2024");
  places = dtl_painter_get_places (&self->options);
  for (guint i = 0; i < places->len && more == NULL; i++)
    if (g_array_index (places, DtlPainterPlace, i).hit == DTL_PAINTER_HIT_ERAS_MORE)
      more = &g_array_index (places, DtlPainterPlace, i);
  g_assert_nonnull (more);
  g_assert_cmpuint (more->n_events, ==, 1);
  for (guint i = 0; i < places->len; i++)
    {
      const DtlPainterPlace *place = &g_array_index (places, DtlPainterPlace, i);

      if (place == more || place->hit != DTL_PAINTER_HIT_SHELF_ITEM || place->box.y > more->box.y + 4)
        continue;
      n_names++;
      if (place->box.y > more->box.y - 4)
        g_assert_cmpfloat (place->box.x + place->box.width, <=, more->box.x);
    }
  g_assert_cmpuint (n_names, >=, 3);
}

static void
test_narrow_shapes (Fixture *self, gconstpointer data)
{
  show (self, 360, 640, "2017/2018");
  self->options.theme = dtl_theme_get (DTL_THEME_PRINT, FALSE);
  compare_shapes (self, FALSE, "painter-narrow-print");
}

static void
test_svg (Fixture *self, gconstpointer data)
{
  g_autofree char *svg = dup_svg (self);

  golden_compare_text (svg, "painter.svg");
}

/* Hover, selection and focus change nothing below them, and nothing is painted where there is none. */
static void
test_overlay_is_apart (Fixture *self, gconstpointer data)
{
  g_autofree char *before = dup_svg (self);
  g_autofree char *after = NULL;
  g_autoptr (DtlSurface) surface = dtl_surface_new_svg (10, 10, self->text, NULL, NULL, "en");
  g_autoptr (GBytes) nothing = NULL;
  g_autofree char *text = NULL;

  dtl_painter_paint_overlay (&self->options, surface, UINT32_MAX, FALSE);
  nothing = dtl_surface_svg_finish (surface);
  text = g_strndup (g_bytes_get_data (nothing, NULL), g_bytes_get_size (nothing));
  g_assert_null (strstr (text, "<rect"));
  self->options.selected_row = sample_case_find (self->sample, "Refunds");
  after = dup_svg (self);
  g_assert_cmpstr (before, ==, after);
}

static guint
count_of (const char *text, const char *part)
{
  guint count = 0;

  for (const char *found = strstr (text, part); found != NULL; found = strstr (found + 1, part))
    count++;
  return count;
}

/* How many frames the overlay draws for these hits. */
static guint
count_frames (Fixture *self, const DtlBitset *hits)
{
  g_autoptr (DtlSurface) surface = dtl_surface_new_svg (10, 10, self->text, NULL, NULL, "en");
  g_autoptr (GBytes) svg = NULL;
  g_autofree char *text = NULL;

  self->options.hits = hits;
  dtl_painter_paint_overlay (&self->options, surface, UINT32_MAX, FALSE);
  self->options.hits = NULL;
  svg = dtl_surface_svg_finish (surface);
  text = g_strndup (g_bytes_get_data (svg, NULL), g_bytes_get_size (svg));
  return count_of (text, "stroke-dasharray");
}

/* What was found has a frame, in its lane or on the shelf. */
/* The label of today covers no other: what stands below it is left out. */
static void
test_now_covers_nothing (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *now;
    gboolean has_2025;
  } rows[] = { { "2024-10-01", FALSE }, { "2025-03-01", FALSE }, { "2022-01-01", TRUE }, { "2028-01-01", TRUE } };

  show (self, WIDTH_PX, HEIGHT_PX, "2010/2034");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (DtlEdtf) now = dtl_edtf_parse (rows[i].now, NULL);
      g_autofree char *svg = NULL;

      self->options.now_label = "Today";
      self->options.now_seconds = dtl_edtf_get_bounds (now)->start_earliest;
      svg = dup_svg (self);
      g_assert_nonnull (strstr (svg, ">Today<"));
      g_assert_cmpint (strstr (svg, ">2025<") != NULL, ==, rows[i].has_2025);
    }
}

/* Heights of texts in the column of names: first those of names, then those of notes. */
static GArray *name_tops;
static GArray *note_tops;

static void
note_text (DtlSurface *surface,
           DtlTextStyle style,
           double x,
           double y,
           DtlTextAlign align,
           DtlColour colour,
           const char *text)
{
  if (style == DTL_TEXT_LANE)
    g_array_append_val (name_tops, y);
  if (style == DTL_TEXT_NOTE && x < 100)
    g_array_append_val (note_tops, y);
}

/* Counts of lanes stand in the column of names only where no name is, however far the lanes are scrolled. */
static void
test_notes_leave_names (Fixture *self, gconstpointer data)
{
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 860, 360);
  cairo_t *cr = cairo_create (image);
  DtlSurface *surface = dtl_surface_new_cairo (cr, self->text);
  DtlSurfaceClass listening = *surface->class;
  guint n_notes = 0;

  listening.text = note_text;
  surface->class = &listening;
  show (self, 860, 360, "2017/2024");
  for (int scroll_px = 0; scroll_px < 600; scroll_px += 3)
    {
      name_tops = g_array_new (FALSE, FALSE, sizeof (double));
      note_tops = g_array_new (FALSE, FALSE, sizeof (double));
      self->options.scroll_y_px = scroll_px;
      dtl_painter_paint (&self->options, surface);
      n_notes += note_tops->len;
      for (guint i = 0; i < note_tops->len * name_tops->len; i++)
        g_assert_cmpfloat (fabs (g_array_index (note_tops, double, i / name_tops->len) -
                                 g_array_index (name_tops, double, i % name_tops->len)),
                           >=, 14);
      g_array_unref (name_tops);
      g_array_unref (note_tops);
    }
  g_assert_cmpuint (n_notes, >, 20);
  dtl_surface_free (surface);
  cairo_destroy (cr);
  cairo_surface_destroy (image);
}

static void
test_hits (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *title;
    guint n_frames;
  } rows[] = { { "Refunds", 1 },
               { "Sale of Kaspersky banned", 1 },
               { "A very long undated title that will hardly fit anywhere", 1 } };
  uint32_t n_rows = sample_case_find (self->sample, rows[2].title) + 1;

  self->options.selected_row = UINT32_MAX;
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (DtlBitset) hits = dtl_bitset_new (MAX (n_rows, 100), FALSE);

      g_assert_cmpuint (count_frames (self, hits), ==, 0);
      dtl_bitset_set (hits, sample_case_find (self->sample, rows[i].title), TRUE);
      g_assert_cmpuint (count_frames (self, hits), ==, rows[i].n_frames);
    }
}

static void
test_only_what_is_in_view (Fixture *self, gconstpointer data)
{
  g_autofree char *top = NULL;
  g_autofree char *bottom = NULL;

  self->options.show_notes = FALSE;
  self->options.frame.height_px = 300;
  top = dup_svg (self);
  g_assert_nonnull (strstr (top, ">New offices planned<"));
  g_assert_null (strstr (top, ">Federal networks ban<"));
  self->options.scroll_y_px = dtl_layout_get_height_px (self->layout) - 220;
  bottom = dup_svg (self);
  g_assert_null (strstr (bottom, ">New offices planned<"));
  g_assert_nonnull (strstr (bottom, ">Data centre opens<"));
}

/* Far away in time and zoom nothing overflows. */
static void
test_far_away (Fixture *self, gconstpointer data)
{
  static const double offsets[] = { -8e18, 8e18, 0, 1e15 };

  for (guint i = 0; i < G_N_ELEMENTS (offsets); i++)
    {
      g_autofree char *svg = NULL;

      self->options.viewport.offset_px = offsets[i];
      svg = dup_svg (self);
      g_assert_null (strstr (svg, "e+"));
      g_assert_null (strstr (svg, "nan"));
    }
}

/* The first pixel that answers to a kind of hit; FALSE if there is none. */
static gboolean
find_hit (Fixture *self, DtlPainterHit wanted, int *x, int *y, uint32_t *row)
{
  *x = 0;
  for (*y = 0; *y < self->options.frame.height_px; *y += 3)
    for (*x = 0; *x < self->options.frame.width_px; *x += 3)
      if (dtl_painter_hit (&self->options, *x, *y, row) == wanted)
        return TRUE;
  return FALSE;
}

static void
test_hit_shelf (Fixture *self, gconstpointer data)
{
  int x, y;
  uint32_t row;

  g_assert_true (find_hit (self, DTL_PAINTER_HIT_SHELF_ITEM, &x, &y, &row));
  g_assert_cmpuint (row, ==,
                    sample_case_find (self->sample, "A very long undated title that will hardly fit anywhere"));
  g_assert_cmpuint (dtl_painter_hit_shelf (&self->options, x + 1, y + 1), ==, row);
  g_assert_cmpint (y, >, self->options.frame.axis_height_px);
  show (self, 1200, HEIGHT_PX, "2017/2024");
  g_assert_false (find_hit (self, DTL_PAINTER_HIT_SHELF_MORE, &x, &y, &row));
  show (self, 360, 640, "2017/2024");
  g_assert_true (find_hit (self, DTL_PAINTER_HIT_SHELF_MORE, &x, &y, &row));
  g_assert_cmpuint (row, ==, UINT32_MAX);
  g_assert_cmpuint (dtl_painter_hit_shelf (&self->options, x + 1, y + 1), ==, UINT32_MAX);
}

static void
test_hit_notes (Fixture *self, gconstpointer data)
{
  static const DtlPainterHit notes[] = { DTL_PAINTER_HIT_NOTE_HIDDEN, DTL_PAINTER_HIT_NOTE_BEFORE,
                                         DTL_PAINTER_HIT_NOTE_AFTER, DTL_PAINTER_HIT_NOTE_BELOW,
                                         DTL_PAINTER_HIT_NOTE_ABOVE };
  int x, y;
  uint32_t row;

  show (self, WIDTH_PX, 1100, "2017/2024");
  for (guint i = 0; i < G_N_ELEMENTS (notes); i++)
    g_assert_false (find_hit (self, notes[i], &x, &y, &row));
  sample_case_set_actor_on (self->sample, "Best Buy", FALSE);
  show (self, WIDTH_PX, 260, "2018/2023");
  self->options.scroll_y_px = 300;
  for (guint i = 0; i < G_N_ELEMENTS (notes); i++)
    g_assert_true (find_hit (self, notes[i], &x, &y, &row));
  self->options.show_notes = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (notes); i++)
    g_assert_false (find_hit (self, notes[i], &x, &y, &row));
}

/* Notes count, say so in words, and offer to show only where that can be clicked. */
static void
test_notes_text (Fixture *self, gconstpointer data)
{
  g_autofree char *window = NULL;
  g_autofree char *file = NULL;

  sample_case_set_actor_on (self->sample, "Best Buy", FALSE);
  show (self, WIDTH_PX, 300, "2018/2023");
  window = dup_svg (self);
  self->options.is_interactive = FALSE;
  file = dup_svg (self);
  g_assert_nonnull (strstr (window, ">3 events hidden by the filter · show<"));
  g_assert_nonnull (strstr (file, ">3 events hidden by the filter<"));
  g_assert_nonnull (strstr (file, " before<"));
  g_assert_nonnull (strstr (file, " after<"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/render/painter/eras-links-now", test_eras_links_now);
  ADD ("/render/painter/more-eras", test_more_eras);
  ADD ("/painter/golden/shapes", test_shapes);
  ADD ("/painter/golden/folded", test_folded);
  ADD ("/painter/golden/narrow-shapes", test_narrow_shapes);
  ADD ("/painter/golden/svg", test_svg);
  ADD ("/painter/now-covers-nothing", test_now_covers_nothing);
  ADD ("/painter/notes-leave-names", test_notes_leave_names);
  ADD ("/painter/overlay-is-apart", test_overlay_is_apart);
  ADD ("/painter/hits", test_hits);
  ADD ("/painter/only-what-is-in-view", test_only_what_is_in_view);
  ADD ("/painter/far-away", test_far_away);
  ADD ("/painter/hit/shelf", test_hit_shelf);
  ADD ("/painter/hit/notes", test_hit_notes);
  ADD ("/painter/notes-text", test_notes_text);
  return g_test_run ();
}
