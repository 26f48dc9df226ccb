/* SPDX-License-Identifier: GPL-3.0-or-later */
/* With DATELINE_DEBUG=frames in the environment the program says on stderr what its frames and its main loop do, so
 * that the benchmark of the window can count them from the outside. Times are microseconds of the monotonic clock:
 *
 *   frame AT                 a window was painted
 *   busy AT WALL PROCESSOR   for so long the main loop answered nobody, until then; what is short is not told
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void dtl_frame_report_watch (GtkWidget *window);

G_END_DECLS
