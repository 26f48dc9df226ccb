/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The way of a file into a case: read within limits, hand to the importer of its format inside one change, publish. */
#include "config.h"

#include "service/dtl-import.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <sys/stat.h>

#include "base/dtl-gettext.h"
#include "base/dtl-hash.h"
#include "io/dtl-csv-reader.h"
#include "io/dtl-json-guard.h"
#include "service/dtl-import-private.h"
#include "text/dtl-normalize.h"

#define MAX_SKIPPED_MESSAGES 1000

/* Less is not seen on a bar. */
#define PROGRESS_STEP 0.005
/* How far all is when the rows are there, when they are indexed, and when the file is written, of a large table. */
#define ADDED_AT   0.4
#define INDEXED_AT 0.8

G_DEFINE_QUARK (dtl - service - error - quark, dtl_service_error)

typedef gboolean (*ImportFunc) (DtlImportJob *job, GError **error);

typedef struct
{
  const char *name;
  const char *extensions; /* space separated, lower case */
  gboolean is_table;
  int64_t max_bytes;
  ImportFunc import;
} Format;

static const Format formats[] = {
  { "text", "txt text md", FALSE, DTL_TEXT_MAX_BYTES, dtl_import_text },
  { "csv", "csv", TRUE, DTL_CSV_MAX_BYTES, dtl_import_table },
  { "tsv", "tsv tab", TRUE, DTL_CSV_MAX_BYTES, dtl_import_table },
  { "json", "json", TRUE, DTL_JSON_MAX_BYTES, dtl_import_events },
};

void
dtl_import_report_free (DtlImportReport *self)
{
  if (self == NULL)
    return;
  g_free (self->file_name);
  g_free (self->sha256);
  g_strfreev (self->skipped);
  g_free (self->unused);
  g_free (self);
}

void
dtl_import_job_skip (DtlImportJob *job, char *message)
{
  job->report->n_skipped++;
  if (job->skipped->len < MAX_SKIPPED_MESSAGES)
    g_ptr_array_add (job->skipped, message);
  else
    g_free (message);
}

static void
tell (DtlImportJob *job, DtlImportPhase phase, double fraction)
{
  if (job->options->progress == NULL || fraction < job->told + PROGRESS_STEP)
    return;
  job->told = fraction;
  job->options->progress (phase, fraction, job->options->progress_data);
}

gboolean
dtl_import_job_go_on (DtlImportJob *job, uint64_t done, uint64_t all, GError **error)
{
  tell (job, DTL_IMPORT_PHASE_ADD, ADDED_AT * (double) done / (double) MAX (all, 1));

  return !g_cancellable_set_error_if_cancelled (job->cancellable, error);
}

gboolean
dtl_import_find_earlier (DtlImportJob *job, GError **error)
{
  g_autoptr (GPtrArray) records = dtl_store_get_import_records (job->store, error);

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      const DtlImportRecord *record = g_ptr_array_index (records, i);

      job->report->is_known |= record->n_events > 0 && g_strcmp0 (record->sha256, job->sha256) == 0;
    }

  return records != NULL;
}

static gboolean
has_extension (const char *path, const char *extensions)
{
  const char *dot = strrchr (path, '.');
  g_autofree char *lower = dot ? g_ascii_strdown (dot + 1, -1) : g_strdup ("");
  g_auto (GStrv) known = g_strsplit (extensions, " ", -1);

  return g_strv_contains ((const char *const *) known, lower);
}

static const Format *
find_format (const char *path, const char *format, GError **error)
{
  for (size_t i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      if (format ? g_str_equal (format, formats[i].name) : has_extension (path, formats[i].extensions))
        return &formats[i];
    }

  if (format != NULL)
    g_set_error (error, DTL_SERVICE_ERROR, DTL_SERVICE_ERROR_ARGUMENT,
                 _ ("--format %s: not known; use text, csv, tsv or json"), format);
  else
    g_set_error (
        error, DTL_SERVICE_ERROR, DTL_SERVICE_ERROR_FORMAT,
        _ ("%s: the extension is not known; .txt, .md, .csv, .tsv and .json are read, or say --format text or --format csv"),
        path);

  return NULL;
}

gboolean
dtl_import_check_format (const char *path, const char *format, GError **error)
{
  g_return_val_if_fail (path != NULL, FALSE);

  return find_format (path, format, error) != NULL;
}

static gboolean
check_size (const char *path, const Format *format, GError **error)
{
  GStatBuf info;

  if (g_stat (path, &info) != 0)
    g_set_error (error, DTL_SERVICE_ERROR, DTL_SERVICE_ERROR_READ, _ ("%s: cannot be read (%s); check the name"), path,
                 g_strerror (errno));
  else if (S_ISDIR (info.st_mode))
    g_set_error (error, DTL_SERVICE_ERROR, DTL_SERVICE_ERROR_READ,
                 _ ("%s: is a folder; name the files in it one by one"), path);
  else if (!S_ISREG (info.st_mode))
    g_set_error (error, DTL_SERVICE_ERROR, DTL_SERVICE_ERROR_READ,
                 _ ("%s: is not an ordinary file; write what comes from it to a file first"), path);
  else if (info.st_size == 0)
    g_set_error (error, DTL_SERVICE_ERROR, DTL_SERVICE_ERROR_READ,
                 _ ("%s: the file is empty; there is nothing to import"), path);
  else if (info.st_size > format->max_bytes)
    g_set_error (error, DTL_SERVICE_ERROR, DTL_SERVICE_ERROR_READ,
                 _ ("%s: larger than %d MiB; split it into smaller files"), path, (int) (format->max_bytes >> 20));
  else
    return TRUE;

  return FALSE;
}

