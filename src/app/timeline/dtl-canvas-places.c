/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is in view, as a list: the events in the order of time, once each, the clusters between them, the undated shelf
 * and the notes. dtl-canvas-children.c makes items of it. */
#include "config.h"

#include <glib/gi18n.h>

#include "app/timeline/dtl-canvas-private.h"
#include "render/dtl-painter-places.h"

/* So many a screen reader walks through while the view stays still; there is a list for more. */
#define MAX_PLACES 200

static void
free_place (gpointer place)
{
  dtl_canvas_place_clear (place);
  g_free (place);
}

static DtlId
id_of_row (DtlCanvas *self, uint32_t row)
{
  DtlColumns *columns = dtl_document_get_columns (dtl_session_get_document (self->session));

  return row < columns->n_events ? columns->id[row] : DTL_ID_NONE;
}

static GdkRectangle
clip_to_plot (DtlCanvas *self, double x0, double y0, double x1, double y1)
{
  int left = self->frame.header_width_px, top = self->frame.axis_height_px + self->frame.shelf_height_px;
  int right = self->frame.width_px, bottom = self->frame.height_px;
  int from_x = (int) CLAMP (x0, left, right), to_x = (int) CLAMP (x1, left, right);
  int from_y = (int) CLAMP (y0, top, bottom), to_y = (int) CLAMP (y1, top, bottom);

  return (GdkRectangle){ from_x, from_y, MAX (to_x - from_x, 1), MAX (to_y - from_y, 1) };
}

/* What an item in a lane is, and where. */
void
dtl_canvas_init_place (DtlCanvas *self, const DtlItem *item, DtlCanvasPlace *place)
{
  gboolean is_cluster = item->kind == DTL_ITEM_CLUSTER;
  double y = dtl_canvas_item_y (self, 0);

  *place = (DtlCanvasPlace){
    .kind = is_cluster ? DTL_CANVAS_ITEM_CLUSTER : DTL_CANVAS_ITEM_EVENT,
    .row = dtl_layout_get_first_row (self->layout, item),
    .lane = item->lane,
    .n_events = item->n_events,
    .from_seconds = item->from_seconds,
    .to_seconds = item->to_seconds,
    .box = clip_to_plot (self, dtl_canvas_item_x (self, item->x0_px), y + item->y0_px,
                         dtl_canvas_item_x (self, item->x1_px), y + item->y1_px),
  };
  place->id = id_of_row (self, place->row);
}

/* An event once, whatever its lanes: where it was chosen, else where it stands highest. */
static void
add_place (DtlCanvas *self, GHashTable *places, const DtlCanvasPlace *place)
{
  DtlCanvasPlace *other = g_hash_table_lookup (places, place);

  if (other != NULL &&
      (other->lane == self->selected_lane || (place->lane != self->selected_lane && other->box.y <= place->box.y)))
    return;
  if (other == NULL && g_hash_table_size (places) >= MAX_PLACES - 1)
    return;
  if (other != NULL)
    {
      g_hash_table_remove (places, other);
      free_place (other);
    }
  g_hash_table_add (places, g_memdup2 (place, sizeof *place));
}

/* The most important come last in the order of drawing. */
static void
add_items (DtlCanvas *self, GHashTable *places)
{
  int64_t left = (int64_t) self->view.offset_px;
  int top = (int) gtk_adjustment_get_value (self->vadjustment);
  int height = self->frame.height_px - self->frame.axis_height_px - self->frame.shelf_height_px;
  g_autoptr (GPtrArray) items = NULL;

  items = dtl_layout_get_items_in (self->layout, left, left + self->view.width_px, top, top + MAX (height, 1));
  for (guint i = items->len; i > 0; i--)
    {
      DtlCanvasPlace place;

      dtl_canvas_init_place (self, g_ptr_array_index (items, i - 1), &place);
      add_place (self, places, &place);
    }
}

static void
init_painted_place (DtlCanvas *self, const DtlPainterPlace *painted, DtlCanvasPlace *place)
{
  const cairo_rectangle_t *box = &painted->box;

  *place = (DtlCanvasPlace){
    .kind = painted->hit == DTL_PAINTER_HIT_SHELF_ITEM ? DTL_CANVAS_ITEM_EVENT : DTL_CANVAS_ITEM_NOTE,
    .id = painted->hit == DTL_PAINTER_HIT_SHELF_ITEM ? id_of_row (self, painted->row) : (DtlId) painted->hit,
    .row = painted->row,
    .lane = UINT32_MAX,
    .n_events = painted->n_events,
    .box = { (int) box->x, (int) box->y, MAX ((int) box->width, 1), MAX ((int) box->height, 1) },
  };
  if (painted->hit == DTL_PAINTER_HIT_SHELF_MORE)
    place->label = g_strdup_printf (ngettext ("%u more undated event", "%u more undated events", painted->n_events),
                                    painted->n_events);
  else if (painted->hit == DTL_PAINTER_HIT_ERAS_MORE)
    place->label = g_strdup_printf (ngettext ("%u more era", "%u more eras", painted->n_events), painted->n_events);
  else if (place->kind == DTL_CANVAS_ITEM_NOTE)
    place->label = g_strdup (painted->text);
}

