/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Claims to marks.
 *
 *   2024-06-20               <>                    a mark in the middle of its day
 *   2017, [a..b]        ( - -<>- - )               an unknown day of it: hollow band, mark in the middle
 *   [a..]                    <>- - ->              on or after: mark at a, stub with arrow
 *   2018/2020           ::::#########::::          it lasts: bar, fading over what is not known of its ends
 *   2018/..             ::::#############->        goes on: to the horizon of the case, with an arrow
 *   2018/               ::::. . . .                it ended, nobody says when: dotted stub
 *   began + ended       ::::#########::::          the same as a/b, out of two claims
 */
#include "config.h"

#include "layout/dtl-marks-private.h"

#include <math.h>

#include "base/dtl-arith.h"

/* An end known to within so many seconds does not fade: a day is as exact as dates of this kind are. */
#define EXACT_SECONDS (2 * DTL_SECONDS_PER_DAY)

/** BarEnd: one end of a bar: between which seconds it lies (inclusive), and what its date says of it. */
typedef struct
{
  int64_t earliest;
  int64_t latest;
  uint32_t flags;
} BarEnd;

static int64_t
first_px (const DtlMarkMaker *self, int64_t civil_seconds)
{
  return dtl_time_scale_to_world_px (&self->scale, civil_seconds);
}

/* Behind the last second. */
static int64_t
last_px (const DtlMarkMaker *self, int64_t civil_seconds)
{
  return dtl_time_scale_to_world_px (&self->scale, dtl_i64_add_saturated (civil_seconds, 1));
}

static int64_t
first_finite (int64_t wanted, int64_t otherwise)
{
  return dtl_civil_is_finite (wanted) ? wanted : otherwise;
}

static DtlMarkShape
shape_of_role (int role)
{
  switch (role)
    {
    case DTL_ROLE_ANNOUNCED:
    case DTL_ROLE_SIGNED:
      return DTL_SHAPE_DIAMOND;
    case DTL_ROLE_EFFECTIVE:
    case DTL_ROLE_DEADLINE:
      return DTL_SHAPE_SQUARE;
    case DTL_ROLE_ENDED:
      return DTL_SHAPE_BAR_END;
    case DTL_ROLE_OCCURRED:
    case DTL_ROLE_BEGAN:
    case DTL_ROLE_REPORTED:
    default:
      return DTL_SHAPE_CIRCLE;
    }
}

static DtlEndStyle
style_of_flags (uint32_t flags)
{
  if (flags & DTL_BOUND_APPROXIMATE)
    return DTL_END_SOFT;
  return flags & DTL_BOUND_UNCERTAIN ? DTL_END_FADE : DTL_END_HARD;
}

static DtlEndStyle
style_of_end (const BarEnd *end)
{
  DtlEndStyle style = style_of_flags (end->flags);

  if (style != DTL_END_HARD || !dtl_civil_is_finite (end->earliest) || !dtl_civil_is_finite (end->latest))
    return style;
  return end->latest - end->earliest >= EXACT_SECONDS ? DTL_END_FADE : DTL_END_HARD;
}

static gboolean
is_exact (const BarEnd *end)
{
  return end->latest - end->earliest < EXACT_SECONDS;
}

/* The start of a bar: its outer edge, where it is certain, and the style. */
static void
place_bar_start (const DtlMarkMaker *self, const BarEnd *end, DtlPlacedMark *mark)
{
  if (end->flags & DTL_BOUND_START_OPEN)
    {
      mark->start_style = DTL_END_OPEN;
      mark->band_x0_px = MIN (first_px (self, self->spans->horizon_from), mark->band_x1_px - DTL_STUB_PX);
      mark->solid_x0_px = mark->band_x0_px;
    }
  else if (end->flags & DTL_BOUND_START_UNKNOWN || !dtl_civil_is_finite (end->earliest))
    {
      mark->start_style = DTL_END_UNKNOWN;
      mark->band_x0_px -= DTL_STUB_PX;
      mark->solid_x0_px = dtl_civil_is_finite (end->latest) ? last_px (self, end->latest) : mark->band_x1_px;
    }
  else
    {
      mark->start_style = style_of_end (end);
      mark->solid_x0_px = is_exact (end) ? mark->band_x0_px : last_px (self, end->latest);
    }
}

