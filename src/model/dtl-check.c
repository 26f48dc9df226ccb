/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The checker: gathers what its parts find about one event. */
#include "config.h"

#include "base/dtl-gettext.h"
#include "model/dtl-check-private.h"

const char *
dtl_grade_name (DtlGrade grade)
{
  switch (grade)
    {
    case DTL_GRADE_AGREES:
      return "agrees";
    case DTL_GRADE_DIFFERS:
      return "differs";
    case DTL_GRADE_CONTRADICTS:
      return "contradicts";
    case DTL_GRADE_WARNING:
    default:
      return "warning";
    }
}

/** dtl_finding_free: @self: (nullable): frees it */
void
dtl_finding_free (DtlFinding *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->claims);
  g_free (self->message);
  g_free (self);
}

/**
 * dtl_check_add:
 * @findings: appended to
 * @grade, @rule: see DtlFinding; @rule is static
 * @event: what it is about
 * @first, @second: (nullable): the claims that it is about
 * @message: (transfer full): for a person
 */
void
dtl_check_add (GPtrArray *findings,
               DtlGrade grade,
               const char *rule,
               const DtlEvent *event,
               const DtlClaim *first,
               const DtlClaim *second,
               char *message)
{
  DtlFinding *finding = g_new0 (DtlFinding, 1);

  finding->grade = grade;
  finding->rule = rule;
  finding->event = event->id;
  finding->claims = g_array_new (FALSE, FALSE, sizeof (DtlId));
  if (first != NULL)
    g_array_append_val (finding->claims, first->id);
  if (second != NULL)
    g_array_append_val (finding->claims, second->id);
  finding->message = message;
  g_ptr_array_add (findings, finding);
}

static gboolean
has_passage (const DtlEvent *event)
{
  gboolean found = event->evidence->len > 0;

  for (guint i = 0; !found && i < event->claims->len; i++)
    found = ((const DtlClaim *) g_ptr_array_index (event->claims, i))->passage != DTL_ID_NONE;
  return found;
}

void
dtl_check_event (const DtlEvent *event, GHashTable *claims_by_id, GHashTable *sources_by_id, GPtrArray *findings)
{
  const DtlCheckAnchors anchors = { claims_by_id, sources_by_id };

  g_return_if_fail (event != NULL && claims_by_id != NULL && findings != NULL);

  if (!has_passage (event))
    dtl_check_add (findings, DTL_GRADE_WARNING, "no_passage", event, NULL, NULL,
                   g_strdup_printf (_ ("“%s” has no passage that proves it. Add one from a source."), event->title));
  dtl_check_claims (event, &anchors, findings);
  dtl_check_title (event, findings);
}
