/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of the checker, and what they share. */
#pragma once

#include "date/dtl-bounds.h"
#include "model/dtl-check.h"

G_BEGIN_DECLS

/** DtlComparison: how two claims stand to each other. */
typedef enum
{
  DTL_COMPARISON_AGREE,
  DTL_COMPARISON_COUNTING, /* exclude each other, but a last day allowed and a first day in force say the same */
  DTL_COMPARISON_EXCLUDE,
  DTL_COMPARISON_UNKNOWN, /* one of them has no readable date */
} DtlComparison;

/**
 * DtlCheckAnchors: where the dates are that rules count from.
 * @claims_by_id: (element-type int64 DtlClaim)
 * @sources_by_id: (nullable) (element-type int64 DtlSource)
 */
typedef struct
{
  GHashTable *claims_by_id;
  GHashTable *sources_by_id;
} DtlCheckAnchors;

gboolean dtl_check_get_bounds (const DtlClaim *claim, DtlBounds *bounds);
DtlComparison dtl_check_compare (const DtlClaim *a, const DtlClaim *b);
gboolean dtl_check_follows (const DtlClaim *last_day, const DtlClaim *first_day);
char *dtl_check_date_label (const DtlClaim *claim);

void dtl_check_add (GPtrArray *findings,
                    DtlGrade grade,
                    const char *rule,
                    const DtlEvent *event,
                    const DtlClaim *first,
                    const DtlClaim *second,
                    char *message);

void dtl_check_claims (const DtlEvent *event, const DtlCheckAnchors *anchors, GPtrArray *findings);
void dtl_check_derived (const DtlEvent *event,
                        const DtlClaim *derived,
                        const DtlClaim *other,
                        const DtlCheckAnchors *anchors,
                        GPtrArray *findings);
void dtl_check_is_computed (const DtlEvent *event,
                            const DtlClaim *claim,
                            const DtlCheckAnchors *anchors,
                            GPtrArray *findings);
void dtl_check_title (const DtlEvent *event, GPtrArray *findings);

G_END_DECLS
