/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the canvas folds. Which stretches these are is layout's (dtl-folding), once for each filter; here the view goes
 * along: what was in its middle stays there, and what opens or closes is flown to. */
#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "app/compat/dtl-announce.h"
#include "app/timeline/dtl-canvas-private.h"

static DtlColumns *
get_columns (DtlCanvas *self)
{
  return dtl_document_get_columns (dtl_session_get_document (self->session));
}

/* Whether the view folds what it should, each wholly. */
static gboolean
is_settled (DtlCanvas *self)
{
  const DtlTimeScale *scale = &self->view.scale;
  guint n_folds;
  const DtlFold *folds = dtl_folding_get (self->folding, &n_folds);

  if (scale->n_folds != n_folds || (n_folds > 0 && scale->break_px != dtl_painter_get_break_px (self->text)))
    return FALSE;
  for (guint i = 0; i < n_folds; i++)
    if (scale->folds[i].fold.from_seconds != folds[i].from_seconds ||
        scale->folds[i].fold.to_seconds != folds[i].to_seconds || scale->folds[i].openness > 0)
      return FALSE;
  return TRUE;
}

static void
fold_view (DtlCanvas *self, double x_px)
{
  guint n_folds;
  const DtlFold *folds = dtl_folding_get (self->folding, &n_folds);

  if (is_settled (self))
    return;
  dtl_viewport_set_folds (&self->view, folds, n_folds, dtl_painter_get_break_px (self->text), x_px);
  self->layout_is_stale = TRUE;
}

/* What folds by itself goes with the width, but only where everything is shown anew: nobody expects that of a part. */
static void
choose_folds (DtlCanvas *self)
{
  dtl_folding_choose (self->folding, self->layout, self->view.width_px, dtl_painter_get_break_px (self->text));
}

/* Folds what is to be folded with what shows now; layout, at any zoom, and text must be there. For
 * dtl_canvas_ensure_layout(). */
void
dtl_canvas_ensure_folds (DtlCanvas *self)
{
  if (!self->folds_are_stale && !self->needs_fit)
    return;
  if (self->folds_are_stale)
    dtl_folding_update (self->folding, get_columns (self), dtl_session_get_visible (self->session));
  self->folds_are_stale = FALSE;
  choose_folds (self);
  if (!is_settled (self))
    self->needs_fit |= self->is_fitted;
  fold_view (self, self->view.width_px / 2.0);
}

/* Takes back what a view from another time folds, or one that was stopped in the middle of it. */
void
dtl_canvas_settle_folds (DtlCanvas *self)
{
  if (self->session != NULL && self->text != NULL)
    fold_view (self, self->view.width_px / 2.0);
}

/* After what is to be folded has changed: shows it, and flies there. What shows everything goes on doing so. */
static void
refold (DtlCanvas *self, double x_px)
{
  DtlViewport before;

  dtl_canvas_depart (self, &before);
  dtl_folding_update (self->folding, get_columns (self), dtl_session_get_visible (self->session));
  choose_folds (self);
  fold_view (self, x_px);
  if (self->is_fitted)
    dtl_canvas_fit_at_once (self);
  else
    dtl_canvas_view_changed (self, TRUE);
  self->announces_view = FALSE;
  if (dtl_canvas_ensure_layout (self))
    dtl_canvas_update_adjustment (self);
  dtl_canvas_arrive (self, &before);
  g_signal_emit_by_name (self, "folds-changed");
}

static void
announce_folds (DtlCanvas *self)
{
  guint n_folds;
  g_autofree char *words = NULL;

  dtl_folding_get (self->folding, &n_folds);
  if (n_folds > 0)
    words =
        g_strdup_printf (ngettext ("%u empty stretch is folded", "%u empty stretches are folded", n_folds), n_folds);
  dtl_announce (GTK_WIDGET (self), words != NULL ? words : _ ("Nothing is folded"));
}

static void
announce_fold (DtlCanvas *self, const DtlFold *fold, gboolean is_folded)
{
  g_autofree char *words = dtl_fold_describe (fold);
  /* Translators: what is said of a stretch of time, after "Nothing starts or ends for 5 years 4 months" */
  g_autofree char *said = g_strdup_printf (is_folded ? _ ("Folded: %s") : _ ("Unfolded: %s"), words);

  dtl_announce (GTK_WIDGET (self), said);
}

/**
 * dtl_canvas_set_fold_empty:
 * @fold_empty: whether all long stretches in which nothing starts or ends are folded
 */
void
dtl_canvas_set_fold_empty (DtlCanvas *self, gboolean fold_empty)
{
  g_return_if_fail (DTL_IS_CANVAS (self));

  if (dtl_folding_is_automatic (self->folding) == fold_empty)
    return;
  dtl_folding_set_automatic (self->folding, fold_empty);
  if (!dtl_canvas_ensure_layout (self))
    {
      self->folds_are_stale = TRUE;
      return;
    }
  refold (self, self->view.width_px / 2.0);
  announce_folds (self);
}

/* Opens everything that is folded; nothing folds by itself any more. */
void
dtl_canvas_unfold_all (DtlCanvas *self)
{
  g_return_if_fail (DTL_IS_CANVAS (self));

  dtl_folding_unfold_all (self->folding);
  if (!dtl_canvas_ensure_layout (self))
    return;
  refold (self, self->view.width_px / 2.0);
  announce_folds (self);
}

