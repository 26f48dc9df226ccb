/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Speed falls off exponentially, as under a friction in proportion to it: v(t) = v0 e^(-ft), so the way is
 * v0 / f (1 - e^(-ft)). The friction is the one of GtkScrolledWindow, so that the line slides as lists do. */
#include "config.h"

#include "layout/dtl-kinetic.h"

#include <math.h>

#define FRICTION_PER_S 4.0
/* Only what moved this long before the end tells how fast it was; who held still before letting go wants to stay. */
#define MEMORY_US (150 * INT64_C (1000))
/* A single move tells no time that it took; this is about a frame. */
#define LEAST_SPAN_US (16 * INT64_C (1000))
/* Slower is meant to stay; faster is an error of the device. */
#define LEAST_PX_S 60.0
#define MOST_PX_S  12000.0
/* With less than this to go nothing is seen to move. */
#define REST_PX 0.5

void
dtl_speedometer_reset (DtlSpeedometer *self)
{
  g_return_if_fail (self != NULL);

  self->n_samples = 0;
}

/**
 * dtl_speedometer_add:
 * @time_us: when, in microseconds of any clock that does not go backwards
 * @dx_px, @dy_px: moved by, since the sample before
 */
void
dtl_speedometer_add (DtlSpeedometer *self, int64_t time_us, double dx_px, double dy_px)
{
  guint at;

  g_return_if_fail (self != NULL);

  at = self->n_samples++ % DTL_SPEEDOMETER_SAMPLES;
  self->time_us[at] = time_us;
  self->dx_px[at] = dx_px;
  self->dy_px[at] = dy_px;
}

/**
 * dtl_speedometer_get:
 * @now_us: when it was let go
 *
 * Returns: how fast it moved then; at rest if the last move was long before
 */
DtlKinetic
dtl_speedometer_get (const DtlSpeedometer *self, int64_t now_us)
{
  DtlKinetic speed = { 0, 0 };
  int64_t first_us = now_us;
  guint n;

  g_return_val_if_fail (self != NULL, speed);

  n = MIN (self->n_samples, DTL_SPEEDOMETER_SAMPLES);
  for (guint i = 1; i <= n; i++)
    {
      guint at = (self->n_samples - i) % DTL_SPEEDOMETER_SAMPLES;

      if (now_us - self->time_us[at] > MEMORY_US)
        break;
      first_us = self->time_us[at];
      speed.x_px_s += self->dx_px[at];
      speed.y_px_s += self->dy_px[at];
    }
  /* The first of the moves took about as long as the others. */
  first_us = MAX (now_us - first_us, 0) + LEAST_SPAN_US;
  speed.x_px_s = CLAMP (speed.x_px_s * G_USEC_PER_SEC / (double) first_us, -MOST_PX_S, MOST_PX_S);
  speed.y_px_s = CLAMP (speed.y_px_s * G_USEC_PER_SEC / (double) first_us, -MOST_PX_S, MOST_PX_S);
  return speed;
}

/** dtl_kinetic_is_worth_it: Returns: whether it is fast enough to be meant to go on */
gboolean
dtl_kinetic_is_worth_it (const DtlKinetic *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return hypot (self->x_px_s, self->y_px_s) >= LEAST_PX_S;
}

/**
 * dtl_kinetic_get_way:
 * @elapsed_us: since it was let go
 * @x_px, @y_px: (out): how far it is by then
 */
void
dtl_kinetic_get_way (const DtlKinetic *self, int64_t elapsed_us, double *x_px, double *y_px)
{
  double share;

  g_return_if_fail (self != NULL);
  g_return_if_fail (x_px != NULL && y_px != NULL);

  share = -expm1 (-FRICTION_PER_S * (double) MAX (elapsed_us, 0) / G_USEC_PER_SEC) / FRICTION_PER_S;
  *x_px = self->x_px_s * share;
  *y_px = self->y_px_s * share;
}

/** dtl_kinetic_is_over: Returns: whether nothing more is seen to move after @elapsed_us */
gboolean
dtl_kinetic_is_over (const DtlKinetic *self, int64_t elapsed_us)
{
  double left_px;

  g_return_val_if_fail (self != NULL, TRUE);

  left_px = hypot (self->x_px_s, self->y_px_s) / FRICTION_PER_S;
  return left_px * exp (-FRICTION_PER_S * (double) MAX (elapsed_us, 0) / G_USEC_PER_SEC) < REST_PX;
}
