/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-passage-words.h. */
#include "config.h"

#include "app/source/dtl-passage-words.h"

#include <glib/gi18n.h>

/* The anchor whose words are told: those of the source before ours. */
static const DtlAnchor *
find_anchor (const DtlSource *source, const DtlPassage *passage, gboolean *is_summary)
{
  const DtlAnchor *found = NULL;

  for (guint i = 0; i < source->texts->len; i++)
    {
      const DtlSourceText *text = g_ptr_array_index (source->texts, i);
      const DtlAnchor *anchor = dtl_passage_get_anchor (passage, text->id);

      if (anchor == NULL || anchor->exact == NULL || (found != NULL && text->kind == DTL_TEXT_SUMMARY))
        continue;
      found = anchor;
      *is_summary = text->kind == DTL_TEXT_SUMMARY;
    }
  return found;
}

static char *
describe_origin (const char *source, const char *speaker, gboolean is_summary)
{
  if (is_summary && speaker != NULL)
    /* Translators: first the source, then the person or organisation who says so according to it. */
    return g_strdup_printf (_ ("Our summary, not the words of %s; according to %s"), source, speaker);
  if (is_summary)
    return g_strdup_printf (_ ("Our summary, not the words of %s"), source);
  if (speaker != NULL)
    return g_strdup_printf (_ ("%s; according to %s"), source, speaker);
  return g_strdup (source);
}

/**
 * dtl_passage_words_cut:
 * @most_chars: 0 for all
 *
 * Returns: (transfer full): @text in one line and up to the end of a word, with an ellipsis where more follows
 */
char *
dtl_passage_words_cut (const char *text, gsize most_chars)
{
  g_autofree char *line = g_strdup (text);
  const char *end, *space;

  g_return_val_if_fail (text != NULL, NULL);

  g_strstrip (g_strdelimit (line, "\n\r\t", ' '));
  if (most_chars == 0 || (gsize) g_utf8_strlen (line, -1) <= most_chars)
    return g_steal_pointer (&line);
  end = g_utf8_offset_to_pointer (line, (glong) most_chars);
  /* One word that is longer than all of it is cut within. */
  space = g_utf8_strrchr (line, end - line, ' ');
  return g_strdup_printf ("%.*s…", (int) ((space != NULL ? space : end) - line), line);
}

/**
 * dtl_passage_words_read:
 * @most_chars: so many of its words at most; 0 for all
 * @words: (out caller-allocates): to be cleared
 */
void
dtl_passage_words_read (DtlDocument *document, const DtlPassage *passage, gsize most_chars, DtlPassageWords *words)
{
  const DtlSource *source;
  const DtlActor *speaker;
  const DtlAnchor *anchor;
  g_autofree char *label = NULL;
  g_autofree char *cut = NULL;

  g_return_if_fail (DTL_IS_DOCUMENT (document));
  g_return_if_fail (passage != NULL && words != NULL);

  *words = (DtlPassageWords){ NULL };
  source = dtl_document_find_source (document, passage->source);
  if (source == NULL)
    return;
  speaker = dtl_document_find_actor (document, passage->attributed_to);
  anchor = find_anchor (source, passage, &words->is_summary);
  label = dtl_source_dup_label (source);
  words->origin = describe_origin (label, speaker != NULL ? speaker->name : NULL, words->is_summary);
  if (anchor == NULL)
    return;
  cut = dtl_passage_words_cut (anchor->exact, most_chars);
  words->words = words->is_summary ? g_steal_pointer (&cut) : g_strdup_printf (C_ ("quotation", "“%s”"), cut);
}

void
dtl_passage_words_clear (DtlPassageWords *self)
{
  g_clear_pointer (&self->words, g_free);
  g_clear_pointer (&self->origin, g_free);
}
