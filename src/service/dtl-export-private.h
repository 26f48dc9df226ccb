/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a picture says beside the timeline: its evidence and its stamp. */
#pragma once

#include "base/dtl-language.h"
#include "service/dtl-document-private.h"
#include "service/dtl-export.h"

G_BEGIN_DECLS

/** DtlExportEvidence: the numbered passages and the sources of the events that show. */
typedef struct
{
  DtlDocument *document;
  guint *number_by_row; /* of the first passage of each row, 0 for none */
  uint32_t n_rows;
  GPtrArray *passages; /* DtlPicturePassage, in the order of their numbers */
  GPtrArray *sources;  /* DtlPictureSource, those that the passages are in */
} DtlExportEvidence;

/* @visible: (nullable): NULL when none is printed; @is_discreet: names no files */
DtlExportEvidence *dtl_export_evidence_new (DtlDocument *document,
                                            const DtlBitset *visible,
                                            gboolean is_discreet,
                                            const DtlExportRun *run,
                                            GError **error);
void dtl_export_evidence_free (DtlExportEvidence *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtlExportEvidence, dtl_export_evidence_free)

/* Callbacks of DtlPicture; @user_data is the DtlExportEvidence, or the DtlDocument for the link of a row. */
guint dtl_export_evidence_number (uint32_t row, gpointer user_data);
char *dtl_export_first_uri (uint32_t row, gpointer user_data);

/* "[The Register], exhibit 1" */
char *dtl_export_source_label (const DtlSource *source);

/* dtl-export-shown.c. (transfer full) */
DtlBitset *dtl_export_find_shown (DtlDocument *document,
                                  const DtlExportOptions *options,
                                  const DtlFilter *filter,
                                  DtlBitset *visible);

/* What may be said of a source in a discreet picture: @copy borrows from @source, and names no file. */
void dtl_export_make_discreet (const DtlSource *source, DtlSource *copy);

/* The line at the foot, full or neutral. (transfer full) (nullable) */
char *
dtl_export_stamp (DtlDocument *document, const DtlExportOptions *options, const DtlBitset *visible, GError **error);
/* "YYYY-MM-DD" of the case's last change, or of @dated where that is a single day of the years that a PDF can tell.
 * (transfer full) (nullable) */
char *dtl_export_day (DtlDocument *document, const char *dated);

/* Whether @path can be a picture's file; DTL_SERVICE_ERROR_WRITE. */
gboolean dtl_export_check_target (const char *path, GError **error);
gboolean dtl_export_write (const char *path, GBytes *bytes, GError **error);

/**
 * DtlExportDrawing: a picture and everything that it is made of, owned until it is drawn. Must not move in memory.
 * @everything: the filter where none is given
 * @visible: what the filter lets through; @shown: what of that has a place on the picture
 * @folds: (nullable): the stretches that were found to be folded
 * @titles: of this export alone, so that its labels are in the picture's language and not in the window's
 * @provider: what the layout asks: @titles, but for what a discreet picture does not say and a stopped one need not
 */
typedef struct
{
  DtlTitleProvider provider;
  DtlDocument *document;
  const DtlExportRun *run;
  gboolean is_discreet;
  DtlFilter *everything;
  DtlBitset *visible;
  DtlBitset *shown;
  GArray *folds;
  DtlExportEvidence *evidence;
  DtlTitleCache *titles;
  GStringChunk *names;
  char *stamp;
  char *day;
  char *count;
  char *now_label; /* (nullable) */
  DtlPictureRun picture_run;
  DtlPicture picture;
} DtlExportDrawing;

/* dtl-export-drawing.c. In the picture's language: between dtl_export_enter_language() and dtl_language_leave(). */
gboolean dtl_export_drawing_init (DtlExportDrawing *self,
                                  DtlDocument *document,
                                  const DtlExportOptions *options,
                                  const DtlExportRun *run,
                                  GError **error);
/* Whether all labels could be read: one that could not would be missing without a word. */
gboolean dtl_export_drawing_check (DtlExportDrawing *self, GError **error);
void dtl_export_drawing_clear (DtlExportDrawing *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DtlExportDrawing, dtl_export_drawing_clear)

void dtl_export_enter_language (DtlLanguage *language, DtlDocument *document, const DtlExportOptions *options);

/* Reports @fraction of @phase; FALSE with G_IO_ERROR_CANCELLED if it was stopped. @run: (nullable) */
gboolean dtl_export_go_on (const DtlExportRun *run, DtlExportPhase phase, double fraction, GError **error);

G_END_DECLS
