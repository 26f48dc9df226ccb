/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model-fixture.h"

DtlActor *
new_actor (DtlId id, const char *name, DtlId parent, int n_events)
{
  DtlActor *actor = dtl_actor_new ();

  actor->id = id;
  actor->name = g_strdup (name);
  actor->parent = parent;
  actor->n_events = n_events;
  return actor;
}

DtlClaim *
add_claim (DtlEvent *event, DtlId id, DtlClaimRole role, const char *edtf, DtlStanding standing)
{
  DtlClaim *claim = dtl_claim_new ();

  claim->id = id;
  claim->event = event->id;
  claim->role = role;
  claim->edtf = g_strdup (edtf);
  claim->standing = standing;
  g_ptr_array_add (event->claims, claim);
  return claim;
}

void
set_rule (DtlClaim *claim, DtlId anchor_claim, int64_t amount, DtlTimeUnit unit)
{
  claim->has_rule = TRUE;
  claim->basis = DTL_BASIS_DERIVED;
  claim->rule.anchor_claim = anchor_claim;
  claim->rule.comparator = DTL_COMPARATOR_EQUAL;
  claim->rule.amount = amount;
  claim->rule.unit = unit;
  claim->rule.counting = DTL_COUNTING_ANCHOR_NOT_COUNTED;
}

/* A mark whose one unknown day lies from @first_day to @last_day (day numbers). */
DtlMark
new_mark (DtlId claim, DtlClaimRole role, DtlStanding standing, int64_t first_day, int64_t last_day)
{
  int64_t earliest = first_day * DTL_SECONDS_PER_DAY;
  int64_t latest = (last_day + 1) * DTL_SECONDS_PER_DAY - 1;
  DtlMark mark = { .claim = claim, .role = (uint8_t) role, .standing = (uint8_t) standing };

  mark.bounds = (DtlBounds){ earliest, latest, earliest, latest, 0 };
  mark.anchor_mark = DTL_NO_MARK;
  return mark;
}
