/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "since" and "until" with a date. Each precision and each degree of certainty has a sentence of its own, since the
 * words before a date move and bend in other languages: "etwa seit dem 20. Juni", "depuis 2018 environ". */
#include "config.h"

#include "date/dtl-date-label-private.h"

#include "base/dtl-gettext.h"

#define N_LIMITS     2
#define N_QUALIFIERS 4 /* DtlQualifier flags */

/* For a day, in words. */
static const char *const day_formats[N_LIMITS][N_QUALIFIERS] = {
  { NC_ ("day", "since %s"), NC_ ("day", "possibly since %s"), NC_ ("day", "since about %s"),
    NC_ ("day", "possibly since about %s") },
  { NC_ ("day", "until %s"), NC_ ("day", "possibly until %s"), NC_ ("day", "until about %s"),
    NC_ ("day", "possibly until about %s") },
};

/* For a month and a year. The month stands after "since" as it does after a day. */
static const char *const month_formats[N_LIMITS][N_QUALIFIERS] = {
  { NC_ ("month and year", "since %1$s %2$s"), NC_ ("month and year", "possibly since %1$s %2$s"),
    NC_ ("month and year", "since about %1$s %2$s"), NC_ ("month and year", "possibly since about %1$s %2$s") },
  { NC_ ("month and year", "until %1$s %2$s"), NC_ ("month and year", "possibly until %1$s %2$s"),
    NC_ ("month and year", "until about %1$s %2$s"), NC_ ("month and year", "possibly until about %1$s %2$s") },
};

static const char *const year_formats[N_LIMITS][N_QUALIFIERS] = {
  { NC_ ("year", "since %s"), NC_ ("year", "possibly since %s"), NC_ ("year", "since about %s"),
    NC_ ("year", "possibly since about %s") },
  { NC_ ("year", "until %s"), NC_ ("year", "possibly until %s"), NC_ ("year", "until about %s"),
    NC_ ("year", "possibly until about %s") },
};

static char *
plain_limit (DtlDateLimit limit, const DtlPlainDate *plain, uint8_t qualifiers, DtlDateLabelStyle style)
{
  g_autofree char *year = dtl_date_word_year (plain->civil.year);
  g_autofree char *day = NULL;
  const char *month;

  if (plain->precision == DTL_PRECISION_YEAR)
    return g_strdup_printf (dtl_pgettext_dynamic ("year", year_formats[limit][qualifiers]), year);
  if (plain->precision == DTL_PRECISION_DAY)
    {
      day = dtl_date_plain_phrase (plain, style);
      return g_strdup_printf (dtl_pgettext_dynamic ("day", day_formats[limit][qualifiers]), day);
    }
  month = limit == DTL_DATE_SINCE ? dtl_date_word_month_of_day (plain->civil.month, style)
                                  : dtl_date_word_month (plain->civil.month, style);
  return g_strdup_printf (dtl_pgettext_dynamic ("month and year", month_formats[limit][qualifiers]), month, year);
}

/**
 * dtl_date_limit_phrase:
 * @limit: which side
 * @date: the date on it
 * @style: how
 *
 * Returns: (transfer full): "since 2018", "until about 20 June 2024"
 */
char *
dtl_date_limit_phrase (DtlDateLimit limit, const DtlEdtfDate *date, DtlDateLabelStyle style)
{
  g_autofree char *decade = NULL;
  g_autofree char *phrase = NULL;
  DtlPlainDate plain;
  uint8_t qualifiers;

  if (dtl_date_is_qualified_as_whole (date, &qualifiers))
    {
      if (dtl_date_is_plain (date, &plain))
        return plain_limit (limit, &plain, qualifiers, style);
      if (qualifiers == 0 && dtl_date_is_decade (date))
        {
          decade = g_strdup_printf ("%" G_GINT64_FORMAT, date->year);
          /* Translators: %s is the first year of a decade: "since the 1980s" */
          return g_strdup_printf (limit == DTL_DATE_SINCE ? _ ("since the %ss") : _ ("until the %ss"), decade);
        }
    }
  phrase = dtl_date_qualified_phrase (date, dtl_date_short_part_style (date, style));
  /* Translators: %s is a date in words as they stand alone, such as "spring 2024" or "some month in 2004" */
  return g_strdup_printf (limit == DTL_DATE_SINCE ? C_ ("any date", "since %s") : C_ ("any date", "until %s"), phrase);
}
