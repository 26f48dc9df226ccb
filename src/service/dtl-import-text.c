/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text file as a source. If the case already knows the text by its hash (the bundled sample does), the words are
 * added to that source and its passages get their quotes; if it knows the file alone, its source gets the text; else
 * the file becomes a new source with the next exhibit number. */
#include "config.h"

#include "base/dtl-gettext.h"
#include "base/dtl-hash.h"
#include "service/dtl-import-private.h"
#include "text/dtl-normalize.h"
#include "text/dtl-quote.h"
#include "text/dtl-utf8.h"

#define EXTRACTOR         "plain text"
#define EXTRACTOR_VERSION "1"

static DtlSourceText *
find_text_by_hash (const DtlSource *source, const char *text_sha256)
{
  for (guint i = 0; i < source->texts->len; i++)
    {
      DtlSourceText *text = g_ptr_array_index (source->texts, i);

      if (text->kind == DTL_TEXT_FULL && g_strcmp0 (text->sha256, text_sha256) == 0)
        return text;
    }

  return NULL;
}

static DtlSourceText *
find_known_text (DtlImportJob *job, const char *text_sha256, DtlSource **source)
{
  GPtrArray *sources = dtl_document_get_sources (job->document);

  for (guint i = 0; i < sources->len; i++)
    {
      DtlSourceText *text = find_text_by_hash (g_ptr_array_index (sources, i), text_sha256);

      if (text != NULL)
        {
          *source = g_ptr_array_index (sources, i);
          return text;
        }
    }

  return NULL;
}

/* The source that waits for this very file and has no full text of it; NULL if there is none. */
static DtlSource *
find_source_of_file (DtlImportJob *job)
{
  GPtrArray *sources = dtl_document_get_sources (job->document);

  for (guint i = 0; i < sources->len; i++)
    {
      DtlSource *source = g_ptr_array_index (sources, i);
      const DtlSourceText *text = dtl_source_get_best_text (source);

      if (g_strcmp0 (source->file_sha256, job->sha256) == 0 && (text == NULL || text->kind != DTL_TEXT_FULL))
        return source;
    }

  return NULL;
}

/* Fills the quotes of every anchor in @text_id; TRUE if there was one. */
static gboolean
quote_anchors (DtlPassage *passage, DtlId text_id, const char *words)
{
  gboolean quoted = FALSE;

  for (guint i = 0; i < passage->anchors->len; i++)
    {
      DtlAnchor *anchor = g_ptr_array_index (passage->anchors, i);

      if (anchor->text != text_id)
        continue;
      g_clear_pointer (&anchor->exact, g_free);
      g_clear_pointer (&anchor->prefix, g_free);
      g_clear_pointer (&anchor->suffix, g_free);
      quoted |=
          dtl_text_quote (words, anchor->start_cp, anchor->end_cp, &anchor->exact, &anchor->prefix, &anchor->suffix);
    }

  return quoted;
}

static gboolean
quote_passages (DtlImportJob *job, const DtlSource *source, DtlId text_id, const char *words, GError **error)
{
  g_autoptr (GPtrArray) passages = dtl_store_get_passages (job->store, source->id, error);

  if (passages == NULL)
    return FALSE;
  for (guint i = 0; i < passages->len; i++)
    {
      DtlPassage *passage = g_ptr_array_index (passages, i);

      if (!quote_anchors (passage, text_id, words))
        continue;
      if (!dtl_store_put_passage (job->store, passage, error))
        return FALSE;
      job->report->n_anchored++;
    }

  return TRUE;
}

/* The text that the case knows by its hash, with its words now. */
static DtlSourceText *
complete_text (const DtlSourceText *known, const char *words)
{
  DtlSourceText *text = dtl_source_text_new ();

  text->id = known->id;
  text->source = known->source;
  text->kind = known->kind;
  text->extractor = g_strdup (EXTRACTOR);
  text->extractor_version = g_strdup (EXTRACTOR_VERSION);
  text->text = g_strdup (words);

  return text;
}

static gboolean
add_known_text (DtlImportJob *job, DtlSource *source, DtlSourceText *known, const char *words, GError **error)
{
  g_autoptr (DtlSourceText) text = NULL;

  job->report->is_known = known->is_present;
  job->report->recognised = !known->is_present;
  if (known->is_present)
    return TRUE;

  text = complete_text (known, words);

  return dtl_store_put_source_text (job->store, text, error) && quote_passages (job, source, known->id, words, error);
}

static char *
default_title (DtlImportJob *job)
{
  const char *dot = strrchr (job->report->file_name, '.');

  return dot > job->report->file_name ? g_strndup (job->report->file_name, (gsize) (dot - job->report->file_name))
                                      : g_strdup (job->report->file_name);
}

static DtlSource *
make_source (DtlImportJob *job)
{
  DtlSource *source = dtl_source_new ();

  source->title = job->options->title ? g_strdup (job->options->title) : default_title (job);
  source->publisher = g_strdup (job->options->publisher);
  source->tier = DTL_TIER_REPORT;
  source->issued_edtf = g_strdup (job->options->published_edtf);
  source->issued_basis = DTL_BASIS_SUPPLIED;
  source->file_name = g_strdup (job->report->file_name);
  source->file_size_bytes = (int64_t) g_bytes_get_size (job->bytes);
  source->media_type = g_strdup ("text/plain");
  source->file_sha256 = g_strdup (job->sha256);

  return source;
}

static DtlSourceText *
make_text (const char *words, const char *text_sha256)
{
  DtlSourceText *text = dtl_source_text_new ();

  text->kind = DTL_TEXT_FULL;
  text->extractor = g_strdup (EXTRACTOR);
  text->extractor_version = g_strdup (EXTRACTOR_VERSION);
  text->sha256 = g_strdup (text_sha256);
  text->length_cp = dtl_utf8_length (words, strlen (words));
  text->is_present = TRUE;
  text->text = g_strdup (words);

  return text;
}

static gboolean
add_to_source (DtlImportJob *job, DtlId source, const char *words, const char *text_sha256, GError **error)
{
  g_autoptr (DtlSourceText) text = make_text (words, text_sha256);

  text->source = source;
  job->report->recognised = TRUE;

  return dtl_store_put_source_text (job->store, text, error);
}

static gboolean
add_new_source (DtlImportJob *job, const char *words, const char *text_sha256, GError **error)
{
  g_autoptr (DtlSource) source = make_source (job);

  g_ptr_array_add (source->texts, make_text (words, text_sha256));
  job->report->n_sources = 1;

  return dtl_store_put_source (job->store, source, error);
}

gboolean
dtl_import_text (DtlImportJob *job, GError **error)
{
  g_autofree char *words = NULL;
  g_autofree char *text_sha256 = NULL;
  g_autoptr (GError) local = NULL;
  DtlSource *source = NULL;
  DtlSourceText *known;
  gsize n_bytes = 0;
  const char *data = g_bytes_get_data (job->bytes, &n_bytes);

  words = dtl_text_normalize (data, n_bytes, &n_bytes, &local);
  if (words == NULL)
    {
      g_set_error (error, DTL_SERVICE_ERROR, DTL_SERVICE_ERROR_READ, "%s: %s", job->path, local->message);
      return FALSE;
    }

  text_sha256 = dtl_sha256_hex (words, n_bytes);
  known = find_known_text (job, text_sha256, &source);
  if (known != NULL)
    return add_known_text (job, source, known, words, error);
  source = find_source_of_file (job);
  if (source != NULL)
    return add_to_source (job, source->id, words, text_sha256, error);

  return add_new_source (job, words, text_sha256, error);
}
