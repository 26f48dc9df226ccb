/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Claims. A stated one has its value in its row; the value of a derived one is a cache (dtl-refresh-derived.c). Nearly
 * all claims of a bulk load are stated, and their statement leaves the columns of the rule alone. */
#include "config.h"

#include "base/dtl-gettext.h"
#include "store/dtl-store-private.h"

#define STATED_COLUMNS "id, event_id, role, edtf, passage_id, standing, basis, limiting, reason"
#define RULE_COLUMNS                                                                                                   \
  "rule_anchor_claim_id, rule_anchor_source_id, rule_comparator, rule_amount, rule_unit, rule_counting,"               \
  " rule_calendar, rule_calendar_id, rule_month_end"

#define SET_SQL                                                                                                        \
  " ON CONFLICT (id) DO UPDATE SET event_id = excluded.event_id, role = excluded.role, edtf = excluded.edtf,"          \
  " passage_id = excluded.passage_id, standing = excluded.standing, basis = excluded.basis,"                           \
  " limiting = excluded.limiting, reason = excluded.reason, rule_anchor_claim_id = excluded.rule_anchor_claim_id,"     \
  " rule_anchor_source_id = excluded.rule_anchor_source_id, rule_comparator = excluded.rule_comparator,"               \
  " rule_amount = excluded.rule_amount, rule_unit = excluded.rule_unit, rule_counting = excluded.rule_counting,"       \
  " rule_calendar = excluded.rule_calendar, rule_calendar_id = excluded.rule_calendar_id,"                             \
  " rule_month_end = excluded.rule_month_end"

#define INSERT_STATED_SQL "INSERT INTO claim (" STATED_COLUMNS ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)"
#define INSERT_DERIVED_SQL                                                                                             \
  "INSERT INTO claim (" STATED_COLUMNS ", " RULE_COLUMNS ")"                                                           \
  " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18)"

/** ClaimTerms: the names that stand in a row; those of the rule are NULL in a stated claim. */
typedef struct
{
  const char *role;
  const char *standing;
  const char *basis;
  const char *limiting;
  const char *comparator;
  const char *unit;
  const char *counting;
  const char *calendar;  /* NULL for Monday to Friday */
  const char *month_end; /* NULL for units that do not ask for it */
} ClaimTerms;

static gboolean
counts_months (const DtlRule *rule)
{
  return rule->unit == DTL_UNIT_MONTHS || rule->unit == DTL_UNIT_YEARS;
}

static gboolean
find_rule_terms (const DtlRule *rule, ClaimTerms *terms, GError **error)
{
  gboolean has_calendar = rule->unit == DTL_UNIT_BUSINESS_DAYS && rule->calendar != DTL_CALENDAR_NONE;

  if (has_calendar && rule->calendar == DTL_CALENDAR_OWN &&
      (rule->own_calendar == NULL || rule->own_calendar->id == DTL_ID_NONE))
    {
      g_set_error (error, DTL_STORE_ERROR, DTL_STORE_ERROR_REFERENCE,
                   _ ("Nothing was stored: a date counts by a calendar that is not in the case. Add that first."));
      return FALSE;
    }
  return (terms->comparator = dtl_store_term (DTL_VOCABULARY_COMPARATOR, rule->comparator, error)) != NULL &&
         (terms->unit = dtl_store_term (DTL_VOCABULARY_UNIT, rule->unit, error)) != NULL &&
         (terms->counting = dtl_store_term (DTL_VOCABULARY_COUNTING, rule->counting, error)) != NULL &&
         (!has_calendar ||
          (terms->calendar = dtl_store_term (DTL_VOCABULARY_CALENDAR, rule->calendar, error)) != NULL) &&
         (!counts_months (rule) ||
          (terms->month_end = dtl_store_term (DTL_VOCABULARY_MONTH_END, rule->month_end, error)) != NULL);
}

static gboolean
find_terms (const DtlClaim *claim, ClaimTerms *terms, GError **error)
{
  *terms = (ClaimTerms){ NULL };
  if ((terms->role = dtl_store_term (DTL_VOCABULARY_ROLE, claim->role, error)) == NULL ||
      (terms->standing = dtl_store_term (DTL_VOCABULARY_STANDING, claim->standing, error)) == NULL ||
      (terms->basis = dtl_store_term (DTL_VOCABULARY_BASIS, claim->basis, error)) == NULL ||
      (terms->limiting = dtl_store_term (DTL_VOCABULARY_LIMIT, claim->limit, error)) == NULL)
    return FALSE;
  return !claim->has_rule || find_rule_terms (&claim->rule, terms, error);
}

static void
add_rule (DtlSqlStatement *row, const DtlRule *rule, const ClaimTerms *terms)
{
  dtl_sql_add_id (row, rule->anchor_claim);
  dtl_sql_add_id (row, rule->anchor_source);
  dtl_sql_add_text (row, terms->comparator);
  dtl_sql_add_int (row, rule->amount);
  dtl_sql_add_text (row, terms->unit);
  dtl_sql_add_text (row, terms->counting);
  dtl_sql_add_text (row, terms->calendar);
  dtl_sql_add_id (row, g_strcmp0 (terms->calendar, "own") == 0 ? rule->own_calendar->id : DTL_ID_NONE);
  dtl_sql_add_text (row, terms->month_end);
}

/**
 * dtl_store_put_claim:
 * @self: a working copy with an open change
 * @claim: of an event; with a rule its value is computed when the change is committed, and what @edtf says is not
 * looked at
 * @error: DTL_STORE_ERROR
 *
 * Returns: whether it was written; whether its date can be read is found when the change is committed
 */
