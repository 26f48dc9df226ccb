/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The legend is collected from the placed items, so that it explains what is on the picture and nothing else, and is
 * painted with the painter's own shapes, so that it cannot differ from them. */
#include "config.h"

#include <math.h>

#include "base/dtl-gettext.h"
#include "layout/dtl-eras.h"
#include "render/dtl-legend-private.h"

#define SAMPLE_PX      30
#define TEXT_GAP_PX    7
#define ENTRY_GAP_PX   20
#define FOLD_SAMPLE_PX 6 /* half of its width and height */
#define FOLD_STEP_PX   3
#define MASK(entry)    (1u << (entry))

const char *
dtl_legend_get_text (DtlLegendEntry entry)
{
  switch (entry)
    {
    case DTL_LEGEND_CIRCLE:
      return C_ ("legend", "happened or reported");
    case DTL_LEGEND_DIAMOND:
      return C_ ("legend", "announced or signed");
    case DTL_LEGEND_SQUARE:
      return C_ ("legend", "takes effect, or deadline");
    case DTL_LEGEND_BEGIN:
      return C_ ("legend", "begins");
    case DTL_LEGEND_END:
      return C_ ("legend", "ends");
    case DTL_LEGEND_PLANNED:
      return C_ ("legend", "hollow: planned");
    case DTL_LEGEND_BAND:
      return C_ ("legend", "one day in this stretch, not known which");
    case DTL_LEGEND_BAR:
      return C_ ("legend", "lasts");
    case DTL_LEGEND_FADE:
      return C_ ("legend", "begins or ends somewhere here");
    case DTL_LEGEND_SOFT:
      return C_ ("legend", "approximate");
    case DTL_LEGEND_OPEN:
      return C_ ("legend", "goes on");
    case DTL_LEGEND_UNKNOWN:
      return C_ ("legend", "end not known");
    case DTL_LEGEND_DERIVED:
      return C_ ("legend", "counted from another date");
    case DTL_LEGEND_COMPETING:
      return C_ ("legend", "another source differs");
    case DTL_LEGEND_ALLEGED:
      return C_ ("legend", "alleged");
    case DTL_LEGEND_LINK_PART_OF:
      return C_ ("legend", "is part of");
    case DTL_LEGEND_LINK_CAUSES:
      return C_ ("legend", "causes");
    case DTL_LEGEND_LINK_RESPONDS_TO:
      return C_ ("legend", "responds to");
    case DTL_LEGEND_LINK_AMENDS:
      return C_ ("legend", "amends");
    case DTL_LEGEND_LINK_IMPLEMENTS:
      return C_ ("legend", "implements");
    case DTL_LEGEND_LINK_SUPERSEDES:
      return C_ ("legend", "supersedes");
    case DTL_LEGEND_ERA:
      return C_ ("legend", "era, behind all lanes");
    case DTL_LEGEND_FOLD:
      return C_ ("legend", "folded: so much time is left out");
    case DTL_LEGEND_CLUSTER:
      return C_ ("legend", "events too close to tell apart");
    case DTL_N_LEGEND_ENTRIES:
    default:
      g_assert_not_reached ();
    }
}

static guint32
entry_of_end (DtlEndStyle style)
{
  switch (style)
    {
    case DTL_END_SOFT:
      return MASK (DTL_LEGEND_SOFT);
    case DTL_END_FADE:
      return MASK (DTL_LEGEND_FADE);
    case DTL_END_OPEN:
      return MASK (DTL_LEGEND_OPEN);
    case DTL_END_UNKNOWN:
      return MASK (DTL_LEGEND_UNKNOWN);
    case DTL_END_HARD:
    default:
      return 0;
    }
}

static guint32
entry_of_shape (DtlMarkShape shape)
{
  switch (shape)
    {
    case DTL_SHAPE_DIAMOND:
      return MASK (DTL_LEGEND_DIAMOND);
    case DTL_SHAPE_SQUARE:
      return MASK (DTL_LEGEND_SQUARE);
    case DTL_SHAPE_BAR_START:
      return MASK (DTL_LEGEND_BEGIN);
    case DTL_SHAPE_BAR_END:
      return MASK (DTL_LEGEND_END);
    case DTL_SHAPE_CIRCLE:
    default:
      return MASK (DTL_LEGEND_CIRCLE);
    }
}

