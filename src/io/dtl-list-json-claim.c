/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Claims as JSON. */
#include "config.h"

#include "io/dtl-list-json-private.h"
#include "model/dtl-derive.h"

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

/* The case's own calendar goes with its days, so that the rule can be read without the case. */
static void
add_own_calendar (JsonBuilder *builder, const DtlOwnCalendar *calendar)
{
  gsize n_days = 0;
  const int64_t *days = dtl_calendar_get_closed_days (calendar->days, &n_days);

  dtl_json_add_string (builder, "calendar", calendar->name);
  json_builder_set_member_name (builder, "closed");
  json_builder_begin_array (builder);
  for (gsize i = 0; i < n_days; i++)
    {
      g_autofree char *day = dtl_own_calendar_write_day (days[i]);

      json_builder_add_string_value (builder, day);
    }
  json_builder_end_array (builder);
}

static void
add_counting (JsonBuilder *builder, const DtlRule *rule)
{
  if (rule->unit == DTL_UNIT_BUSINESS_DAYS && rule->own_calendar != NULL)
    add_own_calendar (builder, rule->own_calendar);
  else if (rule->unit == DTL_UNIT_BUSINESS_DAYS)
    dtl_json_add_string (builder, "calendar", dtl_term_name (DTL_VOCABULARY_CALENDAR, rule->calendar));
  if (rule->unit == DTL_UNIT_MONTHS || rule->unit == DTL_UNIT_YEARS)
    dtl_json_add_string (builder, "month_end", dtl_term_name (DTL_VOCABULARY_MONTH_END, rule->month_end));
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
  add_counting (builder, rule);
  json_builder_end_object (builder);
}

static void
add_words (JsonBuilder *builder, const DtlListContext *context, const DtlClaim *claim)
{
  g_autofree char *anchor = context->dup_anchor_edtf (&claim->rule, context->user_data);
  g_autofree char *words = dtl_rule_describe_value (&claim->rule, anchor, claim->edtf);

  dtl_json_add_string (builder, "counted", words);
}

void
dtl_list_json_begin_claim (JsonBuilder *builder, const DtlListContext *context, const DtlClaim *claim)
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
  if (claim->limit != DTL_LIMIT_NONE)
    dtl_json_add_string (builder, "limit", dtl_term_name (DTL_VOCABULARY_LIMIT, claim->limit));
  if (claim->has_rule && context->dup_anchor_edtf != NULL)
    add_words (builder, context, claim);
}

JsonNode *
dtl_list_json_claim (const DtlListContext *context, const DtlClaim *claim)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  g_return_val_if_fail (context != NULL && claim != NULL, NULL);

  dtl_list_json_begin_claim (builder, context, claim);
  return dtl_json_end (builder);
}