static void
place_bar_end (const DtlMarkMaker *self, const BarEnd *end, DtlPlacedMark *mark)
{
  if (end->flags & DTL_BOUND_END_OPEN)
    {
      mark->end_style = DTL_END_OPEN;
      mark->band_x1_px = MAX (last_px (self, self->spans->horizon_to), mark->band_x0_px + DTL_STUB_PX);
      mark->solid_x1_px = mark->band_x1_px;
    }
  else if (end->flags & DTL_BOUND_END_UNKNOWN || !dtl_civil_is_finite (end->latest))
    {
      mark->end_style = DTL_END_UNKNOWN;
      mark->solid_x1_px = dtl_civil_is_finite (end->earliest) ? first_px (self, end->earliest) : mark->band_x0_px;
      mark->band_x1_px += DTL_STUB_PX;
    }
  else
    {
      mark->end_style = style_of_end (end);
      mark->solid_x1_px = is_exact (end) ? mark->band_x1_px : first_px (self, end->earliest);
    }
}

/* Soft and fading ends are seen even where the dates are exact to the day; and nothing is solid inside out. */
static void
tidy_solid (const DtlMarkMaker *self, DtlPlacedMark *mark)
{
  int64_t edge_px = MIN (self->mark_size_px, (mark->band_x1_px - mark->band_x0_px) / 3);

  if (mark->start_style == DTL_END_SOFT || mark->start_style == DTL_END_FADE)
    mark->solid_x0_px = MAX (mark->solid_x0_px, mark->band_x0_px + edge_px);
  if (mark->end_style == DTL_END_SOFT || mark->end_style == DTL_END_FADE)
    mark->solid_x1_px = MIN (mark->solid_x1_px, mark->band_x1_px - edge_px);
  mark->solid_x0_px = CLAMP (mark->solid_x0_px, mark->band_x0_px, mark->band_x1_px);
  mark->solid_x1_px = CLAMP (mark->solid_x1_px, mark->band_x0_px, mark->band_x1_px);
  if (mark->solid_x0_px > mark->solid_x1_px)
    mark->solid_x0_px = mark->solid_x1_px = mark->solid_x1_px + (mark->solid_x0_px - mark->solid_x1_px) / 2;
}

/* The middle of a stretch by time, which folds leave free where the stretch goes through them. */
static int64_t
middle_px (const DtlMarkMaker *self, int64_t x0_px, int64_t x1_px)
{
  double line_x0_px, line_x1_px;

  if (self->scale.n_folds == 0)
    return x0_px + (x1_px - x0_px) / 2;
  line_x0_px = dtl_time_scale_to_line_px (&self->scale, (double) x0_px);
  line_x1_px = dtl_time_scale_to_line_px (&self->scale, (double) x1_px);
  return (int64_t) floor (
      dtl_time_scale_from_line_px (&self->scale, floor (line_x0_px + (line_x1_px - line_x0_px) / 2)));
}

/* Where a bar's own mark stands: in the middle of what is known of its start, else at its end. */
static int64_t
bar_mark_px (const DtlMarkMaker *self, const BarEnd *start, const DtlPlacedMark *mark)
{
  if (mark->start_style == DTL_END_UNKNOWN || mark->start_style == DTL_END_OPEN)
    return mark->end_style == DTL_END_UNKNOWN || mark->end_style == DTL_END_OPEN
               ? middle_px (self, mark->band_x0_px, mark->band_x1_px)
               : mark->band_x1_px;
  if (is_exact (start))
    return mark->band_x0_px;
  return middle_px (self, mark->band_x0_px, MIN (last_px (self, start->latest), mark->band_x1_px));
}

static void
clear_band (DtlPlacedMark *mark)
{
  mark->is_bar = FALSE;
  mark->band_x0_px = mark->band_x1_px = mark->solid_x0_px = mark->solid_x1_px = mark->x_px;
}

/* A bar from @start to @end; a mark alone where it would be narrower than that. @bounds gives its finite reach. */
static void
place_bar (const DtlMarkMaker *self,
           const BarEnd *start,
           const BarEnd *end,
           const DtlBounds *bounds,
           DtlPlacedMark *mark)
{
  int64_t from;
  int64_t to;

  dtl_spans_of_bounds (self->spans, bounds, &from, &to);
  mark->is_bar = TRUE;
  mark->band_x0_px = first_px (self, from);
  mark->band_x1_px = last_px (self, to);
  place_bar_start (self, start, mark);
  place_bar_end (self, end, mark);
  tidy_solid (self, mark);
  mark->x_px = bar_mark_px (self, start, mark);
  if (mark->band_x1_px - mark->band_x0_px > self->mark_size_px)
    mark->shape = DTL_SHAPE_BAR_START;
  else
    clear_band (mark);
}