static guint32
entries_of_mark (const DtlPlacedMark *mark)
{
  gboolean has_stretch = mark->band_x1_px > mark->band_x0_px;
  gboolean is_bar_end = mark->shape == DTL_SHAPE_BAR_START || mark->shape == DTL_SHAPE_BAR_END;
  guint32 entries = 0;

  if (!mark->is_bar || !is_bar_end)
    entries |= entry_of_shape (mark->shape);
  if (has_stretch)
    entries |= MASK (mark->is_bar ? DTL_LEGEND_BAR : DTL_LEGEND_BAND) | entry_of_end (mark->start_style) |
               entry_of_end (mark->end_style);
  if (mark->is_hollow)
    entries |= MASK (DTL_LEGEND_PLANNED);
  if (mark->is_competing)
    entries |= MASK (DTL_LEGEND_COMPETING);
  return entries;
}

static gboolean
has_derived_tie (DtlLayout *layout, GPtrArray *items)
{
  g_autoptr (GArray) ties = dtl_layout_get_ties (layout, items, UINT32_MAX);

  for (guint i = 0; i < ties->len; i++)
    if (g_array_index (ties, DtlTie, i).is_derived)
      return TRUE;
  return FALSE;
}

static guint32
entries_of_items (DtlLayout *layout, GPtrArray *items)
{
  guint32 entries = 0;

  for (guint i = 0; i < items->len; i++)
    {
      const DtlItem *item = g_ptr_array_index (items, i);
      const DtlPlacedMark *marks = dtl_layout_get_item_marks (layout, item);

      if (item->kind == DTL_ITEM_CLUSTER)
        {
          entries |= MASK (DTL_LEGEND_CLUSTER);
          continue;
        }
      for (guint j = 0; j < item->n_marks; j++)
        entries |= entries_of_mark (&marks[j]);
      if (item->is_alleged)
        entries |= MASK (DTL_LEGEND_ALLEGED);
    }
  if (has_derived_tie (layout, items))
    entries |= MASK (DTL_LEGEND_DERIVED);
  return entries;
}

static guint32
entries_of_links (const GArray *links)
{
  guint32 entries = 0;

  for (guint i = 0; i < links->len; i++)
    entries |= MASK (DTL_LEGEND_LINK_PART_OF + (int) g_array_index (links, DtlPlacedLink, i).type);
  return entries;
}

static guint32
entries_of_eras (DtlLayout *layout, int64_t x0_px, int64_t x1_px)
{
  g_autoptr (GArray) eras = dtl_layout_get_eras (layout, x0_px, x1_px);

  return eras->len > 0 ? MASK (DTL_LEGEND_ERA) : 0;
}

static guint32
entries_of_folds (const DtlTimeScale *scale, int64_t x0_px, int64_t x1_px)
{
  const DtlScaleFold *fold = dtl_time_scale_next_break (scale, x0_px);

  return fold != NULL && fold->x0_px < x1_px ? MASK (DTL_LEGEND_FOLD) : 0;
}

guint32
dtl_legend_collect (DtlLayout *layout, const DtlTimeScale *scale, int64_t x0_px, int64_t x1_px, gboolean show_links)
{
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GArray) links = NULL;

  dtl_layout_ensure (layout, x0_px, x1_px);
  items = dtl_layout_get_items (layout, x0_px, x1_px);
  links = dtl_layout_get_links (layout, items, x0_px, x1_px, UINT32_MAX, show_links);
  return entries_of_items (layout, items) | entries_of_links (links) | entries_of_eras (layout, x0_px, x1_px) |
         entries_of_folds (scale, x0_px, x1_px);
}

guint32
dtl_legend_collect_view (const DtlPaintOptions *options)
{
  DtlPainter painter;
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GArray) links = NULL;

  g_return_val_if_fail (options != NULL && options->layout != NULL, 0);
  dtl_painter_init (&painter, options, NULL);
  items = dtl_painter_get_items (&painter);
  links = dtl_painter_get_links (&painter, items, options->selected_row, options->show_links);
  return entries_of_items (options->layout, items) | entries_of_links (links) |
         entries_of_eras (options->layout, painter.offset_px, painter.offset_px + painter.plot_width) |
         entries_of_folds (&options->viewport.scale, painter.offset_px, painter.offset_px + painter.plot_width);
}

int
dtl_legend_get_sample_px (DtlTextPango *text)
{
  g_return_val_if_fail (text != NULL, SAMPLE_PX);
  return (int) lround (SAMPLE_PX * sqrt (dtl_text_pango_get_scale (text)));
}

/* Where the entries stand: calls @place with each, in rows. Returns the height. */
typedef void (*PlaceFunc) (DtlLegendEntry entry, int x_px, int y_px, gpointer user_data);