gboolean
dtl_store_put_claim (DtlStore *self, DtlClaim *claim, GError **error)
{
  ClaimTerms terms;
  g_autoptr (DtlSqlStatement) row = NULL;

  g_return_val_if_fail (self != NULL && claim != NULL, FALSE);

  if (!dtl_store_require_change (self, error) || !find_terms (claim, &terms, error))
    return FALSE;
  row = claim->has_rule
            ? dtl_store_prepare_put (self, &claim->id, INSERT_DERIVED_SQL, INSERT_DERIVED_SQL SET_SQL, error)
            : dtl_store_prepare_put (self, &claim->id, INSERT_STATED_SQL, INSERT_STATED_SQL SET_SQL, error);
  if (row == NULL)
    return FALSE;
  dtl_sql_add_int (row, claim->id);
  dtl_sql_add_int (row, claim->event);
  dtl_sql_add_text (row, terms.role);
  dtl_sql_add_text (row, claim->has_rule ? NULL : claim->edtf);
  dtl_sql_add_id (row, claim->passage);
  dtl_sql_add_text (row, terms.standing);
  dtl_sql_add_text (row, terms.basis);
  dtl_sql_add_text (row, terms.limiting);
  dtl_sql_add_text (row, claim->reason);
  if (claim->has_rule)
    add_rule (row, &claim->rule, &terms);
  return dtl_sql_run (row, error);
}

/* Columns that only a rule fills, but for its anchors: of all versions, and of this one alone. */
#define N_RULE_COLUMNS_1 4
#define N_RULE_COLUMNS_2 3

/* What a file of version 1 does not have is as it was: Monday to Friday, and the last day of the month. */
static gboolean
read_rule_2 (DtlStore *self, DtlSqlStatement *row, DtlRule *rule, GError **error)
{
  const char *calendar = dtl_sql_peek_text (row);
  DtlId own_calendar = dtl_sql_read_int (row);
  const char *month_end = dtl_sql_peek_text (row);
  DtlOwnCalendar *found = NULL;

  rule->calendar = (DtlCalendarKind) MAX (dtl_term_value (DTL_VOCABULARY_CALENDAR, calendar), DTL_CALENDAR_NONE);
  rule->month_end = (DtlMonthEnd) MAX (dtl_term_value (DTL_VOCABULARY_MONTH_END, month_end), DTL_MONTH_END_LAST_DAY);
  if (rule->calendar != DTL_CALENDAR_OWN)
    return TRUE;
  found = dtl_store_find_calendar (self, own_calendar, error);
  rule->own_calendar = found != NULL ? dtl_own_calendar_ref (found) : NULL;
  return found != NULL;
}

static gboolean
read_rule (DtlStore *self, DtlSqlStatement *row, DtlClaim *claim, GError **error)
{
  DtlRule *rule = &claim->rule;
  int comparator = 0;
  int unit = 0;
  int counting = 0;

  rule->anchor_claim = dtl_sql_read_int (row);
  rule->anchor_source = dtl_sql_read_int (row);
  claim->has_rule = rule->anchor_claim != DTL_ID_NONE || rule->anchor_source != DTL_ID_NONE;
  if (!claim->has_rule)
    {
      dtl_sql_skip (row, self->version < 2 ? N_RULE_COLUMNS_1 : N_RULE_COLUMNS_1 + N_RULE_COLUMNS_2);
      return TRUE;
    }
  if (!dtl_store_read_term (row, self, DTL_VOCABULARY_COMPARATOR, &comparator, error))
    return FALSE;
  rule->amount = dtl_sql_read_int (row);
  if (!dtl_store_read_term (row, self, DTL_VOCABULARY_UNIT, &unit, error) ||
      !dtl_store_read_term (row, self, DTL_VOCABULARY_COUNTING, &counting, error))
    return FALSE;
  rule->comparator = comparator;
  rule->unit = unit;
  rule->counting = counting;
  if (self->version >= 2)
    return read_rule_2 (self, row, rule, error);
  if (counts_months (rule))
    rule->counting = DTL_COUNTING_ANCHOR_NOT_COUNTED;
  return TRUE;
}

DtlClaim *
dtl_store_read_claim (DtlStore *self, DtlSqlStatement *row, GError **error)
{
  g_autoptr (DtlClaim) claim = dtl_claim_new ();
  int role = 0;
  int standing = 0;
  int basis = 0;
  int limit = 0;

  claim->id = dtl_sql_read_int (row);
  claim->event = dtl_sql_read_int (row);
  if (!dtl_store_read_term (row, self, DTL_VOCABULARY_ROLE, &role, error))
    return NULL;
  claim->edtf = dtl_sql_read_text (row);
  claim->passage = dtl_sql_read_int (row);
  if (!dtl_store_read_term (row, self, DTL_VOCABULARY_STANDING, &standing, error) ||
      !dtl_store_read_term (row, self, DTL_VOCABULARY_BASIS, &basis, error) ||
      !dtl_store_read_term (row, self, DTL_VOCABULARY_LIMIT, &limit, error))
    return NULL;
  claim->reason = dtl_sql_read_text (row);
  claim->role = role;
  claim->standing = standing;
  claim->basis = basis;
  claim->limit = limit;
  return read_rule (self, row, claim, error) ? g_steal_pointer (&claim) : NULL;
}

char *
dtl_store_get_claim_edtf (DtlStore *self, DtlId claim, GError **error)
{
  g_autoptr (DtlSqlStatement) row = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  DTL_STORE_ASSERT_OWNER (self);

  row = dtl_sql_prepare (
      self->db, "SELECT COALESCE (claim.edtf, claim_value.edtf) FROM " DTL_CLAIM_TABLES " WHERE claim.id = ?1", error);
  if (row == NULL)
    return NULL;
  dtl_sql_add_int (row, claim);
  return dtl_sql_next (row, error) ? dtl_sql_read_text (row) : NULL;
}
