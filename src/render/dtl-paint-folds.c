/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Folded stretches: a strip like torn paper through axis and lanes, with the length of what is folded written along it.
 * What lasts through it is drawn up to its edges, and dotted between them:
 *
 *       /      /
 *   #####. . . .#####
 *       \      \
 */
#include "config.h"

#include <math.h>

#include "layout/dtl-folds.h"
#include "render/dtl-painter-private.h"

#define ZIGZAG_PX      4
#define DOT_PX         2
#define LEAST_BREAK_PX 28
#define FAINT_ALPHA    0.35
#define WORDS_END_PX   6 /* free above and below the words */
#define BAR_SIDE_PX    4 /* and beside what goes through */

/* --- strips ----------------------------------------------------------------------------------------------------- */

/* An edge like that of torn paper, from top to bottom; x, y pairs. */
static void
append_zigzag (GArray *points, double x, double top, double bottom, int step_px, gboolean upwards)
{
  int n = (int) ((bottom - top) / step_px);

  for (int i = 0; i <= n; i++)
    {
      int step = upwards ? n - i : i;
      double point[2] = { x + (step % 2 ? step_px : 0), MIN (top + (double) step * step_px, bottom) };

      g_array_append_vals (points, point, 2);
    }
}

void
dtl_paint_torn_strip (DtlSurface *surface,
                      double x0,
                      double x1,
                      double top,
                      double bottom,
                      int step_px,
                      DtlColour body,
                      DtlColour edge)
{
  g_autoptr (GArray) left = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) right = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) outline = g_array_new (FALSE, FALSE, sizeof (double));
  DtlPaint fill = { .has_fill = TRUE, .fill = body };
  DtlPaint stroke = { .has_stroke = TRUE, .stroke = edge, .stroke_width = 1 };

  append_zigzag (left, x0 + 0.5, top, bottom, step_px, FALSE);
  append_zigzag (right, x1 + 0.5, top, bottom, step_px, TRUE);
  if (left->len < 4)
    return;
  g_array_append_vals (outline, left->data, left->len);
  g_array_append_vals (outline, right->data, right->len);
  dtl_surface_polygon (surface, (const double *) (void *) outline->data, outline->len / 2, TRUE, &fill);
  dtl_surface_polygon (surface, (const double *) (void *) left->data, left->len / 2, FALSE, &stroke);
  dtl_surface_polygon (surface, (const double *) (void *) right->data, right->len / 2, FALSE, &stroke);
}

int
dtl_painter_get_break_px (DtlTextPango *text)
{
  DtlTextMeasure *measure;
  int line_px;

  g_return_val_if_fail (text != NULL, 0);
  measure = dtl_text_pango_get_measure (text);
  line_px = measure->height_px (measure, DTL_TEXT_DATE);

  return MAX (LEAST_BREAK_PX, (line_px + 2 * ZIGZAG_PX + 5) / 2 * 2);
}

/* --- which there are -------------------------------------------------------------------------------------------- */

const DtlScaleFold *
dtl_painter_next_break (const DtlPainter *self, int64_t from_px, int64_t to_px)
{
  const DtlScaleFold *fold = dtl_time_scale_next_break (&self->options->viewport.scale, MAX (from_px, self->offset_px));

  return fold != NULL && fold->x0_px < MIN (to_px, self->offset_px + self->plot_width) ? fold : NULL;
}

static void
paint_strip (const DtlPainter *self, const DtlScaleFold *fold, double top, double bottom, DtlColour body)
{
  dtl_paint_torn_strip (self->surface, dtl_painter_x (self, fold->x0_px),
                        dtl_painter_x (self, fold->x1_px) - ZIGZAG_PX - 1, top, bottom, ZIGZAG_PX, body,
                        dtl_painter_colour (self, DTL_COLOUR_NEUTRAL));
}

