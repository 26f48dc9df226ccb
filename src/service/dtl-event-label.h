/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates of claims and events in words, with what must be said beside them: an unknown day, brackets, planned, alleged.
 */
#pragma once

#include "date/dtl-date-label.h"
#include "model/dtl-columns.h"
#include "model/dtl-records.h"
#include "store/dtl-store.h"

G_BEGIN_DECLS

/**
 * dtl_claim_date_label:
 * @claim: a claim
 * @style: how long
 *
 * Returns: (transfer full): "20 June 2024"; "some day in 2017" for an act known to the year; as written where it
 * cannot be read; "no date" where a rule gives none; "" without a date
 */
char *dtl_claim_date_label (const DtlClaim *claim, DtlDateLabelStyle style);

/**
 * dtl_event_date_label:
 * @event: an event
 * @style: how long
 *
 * Returns: (transfer full): its start, or start and end in words; "Undated" where it has neither
 */
char *dtl_event_date_label (const DtlEvent *event, DtlDateLabelStyle style);

/**
 * dtl_date_label_for_line:
 * @start_edtf: (nullable): the date of the event's start, as in the case
 * @end_edtf: (nullable): that of its end, where there is one beside the start
 * @columns: for what its marks rest on, and what it is
 * @row: of the event
 *
 * Returns: (transfer full): the second line of a label on the timeline: short date, in [brackets] where it rests on a
 * supplied date of publication, then planned, alleged, or that sources differ
 */
char *dtl_date_label_for_line (const char *start_edtf, const char *end_edtf, const DtlColumns *columns, uint32_t row);

/**
 * dtl_date_label_for_list:
 * @start_edtf: (nullable): as above
 * @end_edtf: (nullable): as above
 * @columns: for what its marks rest on
 * @row: of the event
 *
 * Returns: (transfer full): the date alone, for where the remarks have a place of their own
 */
char *dtl_date_label_for_list (const char *start_edtf, const char *end_edtf, const DtlColumns *columns, uint32_t row);

/**
 * dtl_event_label_read:
 * @store: where the event is
 * @columns: of the same case
 * @row: of the event
 * @label: (out caller-allocates): its title and the dates of its start and end; the title is NULL if the event is gone
 * @error: DTL_STORE_ERROR
 */
gboolean
dtl_event_label_read (DtlStore *store, const DtlColumns *columns, uint32_t row, DtlLabelData *label, GError **error);

G_END_DECLS
