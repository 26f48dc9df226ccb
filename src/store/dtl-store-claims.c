/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Claims. A stated one has its value in its row; the value of a derived one is a cache (dtl-refresh.c). */
#include "config.h"

#include "store/dtl-store-private.h"

#define INSERT_SQL                                                                                                     \
  "INSERT INTO claim (id, event_id, role, edtf, passage_id, standing, basis, limiting, reason, rule_anchor_claim_id,"  \
  " rule_anchor_source_id, rule_comparator, rule_amount, rule_unit, rule_counting)"                                    \
  " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)"

#define UPSERT_SQL                                                                                                     \
  INSERT_SQL                                                                                                           \
  " ON CONFLICT (id) DO UPDATE SET event_id = excluded.event_id, role = excluded.role, edtf = excluded.edtf,"          \
  " passage_id = excluded.passage_id, standing = excluded.standing, basis = excluded.basis,"                           \
  " limiting = excluded.limiting, reason = excluded.reason, rule_anchor_claim_id = excluded.rule_anchor_claim_id,"     \
  " rule_anchor_source_id = excluded.rule_anchor_source_id, rule_comparator = excluded.rule_comparator,"               \
  " rule_amount = excluded.rule_amount, rule_unit = excluded.rule_unit, rule_counting = excluded.rule_counting"

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
} ClaimTerms;

static gboolean
find_terms (const DtlClaim *claim, ClaimTerms *terms, GError **error)
{
  *terms = (ClaimTerms){ NULL };
  if ((terms->role = dtl_store_term (DTL_VOCABULARY_ROLE, claim->role, error)) == NULL ||
      (terms->standing = dtl_store_term (DTL_VOCABULARY_STANDING, claim->standing, error)) == NULL ||
      (terms->basis = dtl_store_term (DTL_VOCABULARY_BASIS, claim->basis, error)) == NULL ||
      (terms->limiting = dtl_store_term (DTL_VOCABULARY_LIMIT, claim->limit, error)) == NULL)
    return FALSE;
  return !claim->has_rule ||
         ((terms->comparator = dtl_store_term (DTL_VOCABULARY_COMPARATOR, claim->rule.comparator, error)) != NULL &&
          (terms->unit = dtl_store_term (DTL_VOCABULARY_UNIT, claim->rule.unit, error)) != NULL &&
          (terms->counting = dtl_store_term (DTL_VOCABULARY_COUNTING, claim->rule.counting, error)) != NULL);
}

static void
add_rule (DtlSqlStatement *row, const DtlClaim *claim, const ClaimTerms *terms)
{
  dtl_sql_add_id (row, claim->has_rule ? claim->rule.anchor_claim : DTL_ID_NONE);
  dtl_sql_add_id (row, claim->has_rule ? claim->rule.anchor_source : DTL_ID_NONE);
  dtl_sql_add_text (row, terms->comparator);
  if (claim->has_rule)
    dtl_sql_add_int (row, claim->rule.amount);
  else
    dtl_sql_add_null (row);
  dtl_sql_add_text (row, terms->unit);
  dtl_sql_add_text (row, terms->counting);
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
  row = dtl_store_prepare_put (self, &claim->id, INSERT_SQL, UPSERT_SQL, error);
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
  add_rule (row, claim, &terms);
  return dtl_sql_run (row, error);
}

static gboolean
read_rule (DtlStore *self, DtlSqlStatement *row, DtlClaim *claim, GError **error)
{
  int comparator = 0;
  int unit = 0;
  int counting = 0;

  claim->rule.anchor_claim = dtl_sql_read_int (row);
  claim->rule.anchor_source = dtl_sql_read_int (row);
  claim->has_rule = claim->rule.anchor_claim != DTL_ID_NONE || claim->rule.anchor_source != DTL_ID_NONE;
  if (!claim->has_rule)
    return TRUE;
  if (!dtl_store_read_term (row, self, DTL_VOCABULARY_COMPARATOR, &comparator, error))
    return FALSE;
  claim->rule.amount = dtl_sql_read_int (row);
  if (!dtl_store_read_term (row, self, DTL_VOCABULARY_UNIT, &unit, error) ||
      !dtl_store_read_term (row, self, DTL_VOCABULARY_COUNTING, &counting, error))
    return FALSE;
  claim->rule.comparator = comparator;
  claim->rule.unit = unit;
  claim->rule.counting = counting;
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
