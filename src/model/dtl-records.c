/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Making and freeing the records. What they mean together is asked elsewhere (dtl-event.c, dtl-source.c). */
#include "config.h"

#include "model/dtl-records.h"

/** dtl_actor_new: Returns: (transfer full): an empty actor without aliases */
DtlActor *
dtl_actor_new (void)
{
  DtlActor *self = g_new0 (DtlActor, 1);

  self->aliases = g_new0 (char *, 1);
  return self;
}

/** dtl_actor_free: @self: (nullable): frees it with its strings */
void
dtl_actor_free (DtlActor *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_strfreev (self->aliases);
  g_free (self);
}

/** dtl_source_text_new: Returns: (transfer full): an empty text */
DtlSourceText *
dtl_source_text_new (void)
{
  return g_new0 (DtlSourceText, 1);
}

/** dtl_source_text_free: @self: (nullable): frees it with its words */
void
dtl_source_text_free (DtlSourceText *self)
{
  if (self == NULL)
    return;
  g_free (self->extractor);
  g_free (self->extractor_version);
  g_free (self->sha256);
  g_free (self->text);
  g_free (self);
}

/** dtl_source_new: Returns: (transfer full): an empty source without texts, its size unknown */
DtlSource *
dtl_source_new (void)
{
  DtlSource *self = g_new0 (DtlSource, 1);

  self->file_size_bytes = -1;
  self->tier = DTL_TIER_REPORT;
  self->texts = g_ptr_array_new_with_free_func ((GDestroyNotify) dtl_source_text_free);
  return self;
}

/** dtl_source_free: @self: (nullable): frees it with its texts */
void
dtl_source_free (DtlSource *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->publisher);
  g_free (self->author);
  g_free (self->accessed);
  g_free (self->url);
  g_free (self->archive_url);
  g_free (self->language);
  g_free (self->relayed_from);
  g_free (self->issued_edtf);
  g_free (self->issued_reason);
  g_free (self->file_name);
  g_free (self->media_type);
  g_free (self->file_sha256);
  g_ptr_array_unref (self->texts);
  g_free (self);
}

/** dtl_anchor_new: Returns: (transfer full): an empty anchor */
DtlAnchor *
dtl_anchor_new (void)
{
  return g_new0 (DtlAnchor, 1);
}

/** dtl_anchor_free: @self: (nullable): frees it with its quote */
void
dtl_anchor_free (DtlAnchor *self)
{
  if (self == NULL)
    return;
  g_free (self->exact);
  g_free (self->prefix);
  g_free (self->suffix);
  g_free (self);
}

/** dtl_passage_new: Returns: (transfer full): an empty passage without anchors */
DtlPassage *
dtl_passage_new (void)
{
  DtlPassage *self = g_new0 (DtlPassage, 1);

  self->anchors = g_ptr_array_new_with_free_func ((GDestroyNotify) dtl_anchor_free);
  return self;
}

/** dtl_passage_free: @self: (nullable): frees it with its anchors */
void
dtl_passage_free (DtlPassage *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->anchors);
  g_free (self);
}

/** dtl_claim_new: Returns: (transfer full): an empty claim: accepted, stated, that it occurred */
DtlClaim *
dtl_claim_new (void)
{
  return g_new0 (DtlClaim, 1);
}

/** dtl_claim_free: @self: (nullable): frees it with its strings */
void
dtl_claim_free (DtlClaim *self)
{
  if (self == NULL)
    return;
  g_free (self->edtf);
  g_free (self->reason);
  dtl_own_calendar_unref (self->rule.own_calendar);
  g_free (self);
}

/**
 * dtl_participation_new:
 * @actor: who takes part
 * @role: (nullable): as what
 *
 * Returns: (transfer full): a participation that has no id yet
 */
DtlParticipation *
dtl_participation_new (DtlId actor, const char *role)
{
  DtlParticipation *self = g_new0 (DtlParticipation, 1);

  self->actor = actor;
  self->role = g_strdup (role);
  return self;
}

/** dtl_participation_free: @self: (nullable): frees it */
void
dtl_participation_free (DtlParticipation *self)
{
  if (self == NULL)
    return;
  g_free (self->role);
  g_free (self);
}

/**
 * dtl_evidence_new:
 * @passage: the passage
 * @stance: how it stands to the event
 *
 * Returns: (transfer full): evidence that has no id yet
 */
DtlEvidence *
dtl_evidence_new (DtlId passage, DtlStance stance)
{
  DtlEvidence *self = g_new0 (DtlEvidence, 1);

  self->passage = passage;
  self->stance = stance;
  return self;
}

/** dtl_evidence_free: @self: (nullable): frees it */
void
dtl_evidence_free (DtlEvidence *self)
{
  g_free (self);
}

/** dtl_link_new: Returns: (transfer full): an empty link */
DtlLink *
dtl_link_new (void)
{
  return g_new0 (DtlLink, 1);
}

/** dtl_link_free: @self: (nullable): frees it */
void
dtl_link_free (DtlLink *self)
{
  g_free (self);
}

/** dtl_event_new: Returns: (transfer full): an empty event of kind other, with empty lists, importance 500 */
DtlEvent *
dtl_event_new (void)
{
  DtlEvent *self = g_new0 (DtlEvent, 1);

  self->kind = DTL_EVENT_KIND_OTHER;
  self->importance = 500;
  self->main_role = -1;
  self->tags = g_new0 (char *, 1);
  self->participations = g_ptr_array_new_with_free_func ((GDestroyNotify) dtl_participation_free);
  self->evidence = g_ptr_array_new_with_free_func ((GDestroyNotify) dtl_evidence_free);
  self->claims = g_ptr_array_new_with_free_func ((GDestroyNotify) dtl_claim_free);
  self->links = g_ptr_array_new_with_free_func ((GDestroyNotify) dtl_link_free);
  return self;
}

/** dtl_event_free: @self: (nullable): frees it with all that it owns */
void
dtl_event_free (DtlEvent *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->summary);
  g_free (self->kind_name);
  g_free (self->status_as_of);
  g_strfreev (self->tags);
  g_ptr_array_unref (self->participations);
  g_ptr_array_unref (self->evidence);
  g_ptr_array_unref (self->claims);
  g_ptr_array_unref (self->links);
  g_free (self);
}
