/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an event's claims say together: where it starts and ends. */
#include "config.h"

#include "model/dtl-records.h"

/* The store allows one accepted claim a role. Should an import have left two, the one that was there first rules. */
static const DtlClaim *
accepted_claim (const DtlEvent *self, DtlClaimRole role)
{
  const DtlClaim *found = NULL;

  for (guint i = 0; i < self->claims->len; i++)
    {
      const DtlClaim *claim = g_ptr_array_index (self->claims, i);

      if (claim->standing == DTL_STANDING_ACCEPTED && claim->role == role && claim->edtf != NULL &&
          (found == NULL || claim->id < found->id))
        found = claim;
    }
  return found;
}

const DtlClaim *
dtl_event_get_start_claim (const DtlEvent *self)
{
  const DtlClaim *found;

  g_return_val_if_fail (self != NULL, NULL);

  found = accepted_claim (self, self->main_role >= 0 ? (DtlClaimRole) self->main_role
                                                     : dtl_event_kind_main_role (self->kind));
  for (int role = DTL_ROLE_OCCURRED; found == NULL && role < DTL_ROLE_ENDED; role++)
    found = accepted_claim (self, role);
  return found;
}

const DtlClaim *
dtl_event_get_end_claim (const DtlEvent *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return accepted_claim (self, DTL_ROLE_ENDED);
}

gboolean
dtl_event_is_undated (const DtlEvent *self)
{
  return dtl_event_get_start_claim (self) == NULL;
}