void
dtl_painter_paint_axis_folds (const DtlPainter *self, double top, double bottom)
{
  const DtlScaleFold *fold = dtl_painter_next_break (self, INT64_MIN, INT64_MAX);

  for (; fold != NULL; fold = dtl_painter_next_break (self, fold->x1_px, INT64_MAX))
    paint_strip (self, fold, top, bottom, dtl_painter_colour (self, DTL_COLOUR_GRID));
}

/* --- words ------------------------------------------------------------------------------------------------------ */

/** Reach: from where to where a strip is taken by what goes through it, or is written over it. */
typedef struct
{
  double top;
  double bottom;
} Reach;

static int
compare_reaches (const void *a, const void *b)
{
  double first = ((const Reach *) a)->top;
  double second = ((const Reach *) b)->top;

  return (first > second) - (first < second);
}

static gboolean
goes_through (const DtlPainter *self, const DtlItem *item, const DtlScaleFold *fold)
{
  const DtlPlacedMark *marks = dtl_layout_get_item_marks (self->layout, item);
  int64_t x0_px = INT64_MAX;
  int64_t x1_px = INT64_MIN;

  for (guint i = 0; i < item->n_marks; i++)
    {
      x0_px = MIN (x0_px, MIN (marks[i].x_px, marks[i].band_x0_px));
      x1_px = MAX (x1_px, MAX (marks[i].x_px, marks[i].band_x1_px));
    }
  return x0_px < fold->x0_px && x1_px > fold->x0_px;
}

static gboolean
is_written_over (const DtlItem *item, const DtlScaleFold *fold)
{
  return item->kind == DTL_ITEM_EVENT && item->label != NULL && item->label_x_px < fold->x1_px &&
         item->label_x_px + item->label_width_px > fold->x0_px;
}

/* What goes through, by y, and the end of the plot. (element-type Reach) (transfer full) */
static GArray *
gather_reaches (const DtlPainter *self, GPtrArray *items, const DtlScaleFold *fold)
{
  GArray *reaches = g_array_new (FALSE, FALSE, sizeof (Reach));
  double half = self->metrics.mark_size_px / 2.0 + BAR_SIDE_PX;
  Reach end = { self->seen_y + self->seen_height, self->seen_y + self->seen_height };

  for (guint i = 0; i < items->len; i++)
    {
      const DtlItem *item = g_ptr_array_index (items, i);
      double y = dtl_painter_y (self, item->axis_y_px);
      Reach reach = { y - half, y + half };

      if (is_written_over (item, fold))
        reach = (Reach){ dtl_painter_y (self, item->y0_px), dtl_painter_y (self, item->y1_px) };
      if (is_written_over (item, fold) || goes_through (self, item, fold))
        g_array_append_val (reaches, reach);
    }
  g_array_append_val (reaches, end);
  g_array_sort (reaches, compare_reaches);
  return reaches;
}

/* The place for words of this length between what goes through that is nearest to the middle. FALSE: there is none */
static gboolean
find_words_y (const DtlPainter *self, GArray *reaches, int length_px, double *bottom)
{
  double middle = self->seen_y + self->seen_height / 2.0;
  double free_y = self->seen_y + WORDS_END_PX;
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < reaches->len; i++)
    {
      const Reach *reach = &g_array_index (reaches, Reach, i);
      double end = reach->top - WORDS_END_PX;
      double y = CLAMP (middle + length_px / 2.0, free_y + length_px, MAX (end, free_y + length_px));

      if (end - free_y >= length_px && ABS (y - length_px / 2.0 - middle) < best)
        {
          best = ABS (y - length_px / 2.0 - middle);
          *bottom = floor (y);
        }
      free_y = MAX (free_y, reach->bottom + WORDS_END_PX);
    }
  return best < G_MAXDOUBLE;
}

