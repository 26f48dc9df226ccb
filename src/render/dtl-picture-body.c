/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of a picture: numbered passages and the list of sources. What is our summary says so and never stands
 * between quotation marks; the words of a source always do. */
#include "config.h"

#include "base/dtl-gettext.h"
#include "render/dtl-picture-private.h"

#define LEAD_PX 34

static void
add_heading (DtlComposition *self, const char *text, const char *destination)
{
  guint n_before = self->body->lines->len;
  DtlFlowLine *line = dtl_flow_add (self->body, DTL_TEXT_HEADING, DTL_COLOUR_TEXT, 0, n_before > 0 ? 22 : 0, text);

  line->destination = g_strdup (destination);
  for (guint i = n_before; i < self->body->lines->len; i++)
    g_array_index (self->body->lines, DtlFlowLine, i).keep_next = TRUE;
}

static char *
dup_words (const DtlPicturePassage *passage)
{
  const char *text = passage->text != NULL ? passage->text : "";

  return passage->is_summary || passage->is_place ? g_strdup (text) : g_strdup_printf (C_ ("quotation", "“%s”"), text);
}

/* Where the words are from: the line below them. */
static char *
dup_origin (const DtlPicturePassage *passage)
{
  const char *source = passage->source_label != NULL ? passage->source_label : "";

  if (passage->is_summary && passage->attributed_to != NULL)
    /* Translators: first the source, then the person or organisation who says so according to it. */
    return g_strdup_printf (_ ("Our summary, not the words of %s; according to %s"), source, passage->attributed_to);
  if (passage->is_summary)
    return g_strdup_printf (_ ("Our summary, not the words of %s"), source);
  if (passage->attributed_to != NULL)
    return g_strdup_printf (_ ("%s; according to %s"), source, passage->attributed_to);
  return g_strdup (source);
}

static void
add_passage (DtlComposition *self, const DtlPicturePassage *passage)
{
  g_autofree char *words = dup_words (passage);
  g_autofree char *origin = dup_origin (passage);
  guint first = self->body->lines->len;
  DtlFlowLine *line = dtl_flow_add (self->body, DTL_TEXT_BODY, DTL_COLOUR_TEXT, LEAD_PX, 10, words);

  line->lead = g_strdup_printf ("%u", passage->number);
  line->destination = g_strdup_printf ("passage-%u", passage->number);
  line->number = passage->number;
  line->is_block_start = TRUE;
  line->keep_next = TRUE;
  /* The last line of the words stays with where they are from. */
  g_array_index (self->body->lines, DtlFlowLine, self->body->lines->len - 1).keep_next = TRUE;
  first = self->body->lines->len;
  dtl_flow_add (self->body, DTL_TEXT_DATE, passage->uri != NULL ? DTL_COLOUR_ACCENT : DTL_COLOUR_TEXT_DIM, LEAD_PX, 1,
                origin);
  for (guint i = first; i < self->body->lines->len; i++)
    g_array_index (self->body->lines, DtlFlowLine, i).uri = g_strdup (passage->uri);
}

static void
add_source (DtlComposition *self, const DtlPictureSource *source)
{
  DtlFlowLine *line =
      dtl_flow_add (self->body, DTL_TEXT_BODY, DTL_COLOUR_TEXT, LEAD_PX, 8, source->text != NULL ? source->text : "");
  guint first;

  line->lead = g_strdup_printf ("%d", source->exhibit);
  line->destination = g_strdup_printf ("exhibit-%d", source->exhibit);
  line->is_block_start = TRUE;
  if (source->uri == NULL)
    return;
  g_array_index (self->body->lines, DtlFlowLine, self->body->lines->len - 1).keep_next = TRUE;
  first = self->body->lines->len;
  /* Printed in full: paper has no links. */
  dtl_flow_add (self->body, DTL_TEXT_SMALL, DTL_COLOUR_ACCENT, LEAD_PX, 0, source->uri);
  for (guint i = first; i < self->body->lines->len; i++)
    g_array_index (self->body->lines, DtlFlowLine, i).uri = g_strdup (source->uri);
}

void
dtl_composition_fill_body (DtlComposition *self)
{
  GPtrArray *passages = self->picture->passages;
  GPtrArray *sources = self->picture->sources;

  if (passages != NULL && passages->len > 0)
    {
      add_heading (self, _ ("Passages"), "passages");
      for (guint i = 0; i < passages->len && dtl_composition_check (self, NULL); i++)
        {
          const DtlPicturePassage *passage = g_ptr_array_index (passages, i);

          add_passage (self, passage);
          g_hash_table_add (self->printed, GUINT_TO_POINTER (passage->number));
        }
    }
  self->body_sources_line = self->body->lines->len;
  if (sources != NULL && sources->len > 0)
    {
      /* Translators: the numbers in this list are the exhibits' numbers. */
      add_heading (self, _ ("Sources by Exhibit Number"), "sources");
      for (guint i = 0; i < sources->len; i++)
        add_source (self, g_ptr_array_index (sources, i));
    }
}

void
dtl_picture_passage_free (DtlPicturePassage *self)
{
  if (self == NULL)
    return;
  g_free (self->text);
  g_free (self->source_label);
  g_free (self->attributed_to);
  g_free (self->uri);
  g_free (self);
}

void
dtl_picture_source_free (DtlPictureSource *self)
{
  if (self == NULL)
    return;
  g_free (self->text);
  g_free (self->uri);
  g_free (self);
}
