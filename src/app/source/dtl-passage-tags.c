/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-passage-tags.h. An offset of a GtkTextIter is a code point, as an anchor's is, so that nothing is converted.
 * Passages may overlap: the current one is painted last, and a point can be in several. */
#include "app/source/dtl-passage-tags.h"

typedef struct
{
  DtlId passage;
  int start_cp;
  int end_cp;
} Span;

struct _DtlPassageTags
{
  GtkTextBuffer *buffer;
  GtkTextTag *other;
  GtkTextTag *current;
  GArray *spans; /* of Span, as in the source */
};

/* Returns: (transfer full): tags for @buffer, which is kept referenced */
DtlPassageTags *
dtl_passage_tags_new (GtkTextBuffer *buffer)
{
  DtlPassageTags *self = g_new0 (DtlPassageTags, 1);

  self->buffer = g_object_ref (buffer);
  self->other = gtk_text_buffer_create_tag (buffer, "other-passage", NULL);
  self->current = gtk_text_buffer_create_tag (buffer, "current-passage", NULL);
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
set_background (GtkTextTag *tag, GtkStyleContext *context, const char *name)
{
  GdkRGBA colour;

  if (gtk_style_context_lookup_color (context, name, &colour))
    g_object_set (tag, "background-rgba", &colour, NULL);
}

/* Takes the colours from the style sheet, as they are for @widget now. */
void
dtl_passage_tags_update_colours (DtlPassageTags *self, GtkWidget *widget)
{
  GtkStyleContext *context = gtk_widget_get_style_context (widget);

  set_background (self->other, context, "other_passage_bg_color");
  set_background (self->current, context, "current_passage_bg_color");
}

static void
apply (DtlPassageTags *self, GtkTextTag *tag, const Span *span)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (self->buffer, &start, span->start_cp);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &end, span->end_cp);
  gtk_text_buffer_apply_tag (self->buffer, tag, &start, &end);
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
  GtkTextIter start, end;

  g_array_set_size (self->spans, 0);
  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  gtk_text_buffer_remove_all_tags (self->buffer, &start, &end);
  for (guint i = 0; i < passages->len; i++)
    {
      const DtlPassage *passage = g_ptr_array_index (passages, i);
      const DtlAnchor *anchor = dtl_passage_get_anchor (passage, text);
      Span span;

      if (anchor == NULL || anchor->start_cp < 0 || anchor->end_cp > length_cp)
        continue;
      span = (Span){ passage->id, (int) anchor->start_cp, (int) anchor->end_cp };
      g_array_append_val (self->spans, span);
      apply (self, self->other, &span);
    }
}

/* Lights @passage and puts the cursor at its start. FALSE if it has no place in this text. */
gboolean
dtl_passage_tags_set_current (DtlPassageTags *self, DtlId passage)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  gtk_text_buffer_remove_tag (self->buffer, self->current, &start, &end);
  gtk_text_buffer_place_cursor (self->buffer, &start);
  for (guint i = 0; i < self->spans->len; i++)
    {
      const Span *span = &g_array_index (self->spans, Span, i);

      if (span->passage != passage)
        continue;
      apply (self, self->current, span);
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
