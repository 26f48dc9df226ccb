/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines of text one below the other, measured before they are painted, so that pages can be planned. */
#include "config.h"

#include "render/dtl-flow-private.h"

static void
clear_line (gpointer data)
{
  DtlFlowLine *line = data;

  g_free (line->text);
  g_free (line->lead);
  g_free (line->uri);
  g_free (line->destination);
}

DtlFlow *
dtl_flow_new (DtlTextPango *text, int width_px)
{
  DtlFlow *self = g_new0 (DtlFlow, 1);

  self->text = dtl_text_pango_ref (text);
  self->width_px = width_px;
  self->lines = g_array_new (FALSE, TRUE, sizeof (DtlFlowLine));
  g_array_set_clear_func (self->lines, clear_line);
  return self;
}

void
dtl_flow_free (DtlFlow *self)
{
  if (self == NULL)
    return;
  dtl_text_pango_unref (self->text);
  g_array_unref (self->lines);
  g_free (self);
}

DtlFlowLine *
dtl_flow_add (DtlFlow *self, DtlTextStyle style, DtlThemeColour colour, int x_px, int space_before_px, const char *text)
{
  DtlTextMeasure *measure = dtl_text_pango_get_measure (self->text);
  g_auto (GStrv) lines = dtl_text_pango_wrap (self->text, style, text, self->width_px - x_px);
  guint first = self->lines->len;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      DtlFlowLine line = { .style = style,
                           .colour = colour,
                           .x_px = x_px,
                           .space_before_px = i == 0 ? space_before_px : 0,
                           .height_px = measure->height_px (measure, style) + 1,
                           .text = g_strdup (lines[i]) };

      g_array_append_val (self->lines, line);
    }
  return &g_array_index (self->lines, DtlFlowLine, first);
}

int
dtl_flow_get_height_px (const DtlFlow *self, guint from_line)
{
  int height_px = 0;

  for (guint i = from_line; i < self->lines->len; i++)
    {
      const DtlFlowLine *line = &g_array_index (self->lines, DtlFlowLine, i);

      height_px += line->height_px + (i > from_line ? line->space_before_px : 0);
    }
  return height_px;
}

guint
dtl_flow_fit (const DtlFlow *self, guint from_line, int height_px, gboolean must_advance)
{
  guint n_lines = 0;
  guint n_safe = 0;
  int used_px = 0;

  for (guint i = from_line; i < self->lines->len; i++)
    {
      const DtlFlowLine *line = &g_array_index (self->lines, DtlFlowLine, i);

      used_px += line->height_px + (i > from_line ? line->space_before_px : 0);
      if (used_px > height_px)
        break;
      n_lines++;
      if (!line->keep_next)
        n_safe = n_lines;
    }
  return must_advance && n_safe == 0 ? MAX (n_lines, 1) : n_safe;
}

static void
paint_line (const DtlFlowLine *line, DtlSurface *surface, const DtlTheme *theme, int x_px, int y_px)
{
  if (line->destination != NULL)
    dtl_surface_destination (surface, line->destination, x_px, y_px);
  if (line->lead != NULL)
    dtl_surface_text (surface, DTL_TEXT_LANE, x_px, y_px, DTL_ALIGN_START,
                      dtl_theme_get_colour (theme, DTL_COLOUR_TEXT), line->lead);
  dtl_surface_begin_link (surface, line->uri, NULL);
  dtl_surface_text (surface, line->style, x_px + line->x_px, y_px, DTL_ALIGN_START,
                    dtl_theme_get_colour (theme, line->colour), line->text);
  dtl_surface_end_link (surface);
}

int
dtl_flow_paint (const DtlFlow *self,
                DtlSurface *surface,
                const DtlTheme *theme,
                int x_px,
                int y_px,
                guint from_line,
                guint n_lines)
{
  for (guint i = from_line; i < from_line + n_lines && i < self->lines->len; i++)
    {
      const DtlFlowLine *line = &g_array_index (self->lines, DtlFlowLine, i);

      if (i > from_line)
        y_px += line->space_before_px;
      paint_line (line, surface, theme, x_px, y_px);
      y_px += line->height_px;
    }
  return y_px;
}
