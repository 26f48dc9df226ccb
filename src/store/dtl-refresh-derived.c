/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Derived claims are few, and a chain may run through the whole case, so all of them are computed whenever the change
 * touched one of them or anything that one hangs on; only what comes out different is written. */
#include "config.h"

#include "base/dtl-gettext.h"
#include "model/dtl-derive.h"
#include "store/dtl-refresh-private.h"

#define NEEDED_SQL                                                                                                     \
  "SELECT EXISTS (SELECT 1 FROM temp.touched_claim AS t LEFT JOIN claim ON claim.id = t.id"                            \
  "  WHERE claim.rule_comparator IS NOT NULL OR t.id IN (SELECT claim_id FROM claim_value)"                            \
  "  OR EXISTS (SELECT 1 FROM claim AS derived WHERE derived.rule_anchor_claim_id = t.id))"                            \
  " OR EXISTS (SELECT 1 FROM temp.touched_source AS t WHERE EXISTS"                                                    \
  "  (SELECT 1 FROM claim AS derived WHERE derived.rule_anchor_source_id = t.id))"

/* Every claim with a rule, and every claim that one hangs on. */
#define CLAIMS_SQL                                                                                                     \
  "SELECT " DTL_CLAIM_COLUMNS " FROM " DTL_CLAIM_TABLES " WHERE claim.rule_comparator IS NOT NULL"                     \
  " OR claim.id IN (SELECT rule_anchor_claim_id FROM claim WHERE rule_anchor_claim_id IS NOT NULL) ORDER BY claim.id"

static GPtrArray *
read_claims (DtlStore *self, GError **error)
{
  g_autoptr (GPtrArray) claims = g_ptr_array_new_with_free_func ((GDestroyNotify) dtl_claim_free);
  g_autoptr (DtlSqlStatement) row = dtl_sql_prepare (self->db, CLAIMS_SQL, error);

  if (row == NULL)
    return NULL;
  while (dtl_sql_next (row, error))
    {
      DtlClaim *claim = dtl_store_read_claim (self, row, error);

      if (claim == NULL)
        return NULL;
      g_ptr_array_add (claims, claim);
    }
  return dtl_sql_has_failed (row) ? NULL : g_steal_pointer (&claims);
}

static gboolean
write_value (DtlStore *self, const DtlClaim *claim, GError **error)
{
  g_autoptr (DtlSqlStatement) row = dtl_sql_prepare (self->db,
                                                     "INSERT INTO claim_value (claim_id, edtf) VALUES (?1, ?2)"
                                                     " ON CONFLICT (claim_id) DO UPDATE SET edtf = excluded.edtf",
                                                     error);

  if (row == NULL)
    return FALSE;
  dtl_sql_add_int (row, claim->id);
  dtl_sql_add_text (row, claim->edtf);
  return dtl_sql_run (row, error);
}

static gboolean
touch_event (DtlStore *self, DtlId event, GError **error)
{
  g_autoptr (DtlSqlStatement) row =
      dtl_sql_prepare (self->db, "INSERT OR IGNORE INTO temp.touched_event (id) VALUES (?1)", error);

  if (row == NULL)
    return FALSE;
  dtl_sql_add_int (row, event);
  return dtl_sql_run (row, error);
}

/* Events with derived claims are touched in any case: what these rest on may be supplied now, or not any more. */
static gboolean
write_values (DtlStore *self, GPtrArray *claims, char *const *before, GError **error)
{
  for (guint i = 0; i < claims->len; i++)
    {
      const DtlClaim *claim = g_ptr_array_index (claims, i);

      if (!claim->has_rule)
        continue;
      if (g_strcmp0 (before[i], claim->edtf) != 0 && !write_value (self, claim, error))
        return FALSE;
      if (!touch_event (self, claim->event, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
derive (DtlStore *self, GError **error)
{
  g_autoptr (GPtrArray) claims = read_claims (self, error);
  g_autoptr (GPtrArray) sources = claims != NULL ? dtl_store_get_sources (self, error) : NULL;
  g_autoptr (GPtrArray) before = g_ptr_array_new_with_free_func (g_free);

  if (sources == NULL)
    return FALSE;
  for (guint i = 0; i < claims->len; i++)
    g_ptr_array_add (before, g_strdup (((DtlClaim *) g_ptr_array_index (claims, i))->edtf));
  if (!dtl_derive_claims (claims, sources, error))
    {
      g_prefix_error (error, _ ("Nothing was changed. "));
      return FALSE;
    }
  return write_values (self, claims, (char *const *) before->pdata, error);
}

gboolean
dtl_refresh_derived (DtlStore *self, GError **error)
{
  int64_t is_needed = 0;

  if (!dtl_sql_query_int (self->db, NEEDED_SQL, &is_needed, error))
    return FALSE;
  if (!is_needed)
    return TRUE;
  return dtl_sql_exec (self->db,
                       "DELETE FROM claim_value WHERE claim_id NOT IN"
                       " (SELECT id FROM claim WHERE rule_comparator IS NOT NULL)",
                       error) &&
         derive (self, error);
}
