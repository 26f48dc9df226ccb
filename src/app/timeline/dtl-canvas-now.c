/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The line at today: which day that is, and its move at midnight. The only place of the canvas that knows a clock. */
#include "config.h"

#include <glib/gi18n.h>

#include "app/timeline/dtl-canvas-private.h"

/* A machine that slept, or whose clock was set, is found out within this. */
#define MOST_SECONDS_TO_WAIT 3600

static GDateTime *(*get_now) (void) = g_date_time_new_now_local;

void
dtl_canvas_now_set_clock (GDateTime *(*clock) (void) )
{
  get_now = clock;
}

static int64_t
get_today (guint *seconds_left)
{
  g_autoptr (GDateTime) now = get_now ();
  int of_day = g_date_time_get_hour (now) * 3600 + g_date_time_get_minute (now) * 60 + g_date_time_get_second (now);

  *seconds_left = (guint) MAX (DTL_SECONDS_PER_DAY - of_day, 1);
  return dtl_civil_day_number (g_date_time_get_year (now), g_date_time_get_month (now),
                               g_date_time_get_day_of_month (now));
}

static gboolean
look_cb (gpointer user_data)
{
  DtlCanvas *self = user_data;
  guint seconds_left;
  int64_t today = get_today (&seconds_left);

  if (today != self->today)
    dtl_canvas_drop_picture (self);
  self->today = today;
  self->today_id = g_timeout_add_seconds (MIN (seconds_left, MOST_SECONDS_TO_WAIT), look_cb, self);
  return G_SOURCE_REMOVE;
}

void
dtl_canvas_now_init (DtlCanvas *self)
{
  look_cb (self);
}

void
dtl_canvas_now_stop (DtlCanvas *self)
{
  g_clear_handle_id (&self->today_id, g_source_remove);
}

/* Tells the painter. */
void
dtl_canvas_set_now (DtlCanvas *self, DtlPaintOptions *options)
{
  options->now_label = C_ ("at a line", "Today");
  options->now_seconds = dtl_civil_seconds_from_day (self->today);
}
