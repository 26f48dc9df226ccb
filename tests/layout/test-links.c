/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ways of links: from mark to mark, level or upright, and not over words. The story's as a golden, the rest on
 * random cases at many zooms. */
#include "layout/dtl-links.h"
#include "placement.h"
#include "story.h"

#define MAX_LINKS 60

/* Links by events, 1 being the first; each is kept at both its ends, as columns have them. */
static void
add_link (LayoutCase *self, DtlId from, DtlId to, DtlLinkType type)
{
  DtlColumns *columns = self->columns;
  uint32_t from_row = (uint32_t) dtl_columns_find (columns, from);
  uint32_t to_row = (uint32_t) dtl_columns_find (columns, to);

  columns->links = g_renew (DtlColumnsLink, columns->links, columns->n_links + 2);
  columns->links[columns->n_links++] = (DtlColumnsLink){ from_row, to_row, (uint8_t) type, TRUE };
  columns->links[columns->n_links++] = (DtlColumnsLink){ to_row, from_row, (uint8_t) type, FALSE };
}

static int
compare_links (const void *a, const void *b)
{
  const DtlColumnsLink *first = a;
  const DtlColumnsLink *second = b;

  return first->row != second->row ? (first->row > second->row) - (first->row < second->row)
                                   : (first->other > second->other) - (first->other < second->other);
}

static void
sort_links (LayoutCase *self)
{
  qsort (self->columns->links, self->columns->n_links, sizeof (DtlColumnsLink), compare_links);
}

static LayoutCase *
linked_story_new (void)
{
  LayoutCase *self = story_new ();

  add_link (self, STORY_NO_NEW_BUSINESS, STORY_BAN, DTL_LINK_PART_OF);
  add_link (self, 8, STORY_BAN, DTL_LINK_RESPONDS_TO);
  add_link (self, 1, 2, DTL_LINK_CAUSES);
  add_link (self, STORY_BAN, STORY_SHUTDOWN, DTL_LINK_CAUSES);
  add_link (self, 13, STORY_BAN, DTL_LINK_CAUSES); /* has no date */
  sort_links (self);
  return self;
}

static GArray *
get_links (DtlLayout *layout, int64_t x0_px, int64_t x1_px, uint32_t selected_row, gboolean shows_all)
{
  g_autoptr (GPtrArray) items = dtl_layout_get_items (layout, x0_px, x1_px);

  return dtl_layout_get_links (layout, items, x0_px, x1_px, selected_row, shows_all);
}

static char *
dump (LayoutCase *self, const GArray *links)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < links->len; i++)
    {
      const DtlPlacedLink *link = &g_array_index (links, DtlPlacedLink, i);

      g_string_append_printf (text, "%s %s %s:", self->provider.get_title (&self->provider, link->from_row),
                              dtl_term_name (DTL_VOCABULARY_LINK_TYPE, (int) link->type),
                              self->provider.get_title (&self->provider, link->to_row));
      for (guint j = 0; j < link->n_points; j++)
        g_string_append_printf (text, " %" G_GINT64_FORMAT ",%d", link->x_px[j], link->y_px[j]);
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

static void
test_story (void)
{
  g_autoptr (LayoutCase) self = linked_story_new ();
  g_autoptr (DtlLayout) layout = NULL;
  g_autoptr (GArray) links = NULL;
  g_autofree char *text = NULL;

  self->input.scale.px_per_day = 3;
  layout = dtl_layout_new (&self->input);
  links = get_links (layout, layout_case_px (self, "2016"), layout_case_px (self, "2026"), UINT32_MAX, TRUE);
  text = dump (self, links);
  layout_case_assert_golden ("links.txt", text);
}

/* Of the selected event wherever the others are, of all others only what is near, each once. */
static void
test_which (void)
{
  g_autoptr (LayoutCase) self = linked_story_new ();
  g_autoptr (DtlLayout) layout = NULL;
  static const struct
  {
    const char *from;
    const char *to;
    DtlId selected;
    gboolean shows_all;
    guint wanted;
  } cases[] = {
    { "2016", "2026", DTL_ID_NONE, FALSE, 0 }, { "2016", "2026", DTL_ID_NONE, TRUE, 4 },
    { "2016", "2026", STORY_BAN, FALSE, 3 },   { "2016", "2026", STORY_BAN, TRUE, 4 },
    { "1990", "1991", STORY_BAN, FALSE, 3 },   { "1990", "1991", STORY_BAN, TRUE, 3 },
    { "1990", "1991", DTL_ID_NONE, TRUE, 0 },  { "2017", "2018", DTL_ID_NONE, TRUE, 1 },
    { "2016", "2026", 13, FALSE, 0 },
  };

  layout = dtl_layout_new (&self->input);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      uint32_t row = cases[i].selected != DTL_ID_NONE ? story_row (self, cases[i].selected) : UINT32_MAX;
      g_autoptr (GArray) links = get_links (layout, layout_case_px (self, cases[i].from),
                                            layout_case_px (self, cases[i].to), row, cases[i].shows_all);

      g_test_message ("case %u", (guint) i);
      g_assert_cmpuint (links->len, ==, cases[i].wanted);
    }
}

