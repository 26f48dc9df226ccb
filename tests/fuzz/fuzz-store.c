/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opens arbitrary bytes as a case, as a double click on somebody's file does, and reads all that there is to read. */
#include <glib/gstdio.h>
#include <stdint.h>
#include <unistd.h>

#include "store/dtl-store.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static void
discard (GPtrArray *array)
{
  g_clear_pointer (&array, g_ptr_array_unref);
}

static void
read_rows (DtlStore *store)
{
  GArray *found = dtl_store_search (store, "ban sales", NULL);

  g_clear_pointer (&found, g_array_unref);
  discard (dtl_store_get_passages (store, DTL_ID_NONE, NULL));
  discard (dtl_store_get_history (store, NULL));
  discard (dtl_store_get_import_records (store, NULL));
  dtl_case_info_free (dtl_store_get_info (store, NULL));
  g_free (dtl_store_content_hash (store, NULL));
  g_free (dtl_store_get_undo_label (store));
  g_free (dtl_store_get_redo_label (store));
  for (int review = DTL_REVIEW_ACCEPTED; review <= DTL_REVIEW_REJECTED; review++)
    {
      g_autoptr (GPtrArray) events = dtl_store_get_events (store, review, NULL);

      for (guint i = 0; events != NULL && i < events->len; i++)
        g_assert_nonnull (((DtlEvent *) events->pdata[i])->claims);
    }
}

static void
read_texts (DtlStore *store, GPtrArray *sources)
{
  for (guint i = 0; i < sources->len; i++)
    {
      const DtlSource *source = g_ptr_array_index (sources, i);

      for (guint j = 0; j < source->texts->len; j++)
        {
          g_autofree char *words = dtl_store_get_text (store, ((DtlSourceText *) source->texts->pdata[j])->id, NULL);

          g_assert_true (words == NULL || g_utf8_validate (words, -1, NULL));
        }
    }
}

static void
read_all (const char *path)
{
  g_autoptr (DtlStore) store = dtl_store_open_file (path, NULL);
  g_autoptr (DtlActorTable) actors = NULL;
  g_autoptr (GPtrArray) sources = NULL;

  if (store == NULL)
    return;
  actors = dtl_store_get_actors (store, NULL);
  sources = dtl_store_get_sources (store, NULL);
  if (actors != NULL && sources != NULL)
    {
      DtlColumns *columns = dtl_store_get_columns (store, actors, sources, NULL);

      g_clear_pointer (&columns, dtl_columns_unref);
      read_texts (store, sources);
    }
  read_rows (store);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *name = g_strdup_printf ("dateline-fuzz-%d.dateline", (int) getpid ());
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), name, NULL);

  if (!g_file_set_contents_full (path, (const char *) data, (gssize) size, G_FILE_SET_CONTENTS_NONE, 0600, NULL))
    return 0;
  read_all (path);
  dtl_store_verify_file (path, NULL);
  g_unlink (path);
  return 0;
}
