/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the open change touched, and all that hangs on it however indirectly, is computed anew, and nothing else: a
 * chain may run through the whole case, but seldom does. A circle that the change closes runs through something that it
 * touched, so that none is overlooked. */
#include "config.h"

#include "base/dtl-gettext.h"
#include "model/dtl-claim-name.h"
#include "model/dtl-derive.h"
#include "store/dtl-refresh-private.h"

#define NEEDED_SQL                                                                                                     \
  "SELECT EXISTS (SELECT 1 FROM temp.touched_claim AS t LEFT JOIN claim ON claim.id = t.id"                            \
  "  WHERE claim.rule_comparator IS NOT NULL OR t.id IN (SELECT claim_id FROM claim_value)"                            \
  "  OR EXISTS (SELECT 1 FROM claim AS derived WHERE derived.rule_anchor_claim_id = t.id))"                            \
  " OR EXISTS (SELECT 1 FROM temp.touched_source AS t WHERE EXISTS"                                                    \
  "  (SELECT 1 FROM claim AS derived WHERE derived.rule_anchor_source_id = t.id))"                                     \
  " OR EXISTS (SELECT 1 FROM temp.touched_calendar AS t WHERE EXISTS"                                                  \
  "  (SELECT 1 FROM claim AS derived WHERE derived.rule_calendar_id = t.id))"

/* UNION, so that a claim is walked through once, and a circle ends. */
#define AFFECTED_SQL                                                                                                   \
  "WITH RECURSIVE affected (id) AS (SELECT id FROM temp.touched_claim"                                                 \
  "  UNION SELECT claim.id FROM temp.touched_source AS t JOIN claim ON claim.rule_anchor_source_id = t.id"             \
  "  UNION SELECT claim.id FROM temp.touched_calendar AS t JOIN claim ON claim.rule_calendar_id = t.id"                \
  "  UNION SELECT claim.id FROM affected JOIN claim ON claim.rule_anchor_claim_id = affected.id)"

/* CROSS JOIN keeps SQLite from walking through all claims to find these few. */
#define CLAIMS_SQL                                                                                                     \
  AFFECTED_SQL " SELECT " DTL_CLAIM_COLUMNS " FROM affected CROSS JOIN " DTL_CLAIM_TABLES                              \
               " WHERE claim.id = affected.id AND claim.rule_comparator IS NOT NULL ORDER BY claim.id"

#define ANCHORS_SQL                                                                                                    \
  AFFECTED_SQL " SELECT " DTL_CLAIM_COLUMNS " FROM (SELECT DISTINCT derived.rule_anchor_claim_id AS id FROM affected"  \
               " JOIN claim AS derived ON derived.id = affected.id WHERE derived.rule_anchor_claim_id IS NOT NULL) AS" \
               " anchor CROSS JOIN " DTL_CLAIM_TABLES " WHERE claim.id = anchor.id ORDER BY claim.id"

static GPtrArray *
read_claims (DtlStore *self, const char *sql, GError **error)
{
  g_autoptr (GPtrArray) claims = g_ptr_array_new_with_free_func ((GDestroyNotify) dtl_claim_free);
  g_autoptr (DtlSqlStatement) row = dtl_sql_prepare (self->db, sql, error);

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
  g_autoptr (DtlSqlStatement) row =
      dtl_sql_prepare (self->db,
                       claim->edtf == NULL ? "DELETE FROM claim_value WHERE claim_id = ?1"
                                           : "INSERT INTO claim_value (claim_id, edtf) VALUES (?1, ?2)"
                                             " ON CONFLICT (claim_id) DO UPDATE SET edtf = excluded.edtf",
                       error);

  if (row == NULL)
    return FALSE;
  dtl_sql_add_int (row, claim->id);
  if (claim->edtf != NULL)
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

/* The events are touched in any case: what their dates rest on may be supplied now, or not any more. */
static gboolean
write_values (DtlStore *self, GPtrArray *claims, char *const *before, GError **error)
{
  for (guint i = 0; i < claims->len; i++)
    {
      const DtlClaim *claim = g_ptr_array_index (claims, i);

      if (g_strcmp0 (before[i], claim->edtf) != 0 && !write_value (self, claim, error))
        return FALSE;
      if (!touch_event (self, claim->event, error))
        return FALSE;
    }
  return TRUE;
}

static char *
name_claim (const DtlClaim *claim, gpointer user_data)
{
  g_autofree char *title = dtl_store_get_event_title (user_data, claim->event, NULL);

  return dtl_claim_name (title, claim->role);
}

static gboolean
derive (DtlStore *self, GError **error)
{
  g_autoptr (GPtrArray) claims = read_claims (self, CLAIMS_SQL, error);
  g_autoptr (GPtrArray) anchors = claims != NULL ? read_claims (self, ANCHORS_SQL, error) : NULL;
  g_autoptr (GPtrArray) sources = anchors != NULL ? dtl_store_get_sources (self, error) : NULL;
  g_autoptr (GPtrArray) before = g_ptr_array_new_with_free_func (g_free);

  if (sources == NULL)
    return FALSE;
  for (guint i = 0; i < claims->len; i++)
    g_ptr_array_add (before, g_strdup (((DtlClaim *) g_ptr_array_index (claims, i))->edtf));
  if (!dtl_derive_claims (claims, anchors, sources, name_claim, self, error))
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
  dtl_store_forget_calendars (self);
  return dtl_sql_exec (self->db,
                       "DELETE FROM claim_value WHERE claim_id IN (SELECT id FROM temp.touched_claim)"
                       " AND claim_id NOT IN (SELECT id FROM claim WHERE rule_comparator IS NOT NULL)",
                       error) &&
         derive (self, error);
}
