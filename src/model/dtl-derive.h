/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Derived claims: their values from their anchors, in the order of the chains; cycles are refused and named. */
#pragma once

#include "model/dtl-records.h"

G_BEGIN_DECLS

#define DTL_MODEL_ERROR (dtl_model_error_quark ())
GQuark dtl_model_error_quark (void);

/**
 * DtlModelError:
 * @DTL_MODEL_ERROR_CYCLE: derived claims hang on each other; the message names them
 * @DTL_MODEL_ERROR_NO_ANCHOR: a rule whose anchor is not in the case or has no date
 * @DTL_MODEL_ERROR_DATE: a value that is not EDTF, or a rule that cannot be computed
 */
typedef enum
{
  DTL_MODEL_ERROR_CYCLE,
  DTL_MODEL_ERROR_NO_ANCHOR,
  DTL_MODEL_ERROR_DATE,
} DtlModelError;

/**
 * dtl_derive_claims:
 * @claims: (element-type DtlClaim): every claim of the case that has a rule, and every claim that such a rule hangs on
 * @sources: (element-type DtlSource): sources whose issued date may be an anchor
 * @error: DTL_MODEL_ERROR
 *
 * Computes @edtf of each claim that has a rule, in place.
 *
 * Returns: FALSE with @error set on a cycle or a value that cannot be computed; claims computed before it keep their
 * new value
 */
gboolean dtl_derive_claims (GPtrArray *claims, GPtrArray *sources, GError **error);

/* One rule applied to one anchor value. Returns: (transfer full) (nullable) */
char *dtl_rule_compute (const DtlRule *rule, const char *anchor_edtf, GError **error);

/* In words, with its counting: "30 days after 20 June 2024, that day not counted". @anchor_edtf: (nullable): NULL where
 * it is not at hand. (transfer full) */
char *dtl_rule_describe (const DtlRule *rule, const char *anchor_edtf);

G_END_DECLS
