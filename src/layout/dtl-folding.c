/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-folding.h. */
#include "config.h"

#include "layout/dtl-folding.h"

/**
 * DtlFolding:
 * @folded: of int64_t: moments that a person has folded
 * @opened: of int64_t: moments that a person has opened, of what folds by itself
 * @folds: of DtlFold: what that comes to, by time
 */
struct _DtlFolding
{
  gboolean is_automatic;
  GArray *folded;
  GArray *opened;
  GArray *folds;
};

/** dtl_folding_new: Returns: (transfer full): one that folds nothing */
DtlFolding *
dtl_folding_new (void)
{
  DtlFolding *self = g_new0 (DtlFolding, 1);

  self->folded = g_array_new (FALSE, FALSE, sizeof (int64_t));
  self->opened = g_array_new (FALSE, FALSE, sizeof (int64_t));
  self->folds = g_array_new (FALSE, FALSE, sizeof (DtlFold));
  return self;
}

/** dtl_folding_free: @self: (transfer full) (nullable) */
void
dtl_folding_free (DtlFolding *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->folded);
  g_array_unref (self->opened);
  g_array_unref (self->folds);
  g_free (self);
}

/** dtl_folding_set_automatic: whether long empty stretches are folded; those too that were opened by hand */
void
dtl_folding_set_automatic (DtlFolding *self, gboolean is_automatic)
{
  g_return_if_fail (self != NULL);

  self->is_automatic = is_automatic;
  g_array_set_size (self->opened, 0);
}

/** dtl_folding_is_automatic: Returns: what was set */
gboolean
dtl_folding_is_automatic (const DtlFolding *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->is_automatic;
}

static gboolean
has_moment (const DtlFold *fold, int64_t seconds)
{
  return seconds >= fold->from_seconds && seconds <= fold->to_seconds;
}

static gboolean
has_any (const DtlFold *fold, const GArray *moments)
{
  for (guint i = 0; i < moments->len; i++)
    if (has_moment (fold, g_array_index (moments, int64_t, i)))
      return TRUE;
  return FALSE;
}

static void
remove_moments (GArray *moments, const DtlFold *fold)
{
  for (guint i = moments->len; i > 0; i--)
    if (has_moment (fold, g_array_index (moments, int64_t, i - 1)))
      g_array_remove_index (moments, i - 1);
}

static int64_t
middle_of (const DtlFold *fold)
{
  return fold->from_seconds + (int64_t) (((uint64_t) fold->to_seconds - (uint64_t) fold->from_seconds) / 2);
}

/** dtl_folding_fold: @fold: an empty stretch, to be folded from the next dtl_folding_update() on */
void
dtl_folding_fold (DtlFolding *self, const DtlFold *fold)
{
  int64_t middle;

  g_return_if_fail (self != NULL && fold != NULL);

  middle = middle_of (fold);
  remove_moments (self->opened, fold);
  remove_moments (self->folded, fold);
  g_array_append_val (self->folded, middle);
}

/** dtl_folding_unfold: @fold: one of those that are folded, to be open from the next dtl_folding_update() on */
void
dtl_folding_unfold (DtlFolding *self, const DtlFold *fold)
{
  int64_t middle;

  g_return_if_fail (self != NULL && fold != NULL);

  middle = middle_of (fold);
  remove_moments (self->folded, fold);
  g_array_append_val (self->opened, middle);
}

/** dtl_folding_unfold_all: nothing is folded from the next dtl_folding_update() on, nor folds by itself */
void
dtl_folding_unfold_all (DtlFolding *self)
{
  g_return_if_fail (self != NULL);

  self->is_automatic = FALSE;
  dtl_folding_forget (self);
}

/** dtl_folding_forget: what a person has folded or opened, for another case */
void
dtl_folding_forget (DtlFolding *self)
{
  g_return_if_fail (self != NULL);

  g_array_set_size (self->folded, 0);
  g_array_set_size (self->opened, 0);
}

/* Keeps the order of time; what is there already is not added. */
static void
insert (GArray *folds, const DtlFold *fold)
{
  guint at = 0;

  while (at < folds->len && g_array_index (folds, DtlFold, at).to_seconds < fold->from_seconds)
    at++;
  if (at < folds->len && g_array_index (folds, DtlFold, at).from_seconds <= fold->to_seconds)
    return;
  g_array_insert_vals (folds, at, fold, 1);
}

static void
add_found (DtlFolding *self, const DtlColumns *columns, const DtlBitset *visible)
{
  g_autoptr (GArray) found = dtl_folds_find (columns, visible, NULL);

  for (guint i = 0; i < found->len; i++)
    if (!has_any (&g_array_index (found, DtlFold, i), self->opened))
      g_array_append_val (self->folds, g_array_index (found, DtlFold, i));
}

/**
 * dtl_folding_update:
 * @columns, @visible: what shows now
 *
 * To be called once for each filter, and after what is folded was changed. A pass over the marks of what shows if it
 * folds by itself, and one for each stretch that was folded by hand.
 */
void
dtl_folding_update (DtlFolding *self, const DtlColumns *columns, const DtlBitset *visible)
{
  DtlFold fold;

  g_return_if_fail (self != NULL && columns != NULL && visible != NULL);

  g_array_set_size (self->folds, 0);
  if (self->is_automatic)
    add_found (self, columns, visible);
  for (guint i = 0; i < self->folded->len && self->folds->len < DTL_FOLDS_MOST; i++)
    if (dtl_folds_find_at (columns, visible, g_array_index (self->folded, int64_t, i), &fold))
      insert (self->folds, &fold);
}

/** dtl_folding_get: @n_folds: (out). Returns: (transfer none): by time, as of the last dtl_folding_update() */
const DtlFold *
dtl_folding_get (const DtlFolding *self, guint *n_folds)
{
  g_return_val_if_fail (self != NULL && n_folds != NULL, NULL);

  *n_folds = self->folds->len;
  return (const DtlFold *) (const void *) self->folds->data;
}