static GBytes *
read_file (const char *path, const Format *format, GError **error)
{
  g_autoptr (GError) local = NULL;
  char *contents = NULL;
  gsize length = 0;

  if (!check_size (path, format, error))
    return NULL;
  if (g_file_get_contents (path, &contents, &length, &local))
    return g_bytes_new_take (contents, length);

  g_set_error (error, DTL_SERVICE_ERROR, DTL_SERVICE_ERROR_READ, _ ("%s: cannot be read (%s); check your rights to it"),
               path, local->message);

  return NULL;
}

static gboolean
check_published (const DtlImportOptions *options, GError **error)
{
  g_autoptr (DtlEdtf) value = NULL;
  g_autoptr (GError) local = NULL;

  if (options->published_edtf == NULL)
    return TRUE;
  value = dtl_edtf_parse (options->published_edtf, &local);
  if (value != NULL)
    return TRUE;

  g_set_error (error, DTL_SERVICE_ERROR, DTL_SERVICE_ERROR_ARGUMENT,
               _ ("--published %s: %s; write a date as in 2024-06-20"), options->published_edtf, local->message);

  return FALSE;
}

static gboolean
put_record (DtlImportJob *job, int64_t when_utc_seconds, GError **error)
{
  DtlImportRecord record = { .file_name = job->report->file_name,
                             .sha256 = job->sha256,
                             .importer = (char *) job->importer,
                             .importer_version = (char *) VERSION,
                             .when_utc_seconds = when_utc_seconds,
                             .n_sources = job->report->n_sources,
                             .n_events = job->report->n_events,
                             .n_passages = job->report->n_anchored,
                             .n_skipped = job->report->n_skipped };

  return dtl_store_put_import_record (job->store, &record, error);
}

/* What changes nothing leaves nothing in the log either. A table of which no row was taken is one of these. */
static gboolean
is_without_effect (const DtlImportReport *report)
{
  return report->is_known || (report->is_table && report->n_events == 0);
}

/* All of it up to the commit, or nothing. */
static gboolean
add (DtlImportJob *job, const Format *format, int64_t when_utc_seconds, GError **error)
{
  if (!format->import (job, error) || g_cancellable_set_error_if_cancelled (job->cancellable, error))
    return FALSE;
  if (is_without_effect (job->report))
    return TRUE;
  tell (job, DTL_IMPORT_PHASE_ADD, ADDED_AT);

  return put_record (job, when_utc_seconds, error) && dtl_store_commit (job->store, error);
}

static gboolean
import_in_change (DtlImportJob *job, const Format *format, const char *who, int64_t when_utc_seconds, GError **error)
{
  /* Not translated: it stays in the case, whoever opens it. */
  g_autofree char *label = g_strdup_printf ("Import %s", job->report->file_name);
  gboolean is_done;

  if (!dtl_store_begin (job->store, label, who, when_utc_seconds, error))
    return FALSE;
  dtl_store_set_cancellable (job->store, job->cancellable);
  is_done = add (job, format, when_utc_seconds, error);
  /* From here on the file belongs to the case, whoever cancels. */
  dtl_store_set_cancellable (job->store, NULL);
  if (!is_done || is_without_effect (job->report))
    {
      dtl_store_rollback (job->store);
      return is_done;
    }
  tell (job, DTL_IMPORT_PHASE_SAVE, INDEXED_AT);

  return dtl_document_publish (job->document, error);
}

static DtlImportReport *
import_bytes (DtlImportJob *job, const Format *format, const char *who, int64_t when_utc_seconds, GError **error)
{
  g_autoptr (DtlImportReport) report = g_new0 (DtlImportReport, 1);
  gsize n_bytes;
  const char *data = g_bytes_get_data (job->bytes, &n_bytes);
  gboolean is_done;

  report->file_name = g_filename_display_basename (job->path);
  report->sha256 = dtl_sha256_hex (data, n_bytes);
  report->is_table = format->is_table;
  job->importer = format->name;
  job->store = dtl_document_get_store (job->document);
  job->sha256 = report->sha256;
  job->report = report;
  job->skipped = g_ptr_array_new_with_free_func (g_free);

  is_done = import_in_change (job, format, who, when_utc_seconds, error);
  g_ptr_array_add (job->skipped, NULL);
  report->skipped = (GStrv) g_ptr_array_steal (job->skipped, NULL);
  g_ptr_array_unref (job->skipped);

  return is_done ? g_steal_pointer (&report) : NULL;
}

DtlImportReport *
dtl_import_file (DtlDocument *document,
                 const char *path,
                 const DtlImportOptions *options,
                 const char *who,
                 int64_t when_utc_seconds,
                 GCancellable *cancellable,
                 GError **error)
{
  static const DtlImportOptions no_options;
  g_autoptr (GBytes) bytes = NULL;
  DtlImportJob job = { .document = document, .path = path, .cancellable = cancellable };
  const Format *format;

  g_return_val_if_fail (DTL_IS_DOCUMENT (document) && path != NULL && who != NULL, NULL);

  job.options = options ? options : &no_options;
  format = find_format (path, job.options->format, error);
  if (format == NULL || !check_published (job.options, error))
    return NULL;
  bytes = read_file (path, format, error);
  if (bytes == NULL || !dtl_document_ensure_working_copy (document, error))
    return NULL;
  job.bytes = bytes;

  return import_bytes (&job, format, who, when_utc_seconds, error);
}
