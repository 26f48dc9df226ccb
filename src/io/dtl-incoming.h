/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Events of a file on their way into a case: they refer to each other by the ids of the file, to actors, sources and
 * calendars by name. What cannot be taken says why, with its line. */
#pragma once

#include "model/dtl-records.h"

G_BEGIN_DECLS

/** DTL_INCOMING_PUBLISHED: what a rule counts from when it is the publication of the event's own source. */
#define DTL_INCOMING_PUBLISHED "published"
/** DTL_INCOMING_SOURCE: before the id, title or address of another source. */
#define DTL_INCOMING_SOURCE "source:"

/**
 * DtlIncomingClaim:
 * @key: (nullable): its id in the file
 * @anchor: (nullable): what its rule counts from: a claim's id, an event's id with or without ":" and a role,
 *   DTL_INCOMING_PUBLISHED, or DTL_INCOMING_SOURCE and which; NULL for a stated date
 * @is_calendar_named: the calendar of its rule has a name alone, and must be in the case
 * @claim: without ids; the calendar of its rule has none either. With a rule, @edtf (nullable) is what that gave in the
 *   case that the file is from
 */
typedef struct
{
  char *key;
  char *anchor;
  gboolean is_calendar_named;
  DtlClaim *claim;
} DtlIncomingClaim;

/** DtlIncomingActor: @role: (nullable) */
typedef struct
{
  char *name;
  char *role;
} DtlIncomingActor;

/** DtlIncomingLink: @event: the id of another event in the file or the case */
typedef struct
{
  DtlLinkType type;
  char *event;
} DtlIncomingLink;

/**
 * DtlIncomingEvent:
 * @line: of the file, from 1
 * @key: (nullable): its id in the file
 * @source: (nullable): the source that proves it, by address or title; NULL for the file itself
 * @event: without ids and children, its kind by name alone
 * @claims: (element-type DtlIncomingClaim), @actors: (element-type DtlIncomingActor),
 *   @links: (element-type DtlIncomingLink): owned, never NULL
 * @problem: (nullable): why it cannot be taken
 */
typedef struct
{
  guint line;
  char *key;
  char *source;
  DtlEvent *event;
  GPtrArray *claims;
  GPtrArray *actors;
  GPtrArray *links;
  char *problem;
} DtlIncomingEvent;

DtlIncomingEvent *dtl_incoming_event_new (guint line);
void dtl_incoming_event_free (DtlIncomingEvent *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtlIncomingEvent, dtl_incoming_event_free)

DtlIncomingClaim *dtl_incoming_event_add_claim (DtlIncomingEvent *self);
void dtl_incoming_event_add_actor (DtlIncomingEvent *self, const char *name, const char *role);
void dtl_incoming_event_blame (DtlIncomingEvent *self, char *problem);

/**
 * DtlIncomingRule: a rule as words, as they stand in cells or members; (nullable) where there is none.
 * @closed: days that a calendar of one's own closes
 */
typedef struct
{
  const char *anchor;
  const char *comparator;
  const char *amount;
  const char *unit;
  const char *counting;
  const char *calendar;
  const char *const *closed;
  const char *month_end;
} DtlIncomingRule;

void dtl_incoming_event_set_rule (DtlIncomingEvent *self, DtlIncomingClaim *claim, const DtlIncomingRule *words);
int dtl_incoming_event_read_term (DtlIncomingEvent *self,
                                  DtlVocabulary vocabulary,
                                  const char *field,
                                  const char *word,
                                  int fallback);

G_END_DECLS
