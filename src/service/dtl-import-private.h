/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the importers share: the file's bytes, the open change and the report. */
#pragma once

#include "service/dtl-import.h"

G_BEGIN_DECLS

/** DtlImportJob: one file on its way into a case, inside one open change. */
typedef struct
{
  const char *importer; /* name of the format */
  DtlDocument *document;
  DtlStore *store;
  const char *path;
  const DtlImportOptions *options;
  GBytes *bytes;
  char *sha256;
  GCancellable *cancellable;
  DtlImportReport *report;
  GPtrArray *skipped; /* messages */
  double told;        /* the fraction last told */
} DtlImportJob;

gboolean dtl_import_text (DtlImportJob *job, GError **error);
gboolean dtl_import_table (DtlImportJob *job, GError **error);
gboolean dtl_import_events (DtlImportJob *job, GError **error);

/* Notes in the report whether this very file gave events before: the same once more would only double them. */
gboolean dtl_import_find_earlier (DtlImportJob *job, GError **error);

/* Tells how much of the file is in the case, and ends where that was cancelled. */
gboolean dtl_import_job_go_on (DtlImportJob *job, uint64_t done, uint64_t all, GError **error);

/* Notes a row that was left out, in words for the person. Takes @message. */
void dtl_import_job_skip (DtlImportJob *job, char *message);

G_END_DECLS
