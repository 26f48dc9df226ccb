/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bundled sample case: its description and summaries are resources, and become a case through the same store as
 * everything else. No clock and no random number goes in, so that every copy of it is the same file. */
#include "config.h"

#include "base/dtl-gettext.h"
#include "io/dtl-sample-reader.h"
#include "service/dtl-document-private.h"
#include "service/dtl-sample-resources.h"

#define RESOURCE_FOLDER "/sample"

/* The day on which the sample was made: the stamp prints it as the day of the case's last change. */
#define SAMPLE_CHANGE_UTC_SECONDS INT64_C (1795219200)

static GBytes *
load_resource (const char *name, gpointer user_data, GError **error)
{
  g_autofree char *path = g_strdup_printf (RESOURCE_FOLDER "/%s", name);
  GResource *resource = user_data;

  return g_resource_lookup_data (resource, path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
}

typedef gboolean (*PutFunc) (DtlStore *store, gpointer record, GError **error);

static gboolean
put_all (DtlStore *store, GPtrArray *records, PutFunc put, GError **error)
{
  for (guint i = 0; i < records->len; i++)
    {
      if (!put (store, g_ptr_array_index (records, i), error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
put_case (DtlStore *store, DtlSampleCase *sample, GError **error)
{
  return put_all (store, sample->actors, (PutFunc) dtl_store_put_actor, error) &&
         put_all (store, sample->sources, (PutFunc) dtl_store_put_source, error) &&
         put_all (store, sample->passages, (PutFunc) dtl_store_put_passage, error) &&
         put_all (store, sample->events, (PutFunc) dtl_store_put_event, error) &&
         put_all (store, sample->links, (PutFunc) dtl_store_put_link, error);
}

static gboolean
fill_sample (DtlStore *store, gpointer user_data, GError **error)
{
  if (!dtl_store_begin (store, "Make the sample case", "", SAMPLE_CHANGE_UTC_SECONDS, error))
    return FALSE;
  if (!put_case (store, user_data, error))
    {
      dtl_store_rollback (store);
      return FALSE;
    }

  return dtl_store_commit (store, error);
}

/**
 * dtl_document_write_sample:
 * @path: where the case is to be; there must be no file
 * @error: DTL_STORE_ERROR
 *
 * Returns: whether the case stands there
 */
gboolean
dtl_document_write_sample (const char *path, GError **error)
{
  g_autoptr (GBytes) description = NULL;
  g_autoptr (DtlSampleCase) sample = NULL;
  GResource *resource = dtl_sample_get_resource ();

  g_return_val_if_fail (path != NULL, FALSE);

  description = load_resource ("kaspersky.json", resource, error);
  if (description == NULL)
    return FALSE;
  sample = dtl_sample_read (description, load_resource, resource, error);
  if (sample == NULL)
    return FALSE;

  return dtl_working_copy_write_new (path, sample->title, sample->language, fill_sample, sample, error);
}