/* What the filter hides has no links. */
static void
test_hidden (void)
{
  g_autoptr (LayoutCase) self = linked_story_new ();
  g_autoptr (DtlLayout) layout = NULL;
  g_autoptr (GArray) links = NULL;

  dtl_bitset_set (self->visible, story_row (self, STORY_BAN), FALSE);
  layout = dtl_layout_new (&self->input);
  links = get_links (layout, layout_case_px (self, "2016"), layout_case_px (self, "2026"), UINT32_MAX, TRUE);
  g_assert_cmpuint (links->len, ==, 1);
}

static void
test_distance (void)
{
  const DtlPlacedLink link = { .n_points = 3, .x_px = { 0, 100, 100 }, .y_px = { 10, 10, 60 } };

  g_assert_cmpfloat (dtl_placed_link_distance_px (&link, 50, 10), ==, 0);
  g_assert_cmpfloat (dtl_placed_link_distance_px (&link, 50, 14), ==, 4);
  g_assert_cmpfloat (dtl_placed_link_distance_px (&link, 103, 64), ==, 5);
}

/* --- random cases ------------------------------------------------------------------------------------------------ */

static void
link_at_random (LayoutCase *self, guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  for (int i = 0; i < MAX_LINKS; i++)
    {
      DtlId from = g_rand_int_range (rand, 1, (gint32) self->columns->n_events + 1);
      DtlId to = g_rand_int_range (rand, 1, (gint32) self->columns->n_events + 1);

      if (from != to)
        add_link (self, from, to, (DtlLinkType) g_rand_int_range (rand, 0, 6));
    }
  sort_links (self);
}

static gboolean
meets_words (const DtlPlacedLink *link, guint segment, const DtlItem *item, int line_px)
{
  int64_t x0_px = MIN (link->x_px[segment - 1], link->x_px[segment]);
  int64_t x1_px = MAX (link->x_px[segment - 1], link->x_px[segment]);
  int y0_px = MIN (link->y_px[segment - 1], link->y_px[segment]);
  int y1_px = MAX (link->y_px[segment - 1], link->y_px[segment]);

  if (item->label == NULL || x1_px <= item->label_x_px || x0_px >= item->label_x_px + item->label_width_px)
    return FALSE;
  if (y1_px > item->label_y_px && y0_px < item->label_y_px + line_px)
    return TRUE;
  return item->date_label != NULL && y1_px > item->date_y_px && y0_px < item->date_y_px + line_px;
}

static guint n_upright, n_over_words;

/* A level stretch meets no words at all, an upright one hardly ever. */
static void
check_words (const DtlLayout *layout, const DtlPlacedLink *link, const GPtrArray *items)
{
  int line_px = layout->shapes[0].title_px;

  for (guint i = 1; i < link->n_points; i++)
    {
      gboolean is_level = link->y_px[i] == link->y_px[i - 1];

      g_assert_true (is_level || link->x_px[i] == link->x_px[i - 1]);
      n_upright += !is_level;
      for (guint j = 0; j < items->len; j++)
        if (meets_words (link, i, g_ptr_array_index (items, j), line_px))
          {
            g_assert_false (is_level);
            n_over_words++;
          }
    }
}

static gboolean
ends_at (const DtlPlacedLink *link, guint point, const DtlItem *item)
{
  return link->x_px[point] >= item->x0_px - 1 && link->x_px[point] <= item->x1_px + 1 &&
         link->y_px[point] >= item->y0_px - 1 && link->y_px[point] <= item->y1_px + 1;
}

