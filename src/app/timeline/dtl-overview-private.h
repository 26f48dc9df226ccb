/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the overview share: dtl-overview.c is the widget and what it keeps, -counts.c counts, -move.c asks
 * the canvas for another view, -input.c hears pointer and keyboard, -words.c speaks. */
#pragma once

#include "app/timeline/dtl-overview.h"
#include "render/dtl-paint-overview.h"

G_BEGIN_DECLS

/*
 * DtlOverview:
 * @font_key: font and resolution that @text was made for
 * @places: (nullable): of the case; NULL when they must be found anew
 * @has_span: whether anything that shows has a date; if not, there is no strip either
 * @first_seconds, @last_seconds: from the first to the last of what shows
 * @folds: (nullable) (element-type DtlFold): NULL when filter or case changed; then span and density are stale too
 * @density: (nullable): of what shows, at this width
 * @hits: (nullable): of what is found, at this width; NULL also when nothing is searched for
 * @hits_are_stale: other words are searched for
 * @picture: (nullable): everything but lens and selection
 * @active: what of the lens is under the pointer, or held
 * @grip: the drag that is going on
 * @is_dragging: the pointer moved with the button down
 * @was_double: this press was the second of a double click, which has done its work already
 * @drag_view: what the canvas showed before, for Esc
 * @has_preview: a new span is being drawn, from @preview_from to @preview_to; the canvas shows it at the end
 * @was_key: the view was moved by a key of ours, so that it is ours to say what is seen now
 * @settle_id: a source that fires when nothing moved for a while
 * @recount_id: a source that counts anew once nobody switches any more; until then another filter's counts stand
 * @counting: (nullable): cancels the thread that does so
 * @many_events: from so many events on it is done like that
 */
struct _DtlOverview
{
  GtkWidget parent_instance;

  DtlCanvas *canvas;
  DtlSession *session;
  DtlTextPango *text;
  char *font_key;
  const DtlTheme *theme;

  DtlPlaces *places;
  gboolean has_span;
  int64_t first_seconds;
  int64_t last_seconds;
  GArray *folds;
  DtlDensity *density;
  DtlDensity *hits;
  DtlDensity *chosen;
  gboolean chosen_is_stale;
  gboolean hits_are_stale;
  DtlStrip strip;
  GskRenderNode *picture;

  DtlLensPart active;
  double pointer_x;
  GtkGesture *drag;
  DtlLensDrag grip;
  gboolean is_held;
  gboolean is_dragging;
  gboolean was_double;
  DtlViewport drag_view;
  gboolean has_preview;
  int64_t preview_from;
  int64_t preview_to;
  gboolean was_key;

  guint settle_id;
  guint recount_id;
  GCancellable *counting;
  guint many_events;
};

/* dtl-overview.c */
gboolean dtl_overview_ensure_span (DtlOverview *self);
void dtl_overview_get_lens (DtlOverview *self, DtlLens *lens);
void dtl_overview_get_view_span (DtlOverview *self, int64_t *from_seconds, int64_t *to_seconds);

void dtl_overview_recount (DtlOverview *self);

/* dtl-overview-counts.c */
void dtl_overview_counts_init (DtlOverview *self);
void dtl_overview_count_filter (DtlOverview *self);
void dtl_overview_stop_counting (DtlOverview *self);
int dtl_overview_get_strip_width (DtlOverview *self);

/* dtl-overview-move.c */
void dtl_overview_init_grip (DtlOverview *self, DtlLensDrag *grip, DtlLensPart part, double x);
void dtl_overview_move_span (DtlOverview *self, DtlLensPart part, int64_t from_seconds, int64_t to_seconds);
void dtl_overview_center_on (DtlOverview *self, double x);
void dtl_overview_zoom_at (DtlOverview *self, double factor, double x);
void dtl_overview_pan_by (DtlOverview *self, double dx_px);
void dtl_overview_keys_install (GtkWidgetClass *widget_class);

/* dtl-overview-input.c */
void dtl_overview_input_init (DtlOverview *self);
gboolean dtl_overview_cancel_drag (DtlOverview *self);

/* dtl-overview-words.c */
gboolean dtl_overview_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip);
void dtl_overview_update_words (DtlOverview *self);
void dtl_overview_print_place (DtlOverview *self);

G_END_DECLS
