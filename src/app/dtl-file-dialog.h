/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Choosing files: titles, filters and extensions for each kind of file. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** DtlFileDialogKind: what is chosen, which rules the title, the filters and whether the file must exist. */
typedef enum
{
  DTL_FILE_DIALOG_OPEN_CASE,
  DTL_FILE_DIALOG_NEW_CASE,
  DTL_FILE_DIALOG_EXPORT,
  DTL_FILE_DIALOG_IMPORT,
  DTL_FILE_DIALOG_ORIGINAL,
} DtlFileDialogKind;

/* @path: absolute, of a local file */
typedef void (*DtlFileDialogCallback) (GObject *owner, const char *path);

void dtl_file_dialog_show (GtkWindow *parent,
                           DtlFileDialogKind kind,
                           const char *suggested_name,
                           GObject *owner,
                           DtlFileDialogCallback callback);
char *dtl_file_dialog_with_extension (const char *path, const char *extension);

G_END_DECLS
