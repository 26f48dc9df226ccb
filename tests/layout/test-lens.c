/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lens on the strip: where it stands, what of it is hit, and what a drag makes of it. */
#include "layout/dtl-lens.h"

#include "date/dtl-bounds.h"

#define DAY        DTL_SECONDS_PER_DAY
#define TOUCH_PX   44.0
#define STRIP_PX   1000.0
#define STRIP_X0   12.0
#define LEAST      (2 * DAY)
#define MOST       (5000 * DAY)
#define PX(day)    (STRIP_X0 + (day))
#define SPAN(a, b) a *DAY, b *DAY

/* A pixel a day: from day 0 to day 1000. */
static void
init_strip (DtlStrip *self)
{
  *self = (DtlStrip){ 0, 1000 * DAY, STRIP_X0, STRIP_PX };
}

static void
test_strip (void)
{
  DtlStrip strip;

  dtl_strip_init (&strip, 0, 480 * DAY, STRIP_X0, STRIP_PX);
  g_assert_cmpint (strip.from_seconds, ==, -10 * DAY);
  g_assert_cmpint (strip.to_seconds, ==, 490 * DAY);
  g_assert_cmpfloat_with_epsilon (dtl_strip_get_x (&strip, 240 * DAY), STRIP_X0 + 500, 1e-6);
  g_assert_cmpfloat_with_epsilon (dtl_strip_get_x (&strip, -20 * DAY), STRIP_X0 - 20, 1e-6);
  g_assert_cmpint (dtl_strip_get_seconds (&strip, STRIP_X0 + 500), ==, 240 * DAY);

  /* One moment is in the middle of a day. */
  dtl_strip_init (&strip, 5 * DAY, 5 * DAY, 0, 100);
  g_assert_cmpint (strip.to_seconds - strip.from_seconds, ==, DAY);
  g_assert_cmpfloat_with_epsilon (dtl_strip_get_x (&strip, 5 * DAY), 50, 1e-6);

  /* All time is no trap. */
  dtl_strip_init (&strip, DTL_CIVIL_MIN, DTL_CIVIL_MAX, 0, 100);
  g_assert_cmpint (strip.from_seconds, ==, DTL_CIVIL_MIN);
  g_assert_cmpint (strip.to_seconds, ==, DTL_CIVIL_MAX);
  g_assert_cmpfloat_with_epsilon (dtl_strip_get_x (&strip, 0), 50, 1e-6);
  g_assert_cmpint (dtl_strip_get_seconds (&strip, 1000), ==, DTL_CIVIL_MAX);
}

/* Days of the visible span, and where edges and handles then stand. */
static const struct
{
  int from, to;
  int x0, x1;
  int left, right;
} places[] = {
  { 100, 400, 100, 400, 100, 400 },
  { 100, 148, 100, 148, 100, 148 },
  /* narrower than two targets: the handles stand beside it */
  { 100, 140, 100, 140, 96, 144 },
  { 500, 500, 500, 500, 476, 524 },
  /* and they stay on the strip */
  { 0, 10, 0, 10, 0, 48 },
  { 990, 1000, 990, 1000, 952, 1000 },
  /* more is seen than there is: the lens covers the strip */
  { -100, 1100, 0, 1000, 0, 1000 },
  { -100, 300, 0, 300, 0, 300 },
  /* nothing of the case is seen: at the end on that side */
  { -500, -400, 0, 0, 0, 48 },
  { 1400, 1500, 1000, 1000, 952, 1000 },
};

static void
test_places (void)
{
  DtlStrip strip;

  init_strip (&strip);
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      DtlLens lens;

      dtl_lens_init (&lens, &strip, places[i].from * DAY, places[i].to * DAY);
      g_test_message ("%d to %d", places[i].from, places[i].to);
      g_assert_cmpfloat_with_epsilon (lens.x0_px, PX (places[i].x0), 1e-6);
      g_assert_cmpfloat_with_epsilon (lens.x1_px, PX (places[i].x1), 1e-6);
      g_assert_cmpfloat_with_epsilon (lens.left_px, PX (places[i].left), 1e-6);
      g_assert_cmpfloat_with_epsilon (lens.right_px, PX (places[i].right), 1e-6);
    }
}

static const struct
{
  int from, to;
  double target;
  int x;
  DtlLensPart wanted;
} hits[] = {
  { 100, 400, 24, 87, DTL_LENS_OUTSIDE },
  { 100, 400, 24, 88, DTL_LENS_LEFT },
  { 100, 400, 24, 112, DTL_LENS_LEFT },
  { 100, 400, 24, 113, DTL_LENS_MIDDLE },
  { 100, 400, 24, 387, DTL_LENS_MIDDLE },
  { 100, 400, 24, 388, DTL_LENS_RIGHT },
  { 100, 400, 24, 412, DTL_LENS_RIGHT },
  { 100, 400, 24, 413, DTL_LENS_OUTSIDE },
  /* a finger needs more, and gets it where there is room */
  { 100, 400, TOUCH_PX, 78, DTL_LENS_LEFT },
  { 100, 400, TOUCH_PX, 122, DTL_LENS_LEFT },
  { 100, 400, TOUCH_PX, 123, DTL_LENS_MIDDLE },
  { 100, 148, TOUCH_PX, 115, DTL_LENS_LEFT },
  { 100, 148, TOUCH_PX, 124, DTL_LENS_MIDDLE },
  { 100, 148, TOUCH_PX, 133, DTL_LENS_RIGHT },
  /* a lens of nothing still has three targets of full width */
  { 500, 500, 24, 464, DTL_LENS_LEFT },
  { 500, 500, 24, 488, DTL_LENS_LEFT },
  { 500, 500, 24, 489, DTL_LENS_MIDDLE },
  { 500, 500, 24, 511, DTL_LENS_MIDDLE },
  { 500, 500, 24, 512, DTL_LENS_RIGHT },
  { 500, 500, 24, 537, DTL_LENS_OUTSIDE },
};

