/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures of a fixed height: by which step labels are set, and where the height goes that is over. */
#include <string.h>

#include "sample-case.h"

/* Labels get smaller before a lane is left out, in the order of the steps; what fits at one height fits at a greater
 * one by the same step or a better one. */
static void
test_steps (gconstpointer data)
{
  g_autoptr (SampleCase) sample = sample_case_new ();
  gboolean seen[DTL_N_FIT_STEPS + 1] = { FALSE };
  int last = DTL_N_FIT_STEPS;
  DtlPicture picture;

  sample_case_init_picture (sample, &picture, GPOINTER_TO_UINT (data));
  picture.passages = NULL;
  picture.sources = NULL;
  for (picture.height_px = 280; picture.height_px <= 1300; picture.height_px += 20)
    {
      gboolean is_whole;
      int step = dtl_picture_find_step (&picture, &is_whole);

      if (!is_whole)
        {
          g_assert_cmpint (last, ==, DTL_N_FIT_STEPS);
          g_assert_cmpint (step, ==, picture.format == DTL_PICTURE_PDF ? DTL_FIT_TWO_LINES : DTL_FIT_ONE_LINE_70);
          step = DTL_N_FIT_STEPS;
        }
      g_assert_cmpint (step, <=, last);
      last = step;
      seen[step] = TRUE;
    }
  for (int i = 0; i <= DTL_N_FIT_STEPS; i++)
    g_assert_true (seen[i]);
}

/* The timeline goes on to the foot: nothing but the legend is between. */
static void
test_no_hole (void)
{
  g_autoptr (SampleCase) sample = sample_case_new ();
  g_autoptr (GBytes) natural = NULL;
  g_autofree char *svg = NULL;
  DtlPicture picture;
  const char *at;
  double bottom = 0;

  sample_case_init_picture (sample, &picture, DTL_PICTURE_SVG);
  picture.passages = NULL;
  picture.sources = NULL;
  picture.show_legend = FALSE;
  picture.height_px = 1500;
  natural = dtl_picture_render (&picture, NULL);
  svg = g_strndup (g_bytes_get_data (natural, NULL), g_bytes_get_size (natural));
  for (at = strstr (svg, "<rect"); at != NULL; at = strstr (at + 1, "<rect"))
    {
      const char *y = strstr (at, " y=\"");
      const char *height = strstr (at, " height=\"");
      double height_px = g_ascii_strtod (height + 9, NULL);
      double end = g_ascii_strtod (y + 4, NULL) + height_px;

      /* The plot's ground and border, and not the page's own. */
      if (height_px > 300 && end < 1499)
        bottom = MAX (bottom, end);
    }
  g_assert_cmpfloat (bottom, >, 1400);
}

#define MANY_EVENTS 22000
#define MANY_LANES  40

static const char *
get_nothing (DtlTitleProvider *provider, uint32_t row)
{
  return "";
}

static const char *
get_lane_name (DtlTitleProvider *provider, DtlGrouping grouping, uint32_t key)
{
  return "Lane";
}

/* A day each, in lanes by kind. */
static DtlColumns *
make_many (void)
{
  g_autoptr (DtlColumnsBuilder) builder = dtl_columns_builder_new ();

  for (int i = 0; i < MANY_EVENTS; i++)
    {
      int64_t second = (int64_t) i * 7919 % MANY_EVENTS * DTL_SECONDS_PER_DAY;
      DtlColumnsEvent event = { .id = i + 1, .kind = DTL_EVENT_KIND_FIRST_OWN + i % MANY_LANES, .main_role = -1 };
      DtlMark mark = { .claim = i + 1, .precision = DTL_PRECISION_DAY, .anchor_mark = DTL_NO_MARK };

      mark.bounds =
          (DtlBounds){ second, second + DTL_SECONDS_PER_DAY - 1, second, second + DTL_SECONDS_PER_DAY - 1, 0 };
      dtl_columns_builder_add_event (builder, &event);
      dtl_columns_builder_add_mark (builder, event.id, &mark, DTL_ID_NONE);
    }
  return dtl_columns_builder_finish (builder);
}

/* Lanes of very many events give rows away rather than take page after page; every event is on them all the same. */
static void
test_many (void)
{
  g_autoptr (SampleCase) sample = sample_case_new ();
  g_autoptr (DtlColumns) columns = make_many ();
  g_autoptr (DtlBitset) visible = dtl_bitset_new (MANY_EVENTS, TRUE);
  DtlTitleProvider titles = { get_nothing, get_nothing, get_lane_name };
  g_autoptr (DtlPicturePages) pages = NULL;
  g_autoptr (GError) error = NULL;
  const DtlPictureFacts *facts;
  DtlPicture picture;

  sample_case_init_picture (sample, &picture, DTL_PICTURE_PDF);
  picture.width_px = 1123;
  picture.height_px = 794;
  picture.passages = NULL;
  picture.sources = NULL;
  picture.number_of_row = NULL;
  picture.first_uri_of_row = NULL;
  picture.input.columns = columns;
  picture.input.visible = visible;
  picture.input.titles = &titles;
  picture.input.grouping = DTL_GROUP_KIND;
  picture.from_seconds = 0;
  picture.to_seconds = MANY_EVENTS * DTL_SECONDS_PER_DAY;
  pages = dtl_picture_lay_out (&picture, &error);
  g_assert_no_error (error);
  facts = dtl_picture_pages_get_facts (pages);
  g_assert_cmpuint (facts->n_pages, <=, 4);
  g_assert_cmpuint (facts->n_events, ==, MANY_EVENTS);
  g_assert_cmpuint (facts->n_lanes, ==, MANY_LANES);
  g_assert_cmpuint (facts->n_lanes_left, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/picture-fit/steps/png", GUINT_TO_POINTER (DTL_PICTURE_PNG), test_steps);
  g_test_add_data_func ("/picture-fit/steps/pdf", GUINT_TO_POINTER (DTL_PICTURE_PDF), test_steps);
  g_test_add_func ("/picture-fit/no-hole", test_no_hole);
  g_test_add_func ("/picture-fit/many", test_many);
  return g_test_run ();
}
