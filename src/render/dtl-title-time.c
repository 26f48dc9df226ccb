/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-title-time.h. */
#include "config.h"

#include "render/dtl-title-time.h"

/* So long after its beginning a frame still asks for titles and measures them, and these in any case; in cases of many
 * events the others come in the next. */
#define TITLE_TIME_US 2000
#define LEAST_TITLES  2

void
dtl_title_time_init (DtlTitleTime *self, int64_t begin_us)
{
  *self = (DtlTitleTime){ begin_us + TITLE_TIME_US, 0 };
}

gboolean
dtl_title_time_ask (gpointer user_data)
{
  DtlTitleTime *self = user_data;

  return ++self->n_asked <= LEAST_TITLES || g_get_monotonic_time () < self->until_us;
}
