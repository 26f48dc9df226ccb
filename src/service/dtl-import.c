/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The way of a file into a case: read within limits, hand to the importer of its format inside one change, publish. */
#include "config.h"

#include "service/dtl-import.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <sys/stat.h>

#include "base/dtl-hash.h"
#include "service/dtl-import-private.h"

/* A register of a million rows is about 250 MB of CSV. */
#define MAX_FILE_BYTES       (INT64_C (1) << 30)
#define MAX_SKIPPED_MESSAGES 1000

G_DEFINE_QUARK (dtl - service - error - quark, dtl_service_error)

typedef gboolean (*ImportFunc) (DtlImportJob *job, GError **error);

typedef struct
{
  const char *name;
  const char *extensions; /* space separated, lower case */
  ImportFunc import;
} Format;

static const Format formats[] = {
  { "text", "txt text md", dtl_import_text },
  { "csv", "csv", dtl_import_table },
  { "tsv", "tsv tab", dtl_import_table },
};

void
dtl_import_report_free (DtlImportReport *self)
{
  if (self == NULL)
    return;
  g_free (self->file_name);
  g_free (self->sha256);
  g_strfreev (self->skipped);
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
                 _ ("--format %s: not known; use text, csv or tsv"), format);
  else
    g_set_error (
        error, DTL_SERVICE_ERROR, DTL_SERVICE_ERROR_FORMAT,
        _ ("%s: the extension is not known; .txt, .md, .csv and .tsv are read, or say --format text or --format csv"),
        path);

  return NULL;
}

static GBytes *
read_file (const char *path, GError **error)
{
  g_autoptr (GError) local = NULL;
  GStatBuf info;
  char *contents = NULL;
  gsize length = 0;

  if (g_stat (path, &info) != 0)
    g_set_error (error, DTL_SERVICE_ERROR, DTL_SERVICE_ERROR_READ, _ ("%s: cannot be read (%s); check the name"), path,
                 g_strerror (errno));
  else if (S_ISDIR (info.st_mode))
    g_set_error (error, DTL_SERVICE_ERROR, DTL_SERVICE_ERROR_READ,
                 _ ("%s: is a folder; name the files in it one by one"), path);
  else if (info.st_size == 0)
    g_set_error (error, DTL_SERVICE_ERROR, DTL_SERVICE_ERROR_READ,
                 _ ("%s: the file is empty; there is nothing to import"), path);
  else if (info.st_size > MAX_FILE_BYTES)
    g_set_error (error, DTL_SERVICE_ERROR, DTL_SERVICE_ERROR_READ,
                 _ ("%s: larger than 1 GiB; split it into smaller files"), path);
  else if (!g_file_get_contents (path, &contents, &length, &local))
    g_set_error (error, DTL_SERVICE_ERROR, DTL_SERVICE_ERROR_READ, _ ("%s: cannot be read (%s)"), path, local->message);
  else
    return g_bytes_new_take (contents, length);

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
put_record (DtlImportJob *job, const char *importer, int64_t when_utc_seconds, GError **error)
{
  DtlImportRecord record = { .file_name = job->report->file_name,
                             .sha256 = job->sha256,
                             .importer = (char *) importer,
                             .importer_version = (char *) VERSION,
                             .when_utc_seconds = when_utc_seconds,
                             .n_sources = job->report->n_sources,
                             .n_events = job->report->n_events,
                             .n_passages = job->report->n_anchored,
                             .n_skipped = job->report->n_skipped };

  return dtl_store_put_import_record (job->store, &record, error);
}

static gboolean
is_without_effect (const DtlImportReport *report)
{
  return report->recognised && report->n_anchored == 0;
}

static gboolean
import_in_change (DtlImportJob *job, const Format *format, const char *who, int64_t when_utc_seconds, GError **error)
{
  /* Translators: the name of a change in the log; %s is a file's name */
  g_autofree char *label = g_strdup_printf (_ ("Import %s"), job->report->file_name);

  if (!dtl_store_begin (job->store, label, who, when_utc_seconds, error))
    return FALSE;
  if (!format->import (job, error) || g_cancellable_set_error_if_cancelled (job->cancellable, error) ||
      !put_record (job, format->name, when_utc_seconds, error))
    {
      dtl_store_rollback (job->store);
      return FALSE;
    }
  if (is_without_effect (job->report))
    {
      dtl_store_rollback (job->store);
      return TRUE;
    }

  return dtl_store_commit (job->store, error) && dtl_document_publish (job->document, error);
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
  g_autoptr (DtlImportReport) report = g_new0 (DtlImportReport, 1);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) skipped = g_ptr_array_new ();
  g_autofree char *sha256 = NULL;
  DtlImportJob job = { .document = document, .path = path, .cancellable = cancellable };
  const Format *format;
  gboolean done;

  g_return_val_if_fail (DTL_IS_DOCUMENT (document) && path != NULL, NULL);

  job.options = options ? options : &no_options;
  format = find_format (path, job.options->format, error);
  if (format == NULL || !check_published (job.options, error))
    return NULL;
  bytes = read_file (path, error);
  if (bytes == NULL || !dtl_document_ensure_working_copy (document, error))
    return NULL;

  sha256 = dtl_sha256_hex (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  report->file_name = g_path_get_basename (path);
  report->sha256 = g_strdup (sha256);
  job.store = dtl_document_get_store (document);
  job.bytes = bytes;
  job.sha256 = sha256;
  job.report = report;
  job.skipped = skipped;

  done = import_in_change (&job, format, who, when_utc_seconds, error);
  g_ptr_array_add (skipped, NULL);
  report->skipped = (GStrv) g_ptr_array_free (g_steal_pointer (&skipped), FALSE);

  return done ? g_steal_pointer (&report) : NULL;
}
