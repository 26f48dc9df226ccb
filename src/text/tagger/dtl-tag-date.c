/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates of every grain: their first and last day, moved by so many of their own kind, written as TIMEX3 and as EDTF. */
#include "config.h"

#include "text/tagger/dtl-tag-private.h"

#include "base/dtl-arith.h"
#include "date/dtl-date-thirds.h"

#include <string.h>

#define SP DTL_TAG_2 ('S', 'P')
#define SU DTL_TAG_2 ('S', 'U')
#define FA DTL_TAG_2 ('F', 'A')
#define WI DTL_TAG_2 ('W', 'I')

void
dtl_tag_date_init (DtlTagDate *self, DtlTagGrain grain, int year, int sub, int day)
{
  *self = (DtlTagDate){ .grain = grain, .year = year, .sub = sub, .day = day, .hour = -1, .minute = -1 };
}

void
dtl_tag_date_set_day (DtlTagDate *self, int64_t day_number)
{
  DtlCivilDay civil = dtl_civil_from_day_number (day_number);

  self->grain = DTL_TAG_DAY;
  self->year = (int) civil.year;
  self->sub = civil.month;
  self->day = civil.day;
}

static int
season_month (int season)
{
  return season == SP ? 3 : season == SU ? 6 : season == FA ? 9 : 12;
}

/* First month of a date of a grain between year and month, and how many months it has. */
static int
first_month (const DtlTagDate *self, int *n_months)
{
  switch (self->grain)
    {
    case DTL_TAG_HALF:
      *n_months = 6;
      return (self->sub - 1) * 6 + 1;
    case DTL_TAG_QUARTER:
      *n_months = 3;
      return (self->sub - 1) * 3 + 1;
    case DTL_TAG_SEASON:
      *n_months = 3;
      return season_month (self->sub);
    case DTL_TAG_MONTH:
      *n_months = 1;
      return self->sub;
    default:
      *n_months = self->grain == DTL_TAG_DECADE ? 120 : self->grain == DTL_TAG_CENTURY ? 1200 : 12;
      return 1;
    }
}

int64_t
dtl_tag_date_first (const DtlTagDate *self)
{
  int n_months;

  if (self->grain == DTL_TAG_DAY)
    return dtl_civil_day_number (self->year, self->sub, self->day);
  if (self->grain == DTL_TAG_WEEK || self->grain == DTL_TAG_WEEKEND)
    return self->first;
  return dtl_civil_day_number (self->year, first_month (self, &n_months), 1);
}

int64_t
dtl_tag_date_last (const DtlTagDate *self)
{
  int n_months, month;

  if (self->grain == DTL_TAG_DAY)
    return dtl_tag_date_first (self);
  if (self->grain == DTL_TAG_WEEK || self->grain == DTL_TAG_WEEKEND)
    return self->first + (self->grain == DTL_TAG_WEEK ? 6 : 1);
  month = first_month (self, &n_months) - 1 + n_months;
  return dtl_civil_day_number (self->year + month / 12, month % 12 + 1, 1) - 1;
}

/* Winter is the one that began last: January 2020 lies in the winter of 2019. */
static void
set_season (DtlTagDate *self, int year, int month)
{
  self->sub = month == 12 || month <= 2 ? WI : month <= 5 ? SP : month <= 8 ? SU : FA;
  self->year = month <= 2 ? year - 1 : year;
}

/*
 * dtl_tag_date_coarsen:
 * @self: becomes the date of @grain that holds its first day; a coarser one gets its first part
 */
void
dtl_tag_date_coarsen (DtlTagDate *self, DtlTagGrain grain)
{
  int64_t day = dtl_tag_date_first (self);
  DtlCivilDay civil = dtl_civil_from_day_number (day);
  int year = (int) civil.year;

  self->part = 0;
  self->hour = self->minute = -1;
  self->edge = 0;
  self->grain = grain;
  self->year = year;
  self->day = grain == DTL_TAG_DAY ? civil.day : 0;
  self->sub = 0;
  if (grain == DTL_TAG_CENTURY)
    self->year = year - year % 100;
  else if (grain == DTL_TAG_DECADE)
    self->year = year - year % 10;
  else if (grain == DTL_TAG_HALF)
    self->sub = (civil.month - 1) / 6 + 1;
  else if (grain == DTL_TAG_QUARTER)
    self->sub = (civil.month - 1) / 3 + 1;
  else if (grain == DTL_TAG_SEASON)
    set_season (self, year, civil.month);
  else if (grain == DTL_TAG_MONTH || grain == DTL_TAG_DAY)
    self->sub = civil.month;
  else if (grain == DTL_TAG_WEEK)
    self->first = day - (dtl_civil_weekday (day) - 1);
  else if (grain == DTL_TAG_WEEKEND)
    self->first = day - (dtl_civil_weekday (day) - 1) + 5;
}

