/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said about the certainty of a date: `?` is "possibly", `~` is "about". The words follow how the Library of
 * Congress explains the marks; "probably" would claim more than a question mark does. */
#include "config.h"

#include "date/dtl-date-label-private.h"

#include "base/dtl-gettext.h"

#define N_COMPONENTS 3
#define BOTH         (DTL_QUALIFIER_UNCERTAIN | DTL_QUALIFIER_APPROXIMATE)

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
 * dtl_date_qualified_phrase:
 * @date: a date
 * @style: how
 *
 * Returns: (transfer full): "about 2017", "possibly June 2024", "11 June 2004 (year uncertain)"
 */
char *
dtl_date_qualified_phrase (const DtlEdtfDate *date, DtlDateLabelStyle style)
{
  static const char *const formats[BOTH] = { NC_ ("any date", "possibly %s"), NC_ ("any date", "about %s"),
                                             NC_ ("any date", "possibly about %s") };
  static const char *const day_formats[BOTH] = { NC_ ("day", "possibly %s"), NC_ ("day", "about %s"),
                                                 NC_ ("day", "possibly about %s") };
  g_autofree char *phrase = dtl_date_phrase (date, style);
  Components components = components_of (date);

  if (!are_all_alike (&components))
    return qualify_part (&components, phrase);
  if (date->precision >= DTL_PRECISION_DAY)
    return qualify (components.qualifiers[0], "day", day_formats, phrase);
  return qualify (components.qualifiers[0], "any date", formats, phrase);
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
  g_autofree char *phrase = dtl_date_phrase (date, style);
  g_autofree char *some_day = dtl_date_some_day_phrase (date, style);
  Components components = components_of (date);
  uint8_t qualifiers = components.qualifiers[0];

  if (!are_all_alike (&components))
    return qualify_part (&components, some_day);
  return qualify (qualifiers, "any date", around, qualifiers & DTL_QUALIFIER_APPROXIMATE ? phrase : some_day);
}
