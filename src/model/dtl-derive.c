/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Derived claims in the order of their chains. A claim hangs on one anchor at most, so a chain is a plain list: it is
 * walked to its root and computed on the way back, without recursion, however long it is, and each claim once. */
#include "config.h"

#include "base/dtl-gettext.h"
#include "model/dtl-derive.h"

/* A circle of more dates than this is told by its first ones. */
#define MOST_NAMES 12

typedef struct
{
  GHashTable *claims;  /* int64 in the claim -> DtlClaim */
  GHashTable *sources; /* int64 in the source -> DtlSource */
  GHashTable *done;    /* set of DtlClaim */
  DtlClaimNameFunc name;
  gpointer user_data;
} Derivation;

static DtlClaim *
find_anchor_claim (const Derivation *self, const DtlClaim *claim)
{
  return claim->rule.anchor_claim != DTL_ID_NONE ? g_hash_table_lookup (self->claims, &claim->rule.anchor_claim) : NULL;
}

static void
set_cycle_error (const Derivation *self, GPtrArray *chain, guint begin, GError **error)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = begin; i <= chain->len; i++)
    {
      g_autofree char *name = NULL;

      if (i - begin == MOST_NAMES && i < chain->len)
        {
          g_string_append (names, " → …");
          i = chain->len;
        }
      name = self->name (g_ptr_array_index (chain, i < chain->len ? i : begin), self->user_data);
      g_string_append_printf (names, "%s%s", i > begin ? " → " : "", name);
    }
  g_set_error (error, DTL_MODEL_ERROR, DTL_MODEL_ERROR_CYCLE,
               _ ("Dates that are counted from each other in a circle have no beginning: %s. Give one of them a stated "
                  "date."),
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
          set_cycle_error (self, chain, GPOINTER_TO_UINT (place), error);
          return FALSE;
        }
      g_hash_table_insert (on_chain, claim, GUINT_TO_POINTER (chain->len));
      g_ptr_array_add (chain, claim);
      claim = find_anchor_claim (self, claim);
    }
  return TRUE;
}

/* Sets @value to the anchor's date, NULL where it has none. FALSE where there is no such anchor. */
static gboolean
find_anchor_value (const Derivation *self, const DtlClaim *claim, const char **value)
{
  const DtlClaim *anchor = find_anchor_claim (self, claim);
  const DtlSource *source = g_hash_table_lookup (self->sources, &claim->rule.anchor_source);

  if (claim->rule.anchor_claim != DTL_ID_NONE)
    *value = anchor != NULL ? anchor->edtf : NULL;
  else
    *value = source != NULL ? source->issued_edtf : NULL;
  return claim->rule.anchor_claim != DTL_ID_NONE ? anchor != NULL : source != NULL;
}

static gboolean
compute (const Derivation *self, DtlClaim *claim, GError **error)
{
  const char *anchor = NULL;
  g_autofree char *name = NULL;

  g_clear_pointer (&claim->edtf, g_free);
  if (!find_anchor_value (self, claim, &anchor))
    {
      name = self->name (claim, self->user_data);
      g_set_error (
          error, DTL_MODEL_ERROR, DTL_MODEL_ERROR_NO_ANCHOR,
          claim->rule.anchor_claim == DTL_ID_NONE
              ? _ ("%s is counted from the publication of a source that is not in the case. Choose another, or "
                   "state the date itself.")
              : _ ("%s is counted from a date that is not in the case. Choose another, or state the date "
                   "itself."),
          name);
      return FALSE;
    }
  if (anchor != NULL)
    claim->edtf = dtl_rule_compute (&claim->rule, anchor, NULL);
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

static void
index_claims (const Derivation *self, GPtrArray *claims, gboolean are_done)
{
  for (guint i = 0; i < claims->len; i++)
    {
      DtlClaim *claim = g_ptr_array_index (claims, i);

      g_hash_table_insert (self->claims, &claim->id, claim);
      if (are_done)
        g_hash_table_add (self->done, claim);
    }
}

gboolean
dtl_derive_claims (GPtrArray *claims,
                   GPtrArray *anchors,
                   GPtrArray *sources,
                   DtlClaimNameFunc name,
                   gpointer user_data,
                   GError **error)
{
  g_autoptr (GHashTable) claims_by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GHashTable) sources_by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GHashTable) done = g_hash_table_new (NULL, NULL);
  Derivation derivation = { claims_by_id, sources_by_id, done, name, user_data };

  g_return_val_if_fail (claims != NULL && sources != NULL && name != NULL, FALSE);

  if (anchors != NULL)
    index_claims (&derivation, anchors, TRUE);
  index_claims (&derivation, claims, FALSE);
  for (guint i = 0; i < sources->len; i++)
    g_hash_table_insert (sources_by_id, &((DtlSource *) g_ptr_array_index (sources, i))->id, sources->pdata[i]);
  for (guint i = 0; i < claims->len; i++)
    if (!derive_chain (&derivation, g_ptr_array_index (claims, i), error))
      return FALSE;
  return TRUE;
}
