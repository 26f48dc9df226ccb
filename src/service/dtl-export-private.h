/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a picture says beside the timeline: its evidence and its stamp. */
#pragma once

#include "service/dtl-export.h"

G_BEGIN_DECLS

/** DTL_EXPORT_MAX_SIDE_PX: what Cairo can draw. */
#define DTL_EXPORT_MAX_SIDE_PX 32767

/** DtlExportEvidence: the numbered passages and the sources of the events that show. */
typedef struct
{
  DtlDocument *document;
  guint *number_by_row; /* of the first passage of each row, 0 for none */
  uint32_t n_rows;
  GPtrArray *passages; /* DtlPicturePassage, in the order of their numbers */
  GPtrArray *sources;  /* DtlPictureSource, those that the passages are in */
} DtlExportEvidence;

DtlExportEvidence *dtl_export_evidence_new (DtlDocument *document, const DtlBitset *visible, GError **error);
void dtl_export_evidence_free (DtlExportEvidence *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtlExportEvidence, dtl_export_evidence_free)

/* Callbacks of DtlPicture; @user_data is the DtlExportEvidence, or the DtlDocument for the link of a row. */
guint dtl_export_evidence_number (uint32_t row, gpointer user_data);
char *dtl_export_first_uri (uint32_t row, gpointer user_data);

/* "[The Register], exhibit 1" */
char *dtl_export_source_label (const DtlSource *source);

/* The lines at the foot. (transfer full) (nullable) */
char *dtl_export_stamp (DtlDocument *document,
                        const DtlFilter *filter,
                        const DtlBitset *visible,
                        const char *dated,
                        GError **error);
/* "YYYY-MM-DD" of the case's last change, or of @dated where that is a single day of the years that a PDF can tell.
 * (transfer full) (nullable) */
char *dtl_export_day (DtlDocument *document, const char *dated);

/* Whether @path can be a picture's file; DTL_SERVICE_ERROR_WRITE. */
gboolean dtl_export_check_target (const char *path, GError **error);
gboolean dtl_export_write (const char *path, GBytes *bytes, GError **error);

G_END_DECLS
