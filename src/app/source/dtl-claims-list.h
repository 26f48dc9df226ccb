/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dates of an event: one row a claim, with what was decided and why. */
#pragma once

#include <gtk/gtk.h>

#include "app/source/dtl-proof.h"

G_BEGIN_DECLS

#define DTL_TYPE_CLAIMS_LIST (dtl_claims_list_get_type ())
G_DECLARE_FINAL_TYPE (DtlClaimsList, dtl_claims_list, DTL, CLAIMS_LIST, GtkWidget)

/**
 * DtlClaimsList::passage-chosen (gint64 passage): a row was activated whose date rests on this passage.
 */

void dtl_claims_list_set_proof (DtlClaimsList *self, const DtlProof *proof, DtlDocument *document);

G_END_DECLS
