/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words of the axis. Whole dates come from the date room, so that they read as they do everywhere else. */
#include "config.h"

#include "layout/dtl-tick-labels-private.h"

#include "base/dtl-arith.h"
#include "base/dtl-gettext.h"
#include "date/dtl-date-label.h"

static DtlCivilDay
civil_of (int64_t civil_seconds)
{
  return dtl_civil_from_day_number (dtl_civil_day_from_seconds (civil_seconds));
}

/* @written in words; as it is, where it is no EDTF (months and days of years with more than four digits). */
static char *
date_in_words (const char *written, DtlDateLabelStyle style)
{
  g_autoptr (DtlEdtf) value = dtl_edtf_parse (written, NULL);

  return value != NULL ? dtl_date_label (value, style) : g_strdup (written);
}

static int
second_of_day (int64_t civil_seconds)
{
  return (int) dtl_i64_floor_mod (civil_seconds, DTL_SECONDS_PER_DAY);
}

char *
dtl_tick_label_second (int64_t civil_seconds, DtlTickForm form)
{
  int second = second_of_day (civil_seconds);

  /* Translators: a second on the time axis, "06:05:30" */
  return g_strdup_printf (C_ ("second on the axis", "%1$02d:%2$02d:%3$02d"), second / 3600, second / 60 % 60,
                          second % 60);
}

char *
dtl_tick_label_minute (int64_t civil_seconds, DtlTickForm form)
{
  int second = second_of_day (civil_seconds);

  /* Translators: a minute on the time axis, "06:05" */
  return g_strdup_printf (C_ ("minute on the axis", "%1$02d:%2$02d"), second / 3600, second / 60 % 60);
}

char *
dtl_tick_label_hour (int64_t civil_seconds, DtlTickForm form)
{
  /* Translators: an hour on the time axis, "06:00" */
  return g_strdup_printf (C_ ("hour on the axis", "%02d:00"), second_of_day (civil_seconds) / 3600);
}

char *
dtl_tick_label_day_of_month (int64_t civil_seconds, DtlTickForm form)
{
  return g_strdup_printf ("%d", civil_of (civil_seconds).day);
}

char *
dtl_tick_label_day (int64_t civil_seconds, DtlTickForm form)
{
  static const DtlDateLabelStyle styles[] = { DTL_DATE_LABEL_WEEKDAY, DTL_DATE_LABEL_LONG, DTL_DATE_LABEL_SHORT };
  g_autofree char *written = dtl_civil_format_day (dtl_civil_day_from_seconds (civil_seconds));

  return date_in_words (written, styles[form]);
}

char *
dtl_tick_label_month_of_year (int64_t civil_seconds, DtlTickForm form)
{
  static const char *const names[] = {
    NC_ ("month on the axis", "Jan"), NC_ ("month on the axis", "Feb"), NC_ ("month on the axis", "Mar"),
    NC_ ("month on the axis", "Apr"), NC_ ("month on the axis", "May"), NC_ ("month on the axis", "Jun"),
    NC_ ("month on the axis", "Jul"), NC_ ("month on the axis", "Aug"), NC_ ("month on the axis", "Sep"),
    NC_ ("month on the axis", "Oct"), NC_ ("month on the axis", "Nov"), NC_ ("month on the axis", "Dec"),
  };

  return g_strdup (dtl_pgettext_dynamic ("month on the axis", names[civil_of (civil_seconds).month - 1]));
}

char *
dtl_tick_label_month (int64_t civil_seconds, DtlTickForm form)
{
  DtlCivilDay day = civil_of (civil_seconds);
  g_autofree char *written =
      g_strdup_printf ("%s%04" G_GINT64_FORMAT "-%02d", day.year < 0 ? "-" : "", ABS (day.year), day.month);

  return date_in_words (written, form == DTL_TICK_SHORT ? DTL_DATE_LABEL_SHORT : DTL_DATE_LABEL_LONG);
}

char *
dtl_tick_label_year (int64_t civil_seconds, DtlTickForm form)
{
  int64_t year = civil_of (civil_seconds).year;
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, year > 0 ? year : 1 - year);

  if (year > 0)
    return g_steal_pointer (&number);
  /* Translators: a year before the common era */
  return g_strdup_printf (C_ ("year", "%s BCE"), number);
}

/* "1900–1999", "100–1 BCE"; the years before 1 count backwards, and there is no year 0. */
static char *
label_of_years (int64_t first, int64_t last)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (last <= 0)
    {
      from = g_strdup_printf ("%" G_GINT64_FORMAT, 1 - first);
      to = g_strdup_printf ("%" G_GINT64_FORMAT, 1 - last);
      /* Translators: from the one year before the common era to the other, "100–1 BCE" */
      return g_strdup_printf (C_ ("years on the axis", "%1$s–%2$s BCE"), from, to);
    }
  from = g_strdup_printf ("%" G_GINT64_FORMAT, MAX (first, 1));
  to = g_strdup_printf ("%" G_GINT64_FORMAT, last);
  /* Translators: from the one year to the other, "1900–1999" */
  return g_strdup_printf (C_ ("years on the axis", "%1$s–%2$s"), from, to);
}

char *
dtl_tick_label_decade (int64_t civil_seconds, DtlTickForm form)
{
  int64_t year = civil_of (civil_seconds).year;
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, year);

  if (year < 100)
    return label_of_years (year, year + 9);
  /* Translators: a decade by its first year, "2010s" */
  return g_strdup_printf (C_ ("decade on the axis", "%ss"), number);
}

char *
dtl_tick_label_century (int64_t civil_seconds, DtlTickForm form)
{
  int64_t year = civil_of (civil_seconds).year;

  return label_of_years (year, year + 99);
}

char *
dtl_tick_label_millennium (int64_t civil_seconds, DtlTickForm form)
{
  int64_t year = civil_of (civil_seconds).year;

  return label_of_years (year, year + 999);
}

char *
dtl_tick_label_ten_millennia (int64_t civil_seconds, DtlTickForm form)
{
  int64_t year = civil_of (civil_seconds).year;

  return label_of_years (year, year + 9999);
}
