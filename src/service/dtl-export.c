/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A picture's bytes, and its file. */
#include "config.h"

#include "service/dtl-export.h"

#include "service/dtl-export-private.h"

void
dtl_export_options_init (DtlExportOptions *self)
{
  *self = (DtlExportOptions){ .theme = DTL_THEME_PRINT, .legend = TRUE, .stamp = DTL_EXPORT_STAMP_FULL, .scale = 1 };
}

/**
 * dtl_export_render:
 * @document: the case
 * @options: what and how
 * @run: (nullable): for progress and stopping
 * @error: DTL_STORE_ERROR, DTL_RENDER_ERROR, G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the file's bytes; the same bytes for the same case and options, whatever the
 * locale
 */
GBytes *
dtl_export_render (DtlDocument *document, const DtlExportOptions *options, const DtlExportRun *run, GError **error)
{
  g_auto (DtlExportDrawing) drawing = { 0 };
  g_autoptr (GBytes) bytes = NULL;
  DtlLanguage language;

  g_return_val_if_fail (DTL_IS_DOCUMENT (document) && options != NULL, NULL);

  dtl_export_enter_language (&language, document, options);
  if (dtl_export_drawing_init (&drawing, document, options, run, error))
    bytes = dtl_picture_render (&drawing.picture, error);
  dtl_language_leave (&language);
  if (bytes == NULL || !dtl_export_drawing_check (&drawing, error))
    return NULL;

  return g_steal_pointer (&bytes);
}

/**
 * dtl_export_to_path:
 * @path: the file; not looked at for its extension
 *
 * As dtl_export_render(), and DTL_SERVICE_ERROR_WRITE. When it fails or is stopped the file is as it was.
 */
gboolean
dtl_export_to_path (DtlDocument *document,
                    const char *path,
                    const DtlExportOptions *options,
                    const DtlExportRun *run,
                    GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (DTL_IS_DOCUMENT (document) && path != NULL && options != NULL, FALSE);

  if (!dtl_export_check_target (path, error))
    return FALSE;
  bytes = dtl_export_render (document, options, run, error);

  return bytes != NULL && dtl_export_go_on (run, DTL_EXPORT_PHASE_WRITING, 0, error) &&
         dtl_export_write (path, bytes, error);
}
