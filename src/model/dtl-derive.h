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
 * @DTL_MODEL_ERROR_NO_ANCHOR: a rule whose anchor is not in the case
 * @DTL_MODEL_ERROR_DATE: a value that is not EDTF, or a rule that cannot be computed
 */
typedef enum
{
  DTL_MODEL_ERROR_CYCLE,
  DTL_MODEL_ERROR_NO_ANCHOR,
  DTL_MODEL_ERROR_DATE,
} DtlModelError;

/** DtlClaimNameFunc: what a claim is called in an error. Returns: (transfer full) */
typedef char *(*DtlClaimNameFunc) (const DtlClaim *claim, gpointer user_data);

/**
 * dtl_derive_claims:
 * @claims: (element-type DtlClaim): those with a rule are computed
 * @anchors: (nullable) (element-type DtlClaim): more claims that those hang on; they keep their values, whether they
 * have a rule or not
 * @sources: (element-type DtlSource): sources whose issued date may be an anchor
 * @name: names claims in errors
 * @user_data: for @name
 * @error: DTL_MODEL_ERROR_CYCLE, _NO_ANCHOR
 *
 * Computes @edtf of each claim that has a rule, in place; NULL where its anchor has no date, or one that cannot be
 * counted from. Linear in the number of claims.
 *
 * Returns: FALSE with @error set on a cycle or an anchor that is not there; claims computed before it keep their new
 * value
 */
gboolean dtl_derive_claims (GPtrArray *claims,
                            GPtrArray *anchors,
                            GPtrArray *sources,
                            DtlClaimNameFunc name,
                            gpointer user_data,
                            GError **error);

char *dtl_rule_compute (const DtlRule *rule, const char *anchor_edtf, GError **error);
gboolean dtl_rule_month_end_matters (const DtlRule *rule, const char *anchor_edtf);

char *dtl_rule_describe (const DtlRule *rule, const char *anchor_edtf);
char *dtl_rule_describe_value (const DtlRule *rule, const char *anchor_edtf, const char *value_edtf);
char *dtl_rule_explain_missing (const DtlRule *rule, const char *anchor_edtf);

G_END_DECLS