static int
place_entries (DtlTextPango *text, guint32 entries, int width_px, PlaceFunc place, gpointer user_data)
{
  DtlTextMeasure *measure = dtl_text_pango_get_measure (text);
  int row_px = measure->height_px (measure, DTL_TEXT_DATE) + 8;
  int x_px = 0;
  int y_px = 0;

  if (entries == 0)
    return 0;
  for (int entry = 0; entry < DTL_N_LEGEND_ENTRIES; entry++)
    {
      int entry_px;

      if ((entries & MASK (entry)) == 0)
        continue;
      entry_px = dtl_legend_get_sample_px (text) + TEXT_GAP_PX +
                 measure->width_px (measure, DTL_TEXT_DATE, dtl_legend_get_text (entry));
      if (x_px > 0 && x_px + entry_px > width_px)
        {
          x_px = 0;
          y_px += row_px;
        }
      if (place != NULL)
        place (entry, x_px, y_px, user_data);
      x_px += entry_px + ENTRY_GAP_PX;
    }
  return y_px + row_px;
}

int
dtl_legend_get_height_px (DtlTextPango *text, guint32 entries, int width_px)
{
  return place_entries (text, entries, width_px, NULL, NULL);
}

static void
paint_bar_sample (const DtlPainter *painter, const DtlItemLook *look, DtlEndStyle end_style, double x, double y)
{
  DtlPlacedMark mark = { .is_bar = TRUE, .start_style = DTL_END_HARD, .end_style = end_style };
  int sample_px = dtl_legend_get_sample_px (painter->text);
  double solid_x1 = end_style == DTL_END_HARD ? x + sample_px : x + sample_px / 3;

  if (end_style == DTL_END_SOFT)
    solid_x1 = x + sample_px - 10;
  dtl_painter_paint_bar (painter, look, &mark, x, x, solid_x1, x + sample_px, y);
}

static void
paint_band_sample (const DtlPainter *painter, const DtlItemLook *look, double x, double y)
{
  DtlPlacedMark mark = { .start_style = DTL_END_HARD, .end_style = DTL_END_HARD };
  int sample_px = dtl_legend_get_sample_px (painter->text);

  dtl_painter_paint_band (painter, look, &mark, x, x + sample_px, y);
}

static void
paint_derived_sample (const DtlPainter *painter, const DtlItemLook *look, double x, double y)
{
  DtlPaint paint = { .has_stroke = TRUE, .stroke = look->outline, .stroke_width = 1.25, .dash_px = 3 };
  int sample_px = dtl_legend_get_sample_px (painter->text);

  dtl_surface_curve (painter->surface, x, y - 6, x, y + 4, x + 8, y, x + sample_px - 8, y, &paint);
  dtl_painter_paint_mark (painter, look, DTL_SHAPE_CIRCLE, TRUE, x + sample_px - 5, y);
}

static void
paint_link_sample (const DtlPainter *painter, DtlLinkType type, double x, double y)
{
  double points[] = { x, y + 0.5, x + dtl_legend_get_sample_px (painter->text) - 1, y + 0.5 };

  dtl_painter_paint_link (painter, type, points, 2, dtl_painter_colour (painter, DTL_COLOUR_TEXT_DIM));
}

static void
paint_cluster_sample (const DtlPainter *painter, const DtlItemLook *look, double x, double y)
{
  int line_px = dtl_painter_line_height (painter, DTL_TEXT_NUMBER);
  int sample_px = dtl_legend_get_sample_px (painter->text);

  dtl_painter_pill (painter, x, (int) y - line_px / 2 - 2, sample_px, line_px + 4, look->background, look->outline);
  dtl_surface_text (painter->surface, DTL_TEXT_NUMBER, x + sample_px / 2, (int) y - line_px / 2, DTL_ALIGN_MIDDLE,
                    dtl_painter_colour (painter, DTL_COLOUR_TEXT), "+n");
}

static void
paint_fold_sample (const DtlPainter *painter, double x, double y)
{
  double middle = x + dtl_legend_get_sample_px (painter->text) / 2;

  dtl_paint_torn_strip (painter->surface, middle - FOLD_SAMPLE_PX, middle + FOLD_SAMPLE_PX, y - FOLD_SAMPLE_PX,
                        y + FOLD_SAMPLE_PX, FOLD_STEP_PX, dtl_painter_colour (painter, DTL_COLOUR_GRID),
                        dtl_painter_colour (painter, DTL_COLOUR_NEUTRAL));
}

