/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Measuring for `frames`: times on the wall and of this thread's processor, calls of the allocator, private memory. */
#pragma once

#include <glib.h>
#include <stdint.h>

G_BEGIN_DECLS

/** Series: the frames of one phase. */
typedef struct
{
  const char *phase;
  GArray *wall_ms; /* of double */
  GArray *cpu_ms;  /* of double */
  guint64 n_allocations;
  guint64 most_allocations; /* in one frame */
  guint64 n_marks;          /* drawn, over all frames */
} Series;

/** Moment: when a frame began. */
typedef struct
{
  double wall_ms;
  double cpu_ms;
  guint64 n_allocations;
} Moment;

Series *series_new (const char *phase);
void series_free (Series *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Series, series_free)

Moment moment_now (void);
double moment_get_wall_ms (const Moment *since);
double moment_get_cpu_ms (const Moment *since);
/* Adds the frame that began at @since and ends now. */
void series_add (Series *self, const Moment *since);
/* How many marks were in view in that. */
void series_add_marks (Series *self, guint n_marks);

/* Private memory of this process in bytes, without what the allocator only keeps. */
double read_private_bytes (void);

/* One line of the report, for people or as JSON. */
void report_value (gboolean is_json, const char *phase, guint n, const char *metric, double value, const char *unit);
void report_series (gboolean is_json, guint n, Series *self);

G_END_DECLS
