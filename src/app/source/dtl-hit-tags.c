/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-hit-tags.h. One tag for all places: a background and a line below, so that it is not colour alone that tells
 * them from passages. The place that the person stepped to is selected, which shows, and which a screen reader says. */
#include "app/source/dtl-hit-tags.h"

#include "app/dtl-palette-css.h"

typedef struct
{
  int start_cp;
  int end_cp;
} Place;

struct _DtlHitTags
{
  GtkTextBuffer *buffer;
  GtkTextTag *tag; /* owned by the buffer's table */
  GArray *places;  /* of Place, in the order of the text */
};

/* Returns: (transfer full): marks for @buffer, which is kept referenced */
DtlHitTags *
dtl_hit_tags_new (GtkTextBuffer *buffer)
{
  DtlHitTags *self = g_new0 (DtlHitTags, 1);

  self->buffer = g_object_ref (buffer);
  self->places = g_array_new (FALSE, FALSE, sizeof (Place));
  self->tag = gtk_text_buffer_create_tag (buffer, NULL, "underline", PANGO_UNDERLINE_SINGLE, NULL);
  dtl_hit_tags_update_colours (self);
  return self;
}

void
dtl_hit_tags_free (DtlHitTags *self)
{
  if (self == NULL)
    return;
  g_object_unref (self->buffer);
  g_array_unref (self->places);
  g_free (self);
}

/* Takes the colours from the palette, as they are now. */
void
dtl_hit_tags_update_colours (DtlHitTags *self)
{
  DtlColour colour = dtl_theme_get_colour (dtl_palette_css_get_theme (), DTL_COLOUR_HIT);
  GdkRGBA line = { (float) colour.red, (float) colour.green, (float) colour.blue, 1 };
  GdkRGBA background = line;

  background.alpha = 0.3f;
  g_object_set (self->tag, "background-rgba", &background, "underline-rgba", &line, NULL);
}

static void
get_iters (DtlHitTags *self, const Place *place, GtkTextIter *start, GtkTextIter *end)
{
  gtk_text_buffer_get_iter_at_offset (self->buffer, start, place->start_cp);
  gtk_text_buffer_get_iter_at_offset (self->buffer, end, place->end_cp);
}

/**
 * dtl_hit_tags_set_places:
 * @places: (nullable) (element-type DtlTextHit): those of this and other texts
 * @text: which of the texts the buffer has
 */
void
dtl_hit_tags_set_places (DtlHitTags *self, const GArray *places, DtlId text)
{
  GtkTextTagTable *table = gtk_text_buffer_get_tag_table (self->buffer);
  int length_cp = gtk_text_buffer_get_char_count (self->buffer);
  GtkTextIter start, end;

  if (self->places->len > 0)
    {
      gtk_text_buffer_get_bounds (self->buffer, &start, &end);
      gtk_text_buffer_remove_tag (self->buffer, self->tag, &start, &end);
    }
  g_array_set_size (self->places, 0);
  for (guint i = 0; places != NULL && i < places->len; i++)
    {
      const DtlTextHit *hit = &g_array_index (places, DtlTextHit, i);
      Place place = { (int) hit->start_cp, (int) hit->end_cp };

      if (hit->text != text || hit->start_cp < 0 || hit->end_cp > length_cp)
        continue;
      get_iters (self, &place, &start, &end);
      gtk_text_buffer_apply_tag (self->buffer, self->tag, &start, &end);
      g_array_append_val (self->places, place);
    }
  /* Above the current passage, which was the last one to be raised. */
  gtk_text_tag_set_priority (self->tag, gtk_text_tag_table_get_size (table) - 1);
}

guint
dtl_hit_tags_get_n_places (DtlHitTags *self)
{
  return self->places->len;
}

static int
get_cursor (DtlHitTags *self)
{
  GtkTextIter cursor;

  gtk_text_buffer_get_iter_at_mark (self->buffer, &cursor, gtk_text_buffer_get_insert (self->buffer));
  return gtk_text_iter_get_offset (&cursor);
}

/* Returns: which of the places is selected, from 1; 0 if none is */
guint
dtl_hit_tags_get_position (DtlHitTags *self)
{
  GtkTextIter start, end;

  if (!gtk_text_buffer_get_selection_bounds (self->buffer, &start, &end))
    return 0;
  for (guint i = 0; i < self->places->len; i++)
    {
      const Place *place = &g_array_index (self->places, Place, i);

      if (place->start_cp == gtk_text_iter_get_offset (&start) && place->end_cp == gtk_text_iter_get_offset (&end))
        return i + 1;
    }
  return 0;
}

/* The cursor stands at the start, where the view then scrolls to. */
static void
select_place (DtlHitTags *self, guint index)
{
  GtkTextIter start, end;

  get_iters (self, &g_array_index (self->places, Place, index), &start, &end);
  gtk_text_buffer_select_range (self->buffer, &start, &end);
}

/**
 * dtl_hit_tags_step:
 * @step: 1 for the next place after the cursor, -1 for the one before; goes round at the ends
 *
 * Returns: whether there is one
 */
gboolean
dtl_hit_tags_step (DtlHitTags *self, int step)
{
  int cursor_cp = get_cursor (self);
  gboolean is_at_place = dtl_hit_tags_get_position (self) > 0;
  guint next = 0;

  if (self->places->len == 0)
    return FALSE;
  /* The first place that begins after the cursor, or at it while none is selected. */
  while (next < self->places->len && g_array_index (self->places, Place, next).start_cp < cursor_cp + is_at_place)
    next++;
  if (step < 0)
    next += self->places->len - (is_at_place ? 2 : 1);
  select_place (self, next % self->places->len);
  return TRUE;
}

/* Selects the place that begins at @start_cp, if there is one. */
gboolean
dtl_hit_tags_show (DtlHitTags *self, int64_t start_cp)
{
  for (guint i = 0; i < self->places->len; i++)
    if (g_array_index (self->places, Place, i).start_cp == start_cp)
      {
        select_place (self, i);
        return TRUE;
      }
  return FALSE;
}
