/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counts of what is not seen, so that nothing is hidden silently: events before and after the span, events hidden by
 * the filter, lanes above and below. Small pills along the plot's lower edge (lanes above: along its upper one); where
 * they do not fit beside each other they stand one above the other. What stands in the plot of a window has a strip of
 * its own there, so that no label is half covered. */
#include "config.h"

#include "base/dtl-gettext.h"
#include "layout/dtl-links.h"
#include "render/dtl-painter-private.h"

#define PAD_PX      10
#define NOTE_PAD_PX 8
#define MARGIN_PX   10
#define GAP_PX      6

static void
clear_note (gpointer data)
{
  g_free (((DtlNote *) data)->text);
}

static void
add_note (const DtlPainter *self, GArray *notes, DtlPainterHit hit, const char *format, guint n)
{
  DtlNote note = { .hit = hit };

  if (n == 0)
    return;
  note.text = g_strdup_printf (format, n);
  note.width_px = dtl_painter_width (self, DTL_TEXT_NOTE, note.text) + 2 * PAD_PX;
  note.height_px = dtl_painter_line_height (self, DTL_TEXT_NOTE) + NOTE_PAD_PX;
  g_array_append_val (notes, note);
}

static void
count_lanes (const DtlPainter *self, guint *n_above, guint *n_below)
{
  guint n_lanes;
  const DtlLane *lanes = dtl_layout_get_lanes (self->layout, &n_lanes);
  int top_px = self->options->scroll_y_px;

  *n_above = *n_below = 0;
  for (guint i = 0; i < n_lanes; i++)
    {
      *n_above += lanes[i].y_px + lanes[i].height_px <= top_px;
      *n_below += lanes[i].y_px >= top_px + self->plot_height;
    }
}

static void
add_links_note (const DtlPainter *self, GArray *notes)
{
  guint n_links = dtl_painter_count_cut_links (self);
  DtlNote note = { .hit = DTL_PAINTER_HIT_NOTE_LINKS };

  if (n_links == 0)
    return;
  /* Translators: how many arrows between events are drawn, and how many there are in view */
  note.text = g_strdup_printf (_ ("%1$u of %2$u links shown"), DTL_LINKS_MOST, n_links);
  note.width_px = dtl_painter_width (self, DTL_TEXT_NOTE, note.text) + 2 * PAD_PX;
  note.height_px = dtl_painter_line_height (self, DTL_TEXT_NOTE) + NOTE_PAD_PX;
  g_array_append_val (notes, note);
}

static GArray *
collect_notes (const DtlPainter *self)
{
  GArray *notes = g_array_new (FALSE, FALSE, sizeof (DtlNote));
  DtlSpanCounts counts = { 0 };
  guint n_above;
  guint n_below;

  g_array_set_clear_func (notes, clear_note);
  dtl_layout_count_span (self->layout, self->offset_px, self->offset_px + self->plot_width, &counts);
  count_lanes (self, &n_above, &n_below);
  add_note (self, notes, DTL_PAINTER_HIT_NOTE_ABOVE, ngettext ("%u lane above", "%u lanes above", n_above), n_above);
  add_note (self, notes, DTL_PAINTER_HIT_NOTE_BEFORE, ngettext ("%u event before", "%u events before", counts.n_before),
            counts.n_before);
  add_note (self, notes, DTL_PAINTER_HIT_NOTE_BELOW, ngettext ("%u lane below", "%u lanes below", n_below), n_below);
  add_note (self, notes, DTL_PAINTER_HIT_NOTE_HIDDEN,
            self->options->is_interactive
                ? ngettext ("%u event hidden by the filter · show", "%u events hidden by the filter · show",
                            counts.n_filtered)
                : ngettext ("%u event hidden by the filter", "%u events hidden by the filter", counts.n_filtered),
            counts.n_filtered);
  add_note (self, notes, DTL_PAINTER_HIT_NOTE_AFTER, ngettext ("%u event after", "%u events after", counts.n_after),
            counts.n_after);
  add_links_note (self, notes);
  return notes;
}

/** NotePlaces: the row being filled, in pixels from the plot's top left. */
typedef struct
{
  int left_px;
  int right_px;
  int y_px;
} NotePlaces;

static gboolean
is_of_lanes (const DtlNote *note)
{
  return note->hit == DTL_PAINTER_HIT_NOTE_ABOVE || note->hit == DTL_PAINTER_HIT_NOTE_BELOW;
}

static void
place_in_header (const DtlPainter *self, DtlNote *note)
{
  note->x_px = self->options->frame.x_px + MARGIN_PX;
  note->y_px = note->hit == DTL_PAINTER_HIT_NOTE_BELOW ? self->plot_y + self->plot_height - MARGIN_PX - note->height_px
                                                       : self->plot_y + MARGIN_PX;
}

