/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dtl-claim-name.h"

#include "base/dtl-gettext.h"

/** dtl_claim_role_label: Returns: (transfer none): a role in the person's language */
const char *
dtl_claim_role_label (DtlClaimRole role)
{
  switch (role)
    {
    case DTL_ROLE_OCCURRED:
      return C_ ("claim role", "occurred");
    case DTL_ROLE_BEGAN:
      return C_ ("claim role", "began");
    case DTL_ROLE_ANNOUNCED:
      return C_ ("claim role", "announced");
    case DTL_ROLE_SIGNED:
      return C_ ("claim role", "signed");
    case DTL_ROLE_EFFECTIVE:
      return C_ ("claim role", "effective");
    case DTL_ROLE_DEADLINE:
      return C_ ("claim role", "deadline");
    case DTL_ROLE_REPORTED:
      return C_ ("claim role", "reported");
    case DTL_ROLE_ENDED:
      return C_ ("claim role", "ended");
    case DTL_N_ROLES:
    default:
      return "";
    }
}

/**
 * dtl_claim_name:
 * @title: (nullable): of the claim's event
 * @role: of the claim
 *
 * Returns: (transfer full): which date of which event: “Sales stop” (announced)
 */
char *
dtl_claim_name (const char *title, DtlClaimRole role)
{
  /* Translators: a date of an event: its title and which date it is, “Sales stop” (announced) */
  return g_strdup_printf (_ ("“%1$s” (%2$s)"), title != NULL ? title : "", dtl_claim_role_label (role));
}