static void
place_lasting (const DtlMarkMaker *self, const DtlBounds *bounds, DtlPlacedMark *mark)
{
  BarEnd start = { bounds->start_earliest, bounds->start_latest, bounds->flags };
  BarEnd end = { bounds->end_earliest, bounds->end_latest, bounds->flags };

  place_bar (self, &start, &end, bounds, mark);
}

/* `[..b]` and `[a..]`: the mark stands at the day that is known, and a stub says on which side it lies. */
static void
place_half_open (const DtlMarkMaker *self, const DtlBounds *bounds, DtlPlacedMark *mark)
{
  gboolean has_start = dtl_civil_is_finite (bounds->start_earliest);

  mark->x_px = has_start ? first_px (self, bounds->start_earliest) : last_px (self, bounds->end_latest);
  mark->band_x0_px = has_start ? mark->x_px : mark->x_px - DTL_STUB_PX;
  mark->band_x1_px = has_start ? mark->x_px + DTL_STUB_PX : mark->x_px;
  mark->start_style = has_start ? style_of_flags (bounds->flags) : DTL_END_OPEN;
  mark->end_style = has_start ? DTL_END_OPEN : style_of_flags (bounds->flags);
  mark->solid_x0_px = mark->solid_x1_px = mark->x_px;
}

static gboolean
shows_band (const DtlMarkMaker *self, const DtlColumnsMark *claim, int64_t width_px)
{
  gboolean is_coarse = claim->is_stretch || claim->precision < DTL_PRECISION_DAY;

  return width_px > (is_coarse ? self->mark_size_px : DTL_DAY_BAND_MARKS * self->mark_size_px - 1);
}

/* What happened at one moment, known to a second, a day, or a stretch. */
static void
place_moment (const DtlMarkMaker *self, const DtlColumnsMark *claim, const DtlBounds *bounds, DtlPlacedMark *mark)
{
  if (dtl_civil_is_finite (bounds->start_earliest) != dtl_civil_is_finite (bounds->end_latest))
    {
      place_half_open (self, bounds, mark);
      return;
    }
  mark->start_style = mark->end_style = style_of_flags (bounds->flags);
  if (dtl_civil_is_finite (bounds->start_earliest))
    {
      mark->band_x0_px = first_px (self, bounds->start_earliest);
      mark->band_x1_px = last_px (self, bounds->end_latest);
    }
  else
    {
      mark->band_x0_px = first_px (self, self->spans->horizon_from);
      mark->band_x1_px = last_px (self, self->spans->horizon_to);
      mark->start_style = mark->end_style = DTL_END_OPEN;
    }
  mark->x_px = middle_px (self, mark->band_x0_px, mark->band_x1_px);
  if (shows_band (self, claim, mark->band_x1_px - mark->band_x0_px))
    mark->solid_x0_px = mark->solid_x1_px = mark->x_px;
  else
    clear_band (mark);
}

/* The accepted claim of the first of @roles that the event has; DTL_NO_MARK if it has none. */
static uint32_t
find_accepted (const DtlColumns *columns, uint32_t row, const int *roles, guint n_roles)
{
  for (guint i = 0; i < n_roles; i++)
    for (uint32_t at = columns->mark_first[row]; at < columns->mark_first[row + 1]; at++)
      if (columns->marks[at].standing == DTL_STANDING_ACCEPTED && (int) columns->marks[at].role == roles[i])
        return at;
  return DTL_NO_MARK;
}

