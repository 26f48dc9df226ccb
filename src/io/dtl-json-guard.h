/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JSON from outside, looked over before json-glib sees it: json-glib 1.6 recurses for every bracket, so that deep
 * nesting overruns the stack, and it aborts the program on a lone surrogate. It also takes comments and single quotes,
 * which are not JSON. */
#pragma once

#include <json-glib/json-glib.h>

#include "io/dtl-io-error.h"

G_BEGIN_DECLS

#define DTL_JSON_MAX_BYTES (64u * 1024u * 1024u)
#define DTL_JSON_MAX_DEPTH 100u

gboolean dtl_json_check (const char *data, gsize n_bytes, GError **error);
JsonNode *dtl_json_parse (GBytes *bytes, GError **error);

G_END_DECLS