/* Whether a note in the header would lie over the name of a lane. */
static gboolean
covers_name (const DtlPainter *self, const DtlNote *note)
{
  return dtl_painter_has_name_between (self, note->y_px - GAP_PX, note->y_px + note->height_px + GAP_PX);
}

/* A row is filled from both sides and left, upwards, when the next note no longer fits. */
static void
place_in_row (const DtlPainter *self, NotePlaces *places, DtlNote *note)
{
  int far_right_px = self->plot_width - MARGIN_PX;
  gboolean is_empty = places->left_px == MARGIN_PX && places->right_px == far_right_px;

  if (!is_empty && places->left_px + note->width_px > places->right_px)
    {
      places->left_px = MARGIN_PX;
      places->right_px = far_right_px;
      places->y_px -= note->height_px + GAP_PX;
    }
  note->y_px = self->plot_y + places->y_px - note->height_px;
  if (note->hit == DTL_PAINTER_HIT_NOTE_BEFORE || is_of_lanes (note))
    {
      note->x_px = self->plot_x + places->left_px;
      places->left_px += note->width_px + GAP_PX;
      return;
    }
  places->right_px -= note->width_px;
  note->x_px = self->plot_x + places->right_px;
  places->right_px -= GAP_PX;
}

GArray *
dtl_painter_get_notes (const DtlPainter *self)
{
  GArray *notes = collect_notes (self);
  NotePlaces places = { MARGIN_PX, self->plot_width - MARGIN_PX, self->plot_height - MARGIN_PX };

  for (guint i = 0; i < notes->len; i++)
    {
      DtlNote *note = &g_array_index (notes, DtlNote, i);
      gboolean fits_header = note->width_px + MARGIN_PX <= self->options->frame.header_width_px;

      if (is_of_lanes (note) && fits_header)
        place_in_header (self, note);
      if (!is_of_lanes (note) || !fits_header || covers_name (self, note))
        place_in_row (self, &places, note);
    }
  return notes;
}

int
dtl_painter_get_note_line_px (DtlTextPango *text)
{
  DtlTextMeasure *measure = dtl_text_pango_get_measure (text);

  return measure->height_px (measure, DTL_TEXT_NOTE) + NOTE_PAD_PX + 2 * MARGIN_PX;
}

static int
find_strip_px (const DtlPainter *self, GArray *notes)
{
  int bottom_px = self->plot_y + self->plot_height;
  int top_px = bottom_px;

  if (!self->options->is_interactive)
    return 0;
  for (guint i = 0; i < notes->len; i++)
    {
      const DtlNote *note = &g_array_index (notes, DtlNote, i);

      if (note->x_px >= self->plot_x)
        top_px = MIN (top_px, note->y_px - MARGIN_PX);
    }
  return bottom_px - top_px;
}

int
dtl_painter_get_strip_px (const DtlPainter *self)
{
  g_autoptr (GArray) notes = NULL;

  if (!self->options->show_notes || !self->options->is_interactive)
    return 0;
  notes = dtl_painter_get_notes (self);
  return find_strip_px (self, notes);
}

static void
paint_strip (const DtlPainter *self, GArray *notes)
{
  int strip_px = find_strip_px (self, notes);
  int top_px = self->plot_y + self->plot_height - strip_px;
  int x_px = dtl_painter_has_header (self) ? self->plot_x : self->options->frame.x_px;
  int width_px = self->plot_x + self->plot_width - x_px;

  if (strip_px == 0)
    return;
  dtl_painter_fill (self, x_px, top_px, width_px, strip_px, dtl_painter_colour (self, DTL_COLOUR_BACKGROUND));
  dtl_painter_fill (self, x_px, top_px, width_px, 1, dtl_painter_colour (self, DTL_COLOUR_GRID));
}

void
dtl_painter_paint_notes (const DtlPainter *self)
{
  g_autoptr (GArray) notes = dtl_painter_get_notes (self);

  paint_strip (self, notes);
  for (guint i = 0; i < notes->len; i++)
    {
      const DtlNote *note = &g_array_index (notes, DtlNote, i);

      dtl_painter_pill (self, note->x_px, note->y_px, note->width_px, note->height_px,
                        dtl_painter_colour (self, DTL_COLOUR_BACKGROUND),
                        dtl_painter_colour (self, DTL_COLOUR_NEUTRAL));
      dtl_surface_text (self->surface, DTL_TEXT_NOTE, note->x_px + PAD_PX, note->y_px + NOTE_PAD_PX / 2,
                        DTL_ALIGN_START, dtl_painter_colour (self, DTL_COLOUR_TEXT_DIM), note->text);
    }
}