/* Whether began and ended make one bar: both accepted and single moments, in the right order. */
static gboolean
find_joined (const DtlColumns *columns, uint32_t row, uint32_t *began, uint32_t *ended)
{
  static const int start_roles[] = { DTL_ROLE_BEGAN, DTL_ROLE_OCCURRED, DTL_ROLE_EFFECTIVE };
  static const int end_roles[] = { DTL_ROLE_ENDED };
  DtlBounds start;
  DtlBounds end;

  *began = *ended = DTL_NO_MARK;
  /* Most have one claim, which joins nothing. */
  if (columns->mark_first[row + 1] - columns->mark_first[row] < 2)
    return FALSE;
  *began = find_accepted (columns, row, start_roles, G_N_ELEMENTS (start_roles));
  *ended = find_accepted (columns, row, end_roles, G_N_ELEMENTS (end_roles));
  if (*began == DTL_NO_MARK || *ended == DTL_NO_MARK)
    return FALSE;
  start = dtl_columns_get_bounds (columns, *began);
  end = dtl_columns_get_bounds (columns, *ended);
  if ((start.flags | end.flags) & DTL_BOUND_LASTS)
    return FALSE;
  return first_finite (start.start_earliest, start.end_latest) < first_finite (end.end_latest, end.start_earliest);
}

/* "since 2018 or before" and "until 2020 or later" end in a stub behind the day that is known. */
static void
place_joined (const DtlMarkMaker *self, uint32_t began_mark, uint32_t ended_mark, DtlPlacedMark *mark)
{
  const DtlBounds began_bounds = dtl_columns_get_bounds (self->columns, began_mark);
  const DtlBounds ended_bounds = dtl_columns_get_bounds (self->columns, ended_mark);
  const DtlBounds *began = &began_bounds;
  const DtlBounds *ended = &ended_bounds;
  const uint32_t quality = DTL_BOUND_APPROXIMATE | DTL_BOUND_UNCERTAIN;
  int64_t first = first_finite (began->start_earliest, began->end_latest);
  int64_t last = first_finite (ended->end_latest, ended->start_earliest);
  DtlBounds both = { first, first, last, last, DTL_BOUND_LASTS };
  BarEnd start = { began->start_earliest, MIN (began->end_latest, last), began->flags & quality };
  BarEnd end = { MAX (ended->start_earliest, first), ended->end_latest, ended->flags & quality };

  place_bar (self, &start, &end, &both, mark);
}

/* The end of a bar that is drawn with its beginning: a point on it, which can be hit but is not drawn again. */
static void
end_bar (DtlPlacedMark *mark)
{
  clear_band (mark);
  mark->is_bar = TRUE;
}

static void
place_mark (const DtlMarkMaker *self, uint32_t at, DtlPlacedMark *mark)
{
  const DtlColumnsMark *claim = &self->columns->marks[at];
  DtlBounds bounds = dtl_columns_get_bounds (self->columns, at);

  if (bounds.flags & DTL_BOUND_LASTS)
    place_lasting (self, &bounds, mark);
  else
    place_moment (self, claim, &bounds, mark);
}

static void
init_mark (const DtlMarkMaker *self, uint32_t row, uint32_t at, DtlPlacedMark *mark)
{
  const DtlColumnsMark *claim = &self->columns->marks[at];

  *mark = (DtlPlacedMark){ .mark = at,
                           .shape = shape_of_role (claim->role),
                           .is_hollow = self->columns->status[row] == DTL_STATUS_PLANNED,
                           .is_competing = claim->standing == DTL_STANDING_COMPETING,
                           .is_derived = claim->is_derived != 0 };
}

void
dtl_marks_make (const DtlMarkMaker *self, uint32_t row, GArray *marks, int64_t *x0_px, int64_t *x1_px)
{
  const DtlColumns *columns = self->columns;
  uint32_t began;
  uint32_t ended;
  gboolean is_joined = find_joined (columns, row, &began, &ended);
  int half_px = (self->mark_size_px + 1) / 2;

  g_assert (columns->mark_first[row] < columns->mark_first[row + 1]);
  *x0_px = INT64_MAX;
  *x1_px = INT64_MIN;
  for (uint32_t at = columns->mark_first[row]; at < columns->mark_first[row + 1]; at++)
    {
      DtlPlacedMark mark;

      init_mark (self, row, at, &mark);
      if (is_joined && at == began)
        place_joined (self, began, ended, &mark);
      else
        place_mark (self, at, &mark);
      if (is_joined && at == ended)
        end_bar (&mark);
      *x0_px = MIN (*x0_px, MIN (mark.band_x0_px, mark.x_px - half_px));
      *x1_px = MAX (*x1_px, MAX (mark.band_x1_px, mark.x_px + half_px));
      g_array_append_val (marks, mark);
    }
}
