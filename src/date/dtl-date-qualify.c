/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said about the certainty of a date: `?` is "possibly", `~` is "about". The words follow how the Library of
 * Congress explains the marks; "probably" would claim more than a question mark does. */
#include "config.h"

#include "date/dtl-date-label-private.h"

#include "base/dtl-gettext.h"

#define N_COMPONENTS       3
#define TWO_DIGITS_UNKNOWN 3u
#define BOTH               (DTL_QUALIFIER_UNCERTAIN | DTL_QUALIFIER_APPROXIMATE)

/* Components: how many were written and what is said about each. */
typedef struct
{
  int n;
  uint8_t qualifiers[N_COMPONENTS];
} Components;

static Components
components_of (const DtlEdtfDate *date)
{
  Components components = { 1, { date->year_qualifiers, date->month_qualifiers, date->day_qualifiers } };

  if (date->precision >= DTL_PRECISION_SEASON)
    components.n = 2;
  if (date->precision >= DTL_PRECISION_DAY)
    components.n = 3;
  return components;
}

/* Whether the same is said about the whole date. */
static gboolean
are_all_alike (const Components *components)
{
  for (int i = 1; i < components->n; i++)
    if (components->qualifiers[i] != components->qualifiers[0])
      return FALSE;
  return TRUE;
}

/* The one component about which something is said, or -1 where there are several. */
static int
only_component (const Components *components)
{
  int only = -1;

  for (int i = 0; i < components->n; i++)
    if (components->qualifiers[i] != 0)
      {
        if (only >= 0)
          return -1;
        only = i;
      }
  return only;
}

/* A phrase of which only a part is qualified. */
static char *
qualify_part (const Components *components, const char *phrase)
{
  static const char *const formats[N_COMPONENTS][BOTH] = {
    { N_ ("%s (year uncertain)"), N_ ("%s (year approximate)"), N_ ("%s (year uncertain and approximate)") },
    { N_ ("%s (month uncertain)"), N_ ("%s (month approximate)"), N_ ("%s (month uncertain and approximate)") },
    { N_ ("%s (day uncertain)"), N_ ("%s (day approximate)"), N_ ("%s (day uncertain and approximate)") },
  };
  static const char *const in_part[BOTH] = {
    N_ ("%s (in part uncertain)"),
    N_ ("%s (in part approximate)"),
    N_ ("%s (in part uncertain and approximate)"),
  };
  int only = only_component (components);
  uint8_t qualifiers = 0;

  for (int i = 0; i < components->n; i++)
    qualifiers |= components->qualifiers[i];
  return g_strdup_printf (_ (only >= 0 ? formats[only][qualifiers - 1] : in_part[qualifiers - 1]), phrase);
}

/* @formats: for uncertain, approximate and both, of one context; each takes a phrase. */
static char *
qualify (uint8_t qualifiers, const char *context, const char *const formats[BOTH], const char *phrase)
{
  if (qualifiers == 0)
    return g_strdup (phrase);
  return g_strdup_printf (dtl_pgettext_dynamic (context, formats[qualifiers - 1]), phrase);
}

/**
 * dtl_date_is_qualified_as_whole:
 * @date: a date
 * @qualifiers: (out): DtlQualifier flags of the whole
 *
 * Returns: whether the same is said about all of it, if only nothing
 */
gboolean
dtl_date_is_qualified_as_whole (const DtlEdtfDate *date, uint8_t *qualifiers)
{
  Components components = components_of (date);

  *qualifiers = components.qualifiers[0];
  return are_all_alike (&components);
}

static const char *const any_formats[BOTH] = { NC_ ("any date", "possibly %s"), NC_ ("any date", "about %s"),
                                               NC_ ("any date", "possibly about %s") };

/**
 * dtl_date_qualify_stretch:
 * @qualifiers: DtlQualifier flags
 * @phrase: a stretch that has a name
 *
 * Returns: (transfer full): "about late 2017"
 */
char *
dtl_date_qualify_stretch (uint8_t qualifiers, const char *phrase)
{
  return qualify (qualifiers, "any date", any_formats, phrase);
}