static void
shift_months (DtlTagDate *self, int amount)
{
  int months = self->year * 12 + self->sub - 1 + amount;

  self->year = (int) dtl_i64_floor_div (months, 12);
  self->sub = (int) dtl_i64_floor_mod (months, 12) + 1;
}

static void
shift_parts (DtlTagDate *self, int amount, int parts)
{
  int n = self->year * parts + self->sub - 1 + amount;

  self->year = (int) dtl_i64_floor_div (n, parts);
  self->sub = (int) dtl_i64_floor_mod (n, parts) + 1;
}

/* By @amount of its own grain. */
void
dtl_tag_date_shift (DtlTagDate *self, int amount)
{
  amount = CLAMP (amount, -20000, 20000);
  switch (self->grain)
    {
    case DTL_TAG_CENTURY:
      self->year += 100 * amount;
      break;
    case DTL_TAG_DECADE:
      self->year += 10 * amount;
      break;
    case DTL_TAG_YEAR:
    case DTL_TAG_SEASON:
      self->year += amount;
      break;
    case DTL_TAG_HALF:
      shift_parts (self, amount, 2);
      break;
    case DTL_TAG_QUARTER:
      shift_parts (self, amount, 4);
      break;
    case DTL_TAG_MONTH:
      shift_months (self, amount);
      break;
    case DTL_TAG_WEEK:
    case DTL_TAG_WEEKEND:
      self->first += 7 * amount;
      break;
    case DTL_TAG_DAY:
      dtl_tag_date_set_day (self, dtl_tag_date_first (self) + amount);
      break;
    case DTL_TAG_NONE:
    default:
      break;
    }
}

static void
add_letters (GString *out, int packed)
{
  if (packed > 255)
    g_string_append_c (out, (char) (packed >> 8));
  g_string_append_c (out, (char) (packed & 255));
}

/* Printing through a format takes longer than finding the date. */
static void
add_digits (GString *out, int number, guint width)
{
  char digits[12];
  guint n = 0;

  if (number < 0)
    {
      g_string_append_printf (out, "%0*d", (int) width, number);
      return;
    }
  for (; number > 0 || n < width; number /= 10)
    digits[n++] = (char) ('0' + number % 10);
  while (n > 0)
    g_string_append_c (out, digits[--n]);
}

static void
add_year (GString *out, const DtlTagDate *self)
{
  if (self->year == DTL_TAG_UNKNOWN_YEAR)
    g_string_append (out, "XXXX");
  else if (self->grain == DTL_TAG_CENTURY)
    add_digits (out, self->year / 100, 2);
  else if (self->grain == DTL_TAG_DECADE)
    add_digits (out, self->year / 10, 3);
  else
    add_digits (out, self->year, 4);
}

static void
add_week (GString *out, const DtlTagDate *self)
{
  int64_t monday = self->first - (self->grain == DTL_TAG_WEEKEND ? 5 : 0);
  DtlCivilDay thursday = dtl_civil_from_day_number (monday + 3);
  int64_t january = dtl_civil_day_number (thursday.year, 1, 1);

  g_string_append_printf (out, "%04d-W%02d%s", (int) thursday.year, (int) ((monday + 3 - january) / 7) + 1,
                          self->grain == DTL_TAG_WEEKEND ? "-WE" : "");
}

/*
 * dtl_tag_date_timex:
 *
 * Returns: (transfer full): the TIMEX3 value
 */
char *
dtl_tag_date_timex (const DtlTagDate *self)
{
  GString *out = g_string_sized_new (32);

  if (self->grain == DTL_TAG_WEEK || self->grain == DTL_TAG_WEEKEND)
    add_week (out, self);
  else if (self->grain != DTL_TAG_NONE)
    add_year (out, self);
  if (self->grain == DTL_TAG_HALF)
    g_string_append_printf (out, "-H%d", self->sub);
  else if (self->grain == DTL_TAG_QUARTER)
    g_string_append_printf (out, "-Q%d", self->sub);
  else if (self->grain == DTL_TAG_SEASON)
    {
      g_string_append_c (out, '-');
      add_letters (out, self->sub);
    }
  else if (self->grain == DTL_TAG_MONTH || self->grain == DTL_TAG_DAY)
    {
      if (self->sub > 0)
        add_digits (g_string_append_c (out, '-'), self->sub, 2);
      else
        g_string_append (out, "-XX");
    }
  if (self->grain == DTL_TAG_DAY)
    {
      if (self->day > 0)
        add_digits (g_string_append_c (out, '-'), self->day, 2);
      else
        g_string_append (out, "-XX");
    }
  if (self->hour >= 0)
    g_string_append_printf (out, "T%02d:%02d", self->hour, self->minute);
  else if (self->part != 0)
    {
      g_string_append_c (out, 'T');
      add_letters (out, self->part);
    }
  return g_string_free (out, FALSE);
}

