/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "frames-meter.h"

#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* --- the allocator ---------------------------------------------------------------------------------------------- */

/* What stands here is taken in the place of the C library's by every library of the process. Only the thread that
 * draws is counted. A sanitizer has an allocator of its own. */
#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__)
static __thread guint64 n_calls;

void *__libc_malloc (size_t size);
void *__libc_calloc (size_t n, size_t size);
void *__libc_realloc (void *old, size_t size);

void *
malloc (size_t size)
{
  n_calls++;
  return __libc_malloc (size);
}

void *
calloc (size_t n, size_t size)
{
  n_calls++;
  return __libc_calloc (n, size);
}

void *
realloc (void *old, size_t size)
{
  n_calls++;
  return __libc_realloc (old, size);
}
#else
static const guint64 n_calls = 0;
#endif

double
read_private_bytes (void)
{
  g_autofree char *rollup = NULL;
  double kilobytes = 0;

#ifdef __GLIBC__
  malloc_trim (0);
#endif
  if (!g_file_get_contents ("/proc/self/smaps_rollup", &rollup, NULL, NULL))
    return 0;
  for (const char *line = rollup; (line = strstr (line, "Private_")) != NULL; line++)
    kilobytes += strtod (strchr (line, ':') + 1, NULL);
  return kilobytes * 1024;
}

/* --- time ------------------------------------------------------------------------------------------------------- */

static double
read_clock (clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

Moment
moment_now (void)
{
  return (Moment){ read_clock (CLOCK_MONOTONIC), read_clock (CLOCK_THREAD_CPUTIME_ID), n_calls };
}

double
moment_get_wall_ms (const Moment *since)
{
  return read_clock (CLOCK_MONOTONIC) - since->wall_ms;
}

double
moment_get_cpu_ms (const Moment *since)
{
  return read_clock (CLOCK_THREAD_CPUTIME_ID) - since->cpu_ms;
}

/* --- series ----------------------------------------------------------------------------------------------------- */

Series *
series_new (const char *phase)
{
  Series *self = g_new0 (Series, 1);

  self->phase = phase;
  /* Room for all, so that measuring allocates nothing itself. */
  self->wall_ms = g_array_sized_new (FALSE, FALSE, sizeof (double), 1024);
  self->cpu_ms = g_array_sized_new (FALSE, FALSE, sizeof (double), 1024);
  return self;
}

void
series_free (Series *self)
{
  g_array_unref (self->wall_ms);
  g_array_unref (self->cpu_ms);
  g_free (self);
}

void
series_add (Series *self, const Moment *since)
{
  guint64 n_allocations = n_calls - since->n_allocations;
  double cpu_ms = moment_get_cpu_ms (since);
  double wall_ms = moment_get_wall_ms (since);

  g_array_append_val (self->wall_ms, wall_ms);
  g_array_append_val (self->cpu_ms, cpu_ms);
  self->n_allocations += n_allocations;
  self->most_allocations = MAX (self->most_allocations, n_allocations);
}

void
series_add_marks (Series *self, guint n_marks)
{
  self->n_marks += n_marks;
}

static int
compare (const void *a, const void *b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return (first > second) - (first < second);
}

/* The value below which this share of the frames lies; @values is sorted. */
static double
quantile (const GArray *values, double share)
{
  guint place = (guint) (share * values->len);

  return g_array_index (values, double, MIN (place, values->len - 1));
}

/* --- the report ------------------------------------------------------------------------------------------------- */

void
report_value (gboolean is_json, const char *phase, guint n, const char *metric, double value, const char *unit)
{
  if (is_json)
    printf ("{\"bench\": \"frames\", \"phase\": \"%s\", \"n\": %u, \"metric\": \"%s\", \"value\": %.3f, \"unit\": "
            "\"%s\"}\n",
            phase, n, metric, value, unit);
  else
    printf ("%9u events  %-9s %-20s %14.3f %s\n", n, phase, metric, value, unit);
  fflush (stdout);
}

static void
report_quantiles (gboolean is_json, guint n, const char *phase, GArray *values, const char *suffix)
{
  static const struct
  {
    const char *name;
    double share;
  } quantiles[] = { { "median", 0.5 }, { "p95", 0.95 }, { "p99", 0.99 }, { "worst", 1 } };

  g_array_sort (values, compare);
  for (gsize i = 0; i < G_N_ELEMENTS (quantiles); i++)
    {
      g_autofree char *metric = g_strconcat (quantiles[i].name, suffix, NULL);

      report_value (is_json, phase, n, metric, quantile (values, quantiles[i].share), "ms");
    }
}

void
report_series (gboolean is_json, guint n, Series *self)
{
  guint n_frames = self->wall_ms->len;

  if (n_frames == 0)
    return;
  report_quantiles (is_json, n, self->phase, self->wall_ms, "");
  report_quantiles (is_json, n, self->phase, self->cpu_ms, "_cpu");
  report_value (is_json, self->phase, n, "allocations", (double) self->n_allocations / n_frames, "per frame");
  report_value (is_json, self->phase, n, "most_allocations", (double) self->most_allocations, "per frame");
  report_value (is_json, self->phase, n, "marks", (double) self->n_marks / n_frames, "per frame");
}
