/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-passage-tags.h. An offset of a GtkTextIter is a code point, as an anchor's is, so that nothing is converted.
 * Passages may overlap: the current one is painted last, and a point can be in several.
 *
 * Every passage has a tag of its own whose colour changes. Moving one tag about would make the text view lay the lines
 * out again, and it does that while it is drawn, when its scrollbar must not move any more. */
#include "app/source/dtl-passage-tags.h"

typedef struct
{
  DtlId passage;
  int start_cp;
  int end_cp;
  GtkTextTag *tag; /* owned by the buffer's table */
} Span;

struct _DtlPassageTags
{
  GtkTextBuffer *buffer;
  GArray *spans; /* of Span, as in the source */
  DtlId current;
  GdkRGBA current_colour;
  GdkRGBA other_colour;
};

/* Returns: (transfer full): tags for @buffer, which is kept referenced */
DtlPassageTags *
dtl_passage_tags_new (GtkTextBuffer *buffer)
{
  DtlPassageTags *self = g_new0 (DtlPassageTags, 1);

  self->buffer = g_object_ref (buffer);
  self->spans = g_array_new (FALSE, FALSE, sizeof (Span));
  return self;
}

void
dtl_passage_tags_free (DtlPassageTags *self)
{
  if (self == NULL)
    return;
  g_object_unref (self->buffer);
  g_array_unref (self->spans);
  g_free (self);
}

static void
colour_span (DtlPassageTags *self, const Span *span)
{
  gboolean is_current = span->passage == self->current;

  g_object_set (span->tag, "background-rgba", is_current ? &self->current_colour : &self->other_colour, NULL);
}

static void
colour_spans (DtlPassageTags *self)
{
  for (guint i = 0; i < self->spans->len; i++)
    colour_span (self, &g_array_index (self->spans, Span, i));
}

/* @current and @other: what lies behind the words of the current passage, and of all others */
void
dtl_passage_tags_set_colours (DtlPassageTags *self, const GdkRGBA *current, const GdkRGBA *other)
{
  g_return_if_fail (self != NULL);

  self->current_colour = *current;
  self->other_colour = *other;
  colour_spans (self);
}

static void
clear_spans (DtlPassageTags *self)
{
  GtkTextTagTable *table = gtk_text_buffer_get_tag_table (self->buffer);

  for (guint i = 0; i < self->spans->len; i++)
    gtk_text_tag_table_remove (table, g_array_index (self->spans, Span, i).tag);
  g_array_set_size (self->spans, 0);
}

static void
add_span (DtlPassageTags *self, const DtlAnchor *anchor)
{
  Span span = { anchor->passage, (int) anchor->start_cp, (int) anchor->end_cp, NULL };
  GtkTextIter start, end;

  span.tag = gtk_text_buffer_create_tag (self->buffer, NULL, NULL);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &start, span.start_cp);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &end, span.end_cp);
  gtk_text_buffer_apply_tag (self->buffer, span.tag, &start, &end);
  colour_span (self, &span);
  g_array_append_val (self->spans, span);
}

/**
 * dtl_passage_tags_set_passages:
 * @passages: (element-type DtlPassage): of the source
 * @text: which of its texts the buffer has; passages without an anchor in it are not lit
 */
void
dtl_passage_tags_set_passages (DtlPassageTags *self, GPtrArray *passages, DtlId text)
{
  int length_cp = gtk_text_buffer_get_char_count (self->buffer);

  clear_spans (self);
  self->current = DTL_ID_NONE;
  for (guint i = 0; i < passages->len; i++)
    {
      const DtlPassage *passage = g_ptr_array_index (passages, i);
      const DtlAnchor *anchor = dtl_passage_get_anchor (passage, text);

      if (anchor != NULL && anchor->start_cp >= 0 && anchor->end_cp <= length_cp)
        add_span (self, anchor);
    }
}

/* Lights @passage and puts the cursor at its start. FALSE if it has no place in this text. */
gboolean
dtl_passage_tags_set_current (DtlPassageTags *self, DtlId passage)
{
  GtkTextTagTable *table = gtk_text_buffer_get_tag_table (self->buffer);
  GtkTextIter start;

  self->current = passage;
  colour_spans (self);
  for (guint i = 0; i < self->spans->len; i++)
    {
      const Span *span = &g_array_index (self->spans, Span, i);

      if (span->passage != passage)
        continue;
      gtk_text_tag_set_priority (span->tag, gtk_text_tag_table_get_size (table) - 1);
      gtk_text_buffer_get_iter_at_offset (self->buffer, &start, span->start_cp);
      gtk_text_buffer_place_cursor (self->buffer, &start);
      return TRUE;
    }
  return FALSE;
}

/* Returns: (transfer full) (element-type DtlId): the passages at a place in the text */
GArray *
dtl_passage_tags_find_at (DtlPassageTags *self, int offset_cp)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (DtlId));

  for (guint i = 0; i < self->spans->len; i++)
    {
      const Span *span = &g_array_index (self->spans, Span, i);

      if (span->start_cp <= offset_cp && offset_cp < span->end_cp)
        g_array_append_val (found, span->passage);
    }
  return found;
}
