/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small story for golden tests, in the manner of the sample case: acts of one day, of an unknown day, things that
 * last, plans, allegations, a derived and a competing date, and two events without a date. */
#pragma once

#include <string.h>

#include "layout-case.h"

G_BEGIN_DECLS

enum
{
  STORY_BAN = 5, /* ids, from 1 */
  STORY_NO_NEW_BUSINESS = 6,
  STORY_SHUTDOWN = 9,
};

static const CaseActor story_actors[] = {
  { "Maker", NULL, 9 },
  { "Trade Department", NULL, 6 },
  { "Secretary", "Trade Department", 1 },
  { "Senator", NULL, 3 },
  { "Shop", NULL, 2 },
  { NULL, NULL, 0 },
};

static const CaseEvent story_events[] = {
  { "Senator wants a ban", "some day in 2017", "Senator;Maker", "occurred 2017", "0", 500, DTL_EVENT_KIND_PROPOSAL,
    DTL_STATUS_DONE, DTL_ASSERTION_FACT },
  { "Shop drops the products", "some day in 2017", "Shop;Maker", "occurred 2017", "0", 300, DTL_EVENT_KIND_OTHER,
    DTL_STATUS_DONE, DTL_ASSERTION_FACT },
  { "Capital office to close", "about December 2017", "Maker", "announced 2017-12~", "2", 300, DTL_EVENT_KIND_CLOSURE,
    DTL_STATUS_PLANNED, DTL_ASSERTION_FACT },
  { "Data centres move abroad", "2018 to 2020 or later", "Maker", "began 2018; ended [2020..2024]", "3", 400,
    DTL_EVENT_KIND_RELOCATION, DTL_STATUS_DONE, DTL_ASSERTION_FACT },
  { "Sale of the products banned", "20 Jun 2024", "Trade Department;Maker",
    "announced 2024-06-20; effective 2024-09-29; effective 2024-09-28 competing after=5:1", "1;3", 1000,
    DTL_EVENT_KIND_PROHIBITION, DTL_STATUS_IN_FORCE, DTL_ASSERTION_FACT },
  { "No new business", "20 Jul 2024", "Trade Department;Maker", "effective 2024-07-20 after=5:1", "1", 700,
    DTL_EVENT_KIND_EFFECTIVE_DATE, DTL_STATUS_PLANNED, DTL_ASSERTION_FACT },
  { "Secretary explains the ban", "20 Jun 2024", "Secretary", "occurred 2024-06-20", "1", 300, DTL_EVENT_KIND_STATEMENT,
    DTL_STATUS_DONE, DTL_ASSERTION_FACT },
  { "Maker rejects the decision and will go to court", "20 Jun 2024", "Maker", "occurred 2024-06-20", "1", 300,
    DTL_EVENT_KIND_STATEMENT, DTL_STATUS_DONE, DTL_ASSERTION_FACT },
  { "Shutdown to begin", "20 Jul 2024", "Maker", "began 2024-07-20", "4", 600, DTL_EVENT_KIND_CLOSURE,
    DTL_STATUS_PLANNED, DTL_ASSERTION_FACT },
  { "Licences resold for a while", "late 2024, goes on", "Shop", "occurred 2024-10/..", "4", 100, DTL_EVENT_KIND_OTHER,
    DTL_STATUS_DONE, DTL_ASSERTION_ALLEGED },
  { "Audit of the code", "September 2024, end unknown", NULL, "occurred 2024-09/", NULL, 100, DTL_EVENT_KIND_OTHER,
    DTL_STATUS_UNKNOWN, DTL_ASSERTION_FACT },
  { "Staff told before the summer", "before 1 June 2024", "Maker", "occurred [..2024-06-01]", "4", 100,
    DTL_EVENT_KIND_OTHER, DTL_STATUS_DONE, DTL_ASSERTION_FACT },
  { "Documents copied from a contractor", NULL, "Maker", NULL, "0", 400, DTL_EVENT_KIND_OTHER, DTL_STATUS_UNKNOWN,
    DTL_ASSERTION_ALLEGED },
  { "Software watched by a third party for years before", NULL, "Maker", NULL, "0", 600, DTL_EVENT_KIND_OTHER,
    DTL_STATUS_UNKNOWN, DTL_ASSERTION_ALLEGED },
};

static inline LayoutCase *
story_new (void)
{
  return layout_case_new (story_actors, story_events, G_N_ELEMENTS (story_events));
}

/* The row of an event. */
static inline uint32_t
story_row (const LayoutCase *self, DtlId id)
{
  return (uint32_t) dtl_columns_find (self->columns, id);
}

G_END_DECLS
