/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the checker can only tell with the sources at hand. */
#include "config.h"

#include "base/dtl-gettext.h"
#include "model/dtl-check-private.h"

/* The source whose issued date a chain of rules ends in, or NULL. The bound on steps stands in for a look at cycles,
 * which dtl_derive_claims() refuses. */
static const DtlSource *
find_issued_root (const DtlClaim *claim, GHashTable *claims_by_id, GHashTable *sources_by_id)
{
  guint n_steps = g_hash_table_size (claims_by_id) + 1;

  while (claim != NULL && claim->has_rule && claim->rule.anchor_claim != DTL_ID_NONE && n_steps-- > 0)
    claim = g_hash_table_lookup (claims_by_id, &claim->rule.anchor_claim);
  if (claim == NULL || !claim->has_rule || claim->rule.anchor_claim != DTL_ID_NONE)
    return NULL;
  return g_hash_table_lookup (sources_by_id, &claim->rule.anchor_source);
}

static void
check_supplied (const DtlEvent *event, GHashTable *claims_by_id, GHashTable *sources_by_id, GPtrArray *findings)
{
  for (guint i = 0; i < event->claims->len; i++)
    {
      const DtlClaim *claim = g_ptr_array_index (event->claims, i);
      const DtlSource *source = find_issued_root (claim, claims_by_id, sources_by_id);
      g_autofree char *name = NULL;

      if (source == NULL || source->issued_basis != DTL_BASIS_SUPPLIED || claim->standing == DTL_STANDING_REJECTED)
        continue;
      name = dtl_source_dup_label (source);
      dtl_check_add (findings, DTL_GRADE_WARNING, "supplied_issued", event, claim, NULL,
                     g_strdup_printf (_ ("“%s”: a date is counted from the publication of %s, whose own date was "
                                         "supplied by a person and is not in the text."),
                                      event->title, name));
    }
}

static gboolean
has_full_text (const DtlSource *source, const DtlPassage *passage)
{
  for (guint i = 0; i < source->texts->len; i++)
    {
      const DtlSourceText *text = g_ptr_array_index (source->texts, i);

      if (text->kind == DTL_TEXT_FULL && text->is_present && dtl_passage_get_anchor (passage, text->id) != NULL)
        return TRUE;
    }
  return FALSE;
}

/** Proof: what the passages of an event come to, at best. */
typedef enum
{
  PROOF_NOTHING, /* a source is named, and nothing in it */
  PROOF_PLACE,   /* a line or page of it: who has it can look there */
  PROOF_SUMMARY,
  PROOF_FULL,
} Proof;

static Proof
weigh (const DtlPassage *passage, GHashTable *sources_by_id)
{
  const DtlSource *source = g_hash_table_lookup (sources_by_id, &passage->source);

  if (source != NULL && has_full_text (source, passage))
    return PROOF_FULL;
  if (passage->anchors->len > 0)
    return PROOF_SUMMARY;
  return passage->page > 0 || passage->paragraph > 0 || passage->line > 0 ? PROOF_PLACE : PROOF_NOTHING;
}

static Proof
weigh_all (const DtlEvent *event, GHashTable *sources_by_id, GHashTable *passages_by_id)
{
  Proof best = PROOF_NOTHING;

  for (guint i = 0; i < event->evidence->len; i++)
    {
      const DtlEvidence *evidence = g_ptr_array_index (event->evidence, i);
      const DtlPassage *passage = g_hash_table_lookup (passages_by_id, &evidence->passage);

      if (passage != NULL)
        best = MAX (best, weigh (passage, sources_by_id));
    }
  return best;
}

static void
check_words (const DtlEvent *event, GHashTable *sources_by_id, GHashTable *passages_by_id, GPtrArray *findings)
{
  Proof proof = weigh_all (event, sources_by_id, passages_by_id);

  if (event->evidence->len == 0)
    return;
  if (proof == PROOF_SUMMARY)
    dtl_check_add (
        findings, DTL_GRADE_WARNING, "only_summary_passages", event, NULL, NULL,
        g_strdup_printf (_ ("“%s” is proven by summaries only. Import the original of a source."), event->title));
  else if (proof == PROOF_NOTHING)
    dtl_check_add (findings, DTL_GRADE_WARNING, "passage_without_words", event, NULL, NULL,
                   g_strdup_printf (_ ("“%s”: a source is named, but no words and no page or line of it. Import its "
                                       "text, and mark the passage."),
                                    event->title));
}

void
dtl_check_event_sources (const DtlEvent *event,
                         GHashTable *claims_by_id,
                         GHashTable *sources_by_id,
                         GHashTable *passages_by_id,
                         GPtrArray *findings)
{
  g_return_if_fail (event != NULL && claims_by_id != NULL && sources_by_id != NULL && findings != NULL);

  check_supplied (event, claims_by_id, sources_by_id, findings);
  if (passages_by_id != NULL)
    check_words (event, sources_by_id, passages_by_id, findings);
}