/* Some month of a year, some day of a year or month: it is the year or month that is approximate. NULL for others. */
static char *
around_phrase (const DtlEdtfDate *date, uint8_t qualifiers, DtlDateLabelStyle style)
{
  gboolean is_month = date->precision == DTL_PRECISION_MONTH;
  DtlPlainDate plain = { DTL_PRECISION_YEAR, { date->year, 1, 1 } };
  g_autofree char *phrase = NULL;

  if (!(qualifiers & DTL_QUALIFIER_APPROXIMATE) || date->year_mask != 0 || date->precision < DTL_PRECISION_MONTH ||
      (is_month ? date->month_mask : date->day_mask) != TWO_DIGITS_UNKNOWN ||
      (date->month_mask != 0 && date->month_mask != TWO_DIGITS_UNKNOWN))
    return NULL;
  if (date->month_mask == 0)
    plain = (DtlPlainDate){ DTL_PRECISION_MONTH, { date->year, date->month, 1 } };
  phrase = dtl_date_plain_phrase (&plain, style);
  if (is_month)
    return g_strdup_printf (qualifiers == BOTH ? C_ ("any date", "possibly some month around %s")
                                               : C_ ("any date", "some month around %s"),
                            phrase);
  return g_strdup_printf (qualifiers == BOTH ? C_ ("any date", "possibly some day around %s")
                                             : C_ ("any date", "some day around %s"),
                          phrase);
}

/**
 * dtl_date_qualified_phrase:
 * @date: a date
 * @style: how
 *
 * Returns: (transfer full): "about 2017", "possibly June 2024", "11 June 2004 (year uncertain)"
 */
char *
dtl_date_qualified_phrase (const DtlEdtfDate *date, DtlDateLabelStyle style)
{
  static const char *const day_formats[BOTH] = { NC_ ("day", "possibly %s"), NC_ ("day", "about %s"),
                                                 NC_ ("day", "possibly about %s") };
  static const char *const season_formats[BOTH] = { NC_ ("part of a year", "possibly %s"),
                                                    NC_ ("part of a year", "about %s"),
                                                    NC_ ("part of a year", "possibly about %s") };
  Components components = components_of (date);
  uint8_t qualifiers = components.qualifiers[0];
  g_autofree char *around = are_all_alike (&components) ? around_phrase (date, qualifiers, style) : NULL;
  g_autofree char *phrase = NULL;

  if (around != NULL)
    return g_steal_pointer (&around);
  phrase = dtl_date_phrase (date, qualifiers != 0 ? dtl_date_short_part_style (date, style) : style);
  if (!are_all_alike (&components))
    return qualify_part (&components, phrase);
  if (date->precision >= DTL_PRECISION_DAY)
    return qualify (qualifiers, "day", day_formats, phrase);
  if (date->precision == DTL_PRECISION_SEASON)
    return qualify (qualifiers, "part of a year", season_formats, phrase);
  return qualify (qualifiers, "any date", any_formats, phrase);
}

/**
 * dtl_date_qualified_some_day_phrase:
 * @date: a date less precise than a day
 * @style: how
 *
 * Returns: (transfer full): "some day in 2017", "some day around 2017", "possibly some day in 2017"
 */
char *
dtl_date_qualified_some_day_phrase (const DtlEdtfDate *date, DtlDateLabelStyle style)
{
  static const char *const around[BOTH] = { NC_ ("any date", "possibly %s"), NC_ ("any date", "some day around %s"),
                                            NC_ ("any date", "possibly some day around %s") };
  static const char *const season_around[BOTH] = { NC_ ("part of a year", "possibly %s"),
                                                   NC_ ("part of a year", "some day around %s"),
                                                   NC_ ("part of a year", "possibly some day around %s") };
  Components components = components_of (date);
  uint8_t qualifiers = components.qualifiers[0];
  g_autofree char *phrase = dtl_date_phrase (date, qualifiers != 0 ? dtl_date_short_part_style (date, style) : style);
  g_autofree char *some_day = dtl_date_some_day_phrase (date, style);

  if (!are_all_alike (&components))
    return qualify_part (&components, some_day);
  if (date->precision == DTL_PRECISION_MONTH && date->month_mask != 0 && date->year_mask == 0)
    {
      g_free (phrase);
      phrase = dtl_date_word_year (date->year);
    }
  if (date->precision == DTL_PRECISION_SEASON)
    return qualify (qualifiers, "part of a year", season_around,
                    qualifiers & DTL_QUALIFIER_APPROXIMATE ? phrase : some_day);
  return qualify (qualifiers, "any date", around, qualifiers & DTL_QUALIFIER_APPROXIMATE ? phrase : some_day);
}
