/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The thread has references to what never changes; what it finds is nobody else's until it is handed over. */
#include "config.h"

#include "service/dtl-whole.h"

#include "layout/dtl-folds.h"
#include "layout/dtl-layout.h"
#include "render/dtl-paint-overview.h"

typedef struct
{
  DtlColumns *columns;
  DtlBitset *visible;
  DtlPlaces *places;
  int width_px;
} Job;

static void
job_free (Job *self)
{
  dtl_columns_unref (self->columns);
  dtl_bitset_unref (self->visible);
  dtl_places_unref (self->places);
  g_free (self);
}

/** dtl_whole_free: @self: (nullable) */
void
dtl_whole_free (DtlWhole *self)
{
  if (self == NULL)
    return;
  dtl_columns_unref (self->columns);
  dtl_bitset_unref (self->visible);
  g_clear_pointer (&self->folds, g_array_unref);
  g_clear_pointer (&self->density, dtl_density_free);
  g_free (self);
}

static DtlDensity *
count (const Job *self, int64_t first_seconds, int64_t last_seconds)
{
  DtlStrip strip;

  dtl_strip_init (&strip, first_seconds, last_seconds, 0, self->width_px);
  return dtl_density_new (self->places, self->visible, strip.from_seconds, strip.to_seconds,
                          dtl_overview_count_columns (&strip));
}

static void
find_in_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  const Job *job = task_data;
  DtlWhole *whole;

  if (g_task_return_error_if_cancelled (task))
    return;
  whole = g_new0 (DtlWhole, 1);
  whole->columns = dtl_columns_ref (job->columns);
  whole->visible = dtl_bitset_ref (job->visible);
  whole->has_span = dtl_layout_get_extent (job->columns, job->visible, &whole->first_seconds, &whole->last_seconds);
  whole->folds = dtl_folds_find (job->columns, job->visible, NULL);
  if (whole->has_span)
    whole->density = count (job, whole->first_seconds, whole->last_seconds);
  g_task_return_pointer (task, whole, (GDestroyNotify) dtl_whole_free);
}

/**
 * dtl_whole_find_async:
 * @document: the case
 * @visible: rows of its columns; kept referenced
 * @places: of the same columns; kept referenced
 * @width_px: of the overview's strip, at least 1
 * @cancellable: (nullable): what was found is not handed over then
 * @callback: called in the caller's main context; ends with dtl_whole_find_finish()
 */
void
dtl_whole_find_async (DtlDocument *document,
                      DtlBitset *visible,
                      DtlPlaces *places,
                      int width_px,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job;

  g_return_if_fail (DTL_IS_DOCUMENT (document) && visible != NULL && places != NULL && width_px > 0);

  job = g_new0 (Job, 1);
  job->columns = dtl_columns_ref (dtl_document_get_columns (document));
  job->visible = dtl_bitset_ref (visible);
  job->places = dtl_places_ref (places);
  job->width_px = width_px;
  g_task_set_source_tag (task, dtl_whole_find_async);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, find_in_thread);
}

/* Returns: (transfer full) (nullable): NULL with G_IO_ERROR_CANCELLED alone */
DtlWhole *
dtl_whole_find_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
