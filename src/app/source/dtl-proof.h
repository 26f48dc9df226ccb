/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Everything that the evidence pane shows of one event, read from the store in one go. No widgets. */
#pragma once

#include "service/dtl-document.h"

G_BEGIN_DECLS

/** DtlProofPassage: @source: owned by the document */
typedef struct
{
  DtlPassage *passage;
  DtlStance stance;
  const DtlSource *source;
} DtlProofPassage;

/**
 * DtlProof:
 * @event: with claims, evidence and participations
 * @passages: (element-type DtlProofPassage): in the order of the evidence, then those that only a date rests on
 * @findings: (element-type DtlFinding): what the checker says
 */
typedef struct
{
  DtlEvent *event;
  GPtrArray *passages;
  GPtrArray *findings;
} DtlProof;

DtlProof *dtl_proof_load (DtlDocument *document, DtlId event, GError **error);
void dtl_proof_free (DtlProof *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtlProof, dtl_proof_free)

const DtlProofPassage *dtl_proof_find_passage (const DtlProof *self, DtlId passage, guint *index);

G_END_DECLS