static void
paint_sample (const DtlPainter *painter, DtlLegendEntry entry, double x, double y)
{
  double middle = x + dtl_legend_get_sample_px (painter->text) / 2;
  DtlItemLook look;

  dtl_painter_get_look (painter, -1, &look);
  switch (entry)
    {
    case DTL_LEGEND_CIRCLE:
    case DTL_LEGEND_PLANNED:
      dtl_painter_paint_mark (painter, &look, DTL_SHAPE_CIRCLE, entry == DTL_LEGEND_PLANNED, middle, y);
      break;
    case DTL_LEGEND_DIAMOND:
      dtl_painter_paint_mark (painter, &look, DTL_SHAPE_DIAMOND, FALSE, middle, y);
      break;
    case DTL_LEGEND_SQUARE:
      dtl_painter_paint_mark (painter, &look, DTL_SHAPE_SQUARE, FALSE, middle, y);
      break;
    case DTL_LEGEND_BEGIN:
    case DTL_LEGEND_END:
      dtl_painter_paint_mark (painter, &look, entry == DTL_LEGEND_BEGIN ? DTL_SHAPE_BAR_START : DTL_SHAPE_BAR_END,
                              FALSE, middle, y);
      break;
    case DTL_LEGEND_BAND:
      paint_band_sample (painter, &look, x, y);
      break;
    case DTL_LEGEND_BAR:
      paint_bar_sample (painter, &look, DTL_END_HARD, x, y);
      break;
    case DTL_LEGEND_FADE:
      paint_bar_sample (painter, &look, DTL_END_FADE, x, y);
      break;
    case DTL_LEGEND_SOFT:
      paint_bar_sample (painter, &look, DTL_END_SOFT, x, y);
      break;
    case DTL_LEGEND_OPEN:
      paint_bar_sample (painter, &look, DTL_END_OPEN, x, y);
      break;
    case DTL_LEGEND_UNKNOWN:
      paint_bar_sample (painter, &look, DTL_END_UNKNOWN, x, y);
      break;
    case DTL_LEGEND_DERIVED:
      paint_derived_sample (painter, &look, x, y);
      break;
    case DTL_LEGEND_COMPETING:
      dtl_painter_paint_competing_sign (painter, middle, y, TRUE);
      break;
    case DTL_LEGEND_ALLEGED:
      dtl_painter_paint_alleged_sign (painter, middle, y);
      break;
    case DTL_LEGEND_LINK_PART_OF:
    case DTL_LEGEND_LINK_CAUSES:
    case DTL_LEGEND_LINK_RESPONDS_TO:
    case DTL_LEGEND_LINK_AMENDS:
    case DTL_LEGEND_LINK_IMPLEMENTS:
    case DTL_LEGEND_LINK_SUPERSEDES:
      paint_link_sample (painter, (DtlLinkType) (entry - DTL_LEGEND_LINK_PART_OF), x, y);
      break;
    case DTL_LEGEND_ERA:
      dtl_painter_paint_era_sample (painter, x, y - 6, dtl_legend_get_sample_px (painter->text), 12);
      break;
    case DTL_LEGEND_FOLD:
      paint_fold_sample (painter, x, y);
      break;
    case DTL_LEGEND_CLUSTER:
      paint_cluster_sample (painter, &look, x, y);
      break;
    case DTL_N_LEGEND_ENTRIES:
    default:
      g_assert_not_reached ();
    }
}

void
dtl_legend_paint_sample (DtlLegendEntry entry,
                         const DtlTheme *theme,
                         DtlTextPango *text,
                         DtlSurface *surface,
                         int x_px,
                         int y_px)
{
  DtlPaintOptions options = { .theme = theme, .text = text };
  DtlPainter painter;

  g_return_if_fail (theme != NULL && text != NULL && surface != NULL);
  options.frame.width_px = x_px + dtl_legend_get_sample_px (text);
  dtl_painter_init (&painter, &options, surface);
  paint_sample (&painter, entry, x_px, y_px);
}

typedef struct
{
  const DtlPainter *painter;
  int x_px;
  int y_px;
} LegendPlace;

static void
paint_entry (DtlLegendEntry entry, int x_px, int y_px, gpointer user_data)
{
  const LegendPlace *place = user_data;
  const DtlPainter *painter = place->painter;
  int line_px = dtl_painter_line_height (painter, DTL_TEXT_DATE);
  int x = place->x_px + x_px;
  int y = place->y_px + y_px + 4;

  paint_sample (painter, entry, x, y + line_px / 2);
  dtl_surface_text (painter->surface, DTL_TEXT_DATE, x + dtl_legend_get_sample_px (painter->text) + TEXT_GAP_PX, y,
                    DTL_ALIGN_START, dtl_painter_colour (painter, DTL_COLOUR_TEXT_DIM), dtl_legend_get_text (entry));
}

void
dtl_legend_paint (const DtlPaintOptions *options,
                  DtlSurface *surface,
                  guint32 entries,
                  int x_px,
                  int y_px,
                  int width_px)
{
  DtlPainter painter;
  LegendPlace place = { &painter, x_px, y_px };

  dtl_painter_init (&painter, options, surface);
  dtl_surface_begin_group (surface, "legend", NULL);
  place_entries (options->text, entries, width_px, paint_entry, &place);
  dtl_surface_end_group (surface);
}
