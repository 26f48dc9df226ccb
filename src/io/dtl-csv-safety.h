/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text that a spreadsheet would take for a formula gets an apostrophe before it when it is written, and loses it when
 * it is read. Both ways are here, so that they stay each other's inverse. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean dtl_csv_needs_apostrophe (const char *text);
gboolean dtl_csv_has_apostrophe (const char *text);

G_END_DECLS
