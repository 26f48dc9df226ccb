/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Events as `dateline list --format json` prints them, read back. */
#pragma once

#include "io/dtl-incoming.h"

G_BEGIN_DECLS

/**
 * dtl_events_read_json:
 * @bytes: JSON: a list of objects
 * @error: DTL_IO_ERROR for what is not JSON, or not a list
 *
 * Keys are those of the list of events; of passages nothing is read, since they stand in sources that the file does not
 * have. A claim with a rule keeps its "edtf" as what the rule gave there. Instead of "claims", an event may have one
 * "edtf". "source" names the source that proves it.
 *
 * Returns: (transfer full) (nullable) (element-type DtlIncomingEvent): in their order; one that cannot be taken has a
 * problem
 */
GPtrArray *dtl_events_read_json (GBytes *bytes, GError **error);

G_END_DECLS
