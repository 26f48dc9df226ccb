/* SPDX-License-Identifier: GPL-3.0-or-later */
/* With DATELINE_DEBUG=layout in the environment the canvas says on stderr where everything stands once the view has
 * settled, so that tests can click on it. Coordinates are those of the window's surface, as xdotool takes them:
 *
 *   view PX_PER_DAY LEFT_SECONDS X Y WIDTH HEIGHT
 *   item ROW X Y WIDTH HEIGHT TITLE          an event in a lane; once for each of its lanes
 *   mark ROW X Y                             the middle of its main mark
 *   cluster COUNT X Y WIDTH HEIGHT
 *   shelf ROW X Y WIDTH HEIGHT TITLE         on the shelf or in the strip of eras, from a point to click on
 *   now X                                    the line at today, also out of view
 *   note KIND X Y                            a count of what is not seen: the point to click
 *   fold X Y WIDTH HEIGHT                   the break of a stretch that is folded, in the plot
 *   hit ROW                                  an event of these that the search found
 *   settled
 */
#include "app/timeline/dtl-canvas-private.h"
#include "render/dtl-painter-places.h"

static gboolean
is_wanted (void)
{
  static gsize wanted;

  if (g_once_init_enter (&wanted))
    {
      const GDebugKey keys[] = { { "layout", 1 } };

      g_once_init_leave (&wanted, 1 + g_parse_debug_string (g_getenv ("DATELINE_DEBUG"), keys, G_N_ELEMENTS (keys)));
    }
  return wanted > 1;
}

static gboolean
get_origin (DtlCanvas *self, double *x, double *y)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
  double surface_x, surface_y;
  graphene_point_t origin;

  if (native == NULL ||
      !gtk_widget_compute_point (GTK_WIDGET (self), GTK_WIDGET (native), &GRAPHENE_POINT_INIT (0, 0), &origin))
    return FALSE;
  gtk_native_get_surface_transform (native, &surface_x, &surface_y);
  *x = origin.x + surface_x;
  *y = origin.y + surface_y;
  return TRUE;
}

/* A cluster tells all that are in it. */
static void
print_hit (DtlCanvas *self, const DtlItem *item)
{
  const uint32_t *rows = dtl_layout_get_cluster_rows (self->layout, item);
  DtlBitset *hits = dtl_session_get_hits (self->session);

  for (uint32_t i = 0; hits != NULL && i < MAX (item->n_events, 1); i++)
    if (dtl_bitset_get (hits, rows[i]))
      g_printerr ("hit %u\n", rows[i]);
}

static void
print_item (DtlCanvas *self, const DtlItem *item, double x, double y)
{
  DtlTitleProvider *titles = dtl_document_get_titles (dtl_session_get_document (self->session));
  double left = x + dtl_canvas_item_x (self, item->x0_px);
  double top = y + dtl_canvas_item_y (self, item->y0_px);
  int width = (int) (item->x1_px - item->x0_px), height = item->y1_px - item->y0_px;
  double mark_x, mark_y;

  print_hit (self, item);
  if (item->kind == DTL_ITEM_CLUSTER)
    {
      g_printerr ("cluster %u %.0f %.0f %d %d\n", item->n_events, left, top, width, height);
      return;
    }
  g_printerr ("item %u %.0f %.0f %d %d %s\n", item->row, left, top, width, height,
              titles->get_title (titles, item->row));
  if (dtl_canvas_get_mark_place (self, item->row, &mark_x, &mark_y))
    g_printerr ("mark %u %.0f %.0f\n", item->row, x + mark_x, y + mark_y);
}

static void
print_items (DtlCanvas *self, double x, double y)
{
  int64_t left = (int64_t) self->view.offset_px;
  g_autoptr (GPtrArray) items = NULL;

  dtl_layout_ensure (self->layout, left, left + self->view.width_px);
  items = dtl_layout_get_items (self->layout, left, left + self->view.width_px);
  for (guint i = 0; i < items->len; i++)
    print_item (self, g_ptr_array_index (items, i), x, y);
}

static void
print_painted (DtlCanvas *self, double x, double y)
{
  DtlTitleProvider *titles = dtl_document_get_titles (dtl_session_get_document (self->session));
  DtlPaintOptions options;
  g_autoptr (GArray) places = NULL;

  dtl_canvas_init_options (self, &options);
  places = dtl_painter_get_places (&options);
  g_printerr ("now %.0f\n",
              x + dtl_canvas_item_x (self, dtl_time_scale_to_world_px (&self->view.scale, options.now_seconds)));
  for (guint i = 0; i < places->len; i++)
    {
      const DtlPainterPlace *place = &g_array_index (places, DtlPainterPlace, i);
      double left = x + place->box.x + 8, top = y + place->box.y + 8;

      if (place->hit == DTL_PAINTER_HIT_SHELF_ITEM)
        g_printerr ("shelf %u %.0f %.0f %.0f %.0f %s\n", place->row, left, top, place->box.width - 8,
                    place->box.height - 8, titles->get_title (titles, place->row));
      else
        g_printerr ("note %d %.0f %.0f\n", (int) place->hit, left, top);
    }
}

static void
print_folds (DtlCanvas *self, double x, double y)
{
  int64_t left = (int64_t) self->view.offset_px;
  int top = self->frame.axis_height_px + self->frame.shelf_height_px;
  const DtlScaleFold *fold = dtl_time_scale_next_break (&self->view.scale, left);

  for (; fold != NULL && fold->x0_px < left + self->view.width_px;
       fold = dtl_time_scale_next_break (&self->view.scale, fold->x1_px))
    g_printerr ("fold %.0f %.0f %d %d\n", x + dtl_canvas_item_x (self, fold->x0_px), y + top,
                (int) (fold->x1_px - fold->x0_px), self->frame.height_px - top);
}

void
dtl_canvas_print_places (DtlCanvas *self)
{
  double x, y;

  if (!is_wanted () || !get_origin (self, &x, &y))
    return;
  g_printerr ("view %.6f %" G_GINT64_FORMAT " %.0f %.0f %d %d\n", self->view.scale.px_per_day,
              dtl_canvas_get_left_seconds (self), x, y, self->frame.width_px, self->frame.height_px);
  print_items (self, x, y);
  print_painted (self, x, y);
  print_folds (self, x, y);
  g_printerr ("settled\n");
}