static DtlThird
third_of (const DtlTagDate *self)
{
  return self->edge == 'S' ? DTL_THIRD_EARLY : self->edge == 'M' ? DTL_THIRD_MIDDLE : DTL_THIRD_LATE;
}

/*
 * dtl_tag_date_span:
 * @first, @last: (out): day numbers; of a date with an edge those of its third
 */
void
dtl_tag_date_span (const DtlTagDate *self, int64_t *first, int64_t *last)
{
  int from, to;

  *first = dtl_tag_date_first (self);
  *last = dtl_tag_date_last (self);
  if (self->edge == 0 || self->grain > DTL_TAG_MONTH)
    return;
  if (self->grain == DTL_TAG_MONTH)
    {
      dtl_third_of (third_of (self), 1, DTL_EARLY_LAST_DAY, DTL_MIDDLE_LAST_DAY,
                    dtl_civil_days_in_month (self->year, self->sub), &from, &to);
      *last = *first + to - 1;
      *first += from - 1;
    }
  else if (self->grain == DTL_TAG_YEAR)
    {
      dtl_third_of (third_of (self), 1, DTL_EARLY_LAST_MONTH, DTL_MIDDLE_LAST_MONTH, 12, &from, &to);
      *first = dtl_civil_day_number (self->year, from, 1);
      *last = dtl_civil_day_number (self->year + to / 12, to % 12 + 1, 1) - 1;
    }
  else if (self->grain == DTL_TAG_DECADE || self->grain == DTL_TAG_CENTURY)
    {
      if (self->grain == DTL_TAG_DECADE)
        dtl_third_of (third_of (self), 0, DTL_EARLY_LAST_YEAR_OF_DECADE, DTL_MIDDLE_LAST_YEAR_OF_DECADE, 9, &from, &to);
      else
        dtl_third_of (third_of (self), 0, DTL_EARLY_LAST_YEAR_OF_CENTURY, DTL_MIDDLE_LAST_YEAR_OF_CENTURY, 99, &from,
                      &to);
      *first = dtl_civil_day_number (self->year + from, 1, 1);
      *last = dtl_civil_day_number (self->year + to + 1, 1, 1) - 1;
    }
}

static gboolean
has_third (const DtlTagDate *self)
{
  return self->edge != 0 && (self->grain == DTL_TAG_YEAR || self->grain == DTL_TAG_MONTH ||
                             self->grain == DTL_TAG_DECADE || self->grain == DTL_TAG_CENTURY);
}

/* One unknown day, month or year of a third: early, mid, late. */
static char *
edge_edtf (const DtlTagDate *self)
{
  const char *suffix = dtl_tag_date_suffix (self);
  int64_t first, last;
  DtlCivilDay from, to;

  dtl_tag_date_span (self, &first, &last);
  from = dtl_civil_from_day_number (first);
  to = dtl_civil_from_day_number (last);
  if (self->grain == DTL_TAG_YEAR)
    return g_strdup_printf ("[%04d-%02d%s..%04d-%02d%s]", self->year, from.month, suffix, self->year, to.month, suffix);
  if (self->grain < DTL_TAG_YEAR)
    return g_strdup_printf ("[%04d%s..%04d%s]", (int) from.year, suffix, (int) to.year, suffix);
  return g_strdup_printf ("[%04d-%02d-%02d%s..%04d-%02d-%02d%s]", self->year, self->sub, from.day, suffix, self->year,
                          self->sub, to.day, suffix);
}

/* The end of a day is the beginning of the next; EDTF knows no 24:00. */
static char *
midnight_edtf (const DtlTagDate *self)
{
  g_autofree char *next = NULL;

  if (self->year == DTL_TAG_UNKNOWN_YEAR || self->year >= 9999)
    return g_strdup ("");
  next = dtl_civil_format_day (dtl_tag_date_first (self) + 1);
  return g_strconcat (next, "T00:00:00", NULL);
}

