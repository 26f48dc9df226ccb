/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Members of a JSON object being built; what is not known is left out. */
#pragma once

#include <json-glib/json-glib.h>

#include "base/dtl-id.h"

G_BEGIN_DECLS

void dtl_json_add_string (JsonBuilder *builder, const char *name, const char *value);
void dtl_json_add_id (JsonBuilder *builder, const char *name, DtlId id);
void dtl_json_add_int (JsonBuilder *builder, const char *name, int64_t value);
void dtl_json_add_strings (JsonBuilder *builder, const char *name, const char *const *values);
void dtl_json_add_dates (JsonBuilder *builder, const char *start_edtf, const char *end_edtf);
JsonNode *dtl_json_end (JsonBuilder *builder);

G_END_DECLS
