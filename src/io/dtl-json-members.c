/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "io/dtl-json-members.h"

#include "date/dtl-edtf.h"

/** dtl_json_add_string: @value: (nullable): left out when NULL */
void
dtl_json_add_string (JsonBuilder *builder, const char *name, const char *value)
{
  if (value == NULL)
    return;
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

/** dtl_json_add_id: @id: as a decimal string, since a double cannot hold it; left out when DTL_ID_NONE */
void
dtl_json_add_id (JsonBuilder *builder, const char *name, DtlId id)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, (gint64) id);

  dtl_json_add_string (builder, name, id != DTL_ID_NONE ? text : NULL);
}

void
dtl_json_add_int (JsonBuilder *builder, const char *name, int64_t value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

/** dtl_json_add_strings: @values: (nullable) (array zero-terminated=1): NULL is an empty list */
void
dtl_json_add_strings (JsonBuilder *builder, const char *name, const char *const *values)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    json_builder_add_string_value (builder, values[i]);
  json_builder_end_array (builder);
}

/**
 * dtl_json_add_dates:
 * @builder: in an object
 * @start_edtf: (nullable): left out, with all three members, when NULL
 * @end_edtf: (nullable): another date that it lasts to
 *
 * Adds edtf as written, and the outer bounds earliest and latest where it can be read.
 */
void
dtl_json_add_dates (JsonBuilder *builder, const char *start_edtf, const char *end_edtf)
{
  g_autoptr (DtlEdtf) start = start_edtf != NULL ? dtl_edtf_parse (start_edtf, NULL) : NULL;
  g_autoptr (DtlEdtf) end = end_edtf != NULL ? dtl_edtf_parse (end_edtf, NULL) : NULL;
  g_autofree char *earliest = start != NULL ? dtl_edtf_format_earliest (start) : NULL;
  g_autofree char *latest = NULL;

  if (end != NULL)
    latest = dtl_edtf_format_latest (end);
  else if (start != NULL)
    latest = dtl_edtf_format_latest (start);
  dtl_json_add_string (builder, "edtf", start_edtf);
  dtl_json_add_string (builder, "earliest", earliest);
  dtl_json_add_string (builder, "latest", latest);
}

/** dtl_json_end: ends the outermost object. Returns: (transfer full): it */
JsonNode *
dtl_json_end (JsonBuilder *builder)
{
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}
