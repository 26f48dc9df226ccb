/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Derived claims in the order of their chains. A claim hangs on one anchor at most, so a chain is a plain list: it is
 * walked to its root and computed on the way back, without recursion, however long it is. */
#include "config.h"

#include <inttypes.h>

#include "base/dtl-gettext.h"
#include "model/dtl-derive.h"

typedef struct
{
  GHashTable *claims;  /* int64 in the claim -> DtlClaim */
  GHashTable *sources; /* int64 in the source -> DtlSource */
  GHashTable *done;    /* set of DtlClaim */
} Derivation;

static DtlClaim *
find_anchor_claim (const Derivation *self, const DtlClaim *claim)
{
  return claim->rule.anchor_claim != DTL_ID_NONE ? g_hash_table_lookup (self->claims, &claim->rule.anchor_claim) : NULL;
}

static void
set_cycle_error (GPtrArray *chain, guint begin, GError **error)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = begin; i <= chain->len; i++)
    {
      const DtlClaim *claim = g_ptr_array_index (chain, i < chain->len ? i : begin);

      g_string_append_printf (names, "%s%" PRId64, i > begin ? " → " : "", claim->id);
    }
  g_set_error (error, DTL_MODEL_ERROR, DTL_MODEL_ERROR_CYCLE,
               _ ("Dates that are counted from each other in a circle have no beginning: claims %s. "
                  "Give one of them a stated date."),
               names->str);
}

/* From @start towards its root: everything that must be computed before it, nearest first. */
static gboolean
gather_chain (const Derivation *self, DtlClaim *start, GPtrArray *chain, GError **error)
{
  g_autoptr (GHashTable) on_chain = g_hash_table_new (NULL, NULL);
  DtlClaim *claim = start;

  while (claim != NULL && claim->has_rule && !g_hash_table_contains (self->done, claim))
    {
      gpointer place;

      if (g_hash_table_lookup_extended (on_chain, claim, NULL, &place))
        {
          set_cycle_error (chain, GPOINTER_TO_UINT (place), error);
          return FALSE;
        }
      g_hash_table_insert (on_chain, claim, GUINT_TO_POINTER (chain->len));
      g_ptr_array_add (chain, claim);
      claim = find_anchor_claim (self, claim);
    }
  return TRUE;
}

static const char *
anchor_value (const Derivation *self, const DtlClaim *claim)
{
  const DtlClaim *anchor = find_anchor_claim (self, claim);
  const DtlSource *source;

  if (claim->rule.anchor_claim != DTL_ID_NONE)
    return anchor != NULL ? anchor->edtf : NULL;
  source = g_hash_table_lookup (self->sources, &claim->rule.anchor_source);
  return source != NULL ? source->issued_edtf : NULL;
}

static gboolean
compute (const Derivation *self, DtlClaim *claim, GError **error)
{
  const char *anchor = anchor_value (self, claim);
  char *value;

  if (anchor == NULL)
    {
      g_set_error (error, DTL_MODEL_ERROR, DTL_MODEL_ERROR_NO_ANCHOR,
                   claim->rule.anchor_claim == DTL_ID_NONE
                       ? _ ("Claim %" PRId64 " is counted from the date of publication of a source that has "
                            "none. Set that date, or state the claim's own.")
                       : _ ("Claim %" PRId64 " is counted from a claim that is not in the case or has no "
                            "date. Choose another, or state the claim's own date."),
                   claim->id);
      return FALSE;
    }
  value = dtl_rule_compute (&claim->rule, anchor, error);
  if (value == NULL)
    {
      g_prefix_error (error, _ ("Claim %" PRId64 ": "), claim->id);
      return FALSE;
    }
  g_free (claim->edtf);
  claim->edtf = value;
  g_hash_table_add (self->done, claim);
  return TRUE;
}

static gboolean
derive_chain (const Derivation *self, DtlClaim *start, GError **error)
{
  g_autoptr (GPtrArray) chain = g_ptr_array_new ();

  if (!gather_chain (self, start, chain, error))
    return FALSE;
  for (guint i = chain->len; i > 0; i--)
    if (!compute (self, g_ptr_array_index (chain, i - 1), error))
      return FALSE;
  return TRUE;
}

gboolean
dtl_derive_claims (GPtrArray *claims, GPtrArray *sources, GError **error)
{
  g_autoptr (GHashTable) claims_by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GHashTable) sources_by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GHashTable) done = g_hash_table_new (NULL, NULL);
  Derivation derivation = { claims_by_id, sources_by_id, done };

  g_return_val_if_fail (claims != NULL && sources != NULL, FALSE);

  for (guint i = 0; i < claims->len; i++)
    g_hash_table_insert (claims_by_id, &((DtlClaim *) g_ptr_array_index (claims, i))->id, claims->pdata[i]);
  for (guint i = 0; i < sources->len; i++)
    g_hash_table_insert (sources_by_id, &((DtlSource *) g_ptr_array_index (sources, i))->id, sources->pdata[i]);
  for (guint i = 0; i < claims->len; i++)
    if (!derive_chain (&derivation, g_ptr_array_index (claims, i), error))
      return FALSE;
  return TRUE;
}
