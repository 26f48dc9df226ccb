/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Says in words which reference of a change leads nowhere; SQLite only says that one does. */
#include "config.h"

#include "store/dtl-references-private.h"

#include <inttypes.h>

#include "base/dtl-gettext.h"
#include "model/dtl-claim-name.h"

/** Broken: row @id of @table refers to a row of @parent that is not there. */
typedef struct
{
  char *table;
  DtlId id;
  char *parent;
} Broken;

static void
broken_clear (Broken *self)
{
  g_free (self->table);
  g_free (self->parent);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Broken, broken_clear)

/* Which date of which event a claim is. */
static char *
find_name (DtlStore *self, DtlId claim)
{
  g_autoptr (DtlSqlStatement) row =
      dtl_sql_prepare (self->db,
                       "SELECT event.title, claim.role FROM claim JOIN event ON event.id = claim.event_id"
                       " WHERE claim.id = ?1",
                       NULL);
  g_autofree char *title = NULL;

  if (row == NULL)
    return NULL;
  dtl_sql_add_int (row, claim);
  if (!dtl_sql_next (row, NULL))
    return NULL;
  title = dtl_sql_read_text (row);
  return dtl_claim_name (title, dtl_term_value (DTL_VOCABULARY_ROLE, dtl_sql_peek_text (row)));
}

static void
set_error (DtlStore *self, const Broken *broken, GError **error)
{
  g_autofree char *name = NULL;

  if (g_strcmp0 (broken->table, "claim") == 0 && g_strcmp0 (broken->parent, "claim") == 0)
    name = find_name (self, broken->id);
  if (name != NULL)
    g_set_error (error, DTL_STORE_ERROR, DTL_STORE_ERROR_REFERENCE,
                 _ ("Nothing was changed: %s is counted from a date that would be gone. Give it a stated date first."),
                 name);
  else
    g_set_error (error, DTL_STORE_ERROR, DTL_STORE_ERROR_REFERENCE,
                 _ ("Nothing was changed: %s %" PRId64
                    " refers to a row of %s that is not in the case. Add that first, or "
                    "take the reference away."),
                 broken->table, broken->id, broken->parent);
}

gboolean
dtl_references_name_broken (DtlStore *self, GError **error)
{
  g_autoptr (DtlSqlStatement) row = dtl_sql_prepare (self->db, "PRAGMA foreign_key_check", NULL);
  g_auto (Broken) broken = { NULL };

  if (row == NULL || !dtl_sql_next (row, NULL))
    return FALSE;
  broken.table = dtl_sql_read_text (row);
  broken.id = dtl_sql_read_int (row);
  broken.parent = dtl_sql_read_text (row);
  set_error (self, &broken, error);
  return TRUE;
}
