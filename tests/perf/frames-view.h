/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands for the canvas in `frames`: a case, a filter, a view, and a picture of it on an image of 1280 to 720. It
 * makes and keeps layouts just as the canvas does. */
#pragma once

#include <cairo.h>

#include "render/dtl-painter.h"
#include "service/dtl-shown.h"

G_BEGIN_DECLS

#define VIEW_WIDTH_PX  1280
#define VIEW_HEIGHT_PX 720

typedef struct
{
  DtlDocument *document;
  DtlFilter *filter;
  DtlBitset *visible;
  DtlLanes *lanes; /* (nullable): of just these */
  DtlBitset *hits; /* (nullable): what a search found */
  DtlTextPango *text;
  DtlSprites *sprites;
  DtlLayout *layout; /* NULL before the first */
  gboolean has_other_filter;
  double px_per_day;   /* that the layout was made for */
  gboolean is_in_time; /* whether titles have to wait where a frame has no time for them */
  DtlViewport viewport;
  DtlFrame frame;
  int scroll_y_px;
  cairo_surface_t *image;
} View;

View *view_new (void);
void view_free (View *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (View, view_free)

/* Opens the case and paints all of it. FALSE after a message on stderr. */
gboolean view_open (View *self, const char *path);
void view_fit (View *self);
/* The filter is another. */
void view_refilter (View *self);
/* The filter is another, of which a thread found what shows. */
void view_take_shown (View *self, const DtlShown *shown);
/* Makes what the window has by then: what drawings need of all events, whatever shows. */
void view_prepare (View *self);
/* Brings the layout up to date and paints. */
void view_paint (View *self);
/* How many marks and clusters are in view. */
guint view_count_marks (View *self);
/* Whether what is in view has its titles. */
gboolean view_has_titles (View *self);

G_END_DECLS
