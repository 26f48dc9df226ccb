/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Events of a sample with what belongs to them. */
#include "config.h"

#include "base/dtl-gettext.h"
#include "io/dtl-sample-reader-private.h"

static void
read_participation (DtlSampleReader *self, JsonObject *object, gpointer target)
{
  DtlEvent *event = target;
  g_autofree char *role = dtl_sample_dup_string (self, object, "role");
  DtlParticipation *participation = dtl_participation_new (dtl_sample_resolve (self, "actor", object, "actor"), role);

  participation->id = dtl_sample_new_id (self);
  g_ptr_array_add (event->participations, participation);
}

static void
read_evidence (DtlSampleReader *self, JsonObject *object, gpointer target)
{
  DtlEvent *event = target;
  int stance = dtl_sample_get_term (self, object, "stance", DTL_VOCABULARY_STANCE, DTL_STANCE_SUPPORTS);
  DtlEvidence *evidence =
      dtl_evidence_new (dtl_sample_resolve (self, "passage", object, "passage"), (DtlStance) stance);

  evidence->id = dtl_sample_new_id (self);
  g_ptr_array_add (event->evidence, evidence);
}

static void
read_claim (DtlSampleReader *self, JsonObject *object, gpointer target)
{
  DtlEvent *event = target;
  DtlClaim *claim = dtl_claim_new ();

  g_ptr_array_add (event->claims, claim);
  claim->id = dtl_sample_new_id (self);
  dtl_sample_remember (self, "claim", object, claim->id);
  claim->event = event->id;
  claim->role = (DtlClaimRole) dtl_sample_get_term (self, object, "role", DTL_VOCABULARY_ROLE, DTL_ROLE_OCCURRED);
  claim->edtf = dtl_sample_dup_string (self, object, "edtf");
  claim->passage = dtl_sample_resolve (self, "passage", object, "passage");
  claim->standing =
      (DtlStanding) dtl_sample_get_term (self, object, "standing", DTL_VOCABULARY_STANDING, DTL_STANDING_ACCEPTED);
  claim->basis = (DtlBasis) dtl_sample_get_term (self, object, "basis", DTL_VOCABULARY_BASIS, DTL_BASIS_STATED);
  claim->limit = (DtlLimit) dtl_sample_get_term (self, object, "limit", DTL_VOCABULARY_LIMIT, DTL_LIMIT_NONE);
  claim->reason = dtl_sample_dup_string (self, object, "reason");
}

/* An anchor is a claim's key, or {"issued": a source's key}. */
static void
read_anchor (DtlSampleReader *self, JsonObject *rule, DtlRule *target)
{
  JsonNode *anchor = json_object_get_member (rule, "anchor");

  if (anchor != NULL && JSON_NODE_HOLDS_OBJECT (anchor))
    target->anchor_source = dtl_sample_resolve (self, "source", json_node_get_object (anchor), "issued");
  else
    target->anchor_claim = dtl_sample_resolve (self, "claim", rule, "anchor");
}

static void
read_rule (DtlSampleReader *self, JsonObject *object, gpointer target)
{
  GPtrArray *claims = target;
  JsonObject *rule = dtl_sample_get_object (self, object, "rule");
  DtlId id = dtl_sample_resolve (self, "claim", object, "key");
  DtlClaim *claim = NULL;

  if (rule == NULL)
    return;
  for (guint i = 0; i < claims->len; i++)
    {
      if (((DtlClaim *) g_ptr_array_index (claims, i))->id == id)
        claim = g_ptr_array_index (claims, i);
    }
  if (claim == NULL)
    return;

  claim->has_rule = TRUE;
  claim->basis = DTL_BASIS_DERIVED;
  read_anchor (self, rule, &claim->rule);
  claim->rule.comparator =
      (DtlComparator) dtl_sample_get_term (self, rule, "comparator", DTL_VOCABULARY_COMPARATOR, DTL_COMPARATOR_EQUAL);
  claim->rule.amount = dtl_sample_get_int (self, rule, "amount", 0);
  claim->rule.unit = (DtlTimeUnit) dtl_sample_get_term (self, rule, "unit", DTL_VOCABULARY_UNIT, DTL_UNIT_DAYS);
  claim->rule.counting = (DtlCounting) dtl_sample_get_term (self, rule, "counting", DTL_VOCABULARY_COUNTING,
                                                            DTL_COUNTING_ANCHOR_NOT_COUNTED);
  claim->rule.calendar =
      (DtlCalendarKind) dtl_sample_get_term (self, rule, "calendar", DTL_VOCABULARY_CALENDAR, DTL_CALENDAR_NONE);
  claim->rule.month_end =
      (DtlMonthEnd) dtl_sample_get_term (self, rule, "month_end", DTL_VOCABULARY_MONTH_END, DTL_MONTH_END_LAST_DAY);
}

void
dtl_sample_read_rules (DtlSampleReader *self, JsonObject *object, gpointer target)
{
  DtlId id = dtl_sample_resolve (self, "event", object, "key");

  for (guint i = 0; i < self->sample->events->len; i++)
    {
      DtlEvent *event = g_ptr_array_index (self->sample->events, i);

      if (event->id == id)
        dtl_sample_each (self, object, "claims", read_rule, event->claims);
    }
}

void
dtl_sample_read_event (DtlSampleReader *self, JsonObject *object, gpointer target)
{
  DtlEvent *event = dtl_event_new ();

  g_ptr_array_add (self->sample->events, event);
  event->id = dtl_sample_new_id (self);
  dtl_sample_remember (self, "event", object, event->id);
  event->title = dtl_sample_dup_string (self, object, "title");
  event->summary = dtl_sample_dup_string (self, object, "summary");
  event->kind = dtl_sample_get_term (self, object, "kind", DTL_VOCABULARY_EVENT_KIND, DTL_EVENT_KIND_OTHER);
  event->status = (DtlStatus) dtl_sample_get_term (self, object, "status", DTL_VOCABULARY_STATUS, DTL_STATUS_UNKNOWN);
  event->status_passage = dtl_sample_resolve (self, "passage", object, "status_passage");
  event->status_as_of = dtl_sample_dup_string (self, object, "status_as_of");
  event->assertion =
      (DtlAssertion) dtl_sample_get_term (self, object, "assertion", DTL_VOCABULARY_ASSERTION, DTL_ASSERTION_FACT);
  event->importance = (int) dtl_sample_get_int (self, object, "importance", 500);
  event->main_role = dtl_sample_get_term (self, object, "main_role", DTL_VOCABULARY_ROLE, -1);
  event->review = DTL_REVIEW_ACCEPTED;
  g_strfreev (event->tags);
  event->tags = dtl_sample_dup_strings (self, object, "tags");
  dtl_sample_each (self, object, "participations", read_participation, event);
  dtl_sample_each (self, object, "passages", read_evidence, event);
  dtl_sample_each (self, object, "claims", read_claim, event);
}
