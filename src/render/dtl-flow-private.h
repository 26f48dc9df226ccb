/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words around a timeline (passages, sources, stamp) as a column of lines that can be cut into pages anywhere
 * between two blocks, and inside a long one. For this folder only. */
#pragma once

#include "render/dtl-surface.h"

G_BEGIN_DECLS

/**
 * DtlFlowLine: one line of text.
 * @x_px: from the left edge of the column
 * @space_before_px: above the line, dropped at the top of a page
 * @keep_next: whether the line may not be the last of its page
 * @is_block_start: whether a passage or source begins here
 * @lead: (nullable): what hangs left of the text: the passage's number, the exhibit
 * @uri: (nullable), @destination: (nullable): what the line leads to, and the name of its place
 */
typedef struct
{
  DtlTextStyle style;
  DtlThemeColour colour;
  int x_px;
  int space_before_px;
  int height_px;
  gboolean keep_next;
  gboolean is_block_start;
  guint number; /* of the passage that begins here, or 0 */
  char *text;
  char *lead;
  char *uri;
  char *destination;
} DtlFlowLine;

typedef struct
{
  DtlTextPango *text;
  int width_px;
  GArray *lines; /* DtlFlowLine */
} DtlFlow;

DtlFlow *dtl_flow_new (DtlTextPango *text, int width_px);
void dtl_flow_free (DtlFlow *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtlFlow, dtl_flow_free)

/* Adds @text, wrapped, and returns its first line to be filled in further; valid until the next call. */
DtlFlowLine *dtl_flow_add (DtlFlow *self,
                           DtlTextStyle style,
                           DtlThemeColour colour,
                           int x_px,
                           int space_before_px,
                           const char *text);
int dtl_flow_get_height_px (const DtlFlow *self, guint from_line);
/* How many lines from @from_line on fit into @height_px without leaving a heading alone; at least one where
 * @must_advance. */
guint dtl_flow_fit (const DtlFlow *self, guint from_line, int height_px, gboolean must_advance);
/* Returns: the y below the last line */
int dtl_flow_paint (const DtlFlow *self,
                    DtlSurface *surface,
                    const DtlTheme *theme,
                    int x_px,
                    int y_px,
                    guint from_line,
                    guint n_lines);

G_END_DECLS
