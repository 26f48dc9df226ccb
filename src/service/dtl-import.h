/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bringing files into a case: a text as a source, a table or a list as events. */
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

/**
 * DtlImportPhase: in this order.
 * @DTL_IMPORT_PHASE_ADD: the file is read and brought into the case; can be cancelled
 * @DTL_IMPORT_PHASE_SAVE: it is in the working copy, and the case's file is written
 */
typedef enum
{
  DTL_IMPORT_PHASE_ADD,
  DTL_IMPORT_PHASE_SAVE,
} DtlImportPhase;

/* @fraction: of all, 0 to 1. */
typedef void (*DtlImportProgressFunc) (DtlImportPhase phase, double fraction, gpointer user_data);

/**
 * DtlImportOptions: all (nullable).
 * @format: "text", "csv", "tsv", "json" or NULL to go by the file's name
 * @progress: called in the thread that works
 */
typedef struct
{
  const char *published_edtf;
  const char *publisher;
  const char *title;
  const char *format;
  GHashTable *map; /* field name to column name, for tables */
  DtlImportProgressFunc progress;
  gpointer progress_data;
} DtlImportOptions;

/**
 * DtlImportReport: what was done.
 * @file_name: fit for display
 * @is_known: all of it was in the case already: nothing was changed
 * @recognised: an original that the case knew by its hash: its full text was added, its passages have their words
 * @is_table: events were looked for, in a table or a list, else it is a text
 * @n_anchored: passages that now have their words
 * @skipped: "line 12: the end lies before the start", one each; at most 1,000
 * @unused: (nullable): headings of a table that no field was read from, with commas between
 */
typedef struct
{
  char *file_name;
  char *sha256;
  gboolean is_known;
  gboolean recognised;
  gboolean is_table;
  int n_sources;
  int n_events;
  int n_anchored;
  int n_skipped;
  GStrv skipped;
  char *unused;
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
 * One change in the log, undone as a whole; its label has no locale, since it is kept in the case. A failure changes
 * nothing in the case's file.
 * Returns: (transfer full) (nullable)
 */
DtlImportReport *dtl_import_file (DtlDocument *document,
                                  const char *path,
                                  const DtlImportOptions *options,
                                  const char *who,
                                  int64_t when_utc_seconds,
                                  GCancellable *cancellable,
                                  GError **error);

void dtl_import_file_async (DtlDocument *document,
                            const char *path,
                            const char *who,
                            int64_t when_utc_seconds,
                            DtlImportProgressFunc progress,
                            gpointer progress_data,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
DtlImportReport *dtl_import_file_finish (DtlDocument *document, GAsyncResult *result, GError **error);

/* Whether a file with this name can be imported: its ending, or @format (nullable), is known. DTL_SERVICE_ERROR. */
gboolean dtl_import_check_format (const char *path, const char *format, GError **error);
/* Whether tables have a field of this name, for the map. DTL_SERVICE_ERROR_ARGUMENT, naming those that there are. */
gboolean dtl_import_check_field (const char *name, GError **error);

G_END_DECLS
