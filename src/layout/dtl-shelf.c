/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The shelf of undated events: pills from left to right, as many as fit. */
#include "config.h"

#include "base/dtl-gettext.h"
#include "layout/dtl-layout-private.h"

#define PILL_MAX_PX     180
#define PILL_PADDING_PX 10
#define PILL_GAP_PX     8

/* Of so many at most the titles are asked for, only to put them in order. */
#define MOST_TITLES 200

/* For a title that is not known yet, or empty. */
#define NO_TITLE "…"

/* --- brackets --------------------------------------------------------------------------------------------------- */

/* Whether the end of a link at which we are comes after the other. */
static gboolean
is_after (const DtlColumnsLink *link)
{
  return (link->type == DTL_LINK_CAUSES) != (link->is_from != 0);
}

/* Rows of dated events are in the order of time. */
gboolean
dtl_layout_get_bracket (DtlLayout *self, uint32_t row, DtlBracket *bracket)
{
  const DtlColumns *columns;
  const DtlColumnsLink *links;
  uint32_t n_links;

  g_return_val_if_fail (self != NULL && bracket != NULL, FALSE);

  columns = self->input.columns;
  *bracket = (DtlBracket){ .after_row = UINT32_MAX, .before_row = UINT32_MAX };
  links = row >= columns->n_dated ? dtl_columns_get_links (columns, row, &n_links) : NULL;
  for (uint32_t i = 0; links != NULL && i < n_links; i++)
    {
      uint32_t other = links[i].other;

      if (links[i].type == DTL_LINK_PART_OF || other >= columns->n_dated ||
          !dtl_bitset_get (self->input.visible, other))
        continue;
      if (!is_after (&links[i]))
        bracket->before_row = MIN (bracket->before_row, other);
      else if (bracket->after_row == UINT32_MAX || other > bracket->after_row)
        bracket->after_row = other;
    }
  if (bracket->after_row != UINT32_MAX)
    bracket->after_px = dtl_time_scale_to_world_px (&self->input.scale, self->spans->from[bracket->after_row]);
  if (bracket->before_row != UINT32_MAX)
    bracket->before_px = dtl_time_scale_to_world_px (&self->input.scale, self->spans->to[bracket->before_row]);
  return bracket->after_row != UINT32_MAX || bracket->before_row != UINT32_MAX;
}

static const char *
get_date (const DtlLayout *self, uint32_t row)
{
  DtlTitleProvider *titles = self->input.titles;

  return row != UINT32_MAX && titles != NULL ? titles->get_date_label (titles, row) : NULL;
}

char *
dtl_layout_dup_place (DtlLayout *self, uint32_t row)
{
  DtlBracket bracket;
  const char *after;
  const char *before;

  g_return_val_if_fail (self != NULL, NULL);

  if (!dtl_layout_get_bracket (self, row, &bracket))
    return NULL;
  after = get_date (self, bracket.after_row);
  before = get_date (self, bracket.before_row);
  if (after != NULL && before != NULL)
    return g_strdup_printf (C_ ("where an undated event lies", "between %1$s and %2$s"), after, before);
  if (after != NULL)
    return g_strdup_printf (C_ ("where an undated event lies", "after %s"), after);
  return before != NULL ? g_strdup_printf (C_ ("where an undated event lies", "before %s"), before) : NULL;
}

/* --- order ------------------------------------------------------------------------------------------------------ */

/** Candidate: @place: among rows, doubled so that "before" and "after" one differ; INT64_MAX where it is not known.
 * @title: (nullable): where titles are looked at */
typedef struct
{
  uint32_t row;
  uint16_t importance;
  int64_t place;
  const char *title;
  DtlId id;
} Candidate;

static int
compare_candidates (const void *a, const void *b)
{
  const Candidate *first = a;
  const Candidate *second = b;
  int by_title;

  if (first->place != second->place)
    return first->place < second->place ? -1 : 1;
  if (first->importance != second->importance)
    return first->importance > second->importance ? -1 : 1;
  by_title = g_strcmp0 (first->title, second->title);
  return by_title != 0 ? by_title : (first->id > second->id) - (first->id < second->id);
}

static int64_t
find_place (DtlLayout *self, uint32_t row)
{
  DtlBracket bracket;

  if (!dtl_layout_get_bracket (self, row, &bracket))
    return INT64_MAX;
  return bracket.after_row != UINT32_MAX ? 2 * (int64_t) bracket.after_row + 1 : 2 * (int64_t) bracket.before_row - 1;
}

