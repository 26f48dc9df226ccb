/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ticks of a span: the finest level whose small labels fit is taken. That depends on the scale alone, so that panning
 * does not change it, except into years that are longer to write (before the common era, beyond 9999). A label is
 * written where it fits into its own step; so no two can meet. Between the breaks of folds the span is done piece by
 * piece. */
#include "config.h"

#include "layout/dtl-ticks.h"

#include "date/dtl-bounds.h"
#include "date/dtl-civil.h"
#include "layout/dtl-tick-levels-private.h"

#define LABEL_OFFSET_PX 4 /* from the tick to its label */
#define LABEL_GAP_PX    6 /* from a label to the next tick */

/* Nobody's screen is so wide; keeps a span without end from making ticks without end. */
#define WIDEST_SPAN_PX 200000

/** Piece: of the span, without breaks. @after_break, @before_break: whether it is one that ends it on that side */
typedef struct
{
  int64_t x0_px;
  int64_t x1_px;
  gboolean after_break;
  gboolean before_break;
} Piece;

typedef struct
{
  const DtlTimeScale *scale;
  int64_t x0_px;
  int64_t x1_px;
  DtlTextMeasure *measure;
  int64_t sample_year_seconds;
  GArray *ticks;
} TickMaker;

static int
label_room_px (int64_t step_px)
{
  return (int) MIN (step_px, G_MAXINT) - LABEL_OFFSET_PX - LABEL_GAP_PX;
}

static int64_t
year_at (const TickMaker *self, int64_t x_px)
{
  int64_t seconds = dtl_time_scale_to_seconds (self->scale, (double) x_px);

  return dtl_civil_from_day_number (dtl_civil_day_from_seconds (seconds)).year;
}

/* A year with as many digits as any in the span, four at least, and before the common era if any of them is. So a span
 * of years of four digits has the same sample wherever it is. */
static int64_t
sample_year_seconds (const TickMaker *self)
{
  int64_t first = year_at (self, self->x0_px);
  int64_t largest = MAX (first <= 0 ? -first : 0, year_at (self, self->x1_px));
  int64_t sample = 1000;

  while (sample <= largest / 10)
    sample *= 10;
  return dtl_civil_seconds_from_day (dtl_civil_day_number (first <= 0 ? 1 - sample : sample, 1, 1));
}

static gboolean
fits (const TickMaker *self, const DtlTickRow *row, DtlTextStyle style, DtlTickForm form)
{
  g_autofree char *sample = row->format (row->shows_years ? self->sample_year_seconds : row->sample_seconds, form);
  double step_px = row->step.shortest_days * self->scale->px_per_day;

  return self->measure->width_px (self->measure, style, sample) <= label_room_px ((int64_t) MIN (step_px, G_MAXINT));
}

/* Whether the next level differs in its upper row alone, and that of this one has no room for its words. */
static gboolean
is_next_better (const TickMaker *self, const DtlTickLevel *level)
{
  const DtlTickStep *here = &level[0].minor.step;
  const DtlTickStep *next = &level[1].minor.step;

  return here->move == next->move && here->count == next->count &&
         !fits (self, &level->major, DTL_TEXT_TICK_TOP, DTL_TICK_SHORT);
}

static const DtlTickLevel *
choose_level (const TickMaker *self)
{
  guint n_levels;
  const DtlTickLevel *levels = dtl_tick_levels_get (&n_levels);

  for (guint i = 0; i + 1 < n_levels; i++)
    if (fits (self, &levels[i].minor, DTL_TEXT_TICK, DTL_TICK_LONG) && !is_next_better (self, &levels[i]))
      return &levels[i];
  return &levels[n_levels - 1];
}

static DtlTickForm
choose_form (const TickMaker *self, const DtlTickRow *row, DtlTextStyle style)
{
  for (DtlTickForm form = DTL_TICK_LONGEST; form < DTL_TICK_SHORT; form++)
    if (fits (self, row, style, form))
      return form;
  return DTL_TICK_SHORT;
}

/* The label of the step from @tick to @next_px; a major one stays in view as long as its step does. */
static void
place_label (const TickMaker *self,
             const Piece *piece,
             DtlTick *tick,
             const DtlTickRow *row,
             DtlTickForm form,
             int64_t next_px)
{
  DtlTextStyle style = tick->is_major ? DTL_TEXT_TICK_TOP : DTL_TEXT_TICK;
  int width_px;

  tick->label = row->format (tick->seconds, form);
  width_px = self->measure->width_px (self->measure, style, tick->label);
  if (width_px > label_room_px (next_px - tick->x_px))
    {
      g_free (tick->label);
      tick->label = g_strdup ("");
      width_px = 0;
    }
  tick->label_x_px = (tick->is_major ? MAX (tick->x_px, piece->x0_px) : tick->x_px) + LABEL_OFFSET_PX;
  tick->label_x_px = MIN (tick->label_x_px, next_px - LABEL_GAP_PX - width_px);
}

