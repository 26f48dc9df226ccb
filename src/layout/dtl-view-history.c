/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-view-history.h. */
#include "config.h"

#include "layout/dtl-view-history.h"

#include <math.h>

#define MOST_STEPS 100
/* Moves that follow each other within this time are one. */
#define PAUSE_US (1200 * INT64_C (1000))
/* Views that differ by less are the same one. */
#define SAME_PX    1.0
#define SAME_SCALE 1e-6

/*
 * DtlViewHistory:
 * @steps: (element-type DtlViewStep): from the oldest to the newest
 * @at: the one that is looked at, where there are any
 * @moved_us: when that one was last moved
 * @can_move: whether that one came by moving, so that moving on changes it
 */
struct _DtlViewHistory
{
  GArray *steps;
  guint at;
  int64_t moved_us;
  gboolean can_move;
};

/** dtl_view_history_new: Returns: (transfer full): an empty one */
DtlViewHistory *
dtl_view_history_new (void)
{
  DtlViewHistory *self = g_new0 (DtlViewHistory, 1);

  self->steps = g_array_new (FALSE, FALSE, sizeof (DtlViewStep));
  return self;
}

/** dtl_view_history_free: @self: (nullable): frees it */
void
dtl_view_history_free (DtlViewHistory *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->steps);
  g_free (self);
}

/** dtl_view_history_clear: forgets everything, for another case */
void
dtl_view_history_clear (DtlViewHistory *self)
{
  g_return_if_fail (self != NULL);

  g_array_set_size (self->steps, 0);
  self->at = 0;
  self->can_move = FALSE;
}

static DtlViewStep *
get_current (const DtlViewHistory *self)
{
  return self->steps->len > 0 ? &g_array_index (self->steps, DtlViewStep, self->at) : NULL;
}

static gboolean
is_same_view (const DtlViewStep *a, const DtlViewStep *b)
{
  double ratio = a->view.scale.px_per_day / b->view.scale.px_per_day;

  return fabs (ratio - 1) < SAME_SCALE && a->view.scale.n_folds == b->view.scale.n_folds &&
         fabs (a->view.offset_px - b->view.offset_px) < SAME_PX;
}

/* What shows everything shows it at another scale in another width; scrolling lanes is no step of its own. */
static gboolean
is_same_step (const DtlViewStep *a, const DtlViewStep *b)
{
  return (a->is_fitted && b->is_fitted) || is_same_view (a, b);
}

static void
append (DtlViewHistory *self, const DtlViewStep *step)
{
  if (self->steps->len > 0)
    g_array_set_size (self->steps, self->at + 1);
  if (self->steps->len == MOST_STEPS)
    g_array_remove_index (self->steps, 0);
  g_array_append_vals (self->steps, step, 1);
  self->at = self->steps->len - 1;
}

/**
 * dtl_view_history_visit:
 * @step: what is seen now
 * @time_us: when, in microseconds of any clock
 * @is_jump: it was gone to at once, by a command; FALSE: it was moved to, which goes on where the last move ended
 *
 * Returns: whether other steps than before can be gone to
 */
gboolean
dtl_view_history_visit (DtlViewHistory *self, const DtlViewStep *step, int64_t time_us, gboolean is_jump)
{
  DtlViewStep *current;
  gboolean goes_on;

  g_return_val_if_fail (self != NULL && step != NULL, FALSE);

  current = get_current (self);
  if (current != NULL && is_same_step (current, step))
    {
      *current = *step;
      return FALSE;
    }
  goes_on = !is_jump && self->can_move && self->at + 1 == self->steps->len && time_us - self->moved_us < PAUSE_US;
  self->moved_us = time_us;
  self->can_move = !is_jump && current != NULL;
  if (goes_on)
    {
      *current = *step;
      return FALSE;
    }
  append (self, step);
  return TRUE;
}

/** dtl_view_history_can_go: @by: -1 for back, 1 for forward. Returns: whether there is such a step */
gboolean
dtl_view_history_can_go (const DtlViewHistory *self, int by)
{
  int64_t to;

  g_return_val_if_fail (self != NULL, FALSE);

  to = (int64_t) self->at + by;
  return to >= 0 && to < self->steps->len;
}

/**
 * dtl_view_history_go:
 * @by: -1 for back, 1 for forward
 *
 * Returns: (transfer none) (nullable): the step that is looked at from now on, valid until the next call; NULL if there
 * is none there
 */
const DtlViewStep *
dtl_view_history_go (DtlViewHistory *self, int by)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (!dtl_view_history_can_go (self, by))
    return NULL;
  self->at = (guint) ((int) self->at + by);
  self->can_move = FALSE;
  return get_current (self);
}
