/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Single words of dates. Not taken from the C library: its names follow the process locale alone, while a picture is
 * written in the language of its case, by whoever runs it. */
#include "config.h"

#include "date/dtl-date-label-private.h"

#include "base/dtl-gettext.h"

/* Below this a bare number would not be understood as a year. */
#define FIRST_PLAIN_YEAR 1000

#define FIRST_GROUPED_YEAR 10000

/**
 * dtl_date_word_month:
 * @month: 1 to 12
 * @style: DTL_DATE_LABEL_SHORT abbreviates
 *
 * Returns: the month's name as it stands before a year ("June 2024")
 */
const char *
dtl_date_word_month (int month, DtlDateLabelStyle style)
{
  static const char *const full[] = {
    NC_ ("month and year", "January"), NC_ ("month and year", "February"), NC_ ("month and year", "March"),
    NC_ ("month and year", "April"),   NC_ ("month and year", "May"),      NC_ ("month and year", "June"),
    NC_ ("month and year", "July"),    NC_ ("month and year", "August"),   NC_ ("month and year", "September"),
    NC_ ("month and year", "October"), NC_ ("month and year", "November"), NC_ ("month and year", "December"),
  };
  static const char *const abbreviated[] = {
    NC_ ("short month and year", "Jan"), NC_ ("short month and year", "Feb"), NC_ ("short month and year", "Mar"),
    NC_ ("short month and year", "Apr"), NC_ ("short month and year", "May"), NC_ ("short month and year", "Jun"),
    NC_ ("short month and year", "Jul"), NC_ ("short month and year", "Aug"), NC_ ("short month and year", "Sep"),
    NC_ ("short month and year", "Oct"), NC_ ("short month and year", "Nov"), NC_ ("short month and year", "Dec"),
  };

  g_return_val_if_fail (month >= 1 && month <= 12, NULL);

  if (style == DTL_DATE_LABEL_SHORT)
    return dtl_pgettext_dynamic ("short month and year", abbreviated[month - 1]);
  return dtl_pgettext_dynamic ("month and year", full[month - 1]);
}

/**
 * dtl_date_word_month_of_day:
 * @month: 1 to 12
 * @style: DTL_DATE_LABEL_SHORT abbreviates
 *
 * Returns: the month's name as it stands after a day ("20 June"), which is another form in some languages
 */
const char *
dtl_date_word_month_of_day (int month, DtlDateLabelStyle style)
{
  static const char *const full[] = {
    NC_ ("day and month", "January"), NC_ ("day and month", "February"), NC_ ("day and month", "March"),
    NC_ ("day and month", "April"),   NC_ ("day and month", "May"),      NC_ ("day and month", "June"),
    NC_ ("day and month", "July"),    NC_ ("day and month", "August"),   NC_ ("day and month", "September"),
    NC_ ("day and month", "October"), NC_ ("day and month", "November"), NC_ ("day and month", "December"),
  };
  static const char *const abbreviated[] = {
    NC_ ("day and short month", "Jan"), NC_ ("day and short month", "Feb"), NC_ ("day and short month", "Mar"),
    NC_ ("day and short month", "Apr"), NC_ ("day and short month", "May"), NC_ ("day and short month", "Jun"),
    NC_ ("day and short month", "Jul"), NC_ ("day and short month", "Aug"), NC_ ("day and short month", "Sep"),
    NC_ ("day and short month", "Oct"), NC_ ("day and short month", "Nov"), NC_ ("day and short month", "Dec"),
  };

  g_return_val_if_fail (month >= 1 && month <= 12, NULL);

  if (style == DTL_DATE_LABEL_SHORT)
    return dtl_pgettext_dynamic ("day and short month", abbreviated[month - 1]);
  return dtl_pgettext_dynamic ("day and month", full[month - 1]);
}

/**
 * dtl_date_word_month_between:
 * @month: 1 to 12
 * @style: DTL_DATE_LABEL_SHORT abbreviates
 *
 * Returns: the month's name as it stands in "between May and June", which is another form in some languages
 */
