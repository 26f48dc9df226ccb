/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-proof.h. */
#include "app/source/dtl-proof.h"

#include "service/dtl-findings.h"

static void
proof_passage_free (gpointer data)
{
  DtlProofPassage *self = data;

  g_clear_pointer (&self->passage, dtl_passage_free);
  g_free (self);
}

/* A passage that is missing in the store is left out: the checker says so. */
static gboolean
add_passage (DtlProof *self, DtlDocument *document, DtlId id, DtlStance stance, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  DtlProofPassage *entry;
  DtlPassage *passage;

  if (id == DTL_ID_NONE || dtl_proof_find_passage (self, id, NULL) != NULL)
    return TRUE;
  passage = dtl_store_get_passage (dtl_document_get_store (document), id, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (passage == NULL)
    return TRUE;
  entry = g_new0 (DtlProofPassage, 1);
  entry->passage = passage;
  entry->stance = stance;
  entry->source = dtl_document_find_source (document, passage->source);
  g_ptr_array_add (self->passages, entry);
  return TRUE;
}

static gboolean
add_passages (DtlProof *self, DtlDocument *document, GError **error)
{
  for (guint i = 0; i < self->event->evidence->len; i++)
    {
      const DtlEvidence *evidence = g_ptr_array_index (self->event->evidence, i);

      if (!add_passage (self, document, evidence->passage, evidence->stance, error))
        return FALSE;
    }
  for (guint i = 0; i < self->event->claims->len; i++)
    {
      const DtlClaim *claim = g_ptr_array_index (self->event->claims, i);

      if (!add_passage (self, document, claim->passage, DTL_STANCE_SUPPORTS, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * dtl_proof_load:
 * @event: an event of the case
 * @error: DTL_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): NULL without error if there is no such event
 */
DtlProof *
dtl_proof_load (DtlDocument *document, DtlId event, GError **error)
{
  g_autoptr (DtlProof) self = g_new0 (DtlProof, 1);

  self->passages = g_ptr_array_new_with_free_func (proof_passage_free);
  self->event = dtl_document_find_event (document, event, error);
  if (self->event == NULL || !add_passages (self, document, error))
    return NULL;
  self->findings = dtl_document_check_event (document, self->event, error);
  return self->findings != NULL ? g_steal_pointer (&self) : NULL;
}

void
dtl_proof_free (DtlProof *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->event, dtl_event_free);
  g_clear_pointer (&self->passages, g_ptr_array_unref);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_free (self);
}

/* Returns: (nullable) (transfer none): @index: (out) (optional): its place among the passages */
const DtlProofPassage *
dtl_proof_find_passage (const DtlProof *self, DtlId passage, guint *index)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->passages->len; i++)
    {
      const DtlProofPassage *entry = g_ptr_array_index (self->passages, i);

      if (entry->passage->id != passage)
        continue;
      if (index != NULL)
        *index = i;
      return entry;
    }
  return NULL;
}