static GArray *
gather_candidates (DtlLayout *self)
{
  const DtlColumns *columns = self->input.columns;
  DtlTitleProvider *titles = self->lanes->n_undated <= MOST_TITLES ? self->input.titles : NULL;
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));

  for (uint32_t row = columns->n_dated; row < columns->n_events; row++)
    if (dtl_bitset_get (self->input.visible, row))
      {
        Candidate candidate = { row, columns->importance[row], find_place (self, row),
                                titles != NULL ? titles->get_title (titles, row) : NULL, columns->id[row] };

        g_array_append_val (candidates, candidate);
      }
  g_array_sort (candidates, compare_candidates);
  return candidates;
}

/* Once for a filter: (transfer none) */
static const GArray *
get_rows (DtlLayout *self)
{
  g_autoptr (GArray) candidates = NULL;

  if (self->lanes->shelf != NULL)
    return self->lanes->shelf;
  candidates = gather_candidates (self);
  self->lanes->shelf = g_array_sized_new (FALSE, FALSE, sizeof (uint32_t), candidates->len);
  for (guint i = 0; i < candidates->len; i++)
    g_array_append_val (self->lanes->shelf, g_array_index (candidates, Candidate, i).row);
  return self->lanes->shelf;
}

/* --- places ----------------------------------------------------------------------------------------------------- */

static int
measure (const DtlLayout *self, const char *text)
{
  return self->input.measure->width_px (self->input.measure, DTL_TEXT_DATE, text);
}

static const char *
fit_title (DtlLayout *self, uint32_t row)
{
  DtlLabel label = dtl_labels_get (self->labels, row);
  g_autofree char *shortened = NULL;

  if (label.full_title == NULL)
    return NO_TITLE;
  shortened = dtl_text_measure_ellipsize (self->input.measure, DTL_TEXT_DATE, label.full_title,
                                          PILL_MAX_PX - 2 * PILL_PADDING_PX);
  return shortened != NULL ? dtl_labels_intern (self->labels, shortened) : NO_TITLE;
}

/* The title, and where it lies as far as that is known. */
static const char *
make_label (DtlLayout *self, uint32_t row)
{
  const char *title = fit_title (self, row);
  g_autofree char *place = dtl_layout_dup_place (self, row);
  g_autofree char *label = place != NULL ? g_strdup_printf ("%s · %s", title, place) : NULL;

  return label != NULL ? dtl_labels_intern (self->labels, label) : title;
}

static int
more_width_px (const DtlLayout *self, guint n_more)
{
  g_autofree char *text = g_strdup_printf ("+%u", n_more);

  return measure (self, text) + 2 * PILL_PADDING_PX;
}

/* Whether an item that ends at @end_px leaves room for the count of the @n_left behind it. */
static gboolean
leaves_room (const DtlLayout *self, int end_px, guint n_left, int width_px)
{
  return end_px + (n_left > 0 ? PILL_GAP_PX + more_width_px (self, n_left) : 0) <= width_px;
}

GArray *
dtl_layout_get_shelf (DtlLayout *self, int width_px, guint *n_more, int *more_x_px)
{
  const GArray *rows;
  GArray *shelf;
  int x_px = 0;

  g_return_val_if_fail (self != NULL, NULL);

  rows = get_rows (self);
  shelf = g_array_new (FALSE, FALSE, sizeof (DtlShelfItem));
  for (guint i = 0; i < rows->len; i++)
    {
      DtlShelfItem item = { .row = g_array_index (rows, uint32_t, i), .x_px = x_px };

      item.label = make_label (self, item.row);
      item.width_px = measure (self, item.label) + 2 * PILL_PADDING_PX;
      item.is_alleged = self->input.columns->assertion[item.row] == DTL_ASSERTION_ALLEGED;
      if (!leaves_room (self, x_px + item.width_px, rows->len - i - 1, width_px))
        break;
      g_array_append_val (shelf, item);
      x_px += item.width_px + PILL_GAP_PX;
    }
  if (n_more != NULL)
    *n_more = rows->len - shelf->len;
  if (more_x_px != NULL)
    *more_x_px = x_px;
  return shelf;
}
