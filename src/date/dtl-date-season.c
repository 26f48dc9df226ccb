/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Seasons, quarters, thirds and halves of a year in words. What days they have is in dtl-edtf-bounds.c. */
#include "config.h"

#include "date/dtl-date-label-private.h"
#include "date/dtl-edtf-private.h"

#include "base/dtl-gettext.h"

#define FIRST_SEASON    21
#define FIRST_NORTHERN  25
#define FIRST_SOUTHERN  29
#define FIRST_QUARTER   33
#define N_SEASONS       4
#define N_PARTS_OF_YEAR 13

/* PartWords: a part of a year; %s is the year. */
typedef struct
{
  const char *label;
  const char *short_label;
  const char *some_day;
} PartWords;

/* The four seasons, then what the codes from FIRST_QUARTER on mean. */
static const PartWords parts[N_PARTS_OF_YEAR] = {
  { N_ ("spring %s"), N_ ("spring %s"), N_ ("some day in spring %s") },
  { N_ ("summer %s"), N_ ("summer %s"), N_ ("some day in summer %s") },
  { N_ ("autumn %s"), N_ ("autumn %s"), N_ ("some day in autumn %s") },
  { N_ ("winter %s"), N_ ("winter %s"), N_ ("some day in winter %s") },
  { N_ ("first quarter of %s"), N_ ("Q1 %s"), N_ ("some day in the first quarter of %s") },
  { N_ ("second quarter of %s"), N_ ("Q2 %s"), N_ ("some day in the second quarter of %s") },
  { N_ ("third quarter of %s"), N_ ("Q3 %s"), N_ ("some day in the third quarter of %s") },
  { N_ ("fourth quarter of %s"), N_ ("Q4 %s"), N_ ("some day in the fourth quarter of %s") },
  { N_ ("first third of %s"), N_ ("Jan–Apr %s"), N_ ("some day in the first third of %s") },
  { N_ ("second third of %s"), N_ ("May–Aug %s"), N_ ("some day in the second third of %s") },
  { N_ ("last third of %s"), N_ ("Sep–Dec %s"), N_ ("some day in the last third of %s") },
  { N_ ("first half of %s"), N_ ("H1 %s"), N_ ("some day in the first half of %s") },
  { N_ ("second half of %s"), N_ ("H2 %s"), N_ ("some day in the second half of %s") },
};

/* A winter has two years. */
static char *
season_years (const DtlEdtfDate *date)
{
  DtlCivilDay first, last;

  dtl_edtf_date_range (date, &first, &last);
  return first.year == last.year ? dtl_date_word_year (first.year) : dtl_date_word_years (first.year, last.year);
}

/**
 * dtl_date_short_part_style:
 * @date: a date
 * @style: how the whole is written
 *
 * Returns: the style for @date behind other words: quarters, thirds and halves are then short ("since Q1 2024"), since
 * in full they would have to bend
 */
DtlDateLabelStyle
dtl_date_short_part_style (const DtlEdtfDate *date, DtlDateLabelStyle style)
{
  return date->precision == DTL_PRECISION_SEASON && date->month >= FIRST_QUARTER ? DTL_DATE_LABEL_SHORT : style;
}

/**
 * dtl_date_season_phrase:
 * @date: a date of DTL_PRECISION_SEASON whose year is known
 * @style: DTL_DATE_LABEL_SHORT abbreviates quarters and halves
 * @some_day: whether an unknown day of it is meant
 *
 * Returns: (transfer full): "spring 2024", "Q1 2024", "some day in the first half of 2024"
 */
char *
dtl_date_season_phrase (const DtlEdtfDate *date, DtlDateLabelStyle style, gboolean some_day)
{
  gboolean is_season = date->month < FIRST_QUARTER;
  const PartWords *words =
      is_season ? &parts[(date->month - FIRST_SEASON) % N_SEASONS] : &parts[N_SEASONS + date->month - FIRST_QUARTER];
  const char *format = style == DTL_DATE_LABEL_SHORT ? words->short_label : words->label;
  g_autofree char *years = season_years (date);
  g_autofree char *phrase = g_strdup_printf (_ (some_day ? words->some_day : format), years);

  if (!is_season || date->month < FIRST_NORTHERN)
    return g_steal_pointer (&phrase);
  return g_strdup_printf (
      date->month < FIRST_SOUTHERN ? _ ("%s (northern hemisphere)") : _ ("%s (southern hemisphere)"), phrase);
}
