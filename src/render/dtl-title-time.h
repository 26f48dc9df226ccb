/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long a frame may begin to measure new titles, for dtl_layout_set_title_budget(). Layout itself reads no clock. */
#pragma once

#include <glib.h>
#include <stdint.h>

G_BEGIN_DECLS

/** DtlTitleTime: of one frame. @until_us: on the monotonic clock; @n_asked: so far */
typedef struct
{
  int64_t until_us;
  guint n_asked;
} DtlTitleTime;

/* @begin_us: when the frame began, on the monotonic clock. */
void dtl_title_time_init (DtlTitleTime *self, int64_t begin_us);
/* A DtlTimeAsker whose @user_data is a DtlTitleTime: a few titles come in every frame, so that all do in the end. */
gboolean dtl_title_time_ask (gpointer user_data);

G_END_DECLS
