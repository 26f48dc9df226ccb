/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "render/dtl-text-line.h"

#include <string.h>

/* @run: NULL where there is a layout, or no text. Exactly what the layout would have */
struct _DtlTextLine
{
  char *text;
  PangoGlyphItem *run;
  PangoLayout *layout;
  int width;
};

/* Neither control characters, which layouts have rules for, nor what is no character. */
static gboolean
is_plain (const char *text)
{
  if (!g_utf8_validate (text, -1, NULL))
    return FALSE;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c < 0x20 || (c >= 0x7f && c < 0xa0) || (c & 0xfffe) == 0xfffe)
        return FALSE;
    }
  return TRUE;
}

static PangoGlyphItem *
shape (PangoContext *context, PangoItem *item, const char *text)
{
  PangoGlyphItem run = { .item = item, .glyphs = pango_glyph_string_new () };
  gboolean rounds = pango_context_get_round_glyph_positions (context);
  PangoGlyphItem *copy;

  pango_shape_with_flags (text, -1, text, -1, &item->analysis, run.glyphs,
                          rounds ? PANGO_SHAPE_ROUND_POSITIONS : PANGO_SHAPE_NONE);
  copy = pango_glyph_item_copy (&run);
  pango_glyph_string_free (run.glyphs);
  return copy;
}

/* The first letter that has a direction decides, as in a layout; without any, the context does. */
static PangoDirection
get_weak_direction (PangoContext *context)
{
  PangoDirection direction = pango_context_get_base_dir (context);

  return direction == PANGO_DIRECTION_RTL || direction == PANGO_DIRECTION_WEAK_RTL ? PANGO_DIRECTION_WEAK_RTL
                                                                                   : PANGO_DIRECTION_WEAK_LTR;
}

static PangoGlyphItem *
shape_single_run (PangoContext *context, PangoAttrList *attributes, const char *text)
{
  PangoDirection direction = get_weak_direction (context);
  PangoGlyphItem *run = NULL;
  GList *items = pango_itemize_with_base_dir (context, direction, text, 0, (int) strlen (text), attributes, NULL);

  if (items != NULL && items->next == NULL)
    run = shape (context, items->data, text);
  g_list_free_full (items, (GDestroyNotify) pango_item_free);
  return run;
}

static PangoLayout *
make_layout (PangoContext *context, PangoAttrList *attributes, const char *text)
{
  PangoLayout *layout = pango_layout_new (context);

  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

static int
add_widths (const DtlTextLine *self)
{
  int width = 0;

  if (self->run != NULL)
    return pango_glyph_string_get_width (self->run->glyphs);
  if (self->layout == NULL)
    return 0;
  for (GSList *l = pango_layout_get_line_readonly (self->layout, 0)->runs; l != NULL; l = l->next)
    width += pango_glyph_string_get_width (((PangoLayoutRun *) l->data)->glyphs);
  return width;
}

DtlTextLine *
dtl_text_line_new (PangoContext *context, PangoAttrList *attributes, const char *text)
{
  DtlTextLine *self;

  g_return_val_if_fail (PANGO_IS_CONTEXT (context) && attributes != NULL && text != NULL, NULL);
  self = g_new0 (DtlTextLine, 1);
  self->text = g_strdup (text);
  if (is_plain (text))
    self->run = shape_single_run (context, attributes, self->text);
  if (self->run == NULL && *text != '\0')
    self->layout = make_layout (context, attributes, text);
  self->width = add_widths (self);
  return self;
}

void
dtl_text_line_free (DtlTextLine *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->run, pango_glyph_item_free);
  g_clear_object (&self->layout);
  g_free (self->text);
  g_free (self);
}

int
dtl_text_line_get_width (const DtlTextLine *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->width;
}

int
dtl_text_line_get_width_px (const DtlTextLine *self)
{
  return (dtl_text_line_get_width (self) + PANGO_SCALE - 1) / PANGO_SCALE;
}

const PangoGlyphItem *
dtl_text_line_get_run (const DtlTextLine *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->run;
}

const char *
dtl_text_line_get_text (const DtlTextLine *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->text;
}

void
dtl_text_line_show (const DtlTextLine *self, cairo_t *cr)
{
  g_return_if_fail (self != NULL && cr != NULL);
  if (self->run != NULL)
    pango_cairo_show_glyph_item (cr, self->text, self->run);
  else if (self->layout != NULL)
    pango_cairo_show_layout_line (cr, pango_layout_get_line_readonly (self->layout, 0));
}

void
dtl_text_line_add_path (const DtlTextLine *self, cairo_t *cr)
{
  g_return_if_fail (self != NULL && cr != NULL);
  if (self->run != NULL)
    pango_cairo_glyph_string_path (cr, self->run->item->analysis.font, self->run->glyphs);
  else if (self->layout != NULL)
    pango_cairo_layout_line_path (cr, pango_layout_get_line_readonly (self->layout, 0));
}
