/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "io/dtl-incoming.h"

static void
claim_free (DtlIncomingClaim *self)
{
  g_free (self->key);
  g_free (self->anchor);
  dtl_claim_free (self->claim);
  g_free (self);
}

static void
actor_free (DtlIncomingActor *self)
{
  g_free (self->name);
  g_free (self->role);
  g_free (self);
}

static void
link_free (DtlIncomingLink *self)
{
  g_free (self->event);
  g_free (self);
}

/** dtl_incoming_event_new: Returns: (transfer full): an empty event at @line */
DtlIncomingEvent *
dtl_incoming_event_new (guint line)
{
  DtlIncomingEvent *self = g_new0 (DtlIncomingEvent, 1);

  self->line = line;
  self->event = dtl_event_new ();
  self->claims = g_ptr_array_new_with_free_func ((GDestroyNotify) claim_free);
  self->actors = g_ptr_array_new_with_free_func ((GDestroyNotify) actor_free);
  self->links = g_ptr_array_new_with_free_func ((GDestroyNotify) link_free);
  return self;
}

/** dtl_incoming_event_free: @self: (nullable): frees it with all that it owns */
void
dtl_incoming_event_free (DtlIncomingEvent *self)
{
  if (self == NULL)
    return;
  g_free (self->key);
  g_free (self->source);
  dtl_event_free (self->event);
  g_ptr_array_unref (self->claims);
  g_ptr_array_unref (self->actors);
  g_ptr_array_unref (self->links);
  g_free (self->problem);
  g_free (self);
}

/** dtl_incoming_event_add_claim: Returns: (transfer none): an empty claim of @self */
DtlIncomingClaim *
dtl_incoming_event_add_claim (DtlIncomingEvent *self)
{
  DtlIncomingClaim *claim;

  g_return_val_if_fail (self != NULL, NULL);

  claim = g_new0 (DtlIncomingClaim, 1);
  claim->claim = dtl_claim_new ();
  g_ptr_array_add (self->claims, claim);
  return claim;
}

/** dtl_incoming_event_add_actor: @role: (nullable): as what @name takes part */
void
dtl_incoming_event_add_actor (DtlIncomingEvent *self, const char *name, const char *role)
{
  DtlIncomingActor *actor;

  g_return_if_fail (self != NULL && name != NULL);

  actor = g_new0 (DtlIncomingActor, 1);
  actor->name = g_strdup (name);
  actor->role = g_strdup (role);
  g_ptr_array_add (self->actors, actor);
}

/** dtl_incoming_event_blame: @problem: (transfer full): why it cannot be taken; the first one stays */
void
dtl_incoming_event_blame (DtlIncomingEvent *self, char *problem)
{
  g_return_if_fail (self != NULL);

  if (self->problem == NULL)
    self->problem = problem;
  else
    g_free (problem);
}