static char *
plain_edtf (const DtlTagDate *self)
{
  g_autofree char *timex = NULL;

  if (self->grain == DTL_TAG_WEEK || self->grain == DTL_TAG_WEEKEND)
    {
      g_autofree char *from = dtl_civil_format_day (self->first);
      g_autofree char *to = dtl_civil_format_day (dtl_tag_date_last (self));

      return g_strdup_printf ("%s%s/%s%s", from, dtl_tag_date_suffix (self), to, dtl_tag_date_suffix (self));
    }
  if (self->grain == DTL_TAG_HALF)
    return g_strdup_printf ("%04d-%02d", self->year, 39 + self->sub);
  if (self->grain == DTL_TAG_QUARTER)
    return g_strdup_printf ("%04d-%02d", self->year, 32 + self->sub);
  if (self->grain == DTL_TAG_SEASON)
    return g_strdup_printf ("%04d-%02d", self->year,
                            self->sub == SP   ? 21
                            : self->sub == SU ? 22
                            : self->sub == FA ? 23
                                              : 24);
  timex = dtl_tag_date_timex (self);
  if (self->grain == DTL_TAG_DECADE)
    return g_strconcat (timex, "X", NULL);
  if (self->grain == DTL_TAG_CENTURY)
    return g_strconcat (timex, "XX", NULL);
  if (self->hour == 24 && self->sub > 0 && self->day > 0 && *dtl_tag_date_suffix (self) == '\0')
    return midnight_edtf (self);
  /* EDTF has a time of day only with a whole day that is certain; without, the day is worth more. */
  if (self->hour >= 0 && self->sub > 0 && self->day > 0 && self->year != DTL_TAG_UNKNOWN_YEAR &&
      *dtl_tag_date_suffix (self) == '\0')
    return g_strconcat (timex, ":00", NULL);
  if (self->hour >= 0 && (self->sub == 0 || self->day == 0))
    return g_strdup ("");
  if (self->part != 0 || self->hour >= 0)
    *strchr (timex, 'T') = '\0';
  return g_steal_pointer (&timex);
}

/*
 * dtl_tag_date_edtf:
 *
 * Returns: (transfer full): EDTF, "" where the date is none that EDTF can write
 */
char *
dtl_tag_date_edtf (const DtlTagDate *self)
{
  g_autofree char *plain = NULL;
  gboolean known = self->year != DTL_TAG_UNKNOWN_YEAR;

  if (self->grain == DTL_TAG_NONE || self->year < (known ? 0 : DTL_TAG_UNKNOWN_YEAR) || self->year > 9999)
    return g_strdup ("");
  /* "29 February last year" */
  if (known && self->grain == DTL_TAG_DAY && self->sub > 0 &&
      self->day > dtl_civil_days_in_month (self->year, self->sub))
    return g_strdup ("");
  if (!known && self->grain != DTL_TAG_YEAR && self->grain != DTL_TAG_MONTH && self->grain != DTL_TAG_DAY)
    return g_strdup ("");
  if (known && self->about_month > 0 && self->grain == DTL_TAG_YEAR)
    return g_strdup_printf ("%04d-%02d~", self->year, self->about_month);
  if (known && has_third (self))
    return edge_edtf (self);
  plain = plain_edtf (self);
  if (strpbrk (plain, "/[T") == NULL && *plain != '\0')
    return g_strconcat (plain, dtl_tag_date_suffix (self), NULL);
  return g_steal_pointer (&plain);
}

DtlTagGrain
dtl_tag_unit_grain (int unit)
{
  switch (unit)
    {
    case 'D':
      return DTL_TAG_DAY;
    case 'W':
    case 'F':
      return DTL_TAG_WEEK;
    case 'M':
      return DTL_TAG_MONTH;
    case 'Q':
      return DTL_TAG_QUARTER;
    case 'Y':
      return DTL_TAG_YEAR;
    case DTL_TAG_2 ('D', 'E'):
      return DTL_TAG_DECADE;
    case DTL_TAG_2 ('C', 'E'):
      return DTL_TAG_CENTURY;
    default:
      return DTL_TAG_NONE;
    }
}

static char *
duration (const char *amount, int unit)
{
  char letters[3] = { (char) (unit > 255 ? unit >> 8 : unit), (char) (unit > 255 ? unit & 255 : 0), '\0' };

  if (unit >> 8 == 'T')
    return g_strconcat ("PT", amount, letters + 1, NULL);
  return g_strconcat ("P", amount, letters, NULL);
}

/* Nearly all lengths are whole numbers, which take no format. */
static char *
whole_number (guint number, char *end)
{
  *end = '\0';
  do
    *--end = (char) ('0' + number % 10);
  while ((number /= 10) > 0);
  return end;
}

char *
dtl_tag_duration (double amount, int unit)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (unit == 'F')
    return dtl_tag_duration (2 * amount, 'W');
  if (amount >= 1 && amount < 1e9 && amount == (guint) amount)
    return duration (whole_number ((guint) amount, buffer + sizeof buffer - 1), unit);
  return duration (g_ascii_formatd (buffer, sizeof buffer, "%.10g", amount), unit);
}

char *
dtl_tag_duration_vague (int unit)
{
  return duration ("X", unit == 'F' ? 'W' : unit);
}
