/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages of a PDF for a printer: drawn by the same calls as the file, and kept as recordings, since a printer's
 * surface is not there yet while they are made, and belongs to another thread. */
#include "config.h"

#include "service/dtl-export-private.h"

static GPtrArray *
record_pages (DtlExportDrawing *drawing, GError **error)
{
  g_autoptr (DtlPicturePages) pages = dtl_picture_lay_out (&drawing->picture, error);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) cairo_surface_destroy);
  guint n_pages = pages != NULL ? dtl_picture_pages_get_facts (pages)->n_pages : 0;

  for (guint i = 0; i < n_pages; i++)
    {
      cairo_surface_t *record = dtl_picture_pages_record (pages, i, error);

      if (record == NULL)
        return NULL;
      g_ptr_array_add (records, record);
    }

  return n_pages > 0 ? g_steal_pointer (&records) : NULL;
}

GPtrArray *
dtl_export_record (DtlDocument *document, const DtlExportOptions *options, const DtlExportRun *run, GError **error)
{
  g_auto (DtlExportDrawing) drawing = { 0 };
  g_autoptr (GPtrArray) records = NULL;
  DtlLanguage language;

  g_return_val_if_fail (DTL_IS_DOCUMENT (document) && options != NULL, NULL);
  g_return_val_if_fail (options->format == DTL_PICTURE_PDF, NULL);

  dtl_export_enter_language (&language, document, options);
  if (dtl_export_drawing_init (&drawing, document, options, run, error))
    records = record_pages (&drawing, error);
  dtl_language_leave (&language);
  if (records == NULL || !dtl_export_drawing_check (&drawing, error))
    return NULL;

  return g_steal_pointer (&records);
}
