/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What of the case rests on which source, for looking at it as it was known on a day. */
#include "config.h"

#include "store/dtl-store-private.h"

typedef void (*ReadRowFunc) (DtlSqlStatement *row, DtlKnowledge *knowledge);

static gboolean
read_rows (DtlStore *self, const char *sql, ReadRowFunc func, DtlKnowledge *knowledge, GError **error)
{
  g_autoptr (DtlSqlStatement) row = dtl_sql_prepare (self->db, sql, error);

  if (row == NULL)
    return FALSE;
  while (dtl_sql_next (row, error))
    func (row, knowledge);
  return !dtl_sql_has_failed (row);
}

static void
read_passage (DtlSqlStatement *row, DtlKnowledge *knowledge)
{
  DtlId passage = dtl_sql_read_int (row);

  dtl_knowledge_add_passage (knowledge, passage, dtl_sql_read_int (row));
}

static void
read_claim (DtlSqlStatement *row, DtlKnowledge *knowledge)
{
  DtlId claim = dtl_sql_read_int (row);
  DtlId event = dtl_sql_read_int (row);
  DtlId passage = dtl_sql_read_int (row);
  DtlId anchor_claim = dtl_sql_read_int (row);

  dtl_knowledge_add_claim (knowledge, claim, event, passage, anchor_claim, dtl_sql_read_int (row));
}

static void
read_evidence (DtlSqlStatement *row, DtlKnowledge *knowledge)
{
  DtlId event = dtl_sql_read_int (row);

  dtl_knowledge_add_evidence (knowledge, event, dtl_sql_read_int (row));
}

static void
read_status (DtlSqlStatement *row, DtlKnowledge *knowledge)
{
  DtlId event = dtl_sql_read_int (row);

  dtl_knowledge_add_status (knowledge, event, dtl_sql_read_int (row));
}

DtlKnowledge *
dtl_store_get_knowledge (DtlStore *self,
                         const GPtrArray *sources,
                         int64_t until_seconds,
                         gboolean may_be,
                         GError **error)
{
  g_autoptr (DtlKnowledge) knowledge = NULL;

  g_return_val_if_fail (self != NULL && sources != NULL, NULL);
  DTL_STORE_ASSERT_OWNER (self);

  knowledge = dtl_knowledge_new (sources, until_seconds, may_be);
  if (!read_rows (self, "SELECT id, source_id FROM passage", read_passage, knowledge, error) ||
      !read_rows (self,
                  "SELECT claim.id, event_id, passage_id, rule_anchor_claim_id, rule_anchor_source_id"
                  " FROM claim JOIN event ON event.id = event_id WHERE review = 'accepted'",
                  read_claim, knowledge, error) ||
      !read_rows (self,
                  "SELECT event_id, passage_id FROM evidence JOIN event ON event.id = event_id"
                  " WHERE review = 'accepted'",
                  read_evidence, knowledge, error) ||
      !read_rows (self, "SELECT id, status_passage_id FROM event WHERE status_passage_id IS NOT NULL", read_status,
                  knowledge, error))
    return NULL;
  dtl_knowledge_finish (knowledge);
  return g_steal_pointer (&knowledge);
}
