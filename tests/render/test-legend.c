/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the legend of a window explains: what its plot shows of time and of lanes, and nothing else. What it looks like
 * is seen in pictures (test-picture.c). */
#include "layout/dtl-folds.h"
#include "render/dtl-legend.h"
#include "sample-case.h"

#define WIDTH_PX  1200
#define HEIGHT_PX 900

#define MASK(entry) (1u << (DTL_LEGEND_##entry))

/** ViewCase: what is in view, and which of some entries it needs. @lane: (nullable): the only one in view */
typedef struct
{
  const char *name;
  const char *span;
  const char *lane;
  guint32 wanted;
  guint32 unwanted;
  gboolean is_folded;
} ViewCase;

static const ViewCase cases[] = {
  { "all", "2017/2024", NULL, MASK (BAND) | MASK (BAR) | MASK (ALLEGED) | MASK (COMPETING) | MASK (SQUARE),
    MASK (FOLD) },
  { "folded", "2017/2024", NULL, MASK (BAND) | MASK (FOLD), 0, TRUE },
  { "folded later", "2017-03/2017-06", NULL, MASK (CIRCLE), MASK (FOLD), TRUE },
  { "folded before", "2024-06/2024-07", NULL, MASK (DIAMOND), MASK (FOLD), TRUE },
  { "other time", "1999", NULL, 0, MASK (CIRCLE) | MASK (DIAMOND) | MASK (SQUARE) | MASK (COMPETING) | MASK (CLUSTER) },
  { "summer of 2024", "2024-06/2024-07", NULL, MASK (DIAMOND) | MASK (DERIVED) | MASK (PLANNED), MASK (ALLEGED) },
  { "one lane", "2017/2024", "Best Buy", MASK (CIRCLE) | MASK (BAND),
    MASK (ALLEGED) | MASK (COMPETING) | MASK (SQUARE) },
};

typedef struct
{
  SampleCase *sample;
  DtlTextPango *text;
  DtlLayout *layout;
  DtlPaintOptions options;
} Fixture;

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
set_up (Fixture *self, gconstpointer data)
{
  const ViewCase *view = data;
  g_autoptr (DtlEdtf) edtf = dtl_edtf_parse (view->span, NULL);
  const DtlBounds *bounds = dtl_edtf_get_bounds (edtf);
  DtlLayoutInput input;

  self->sample = sample_case_new ();
  self->text = dtl_text_pango_new (NULL, NULL, 1);
  self->options = (DtlPaintOptions){ .theme = dtl_theme_get (DTL_THEME_LIGHT, FALSE),
                                     .text = self->text,
                                     .viewport = { .scale = { 1 }, .width_px = WIDTH_PX - 150 },
                                     .selected_row = UINT32_MAX };
  if (view->is_folded)
    fold (self);
  dtl_viewport_fit (&self->options.viewport, bounds->start_earliest, bounds->end_latest, 20);
  sample_case_init_input (self->sample, &input);
  input.scale = self->options.viewport.scale;
  input.measure = dtl_text_pango_get_measure (self->text);
  dtl_painter_init_metrics (&input.metrics, self->text, WIDTH_PX);
  self->layout = self->options.layout = dtl_layout_new (&input);
  dtl_painter_init_frame (&self->options.frame, self->layout, self->text, WIDTH_PX, HEIGHT_PX);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  dtl_layout_unref (self->layout);
  dtl_text_pango_unref (self->text);
  sample_case_free (self->sample);
}

/* Scrolls and cuts the plot so that it shows one lane. */
static void
show_lane (Fixture *self, const char *name)
{
  DtlFrame *frame = &self->options.frame;
  guint n_lanes;
  const DtlLane *lanes = dtl_layout_get_lanes (self->layout, &n_lanes);

  for (guint i = 0; i < n_lanes; i++)
    if (g_strcmp0 (lanes[i].name, name) == 0)
      {
        self->options.scroll_y_px = lanes[i].y_px;
        frame->height_px = frame->axis_height_px + frame->shelf_height_px + lanes[i].height_px - 1;
        return;
      }
  g_assert_not_reached ();
}

static void
test_view (Fixture *self, gconstpointer data)
{
  const ViewCase *view = data;
  guint32 entries;

  if (view->lane != NULL)
    show_lane (self, view->lane);
  entries = dtl_legend_collect_view (&self->options);
  g_assert_cmphex (entries & view->wanted, ==, view->wanted);
  g_assert_cmphex (entries & view->unwanted, ==, 0);
}

static void
test_words (void)
{
  for (int i = 0; i < DTL_N_LEGEND_ENTRIES; i++)
    for (int j = 0; j < i; j++)
      g_assert_cmpstr (dtl_legend_get_text ((DtlLegendEntry) i), !=, dtl_legend_get_text ((DtlLegendEntry) j));
}

/* Every sample paints something, within its place. */
static void
test_samples (void)
{
  g_autoptr (DtlTextPango) text = dtl_text_pango_new (NULL, NULL, 1);

  for (int i = 0; i < DTL_N_LEGEND_ENTRIES; i++)
    {
      cairo_surface_t *recording = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
      cairo_t *cr = cairo_create (recording);
      DtlSurface *surface = dtl_surface_new_cairo (cr, text);
      double x, y, width, height;

      dtl_legend_paint_sample ((DtlLegendEntry) i, dtl_theme_get (DTL_THEME_LIGHT, FALSE), text, surface, 0, 12);
      dtl_surface_free (surface);
      cairo_recording_surface_ink_extents (recording, &x, &y, &width, &height);
      g_test_message ("entry %d: %g, %g, %g x %g", i, x, y, width, height);
      g_assert_cmpfloat (width * height, >, 0);
      g_assert_cmpfloat (x, >=, -2);
      g_assert_cmpfloat (x + width, <=, dtl_legend_get_sample_px (text) + 2);
      cairo_destroy (cr);
      cairo_surface_destroy (recording);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/legend/view/%s", cases[i].name);

      g_test_add (path, Fixture, &cases[i], set_up, test_view, tear_down);
    }
  g_test_add_func ("/legend/words", test_words);
  g_test_add_func ("/legend/samples", test_samples);
  return g_test_run ();
}
