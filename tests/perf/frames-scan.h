/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* Reads the narrow table of events and the participations from the first row to the last, as the program's own
 * connection would, and throws every value away. Milliseconds, the better of two runs: on the wall, and of the
 * processor. */
void scan_tables (const char *path, double *wall_ms, double *cpu_ms);
