/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bringing files into a case: a text as a source, a table as events. */
#pragma once

#include "service/dtl-document.h"

G_BEGIN_DECLS

#define DTL_SERVICE_ERROR (dtl_service_error_quark ())
GQuark dtl_service_error_quark (void);

/**
 * DtlServiceError:
 * @DTL_SERVICE_ERROR_READ: a file cannot be read, or is not what it should be; nothing was changed
 * @DTL_SERVICE_ERROR_WRITE: a file cannot be written
 * @DTL_SERVICE_ERROR_FORMAT: an extension or format that is not known
 * @DTL_SERVICE_ERROR_ARGUMENT: an option's value is wrong (unknown actor, bad date): usage
 */
typedef enum
{
  DTL_SERVICE_ERROR_READ,
  DTL_SERVICE_ERROR_WRITE,
  DTL_SERVICE_ERROR_FORMAT,
  DTL_SERVICE_ERROR_ARGUMENT,
} DtlServiceError;

/** DtlImportOptions: all (nullable). @format: "text", "csv" or NULL to go by the file's name. */
typedef struct
{
  const char *published_edtf;
  const char *publisher;
  const char *title;
  const char *format;
  GHashTable *map; /* field name to column name, for tables */
} DtlImportOptions;

/** DtlImportReport: what was done. */
typedef struct
{
  char *file_name;
  char *sha256;
  gboolean recognised; /* an original that the case already knew by its hash: full text added, passages re-anchored */
  int n_sources;
  int n_events;
  int n_anchored; /* passages that now have their words */
  int n_skipped;
  GStrv skipped; /* "line 12: the end lies before the start", one each; at most 1,000 */
} DtlImportReport;

void dtl_import_report_free (DtlImportReport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtlImportReport, dtl_import_report_free)

/**
 * dtl_import_file:
 * @document: a case; its working copy is made if there is none, and published when all is done
 * @path: the file
 * @who: the name that the person chose, "" for none
 * @when_utc_seconds: for the log
 *
 * One change in the log, undone as a whole. A failure changes nothing.
 * Returns: (transfer full) (nullable)
 */
DtlImportReport *dtl_import_file (DtlDocument *document,
                                  const char *path,
                                  const DtlImportOptions *options,
                                  const char *who,
                                  int64_t when_utc_seconds,
                                  GCancellable *cancellable,
                                  GError **error);

G_END_DECLS