/* In a sentence, or where there is no room for one, as a length alone; not over anything else that is written. */
static void
paint_words (const DtlPainter *self, GPtrArray *items, const DtlScaleFold *fold)
{
  g_autoptr (GArray) reaches = gather_reaches (self, items, fold);
  g_autofree char *words = dtl_fold_describe (&fold->fold);
  double x = (dtl_painter_x (self, fold->x0_px) + dtl_painter_x (self, fold->x1_px)) / 2;
  double bottom;

  if (!find_words_y (self, reaches, dtl_painter_width (self, DTL_TEXT_DATE, words), &bottom))
    {
      g_free (words);
      words = dtl_fold_format_length (&fold->fold);
      if (!find_words_y (self, reaches, dtl_painter_width (self, DTL_TEXT_DATE, words), &bottom))
        return;
    }
  dtl_surface_text_vertical (self->surface, DTL_TEXT_DATE,
                             floor (x - dtl_painter_line_height (self, DTL_TEXT_DATE) / 2.0), bottom,
                             dtl_painter_colour (self, DTL_COLOUR_TEXT_DIM), words);
}

void
dtl_painter_paint_folds (const DtlPainter *self, GPtrArray *items)
{
  const DtlScaleFold *fold = dtl_painter_next_break (self, INT64_MIN, INT64_MAX);

  for (; fold != NULL; fold = dtl_painter_next_break (self, fold->x1_px, INT64_MAX))
    {
      g_autofree char *title = dtl_fold_describe (&fold->fold);

      dtl_surface_begin_group (self->surface, NULL, title);
      paint_strip (self, fold, self->plot_y, self->plot_y + self->plot_height,
                   dtl_painter_colour (self, DTL_COLOUR_GRID));
      paint_words (self, items, fold);
      dtl_surface_end_group (self->surface);
    }
}

/* --- what goes through ------------------------------------------------------------------------------------------ */

static void
paint_clipped (const DtlPainter *self, double x0, double x1, DtlPieceFunc paint, double alpha, gpointer user_data)
{
  if (x1 <= x0)
    return;
  dtl_surface_push_clip (self->surface, x0, self->plot_y, x1 - x0, self->plot_height);
  paint (self, alpha, user_data);
  dtl_surface_pop_clip (self->surface);
}

void
dtl_painter_paint_in_pieces (const DtlPainter *self,
                             int64_t x0_px,
                             int64_t x1_px,
                             gboolean is_faint_between,
                             DtlPieceFunc paint,
                             gpointer user_data)
{
  const DtlScaleFold *fold = dtl_painter_next_break (self, x0_px, x1_px);
  double left = self->plot_x;

  if (fold == NULL)
    {
      paint (self, 1, user_data);
      return;
    }
  for (; fold != NULL; fold = dtl_painter_next_break (self, fold->x1_px, x1_px))
    {
      paint_clipped (self, left, dtl_painter_x (self, fold->x0_px) + 1, paint, 1, user_data);
      left = dtl_painter_x (self, fold->x1_px) - 1;
      if (is_faint_between)
        paint_clipped (self, dtl_painter_x (self, fold->x0_px) + 1, left, paint, FAINT_ALPHA, user_data);
    }
  paint_clipped (self, left, self->plot_x + self->plot_width, paint, 1, user_data);
}

void
dtl_painter_paint_dots_in_breaks (const DtlPainter *self, int64_t x0_px, int64_t x1_px, double y, DtlColour colour)
{
  const DtlScaleFold *fold = dtl_painter_next_break (self, x0_px, x1_px);
  DtlPaint paint = { .has_stroke = TRUE, .stroke = colour, .stroke_width = DOT_PX, .dash_px = DOT_PX };

  for (; fold != NULL; fold = dtl_painter_next_break (self, fold->x1_px, x1_px))
    {
      double left = dtl_painter_x (self, MAX (fold->x0_px, x0_px)) + ZIGZAG_PX + 1;
      double right = dtl_painter_x (self, MIN (fold->x1_px, x1_px)) - ZIGZAG_PX;
      double points[] = { left, y, right, y };

      if (right > left)
        dtl_surface_polygon (self->surface, points, 2, FALSE, &paint);
    }
}