const char *
dtl_date_word_month_between (int month, DtlDateLabelStyle style)
{
  static const char *const names[] = {
    NC_ ("between months", "January"), NC_ ("between months", "February"), NC_ ("between months", "March"),
    NC_ ("between months", "April"),   NC_ ("between months", "May"),      NC_ ("between months", "June"),
    NC_ ("between months", "July"),    NC_ ("between months", "August"),   NC_ ("between months", "September"),
    NC_ ("between months", "October"), NC_ ("between months", "November"), NC_ ("between months", "December"),
  };

  static const char *const abbreviated[] = {
    NC_ ("between short months", "Jan"), NC_ ("between short months", "Feb"), NC_ ("between short months", "Mar"),
    NC_ ("between short months", "Apr"), NC_ ("between short months", "May"), NC_ ("between short months", "Jun"),
    NC_ ("between short months", "Jul"), NC_ ("between short months", "Aug"), NC_ ("between short months", "Sep"),
    NC_ ("between short months", "Oct"), NC_ ("between short months", "Nov"), NC_ ("between short months", "Dec"),
  };

  g_return_val_if_fail (month >= 1 && month <= 12, NULL);

  if (style == DTL_DATE_LABEL_SHORT)
    return dtl_pgettext_dynamic ("between short months", abbreviated[month - 1]);
  return dtl_pgettext_dynamic ("between months", names[month - 1]);
}

/**
 * dtl_date_word_weekday:
 * @weekday: 1 for Monday to 7 for Sunday
 *
 * Returns: its name before a date
 */
const char *
dtl_date_word_weekday (int weekday)
{
  static const char *const names[] = {
    NC_ ("weekday before a date", "Monday"),    NC_ ("weekday before a date", "Tuesday"),
    NC_ ("weekday before a date", "Wednesday"), NC_ ("weekday before a date", "Thursday"),
    NC_ ("weekday before a date", "Friday"),    NC_ ("weekday before a date", "Saturday"),
    NC_ ("weekday before a date", "Sunday"),
  };

  g_return_val_if_fail (weekday >= 1 && weekday <= 7, NULL);

  return dtl_pgettext_dynamic ("weekday before a date", names[weekday - 1]);
}

/* In groups of three digits from five digits on, which nobody takes for a year at a glance. */
static char *
write_number (int64_t number)
{
  /* Translators: what stands between groups of three digits in years of five digits and more: "170,000,002" */
  const char *mark = C_ ("between groups of digits", ",");
  GString *text = g_string_new (NULL);

  g_string_printf (text, "%" G_GINT64_FORMAT, number);
  if (number < FIRST_GROUPED_YEAR)
    return g_string_free (text, FALSE);
  for (gssize at = (gssize) text->len - 3; at > 0; at -= 3)
    g_string_insert (text, at, mark);
  return g_string_free (text, FALSE);
}

/**
 * dtl_date_word_year:
 * @year: astronomical year, in which 0 is 1 BCE
 *
 * Returns: (transfer full): "2024", "409 CE", "44 BCE"
 */
char *
dtl_date_word_year (int64_t year)
{
  g_autofree char *number = write_number (year > 0 ? year : 1 - year);

  if (year <= 0)
    /* Translators: a year before the common era */
    return g_strdup_printf (C_ ("year", "%s BCE"), number);
  if (year < FIRST_PLAIN_YEAR)
    /* Translators: a year before 1000 */
    return g_strdup_printf (C_ ("year", "%s CE"), number);
  /* Translators: a year in a date or alone ("2024"), with the word for a year if your language writes one */
  return g_strdup_printf (C_ ("plain year", "%s"), number);
}

/**
 * dtl_date_word_years:
 * @first: astronomical year
 * @last: the one after it
 *
 * Returns: (transfer full): both in one word: "2024–2025"
 */
char *
dtl_date_word_years (int64_t first, int64_t last)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (first >= FIRST_PLAIN_YEAR)
    {
      from = g_strdup_printf ("%" G_GINT64_FORMAT, first);
      to = g_strdup_printf ("%" G_GINT64_FORMAT, last);
      /* Translators: the two years of a winter, as bare numbers: "2024–2025" */
      return g_strdup_printf (C_ ("plain years of a season", "%1$s–%2$s"), from, to);
    }
  from = dtl_date_word_year (first);
  to = dtl_date_word_year (last);
  /* Translators: the two years of a winter long ago, each with its era: "44 BCE–43 BCE" */
  return g_strdup_printf (C_ ("years of a season", "%1$s–%2$s"), from, to);
}

/**
 * dtl_date_word_day:
 * @day: 1 to 31
 *
 * Returns: (transfer full): the number of a day before a month's name
 */
char *
dtl_date_word_day (int day)
{
  if (day == 1)
    /* Translators: the first day of a month, before the month's name ("1 March") */
    return g_strdup (C_ ("first day of a month", "1"));
  /* Translators: another day of a month, before the month's name ("20 June"); what follows the number in all cases, as
   * a full stop, belongs to the formats of dates */
  return g_strdup_printf (C_ ("day of a month", "%d"), day);
}