static gboolean
has_end (DtlLayout *layout, const DtlPlacedLink *link, guint point, uint32_t row, const GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    if (dtl_layout_item_has_row (layout, g_ptr_array_index (items, i), row) &&
        ends_at (link, point, g_ptr_array_index (items, i)))
      return TRUE;
  return FALSE;
}

/* In another layout, asked for from elsewhere, a way is the same. */
static void
check_same (LayoutCase *self, const DtlPlacedLink *link)
{
  g_autoptr (DtlLayout) layout = dtl_layout_new (&self->input);
  g_autoptr (GArray) links = get_links (layout, -WORLD_PX, -WORLD_PX + 100, link->from_row, FALSE);
  gboolean is_found = FALSE;

  for (guint i = 0; i < links->len; i++)
    is_found = is_found || memcmp (&g_array_index (links, DtlPlacedLink, i), link, sizeof *link) == 0;
  g_assert_true (is_found);
}

static void
test_random (void)
{
  for (guint32 seed = 1; seed <= 4; seed++)
    {
      g_autoptr (LayoutCase) self = layout_case_new_random (seed, 5, 150 * seed, 3000);

      link_at_random (self, seed);
      for (gsize i = 0; i < G_N_ELEMENTS (scales); i++)
        {
          g_autoptr (DtlLayout) layout = NULL;
          g_autoptr (GPtrArray) items = NULL;
          g_autoptr (GArray) links = NULL;

          self->input.scale.px_per_day = scales[i];
          layout = dtl_layout_new (&self->input);
          items = dtl_layout_get_items (layout, -WORLD_PX, WORLD_PX);
          links = dtl_layout_get_links (layout, items, -WORLD_PX, WORLD_PX, UINT32_MAX, TRUE);
          for (guint j = 0; j < links->len; j++)
            {
              const DtlPlacedLink *link = &g_array_index (links, DtlPlacedLink, j);

              check_words (layout, link, items);
              g_assert_true (has_end (layout, link, 0, link->from_row, items));
              g_assert_true (has_end (layout, link, link->n_points - 1, link->to_row, items));
              if (j % 16 == 0)
                check_same (self, link);
            }
        }
    }
  g_test_message ("%u upright stretches, %u over words", n_upright, n_over_words);
  g_assert_cmpuint (n_upright, >, 1000);
  g_assert_cmpuint (n_over_words * 500, <, n_upright);
}

/* More links than are given out are counted, each once. */
static void
test_many (void)
{
  enum
  {
    N_EVENTS = 30
  };
  CaseEvent events[N_EVENTS] = { { 0 } };
  g_autoptr (GPtrArray) strings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (LayoutCase) layout_case = NULL;
  g_autoptr (DtlLayout) layout = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GArray) links = NULL;

  for (guint i = 0; i < N_EVENTS; i++)
    {
      events[i].claims = g_strdup_printf ("occurred %u-06-20", 1950 + i);
      g_ptr_array_add (strings, (gpointer) events[i].claims);
    }
  layout_case = layout_case_new (NULL, events, N_EVENTS);
  for (DtlId from = 1; from <= N_EVENTS; from++)
    for (DtlId to = 1; to < from; to++)
      add_link (layout_case, from, to, DTL_LINK_CAUSES);
  sort_links (layout_case);
  layout = dtl_layout_new (&layout_case->input);
  items = dtl_layout_get_items (layout, -WORLD_PX, WORLD_PX);
  links = dtl_layout_get_links (layout, items, -WORLD_PX, WORLD_PX, UINT32_MAX, TRUE);
  g_assert_cmpuint (links->len, ==, DTL_LINKS_MOST);
  g_assert_cmpuint (dtl_layout_count_links (layout, items, -WORLD_PX, WORLD_PX), ==, N_EVENTS * (N_EVENTS - 1) / 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/links/story", test_story);
  g_test_add_func ("/layout/links/which", test_which);
  g_test_add_func ("/layout/links/hidden", test_hidden);
  g_test_add_func ("/layout/links/distance", test_distance);
  g_test_add_func ("/layout/links/random", test_random);
  g_test_add_func ("/layout/links/many", test_many);
  return g_test_run ();
}
