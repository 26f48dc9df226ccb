/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-signs.h. All sizes are those at marks of 12 pixels and grow with them. */
#include "config.h"

#include "layout/dtl-signs.h"

#include <math.h>

#define FIRST_PX  8 /* from the mark's edge to the middle of the first sign */
#define PITCH_PX  14
#define RADIUS_PX 5.5

static double
grow (int mark_size_px, double size_px)
{
  return size_px * mark_size_px / 12.0;
}

const DtlPlacedMark *
dtl_signs_find_main_mark (const DtlPlacedMark *marks, guint n_marks)
{
  g_assert (n_marks > 0);
  for (guint i = 0; i < n_marks; i++)
    if (!marks[i].is_competing)
      return &marks[i];
  return &marks[0];
}

gboolean
dtl_signs_is_mark_drawn (const DtlPlacedMark *mark)
{
  return !mark->is_bar || (mark->shape != DTL_SHAPE_BAR_START && mark->shape != DTL_SHAPE_BAR_END);
}

gboolean
dtl_signs_is_in_mark (const DtlPlacedMark *marks, guint n_marks, guint index, int mark_size_px)
{
  if (!marks[index].is_competing || !dtl_signs_is_mark_drawn (&marks[index]))
    return FALSE;
  for (guint i = 0; i < n_marks; i++)
    if (!marks[i].is_competing && ABS (marks[i].x_px - marks[index].x_px) < mark_size_px)
      return FALSE;
  return TRUE;
}

guint
dtl_signs_count (const DtlPlacedMark *marks, guint n_marks, gboolean is_alleged, int mark_size_px)
{
  guint n_signs = is_alleged ? 1 : 0;

  for (guint i = 0; i < n_marks; i++)
    if (marks[i].is_competing && !dtl_signs_is_in_mark (marks, n_marks, i, mark_size_px))
      return n_signs + 1;
  return n_signs;
}

/* Whether a mark other than the main one is drawn where a sign would stand. */
static gboolean
is_taken (const DtlPlacedMark *marks, guint n_marks, int mark_size_px, double x_px)
{
  const DtlPlacedMark *main = dtl_signs_find_main_mark (marks, n_marks);

  for (guint i = 0; i < n_marks; i++)
    if (&marks[i] != main && dtl_signs_is_mark_drawn (&marks[i]) &&
        fabs ((double) marks[i].x_px - x_px) < mark_size_px / 2.0 + grow (mark_size_px, RADIUS_PX))
      return TRUE;
  return FALSE;
}

double
dtl_signs_offset_px (const DtlPlacedMark *marks, guint n_marks, int mark_size_px, int side, guint index)
{
  double main_px = (double) dtl_signs_find_main_mark (marks, n_marks)->x_px;
  guint n_free = 0;

  /* Each mark takes two places at most. */
  for (guint place = 0; place <= index + 2 * n_marks; place++)
    {
      double offset_px = mark_size_px / 2.0 + grow (mark_size_px, FIRST_PX + place * PITCH_PX);

      if (!is_taken (marks, n_marks, mark_size_px, main_px + side * offset_px) && n_free++ == index)
        return offset_px;
    }
  g_assert_not_reached ();
}

int
dtl_signs_reach_px (const DtlPlacedMark *marks, guint n_marks, int mark_size_px, guint n_signs)
{
  double offset_px;

  if (n_signs == 0)
    return 0;
  offset_px = MAX (dtl_signs_offset_px (marks, n_marks, mark_size_px, -1, n_signs - 1),
                   dtl_signs_offset_px (marks, n_marks, mark_size_px, 1, n_signs - 1));
  return (int) ceil (offset_px + grow (mark_size_px, RADIUS_PX));
}
