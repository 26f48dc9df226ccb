/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-facts-cut.h. Nothing has its place yet when this is asked, so heights are measured and added up. */
#include "app/source/dtl-facts-cut.h"

/* Parts that end so much earlier than wanted leave room unused: that is no matter, or better than half a line. */
#define GOOD_SHARE 0.8
#define POOR_SHARE 0.5

/** Search: @good, @lines, @poor: the best cuts so far, 0 for none: below a part, between lines, below a part higher up.
 */
typedef struct
{
  int width;
  int wanted;
  int most;
  int y;
  int good;
  int lines;
  int poor;
} Search;

static int
measure (GtkWidget *widget, int width)
{
  int natural;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  return natural;
}

static void
note_end (Search *self, int y)
{
  if (y > self->most || y < self->wanted * POOR_SHARE)
    return;
  if (y >= self->wanted * GOOD_SHARE)
    self->good = y;
  else
    self->poor = y;
}

/* Where nothing ends in time, between two lines of the words that go across. */
static void
note_lines (Search *self, GtkWidget *label, int height)
{
  PangoContext *context = gtk_widget_get_pango_context (label);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int line_height = MAX (PANGO_PIXELS_CEIL (pango_font_metrics_get_height (metrics)), 1);
  int n_lines = MAX ((height + line_height / 2) / line_height, 1);

  pango_font_metrics_unref (metrics);
  if (self->wanted > self->y && self->wanted < self->y + height)
    self->lines = self->y + height * ((self->wanted - self->y) * n_lines / height) / n_lines;
}

static GtkWidget *
find_list (GtkWidget *widget)
{
  while (widget != NULL && !GTK_IS_LIST_BOX (widget))
    widget = gtk_widget_get_first_child (widget);
  return widget;
}

static void
note_part (Search *self, GtkWidget *part)
{
  int height = measure (part, self->width);
  GtkWidget *list = find_list (part);
  int y = self->y;

  if (list != NULL)
    for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL; row = gtk_widget_get_next_sibling (row))
      note_end (self, y += measure (row, self->width));
  if (GTK_IS_LABEL (part))
    note_lines (self, part, height);
  self->y += height;
  note_end (self, self->y);
}

static int
measure_width (GtkWidget *widget)
{
  int minimum;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return minimum;
}

/* What the box has around its parts: as much above as on either side. */
static int
measure_padding (GtkWidget *box)
{
  int inside = 0;

  for (GtkWidget *part = gtk_widget_get_first_child (box); part != NULL; part = gtk_widget_get_next_sibling (part))
    if (gtk_widget_should_layout (part))
      inside = MAX (inside, measure_width (part));
  return MAX ((measure_width (box) - inside) / 2, 0);
}

/**
 * dtl_facts_cut_find:
 * @box: an upright GtkBox of the facts
 * @width_px: that it gets
 * @wanted_px: how high it may be
 * @most_px: how high it may be where that shows a part of it whole
 *
 * Returns: how high it should be
 */
int
dtl_facts_cut_find (GtkWidget *box, int width_px, int wanted_px, int most_px)
{
  Search search = { .wanted = wanted_px, .most = most_px };

  g_return_val_if_fail (GTK_IS_BOX (box), wanted_px);

  search.y = measure_padding (box);
  search.width = MAX (width_px - 2 * search.y, 1);
  for (GtkWidget *part = gtk_widget_get_first_child (box); part != NULL; part = gtk_widget_get_next_sibling (part))
    if (gtk_widget_should_layout (part))
      {
        note_part (&search, part);
        search.y += gtk_box_get_spacing (GTK_BOX (box));
      }
  if (search.good > 0)
    return search.good;
  if (search.lines > 0)
    return search.lines;
  return search.poor > 0 ? search.poor : wanted_px;
}
