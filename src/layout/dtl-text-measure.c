/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The measurer for tests, and cutting text to a width with any measurer. */
#include "config.h"

#include "layout/dtl-text-measure.h"

#include <string.h>

/* How far back from the last letter that fits a word's end is looked for: so many code points, or half of what fits.
 * What is further back is the start of one long word, as in German, which says more in pieces than left out. */
#define WORD_REACH_CP 8

typedef struct
{
  DtlTextMeasure parent;
  int char_width_px;
  int line_height_px;
} FixedMeasure;

static int
fixed_width_px (DtlTextMeasure *measure, DtlTextStyle style, const char *text)
{
  return (int) g_utf8_strlen (text, -1) * ((FixedMeasure *) measure)->char_width_px;
}

static int
fixed_height_px (DtlTextMeasure *measure, DtlTextStyle style)
{
  return ((FixedMeasure *) measure)->line_height_px;
}

/**
 * dtl_text_measure_new_fixed:
 * @char_width_px: of every code point, in every style
 * @line_height_px: of every style
 *
 * Returns: (transfer full): g_free()
 */
DtlTextMeasure *
dtl_text_measure_new_fixed (int char_width_px, int line_height_px)
{
  FixedMeasure *self = g_new0 (FixedMeasure, 1);

  self->parent.width_px = fixed_width_px;
  self->parent.height_px = fixed_height_px;
  self->char_width_px = char_width_px;
  self->line_height_px = line_height_px;
  return &self->parent;
}

/* A letter and the marks and joiners on it are cut together. */
static gboolean
is_inside_letter (const char *at)
{
  gunichar here = g_utf8_get_char (at);

  return g_unichar_ismark (here) || g_unichar_iszerowidth (here);
}

/* Back to the end of a word, if one is near; then without what would stand oddly before the ellipsis. */
static const char *
tidy_cut (const char *text, const char *cut)
{
  const char *near = cut;
  glong reach_cp = MAX (g_utf8_pointer_to_offset (text, cut) / 2, WORD_REACH_CP);

  while (cut > text && *cut != '\0' && is_inside_letter (cut))
    cut = g_utf8_prev_char (cut);
  for (int i = 0; near != NULL && near > text && i <= reach_cp; i++)
    {
      if (g_unichar_isspace (g_utf8_get_char (near)))
        {
          cut = near;
          break;
        }
      near = g_utf8_find_prev_char (text, near);
    }
  while (cut > text)
    {
      const char *previous = g_utf8_prev_char (cut);
      gunichar last = g_utf8_get_char (previous);

      if (!g_unichar_isspace (last) && !g_unichar_ispunct (last))
        break;
      cut = previous;
    }
  return cut;
}

static char *
cut_at (const char *text, const char *cut)
{
  return g_strdup_printf ("%.*s" DTL_TEXT_ELLIPSIS, (int) (cut - text), text);
}

char *
dtl_text_measure_cut (const char *text, gsize n_bytes)
{
  const char *cut = tidy_cut (text, text + n_bytes);

  return cut > text ? cut_at (text, cut) : NULL;
}

static gboolean
fits (DtlTextMeasure *self, DtlTextStyle style, const char *text, const char *cut, int width_px)
{
  g_autofree char *shortened = cut_at (text, cut);

  return self->width_px (self, style, shortened) <= width_px;
}

/* How many code points fit. The first guess is by proportion, since measuring is what costs. */
static glong
find_length_cp (DtlTextMeasure *self, DtlTextStyle style, const char *text, glong n_cp, int width_px, int full_width_px)
{
  glong low = 0;
  glong high = n_cp - 1;
  glong guess = (glong) ((double) n_cp * width_px / MAX (full_width_px, 1));

  while (low < high)
    {
      guess = CLAMP (guess, low + 1, high);
      if (fits (self, style, text, g_utf8_offset_to_pointer (text, guess), width_px))
        {
          low = guess;
          guess = guess + 2 > high ? high : guess + 2;
        }
      else
        {
          high = guess - 1;
          guess = MAX (guess - 2, low + (high - low) / 2);
        }
    }
  return low;
}

/* The cut that a measurer which knows the places of all letters proposes; NULL where it is not there, or does not fit.
 */
static char *
cut_at_once (DtlTextMeasure *self, DtlTextStyle style, const char *text, int width_px)
{
  g_autofree char *shortened = NULL;
  int room_px;
  gsize n_bytes;

  if (self->prefix_bytes == NULL)
    return NULL;
  room_px = width_px - self->width_px (self, style, DTL_TEXT_ELLIPSIS);
  n_bytes = room_px > 0 ? self->prefix_bytes (self, style, text, room_px) : 0;
  if (n_bytes == 0)
    return NULL;
  shortened = dtl_text_measure_cut (text, n_bytes);
  if (shortened == NULL || self->width_px (self, style, shortened) > width_px)
    return NULL;
  return g_steal_pointer (&shortened);
}

/**
 * dtl_text_measure_ellipsize:
 * @self: the measurer
 * @style: what the text is set in
 * @text: one line of UTF-8
 * @width_px: the room, with the ellipsis
 *
 * Returns: (transfer full) (nullable): see the header
 */
char *
dtl_text_measure_ellipsize (DtlTextMeasure *self, DtlTextStyle style, const char *text, int width_px)
{
  int full_width_px;
  glong n_cp;
  const char *cut;
  char *shortened;

  g_return_val_if_fail (self != NULL && text != NULL, NULL);

  full_width_px = self->width_px (self, style, text);
  if (full_width_px <= width_px)
    return g_strdup (text);
  shortened = cut_at_once (self, style, text, width_px);
  if (shortened != NULL)
    return shortened;
  n_cp = g_utf8_strlen (text, -1);
  n_cp = find_length_cp (self, style, text, n_cp, width_px, full_width_px);
  if (n_cp == 0)
    return NULL;
  cut = tidy_cut (text, g_utf8_offset_to_pointer (text, n_cp));
  return cut > text ? cut_at (text, cut) : NULL;
}