/**
 * dtl_canvas_fold_like:
 * @other: one of the same case, whose folds are taken over, by hand or not, as they are now
 */
void
dtl_canvas_fold_like (DtlCanvas *self, DtlCanvas *other)
{
  g_return_if_fail (DTL_IS_CANVAS (self) && DTL_IS_CANVAS (other));

  dtl_folding_take_over (self->folding, other->folding);
  self->folds_are_stale = TRUE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Returns: (transfer none): what is folded, by time */
const DtlFold *
dtl_canvas_get_folds (DtlCanvas *self, guint *n_folds)
{
  g_return_val_if_fail (DTL_IS_CANVAS (self), NULL);
  return dtl_folding_get (self->folding, n_folds);
}

/* --- one of them ------------------------------------------------------------------------------------------------ */

/* Shorter ones have no length in words. */
static gboolean
is_worth_folding (const DtlFold *fold)
{
  return fold->to_seconds - fold->from_seconds >= 2 * DTL_SECONDS_PER_DAY;
}

static gboolean
find_foldable (DtlCanvas *self, int64_t civil_seconds, DtlFold *fold)
{
  guint n_folds;

  if (self->session == NULL)
    return FALSE;
  for (guint i = 0; i < self->view.scale.n_folds; i++)
    if (civil_seconds >= self->view.scale.folds[i].fold.from_seconds &&
        civil_seconds <= self->view.scale.folds[i].fold.to_seconds)
      return FALSE;
  dtl_folding_get (self->folding, &n_folds);
  return n_folds < DTL_FOLDS_MOST &&
         dtl_folds_find_at (get_columns (self), dtl_session_get_visible (self->session), civil_seconds, fold) &&
         is_worth_folding (fold);
}

/* Returns: whether the stretch around a moment is empty, and can be folded */
gboolean
dtl_canvas_can_fold_at (DtlCanvas *self, int64_t civil_seconds)
{
  DtlFold fold;

  g_return_val_if_fail (DTL_IS_CANVAS (self), FALSE);
  return find_foldable (self, civil_seconds, &fold);
}

/* Folds the empty stretch around a moment, if there is one. */
void
dtl_canvas_fold_at (DtlCanvas *self, int64_t civil_seconds)
{
  DtlFold fold;

  g_return_if_fail (DTL_IS_CANVAS (self));

  if (!dtl_canvas_ensure_layout (self) || !find_foldable (self, civil_seconds, &fold))
    return;
  dtl_folding_fold (self->folding, &fold);
  refold (self, CLAMP (dtl_viewport_x_at (&self->view, civil_seconds), 0, self->view.width_px));
  announce_fold (self, &fold, TRUE);
}

/* Opens what is folded at a moment. */
void
dtl_canvas_unfold_at (DtlCanvas *self, int64_t civil_seconds)
{
  guint n_folds;
  const DtlFold *folds;

  g_return_if_fail (DTL_IS_CANVAS (self));

  folds = dtl_folding_get (self->folding, &n_folds);
  for (guint i = 0; i < n_folds; i++)
    if (civil_seconds >= folds[i].from_seconds && civil_seconds <= folds[i].to_seconds)
      {
        DtlFold fold = folds[i];

        if (!dtl_canvas_ensure_layout (self))
          return;
        dtl_folding_unfold (self->folding, &fold);
        refold (self, CLAMP (dtl_viewport_x_at (&self->view, civil_seconds), 0, self->view.width_px));
        announce_fold (self, &fold, FALSE);
        return;
      }
}

/* The longest empty stretch between the first and the last of several selected events that is open. */
static gboolean
find_selected (DtlCanvas *self, DtlFold *fold)
{
  DtlBitset *chosen = self->session != NULL ? dtl_session_get_chosen (self->session) : NULL;
  int64_t from, to;

  return chosen != NULL && dtl_layout_get_extent (get_columns (self), chosen, &from, &to) &&
         dtl_folds_find_between (get_columns (self), dtl_session_get_visible (self->session), from, to, fold) &&
         find_foldable (self, fold->from_seconds, fold);
}

/* Folds the longest empty stretch between the selected events. Returns: FALSE if there is none */
gboolean
dtl_canvas_fold_selected (DtlCanvas *self)
{
  DtlFold fold;

  g_return_val_if_fail (DTL_IS_CANVAS (self), FALSE);

  if (!find_selected (self, &fold))
    return FALSE;
  dtl_canvas_fold_at (self, fold.from_seconds);
  return TRUE;
}

/* Returns: (nullable) (transfer none): the break under a point of the widget, on the line or on its axis */
const DtlScaleFold *
dtl_canvas_hit_break (DtlCanvas *self, double x, double y)
{
  double plot_x = x - self->frame.header_width_px;
  int64_t world_px = (int64_t) floor (floor (self->view.offset_px + 0.5) + plot_x);
  const DtlScaleFold *fold;

  if (!dtl_canvas_ensure_layout (self) || plot_x < 0 || y < 0)
    return NULL;
  if (y >= self->frame.axis_height_px && y < self->frame.axis_height_px + self->frame.shelf_height_px)
    return NULL;
  fold = dtl_time_scale_next_break (&self->view.scale, world_px);
  return fold != NULL && fold->x0_px <= world_px ? fold : NULL;
}