/* The step in which a piece begins. */
static int64_t
find_first_step (const TickMaker *self, const Piece *piece, const DtlTickRow *row)
{
  int64_t seconds = dtl_time_scale_to_seconds (self->scale, (double) piece->x0_px);

  /* Where a second is wide, the nearest one may be right of the edge. */
  if (seconds > DTL_CIVIL_MIN && dtl_time_scale_to_world_px (self->scale, seconds) > piece->x0_px)
    seconds--;
  return row->step.move (&row->step, seconds, 0);
}

/* What began before a break goes on after it with its name, if it is of the upper row: what is left of a lower step
 * would look like a whole one. */
static gboolean
continue_step (const Piece *piece, DtlTick *tick)
{
  if (!piece->after_break || tick->x_px >= piece->x0_px)
    return TRUE;
  tick->x_px = piece->x0_px;
  tick->is_continued = TRUE;
  return tick->is_major;
}

static gboolean
is_behind (const Piece *piece, int64_t x_px)
{
  return piece->before_break ? x_px >= piece->x1_px : x_px > piece->x1_px;
}

static void
add_piece (TickMaker *self, const Piece *piece, const DtlTickRow *row, gboolean is_major, DtlTickForm form)
{
  int64_t seconds = find_first_step (self, piece, row);

  for (;;)
    {
      int64_t next_seconds = row->step.move (&row->step, seconds, 1);
      int64_t next_px = dtl_time_scale_to_world_px (self->scale, next_seconds);
      DtlTick tick = { .seconds = seconds, .is_major = is_major };

      tick.x_px = dtl_time_scale_to_world_px (self->scale, seconds);
      /* At the ends of time and of pixels, steps no longer lead on. */
      if (is_behind (piece, tick.x_px) || next_seconds <= seconds || next_px <= tick.x_px)
        break;
      if (continue_step (piece, &tick) && next_px > tick.x_px)
        {
          place_label (self, piece, &tick, row, form, piece->before_break ? MIN (next_px, piece->x1_px) : next_px);
          g_array_append_val (self->ticks, tick);
        }
      seconds = next_seconds;
    }
}

static void
add_row (TickMaker *self, const DtlTickRow *row, gboolean is_major)
{
  DtlTickForm form = choose_form (self, row, is_major ? DTL_TEXT_TICK_TOP : DTL_TEXT_TICK);
  Piece piece = { .x0_px = self->x0_px };
  const DtlScaleFold *fold = dtl_time_scale_next_break (self->scale, self->x0_px);

  for (; fold != NULL && fold->x0_px <= self->x1_px; fold = dtl_time_scale_next_break (self->scale, fold->x1_px))
    {
      piece.x1_px = fold->x0_px;
      piece.before_break = TRUE;
      if (piece.x1_px > piece.x0_px)
        add_piece (self, &piece, row, is_major, form);
      piece = (Piece){ .x0_px = fold->x1_px, .after_break = TRUE };
    }
  piece.x1_px = self->x1_px;
  if (piece.x1_px >= piece.x0_px)
    add_piece (self, &piece, row, is_major, form);
}

static int
compare_ticks (const void *a, const void *b)
{
  const DtlTick *first = a;
  const DtlTick *second = b;

  if (first->x_px != second->x_px)
    return first->x_px < second->x_px ? -1 : 1;
  return second->is_major - first->is_major;
}

static void
clear_tick (void *tick)
{
  g_free (((DtlTick *) tick)->label);
}

/**
 * dtl_ticks_compute:
 * @scale: the scale
 * @x0_px, @x1_px: the span, in world pixels
 * @measure: for DTL_TEXT_TICK and DTL_TEXT_TICK_TOP
 *
 * Returns: (element-type DtlTick) (transfer full): by x, at the same x the major one first
 */
GArray *
dtl_ticks_compute (const DtlTimeScale *scale, int64_t x0_px, int64_t x1_px, DtlTextMeasure *measure)
{
  TickMaker maker = { scale,   x0_px, MIN (x1_px, x0_px < INT64_MAX - WIDEST_SPAN_PX ? x0_px + WIDEST_SPAN_PX : x1_px),
                      measure, 0,     NULL };
  DtlTickLevel level;

  g_return_val_if_fail (scale != NULL && scale->px_per_day > 0 && measure != NULL, NULL);

  maker.ticks = g_array_new (FALSE, FALSE, sizeof (DtlTick));
  g_array_set_clear_func (maker.ticks, clear_tick);
  maker.sample_year_seconds = sample_year_seconds (&maker);
  level = *choose_level (&maker);
  if (scale->first_weekday > 0)
    dtl_tick_level_set_first_weekday (&level, scale->first_weekday);
  add_row (&maker, &level.major, TRUE);
  add_row (&maker, &level.minor, FALSE);
  g_array_sort (maker.ticks, compare_ticks);
  return maker.ticks;
}
