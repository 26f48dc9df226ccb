/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-folding.h. */
#include "config.h"

#include "layout/dtl-folding.h"

#include "layout/dtl-fold-gain.h"

/**
 * DtlFolding:
 * @folded: of int64_t: moments that a person has folded
 * @opened: of int64_t: moments that a person has opened, of what folds by itself
 * @by_hand: of DtlFold: what a person has folded, as far as it is empty, by time
 * @offered: of DtlFold: what may fold by itself beside these, by time
 * @folds: of DtlFold: what that comes to, by time
 */
struct _DtlFolding
{
  gboolean is_automatic;
  GArray *folded;
  GArray *opened;
  GArray *by_hand;
  GArray *offered;
  GArray *folds;
};

/** dtl_folding_new: Returns: (transfer full): one that folds nothing */
DtlFolding *
dtl_folding_new (void)
{
  DtlFolding *self = g_new0 (DtlFolding, 1);

  self->folded = g_array_new (FALSE, FALSE, sizeof (int64_t));
  self->opened = g_array_new (FALSE, FALSE, sizeof (int64_t));
  self->by_hand = g_array_new (FALSE, FALSE, sizeof (DtlFold));
  self->offered = g_array_new (FALSE, FALSE, sizeof (DtlFold));
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
  g_array_unref (self->by_hand);
  g_array_unref (self->offered);
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

static void
copy_moments (GArray *moments, const GArray *others)
{
  g_array_set_size (moments, 0);
  g_array_append_vals (moments, others->data, others->len);
}

/** dtl_folding_take_over: folds from the next dtl_folding_update() on as @other does, by itself and by hand */
void
dtl_folding_take_over (DtlFolding *self, const DtlFolding *other)
{
  g_return_if_fail (self != NULL && other != NULL);

  self->is_automatic = other->is_automatic;
  copy_moments (self->folded, other->folded);
  copy_moments (self->opened, other->opened);
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

static gboolean
touches_any (const DtlFold *fold, const GArray *folds)
{
  for (guint i = 0; i < folds->len; i++)
    if (g_array_index (folds, DtlFold, i).from_seconds <= fold->to_seconds &&
        g_array_index (folds, DtlFold, i).to_seconds >= fold->from_seconds)
      return TRUE;
  return FALSE;
}

static void
offer (DtlFolding *self, const DtlColumns *columns, const DtlBitset *visible)
{
  g_autoptr (GArray) found = dtl_folds_find (columns, visible, NULL);

  for (guint i = 0; i < found->len; i++)
    if (!has_any (&g_array_index (found, DtlFold, i), self->opened) &&
        !touches_any (&g_array_index (found, DtlFold, i), self->by_hand))
      g_array_append_val (self->offered, g_array_index (found, DtlFold, i));
}

static void
join (DtlFolding *self, const GArray *chosen)
{
  g_array_set_size (self->folds, 0);
  g_array_append_vals (self->folds, chosen->data, chosen->len);
  for (guint i = 0; i < self->by_hand->len; i++)
    insert (self->folds, &g_array_index (self->by_hand, DtlFold, i));
}

/**
 * dtl_folding_update:
 * @columns, @visible: what shows now
 *
 * To be called once for each filter, and after what is folded was changed. A pass over the marks of what shows if it
 * folds by itself, and one for each stretch that was folded by hand. All that may fold by itself does so until
 * dtl_folding_choose() has looked at it.
 */
void
dtl_folding_update (DtlFolding *self, const DtlColumns *columns, const DtlBitset *visible)
{
  DtlFold fold;

  g_return_if_fail (self != NULL && columns != NULL && visible != NULL);

  g_array_set_size (self->by_hand, 0);
  g_array_set_size (self->offered, 0);
  for (guint i = 0; i < self->folded->len && self->by_hand->len < DTL_FOLDS_MOST; i++)
    if (dtl_folds_find_at (columns, visible, g_array_index (self->folded, int64_t, i), &fold))
      insert (self->by_hand, &fold);
  if (self->is_automatic)
    offer (self, columns, visible);
  join (self, self->offered);
}

/**
 * dtl_folding_choose:
 * @layout, @width_px, @break_px: as for dtl_folds_choose()
 *
 * Keeps what is worth it of all that may fold by itself, as of the last dtl_folding_update(). To be called after that,
 * and when the width or the text is another.
 */
void
dtl_folding_choose (DtlFolding *self, DtlLayout *layout, int width_px, int break_px)
{
  g_autoptr (GArray) chosen = NULL;

  g_return_if_fail (self != NULL && layout != NULL);

  chosen = dtl_folds_choose (layout, width_px, break_px, self->by_hand, self->offered);
  join (self, chosen);
}

/** dtl_folding_get: @n_folds: (out). Returns: (transfer none): by time, as of the last update or choice */
const DtlFold *
dtl_folding_get (const DtlFolding *self, guint *n_folds)
{
  g_return_val_if_fail (self != NULL && n_folds != NULL, NULL);

  *n_folds = self->folds->len;
  return (const DtlFold *) (const void *) self->folds->data;
}
