/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The platform's file chooser. What is asked, and what becomes of the answer, is dtl-file-dialog.h's. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * DtlFileChooserQuestion:
 * @title: of the dialog
 * @accept: label of the button that ends it, a verb with mnemonic
 * @saves: whether a file is named that need not be there yet
 * @suggested_name: (nullable): a file name to start with, where @saves
 * @filters: a list of GtkFileFilter, the first of which is on; may be empty
 */
typedef struct
{
  const char *title;
  const char *accept;
  gboolean saves;
  const char *suggested_name;
  GListModel *filters;
} DtlFileChooserQuestion;

/* @file: (nullable) (transfer none): NULL when the person chose none */
typedef void (*DtlFileChooserCallback) (GFile *file, gpointer user_data);

void dtl_file_chooser_ask (GtkWindow *parent,
                           const DtlFileChooserQuestion *question,
                           DtlFileChooserCallback callback,
                           gpointer user_data);

G_END_DECLS