static void
test_hits (void)
{
  DtlStrip strip;

  init_strip (&strip);
  for (gsize i = 0; i < G_N_ELEMENTS (hits); i++)
    {
      DtlLens lens;

      dtl_lens_init (&lens, &strip, hits[i].from * DAY, hits[i].to * DAY);
      g_test_message ("%d to %d, target %.0f, at %d", hits[i].from, hits[i].to, hits[i].target, hits[i].x);
      g_assert_cmpint (dtl_lens_hit (&lens, PX (hits[i].x), hits[i].target), ==, hits[i].wanted);
    }
}

static const struct
{
  DtlLensPart part;
  int from, to; /* days before */
  int start, x;
  int new_from, new_to;
} drags[] = {
  { DTL_LENS_MIDDLE, 100, 300, 200, 250, 150, 350 },
  { DTL_LENS_MIDDLE, 100, 300, 200, 150, 50, 250 },
  /* the middle of the span stays on the strip, the span as long as it was */
  { DTL_LENS_MIDDLE, 100, 300, 200, -900, -100, 100 },
  { DTL_LENS_MIDDLE, 100, 300, 200, 9000, 900, 1100 },
  { DTL_LENS_LEFT, 100, 300, 100, 150, 150, 300 },
  { DTL_LENS_LEFT, 100, 300, 105, 155, 150, 300 },
  { DTL_LENS_LEFT, 100, 300, 100, 20, 20, 300 },
  /* no further than the strip, no narrower than the closest zoom, never past the other edge */
  { DTL_LENS_LEFT, 100, 300, 100, -200, 0, 300 },
  { DTL_LENS_LEFT, 100, 300, 100, 800, 298, 300 },
  { DTL_LENS_RIGHT, 100, 300, 300, 350, 100, 350 },
  { DTL_LENS_RIGHT, 100, 300, 300, 1350, 100, 1000 },
  { DTL_LENS_RIGHT, 100, 300, 300, 20, 100, 102 },
  /* an edge beyond the strip was seen at its end, and starts there */
  { DTL_LENS_LEFT, -200, 300, 0, 30, 30, 300 },
  { DTL_LENS_RIGHT, 100, 1300, 1000, 970, 100, 970 },
  { DTL_LENS_LEFT, -200, 1300, 0, 30, 30, 1300 },
  /* a new span, in either direction, on the strip, and not narrower than the closest zoom */
  { DTL_LENS_OUTSIDE, 100, 300, 600, 700, 600, 700 },
  { DTL_LENS_OUTSIDE, 100, 300, 700, 600, 600, 700 },
  { DTL_LENS_OUTSIDE, 100, 300, 700, 2000, 700, 1000 },
  { DTL_LENS_OUTSIDE, 100, 300, 600, 601, 600, 602 },
  { DTL_LENS_OUTSIDE, 100, 300, 600, 599, 598, 600 },
};

static void
test_drags (void)
{
  DtlStrip strip;

  init_strip (&strip);
  for (gsize i = 0; i < G_N_ELEMENTS (drags); i++)
    {
      DtlLensDrag drag = { drags[i].part, PX (drags[i].start), SPAN (drags[i].from, drags[i].to), LEAST, MOST };
      int64_t from, to;

      dtl_lens_drag_to (&drag, &strip, PX (drags[i].x), &from, &to);
      g_test_message ("part %d of %d to %d, from %d to %d", (int) drags[i].part, drags[i].from, drags[i].to,
                      drags[i].start, drags[i].x);
      g_assert_cmpint (from, ==, drags[i].new_from * DAY);
      g_assert_cmpint (to, ==, drags[i].new_to * DAY);
    }
}

/* Not dragged is not changed, wherever the span lies. */
static void
test_drag_nothing (void)
{
  DtlStrip strip;
  DtlLensDrag drag = { DTL_LENS_MIDDLE, PX (500), SPAN (-200, 1300), LEAST, MOST };
  int64_t from, to;

  init_strip (&strip);
  dtl_lens_drag_to (&drag, &strip, PX (500), &from, &to);
  g_assert_cmpint (from, ==, -200 * DAY);
  g_assert_cmpint (to, ==, 1300 * DAY);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/lens/strip", test_strip);
  g_test_add_func ("/layout/lens/places", test_places);
  g_test_add_func ("/layout/lens/hits", test_hits);
  g_test_add_func ("/layout/lens/drags", test_drags);
  g_test_add_func ("/layout/lens/drag-nothing", test_drag_nothing);
  return g_test_run ();
}
