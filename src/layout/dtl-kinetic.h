/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a thing goes on that was let go while it moved, and how fast it was: mathematics alone. Whoever moves something
 * asks at each frame how far it is by now; what it answers does not depend on how many frames there were. */
#pragma once

#include <glib.h>
#include <stdint.h>

G_BEGIN_DECLS

/** DTL_SPEEDOMETER_SAMPLES: so many moves are remembered; more do not come within the time that counts. */
#define DTL_SPEEDOMETER_SAMPLES 64

/**
 * DtlSpeedometer: the last moves of a finger or pointer. All zero is a fresh one.
 */
typedef struct
{
  int64_t time_us[DTL_SPEEDOMETER_SAMPLES];
  double dx_px[DTL_SPEEDOMETER_SAMPLES];
  double dy_px[DTL_SPEEDOMETER_SAMPLES];
  guint n_samples; /* since the beginning; the last ones are kept */
} DtlSpeedometer;

/** DtlKinetic: a move that slows down. @x_px_s, @y_px_s: speed at its start, in pixels a second */
typedef struct
{
  double x_px_s;
  double y_px_s;
} DtlKinetic;

void dtl_speedometer_reset (DtlSpeedometer *self);
void dtl_speedometer_add (DtlSpeedometer *self, int64_t time_us, double dx_px, double dy_px);
DtlKinetic dtl_speedometer_get (const DtlSpeedometer *self, int64_t now_us);

gboolean dtl_kinetic_is_worth_it (const DtlKinetic *self);
void dtl_kinetic_get_way (const DtlKinetic *self, int64_t elapsed_us, double *x_px, double *y_px);
gboolean dtl_kinetic_is_over (const DtlKinetic *self, int64_t elapsed_us);

G_END_DECLS