static void
add_painted (DtlCanvas *self, GHashTable *places)
{
  DtlPaintOptions options;
  g_autoptr (GArray) painted = NULL;

  dtl_canvas_init_options (self, &options);
  painted = dtl_painter_get_places (&options);
  for (guint i = 0; i < painted->len && g_hash_table_size (places) < MAX_PLACES - 1; i++)
    {
      DtlCanvasPlace place;

      init_painted_place (self, &g_array_index (painted, DtlPainterPlace, i), &place);
      add_place (self, places, &place);
    }
}

/* Rows are by the start of their main mark. */
static uint32_t
find_row_after (const DtlColumns *columns, int64_t civil_seconds)
{
  uint32_t low = 0;
  uint32_t high = columns->n_dated;

  while (low < high)
    {
      uint32_t middle = low + (high - low) / 2;

      DtlBounds bounds = dtl_columns_get_bounds (columns, dtl_columns_get_main_mark (columns, middle));

      if (bounds.start_earliest <= civil_seconds)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* The breaks in view, before the first event behind them. */
static void
add_folds (DtlCanvas *self, GHashTable *places)
{
  DtlColumns *columns = dtl_document_get_columns (dtl_session_get_document (self->session));
  int64_t left = (int64_t) self->view.offset_px;
  const DtlScaleFold *fold = dtl_time_scale_next_break (&self->view.scale, left);

  for (; fold != NULL && fold->x0_px < left + self->view.width_px;
       fold = dtl_time_scale_next_break (&self->view.scale, fold->x1_px))
    {
      DtlCanvasPlace place = {
        .kind = DTL_CANVAS_ITEM_FOLD,
        .id = (DtlId) fold->fold.from_seconds,
        .row = find_row_after (columns, fold->fold.to_seconds),
        .lane = UINT32_MAX,
        .from_seconds = fold->fold.from_seconds,
        .to_seconds = fold->fold.to_seconds,
        .label = dtl_fold_describe (&fold->fold),
        .box = clip_to_plot (self, dtl_canvas_item_x (self, fold->x0_px), 0, dtl_canvas_item_x (self, fold->x1_px),
                             self->frame.height_px),
      };

      g_hash_table_add (places, g_memdup2 (&place, sizeof place));
    }
}

/* The selected event has an item also where it is out of view, in a cluster, or behind the "+n" of the shelf. */
static void
add_selected (DtlCanvas *self, GHashTable *places)
{
  uint32_t row = dtl_session_get_selected_row (self->session);
  DtlCanvasPlace place = { DTL_CANVAS_ITEM_EVENT, dtl_session_get_selected (self->session), row, UINT32_MAX, 1 };
  const DtlItem *item;

  if (row == DTL_NO_ROW || !dtl_bitset_get (dtl_session_get_visible (self->session), row) ||
      g_hash_table_contains (places, &place))
    return;
  item = dtl_layout_find_row (self->layout, row);
  if (item != NULL)
    dtl_canvas_init_place (self, item, &place);
  else
    place.box = clip_to_plot (self, 0, 0, 0, 0);
  place.kind = DTL_CANVAS_ITEM_EVENT;
  place.row = row;
  place.id = dtl_session_get_selected (self->session);
  g_hash_table_add (places, g_memdup2 (&place, sizeof place));
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const DtlCanvasPlace *left = *(DtlCanvasPlace *const *) a, *right = *(DtlCanvasPlace *const *) b;

  if (left->row != right->row)
    return left->row < right->row ? -1 : 1;
  if (left->kind != right->kind)
    return (int) left->kind - (int) right->kind;
  return left->id < right->id ? -1 : left->id > right->id;
}

/* Returns: (element-type DtlCanvasPlace) (transfer full): what is in view, at most as much as somebody walks through;
 * the layout must be there */
GPtrArray *
dtl_canvas_collect_places (DtlCanvas *self)
{
  g_autoptr (GHashTable) set = g_hash_table_new (dtl_canvas_place_hash, dtl_canvas_place_equal);
  GPtrArray *places = g_ptr_array_new_with_free_func (free_place);
  GHashTableIter iter;
  gpointer place;

  add_folds (self, set);
  add_items (self, set);
  add_painted (self, set);
  add_selected (self, set);
  g_hash_table_iter_init (&iter, set);
  while (g_hash_table_iter_next (&iter, &place, NULL))
    g_ptr_array_add (places, place);
  g_ptr_array_sort (places, compare_places);
  return places;
}
