/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the dialog share: dtl-export-dialog.c has its rows, -run.c previews, writes and copies. For this
 * folder only. */
#pragma once

#include "app/export/dtl-export-dialog.h"
#include "app/export/dtl-export-preview-pane.h"
#include "service/dtl-export-worker.h"

G_BEGIN_DECLS

/*
 * DtlExportDialog:
 * @filter: what showed in the window when the dialog was opened
 * @language: (nullable): of pictures, as set for the program
 * @is_loading: rows are being set, which is nobody's choice
 * @preview_cancellable: (nullable): of the preview that is being made
 * @write_cancellable: (nullable): of the file that is being written
 * @wait_id: a choice was made; the preview waits for more
 * @busy_id, @progress_id: what takes longer than a moment shows that it does
 * @is_impossible: the last preview failed because of what is chosen
 */
struct _DtlExportDialog
{
  AdwWindow parent_instance;

  AdwToastOverlay *toasts;
  GtkWidget *export_button;
  GtkRevealer *message_revealer;
  GtkLabel *message;
  DtlExportPreviewPane *preview;
  GtkWidget *options;
  AdwComboRow *format_row;
  AdwComboRow *size_row;
  GtkWidget *width_row;
  GtkSpinButton *width_spin;
  GtkWidget *height_row;
  GtkSpinButton *height_spin;
  AdwComboRow *scale_row;
  AdwComboRow *theme_row;
  AdwComboRow *what_row;
  GtkEditable *from_row;
  GtkEditable *to_row;
  AdwActionRow *span_error_row;
  GtkEditable *title_row;
  GtkWidget *folds_row;
  GtkSwitch *folds_switch;
  GtkSwitch *legend_switch;
  GtkSwitch *links_switch;
  GtkSwitch *passages_switch;
  GtkSwitch *sources_switch;
  AdwComboRow *stamp_row;
  GtkRevealer *progress_revealer;
  GtkProgressBar *progress;

  DtlExportChoices choices;
  DtlExportView view;
  DtlFilter *filter;
  char *language;
  DtlExportWorker *worker;
  gboolean is_loading;
  gboolean is_impossible;

  GCancellable *preview_cancellable;
  GCancellable *write_cancellable;
  char *write_path;
  guint wait_id;
  guint busy_id;
  guint progress_id;
};

/* dtl-export-dialog.c */
void dtl_export_dialog_update_actions (DtlExportDialog *self);

/* dtl-export-dialog-run.c */
void dtl_export_dialog_queue_preview (DtlExportDialog *self);
void dtl_export_dialog_copy (DtlExportDialog *self);
void dtl_export_dialog_choose_file (DtlExportDialog *self);
void dtl_export_dialog_set_message (DtlExportDialog *self, const char *message);
void dtl_export_dialog_stop (DtlExportDialog *self);

G_END_DECLS
