/* SPDX-License-Identifier: GPL-3.0-or-later */
/* With DATELINE_DEBUG=start in the environment the program says on stderr when its first frame with content was
 * painted, so that the benchmark of the start can take the time from the outside:
 *
 *   first-frame MICROSECONDS      of the monotonic clock, once
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void dtl_start_report_watch (GtkWidget *widget);

G_END_DECLS
