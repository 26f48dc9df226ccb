/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Exporting a picture: what it shows, how it looks, and a preview of what the file will be. */
#pragma once

#include <adwaita.h>

#include "app/dtl-session.h"
#include "app/export/dtl-export-choices.h"

G_BEGIN_DECLS

#define DTL_TYPE_EXPORT_DIALOG (dtl_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (DtlExportDialog, dtl_export_dialog, DTL, EXPORT_DIALOG, AdwWindow)

/**
 * DtlExportDialog::exported: (path: filename) a picture was written, and the dialog closes.
 */

GtkWidget *dtl_export_dialog_new (GtkWindow *parent, DtlSession *session, const DtlExportView *view);
void dtl_export_dialog_write (DtlExportDialog *self, const char *path);

G_END_DECLS
