/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list of events as JSON, as `dateline list --format json` prints it. */
#include "config.h"

#include "io/dtl-events-json.h"
#include "service/dtl-import-batch-private.h"

gboolean
dtl_import_events (DtlImportJob *job, GError **error)
{
  g_autoptr (DtlImportNames) names = NULL;
  g_autoptr (DtlImportBatch) batch = NULL;
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (GError) local = NULL;
  gboolean is_done;

  if (!dtl_import_find_earlier (job, error))
    return FALSE;
  if (job->report->is_known)
    return TRUE;
  events = dtl_events_read_json (job->bytes, &local);
  if (events == NULL)
    {
      g_set_error (error, DTL_SERVICE_ERROR, DTL_SERVICE_ERROR_READ, "%s: %s", job->path, local->message);
      return FALSE;
    }
  names = dtl_import_names_new (job);
  batch = dtl_import_batch_new (job, names);
  for (guint i = 0; i < events->len; i++)
    dtl_import_batch_add (batch, g_ptr_array_index (events, i));
  g_ptr_array_set_free_func (events, NULL);

  dtl_store_set_bulk (job->store, TRUE);
  is_done = dtl_import_batch_write (batch, error);
  dtl_store_set_bulk (job->store, FALSE);

  return is_done;
}
