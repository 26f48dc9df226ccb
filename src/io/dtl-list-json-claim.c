/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Claims as JSON. */
#include "config.h"

#include "io/dtl-list-json-private.h"

/* What a rule counts from: a claim's id, or "source:" and the id of the source whose issued date it is. */
static char *
dup_anchor (const DtlRule *rule)
{
  if (rule->anchor_claim != DTL_ID_NONE)
    return g_strdup_printf ("%" G_GINT64_FORMAT, (gint64) rule->anchor_claim);
  if (rule->anchor_source != DTL_ID_NONE)
    return g_strdup_printf ("source:%" G_GINT64_FORMAT, (gint64) rule->anchor_source);
  return NULL;
}

static void
add_rule (JsonBuilder *builder, const DtlRule *rule)
{
  g_autofree char *anchor = dup_anchor (rule);

  json_builder_set_member_name (builder, "rule");
  json_builder_begin_object (builder);
  dtl_json_add_string (builder, "anchor", anchor);
  dtl_json_add_string (builder, "comparator", dtl_term_name (DTL_VOCABULARY_COMPARATOR, rule->comparator));
  dtl_json_add_int (builder, "amount", rule->amount);
  dtl_json_add_string (builder, "unit", dtl_term_name (DTL_VOCABULARY_UNIT, rule->unit));
  dtl_json_add_string (builder, "counting", dtl_term_name (DTL_VOCABULARY_COUNTING, rule->counting));
  json_builder_end_object (builder);
}

void
dtl_list_json_begin_claim (JsonBuilder *builder, const DtlClaim *claim)
{
  json_builder_begin_object (builder);
  dtl_json_add_id (builder, "id", claim->id);
  dtl_json_add_id (builder, "event", claim->event);
  dtl_json_add_string (builder, "role", dtl_term_name (DTL_VOCABULARY_ROLE, claim->role));
  dtl_json_add_dates (builder, claim->edtf, NULL);
  dtl_json_add_string (builder, "standing", dtl_term_name (DTL_VOCABULARY_STANDING, claim->standing));
  dtl_json_add_string (builder, "reason", claim->reason);
  dtl_json_add_string (builder, "basis", dtl_term_name (DTL_VOCABULARY_BASIS, claim->basis));
  dtl_json_add_id (builder, "passage", claim->passage);
  if (claim->has_rule)
    add_rule (builder, &claim->rule);
}

JsonNode *
dtl_list_json_claim (const DtlClaim *claim)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  g_return_val_if_fail (claim != NULL, NULL);

  dtl_list_json_begin_claim (builder, claim);
  return dtl_json_end (builder);
}
