/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sources of a sample with their texts, and the passages in them. */
#include "config.h"

#include "base/dtl-gettext.h"
#include "base/dtl-hash.h"
#include "io/dtl-sample-reader-private.h"
#include "text/dtl-normalize.h"
#include "text/dtl-quote.h"
#include "text/dtl-utf8.h"

static DtlSourceText *
new_text (DtlSampleReader *self, DtlSource *source, DtlTextKind kind)
{
  DtlSourceText *text = dtl_source_text_new ();

  text->id = dtl_sample_new_id (self);
  text->source = source->id;
  text->kind = kind;
  g_ptr_array_add (source->texts, text);

  return text;
}

static void
read_original (DtlSampleReader *self, DtlSource *source, JsonObject *original)
{
  DtlSourceText *text = new_text (self, source, DTL_TEXT_FULL);

  source->file_name = dtl_sample_dup_string (self, original, "file_name");
  source->file_size_bytes = dtl_sample_get_int (self, original, "size_bytes", -1);
  source->media_type = dtl_sample_dup_string (self, original, "media_type");
  source->file_sha256 = dtl_sample_dup_string (self, original, "sha256");
  text->sha256 = dtl_sample_dup_string (self, original, "text_sha256");
  text->length_cp = dtl_sample_get_int (self, original, "text_length_cp", 0);
}

static void
read_summary (DtlSampleReader *self, DtlSource *source, const char *name)
{
  g_autoptr (GBytes) bytes = self->load (name, self->user_data, self->error ? NULL : &self->error);
  DtlSourceText *text;
  gsize n_bytes = 0;
  const char *data;

  if (bytes == NULL)
    return;
  data = g_bytes_get_data (bytes, &n_bytes);
  text = new_text (self, source, DTL_TEXT_SUMMARY);
  text->text = dtl_text_normalize (data, n_bytes, &n_bytes, self->error ? NULL : &self->error);
  if (text->text == NULL)
    return;
  text->sha256 = dtl_sha256_hex (text->text, n_bytes);
  text->length_cp = dtl_utf8_length (text->text, n_bytes);
  text->is_present = TRUE;
}

void
dtl_sample_read_source (DtlSampleReader *self, JsonObject *object, gpointer target)
{
  DtlSource *source = dtl_source_new ();
  JsonObject *issued = dtl_sample_get_object (self, object, "issued");
  JsonObject *original = dtl_sample_get_object (self, object, "original");
  g_autofree char *summary = dtl_sample_dup_string (self, object, "summary");

  g_ptr_array_add (self->sample->sources, source);
  source->id = dtl_sample_new_id (self);
  dtl_sample_remember (self, "source", object, source->id);
  source->exhibit = (int) dtl_sample_get_int (self, object, "exhibit", 0);
  source->title = dtl_sample_dup_string (self, object, "title");
  source->publisher = dtl_sample_dup_string (self, object, "publisher");
  source->author = dtl_sample_dup_string (self, object, "author");
  source->language = dtl_sample_dup_string (self, object, "language");
  source->url = dtl_sample_dup_string (self, object, "url");
  source->tier = (DtlTier) dtl_sample_get_term (self, object, "tier", DTL_VOCABULARY_TIER, DTL_TIER_REPORT);
  source->relayed_from = dtl_sample_dup_string (self, object, "relayed_from");
  if (issued != NULL)
    {
      source->issued_edtf = dtl_sample_dup_string (self, issued, "edtf");
      source->issued_basis =
          (DtlBasis) dtl_sample_get_term (self, issued, "basis", DTL_VOCABULARY_BASIS, DTL_BASIS_SUPPLIED);
      source->issued_reason = dtl_sample_dup_string (self, issued, "reason");
    }
  if (original != NULL)
    read_original (self, source, original);
  if (summary != NULL)
    read_summary (self, source, summary);
}

static DtlSource *
find_source (DtlSampleReader *self, DtlId id)
{
  for (guint i = 0; i < self->sample->sources->len; i++)
    {
      DtlSource *source = g_ptr_array_index (self->sample->sources, i);

      if (source->id == id)
        return source;
    }

  return NULL;
}

static DtlSourceText *
find_text (DtlSource *source, DtlTextKind kind)
{
  for (guint i = 0; source != NULL && i < source->texts->len; i++)
    {
      DtlSourceText *text = g_ptr_array_index (source->texts, i);

      if (text->kind == kind)
        return text;
    }

  return NULL;
}

static DtlAnchor *
add_anchor (DtlSampleReader *self, DtlPassage *passage, const DtlSourceText *text)
{
  DtlAnchor *anchor = dtl_anchor_new ();

  anchor->id = dtl_sample_new_id (self);
  anchor->passage = passage->id;
  anchor->text = text->id;
  g_ptr_array_add (passage->anchors, anchor);

  return anchor;
}

static void
anchor_in_summary (DtlSampleReader *self,
                   DtlPassage *passage,
                   const DtlSourceText *text,
                   const char *words,
                   const char *key)
{
  g_autoptr (GError) local = NULL;
  DtlAnchor *anchor = add_anchor (self, passage, text);
  gint64 start_cp = 0, end_cp = 0;

  if (!dtl_text_find_unique (text->text, words, &start_cp, &end_cp, &local))
    {
      dtl_sample_fail (self, key, "%s", local->message);
      return;
    }
  anchor->start_cp = start_cp;
  anchor->end_cp = end_cp;
  dtl_text_quote (text->text, start_cp, end_cp, &anchor->exact, &anchor->prefix, &anchor->suffix);
}

static void
anchor_in_original (DtlSampleReader *self,
                    DtlPassage *passage,
                    const DtlSourceText *text,
                    JsonObject *span,
                    const char *key)
{
  DtlAnchor *anchor = add_anchor (self, passage, text);

  anchor->start_cp = dtl_sample_get_int (self, span, "start", -1);
  anchor->end_cp = dtl_sample_get_int (self, span, "end", -1);
  if (anchor->start_cp < 0 || anchor->end_cp <= anchor->start_cp || anchor->end_cp > text->length_cp)
    dtl_sample_fail (self, key, _ ("its place in the original is not in the text"));
}

void
dtl_sample_read_passage (DtlSampleReader *self, JsonObject *object, gpointer target)
{
  DtlPassage *passage = dtl_passage_new ();
  JsonObject *span = dtl_sample_get_object (self, object, "original");
  g_autofree char *words = dtl_sample_dup_string (self, object, "summary");
  const char *key = json_object_get_string_member_with_default (object, "key", "?");
  DtlSource *source;
  DtlSourceText *summary, *full;

  g_ptr_array_add (self->sample->passages, passage);
  passage->id = dtl_sample_new_id (self);
  dtl_sample_remember (self, "passage", object, passage->id);
  passage->source = dtl_sample_resolve (self, "source", object, "source");
  passage->page = (int) dtl_sample_get_int (self, object, "page", 0);
  passage->paragraph = (int) dtl_sample_get_int (self, object, "paragraph", 0);
  passage->attributed_to = dtl_sample_resolve (self, "actor", object, "attributed_to");

  source = find_source (self, passage->source);
  summary = find_text (source, DTL_TEXT_SUMMARY);
  full = find_text (source, DTL_TEXT_FULL);
  if (words != NULL && summary != NULL && summary->text != NULL)
    anchor_in_summary (self, passage, summary, words, key);
  if (span != NULL && full != NULL)
    anchor_in_original (self, passage, full, span, key);
}
