/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading one date: its parts in whatever order a language puts them. */
#include "config.h"

#include "date/dtl-date-reader-private.h"

#include <string.h>

#include "base/dtl-gettext.h"

#define FIRST_QUARTER  33
#define N_QUARTERS     4
#define FIRST_HALF     40
#define N_HALVES       2
#define WINTER         24
#define MOST_CENTURY   99
#define MOST_DIGITS    12
#define NEWEST_2_DIGIT 49 /* '49 is 2049 at first choice, '50 is 1950 */

static gboolean
fail (DtlDateReader *self, const char *message, GError **error)
{
  const DtlDateToken *token = dtl_date_reader_peek (self, 0);

  if (token->kind == DTL_DATE_TOKEN_WORD && token->meaning == NULL)
    message = _ ("this word is not known in dates");
  return dtl_date_reader_fail (self, token->at, DTL_DATE_ERROR_SYNTAX, message, error);
}

static gboolean
is_number (const DtlDateToken *token, int least_digits, int most_digits)
{
  return token->kind == DTL_DATE_TOKEN_NUMBER && token->n_digits[0] >= least_digits &&
         token->n_digits[0] <= most_digits;
}

static gboolean
is_plain (const DtlDateToken *token)
{
  return token->word[0] == '\0';
}

/* A day of a month: 20, 20th, 1er. */
static gboolean
is_day (const DtlDateReader *self, const DtlDateToken *token)
{
  return is_number (token, 1, 2) && token->numbers[0] >= 1 && token->numbers[0] <= 31 &&
         (is_plain (token) || dtl_date_vocabulary_is_ordinal (self->vocabulary, token->word));
}

static gboolean
is_other (const DtlDateReader *self, DtlDateVariant variant)
{
  return (self->variant & variant) != 0;
}

static int64_t
year_of_two_digits (const DtlDateReader *self, int64_t number)
{
  gboolean is_new = (number <= NEWEST_2_DIGIT) != is_other (self, DTL_DATE_VARIANT_OTHER_YEARS);

  return number + (is_new ? 2000 : 1900);
}

static void
set_year (DtlDateReader *self, DtlDatePoint *point, int64_t year)
{
  point->has_year = TRUE;
  point->year = year;
  dtl_date_reader_take (self, DTL_DATE_WORD_YEAR_BEHIND, NULL);
  dtl_date_reader_take (self, DTL_DATE_WORD_CE, NULL);
  if (dtl_date_reader_take (self, DTL_DATE_WORD_BCE, NULL))
    point->year = 1 - year;
}

/* A year of three digits or more, or fewer beside a word that makes it one. */
static gboolean
take_year (DtlDateReader *self, DtlDatePoint *point)
{
  gboolean is_named =
      dtl_date_reader_take (self, DTL_DATE_WORD_YEAR, NULL) || dtl_date_reader_take (self, DTL_DATE_WORD_CE, NULL);
  const DtlDateToken *token = dtl_date_reader_peek (self, 0), *next = dtl_date_reader_peek (self, 1);
  DtlDateWordKind after = next->meaning != NULL ? next->meaning->kind : DTL_DATE_WORD_NONE;

  is_named |= after == DTL_DATE_WORD_BCE || after == DTL_DATE_WORD_CE || after == DTL_DATE_WORD_YEAR_BEHIND;
  if (!is_number (token, is_named ? 1 : 3, MOST_DIGITS) || !is_plain (token))
    return FALSE;
  self->at++;
  set_year (self, point, token->numbers[0]);
  return TRUE;
}

static gboolean
need_year (DtlDateReader *self, DtlDatePoint *point, GError **error)
{
  dtl_date_reader_skip_fillers (self);
  dtl_date_reader_take_mark (self, ",-/");
  return take_year (self, point) || fail (self, _ ("expected a year"), error);
}

/* "spring 2018", "winter 2018/19", where a year may not have been written yet. */
static gboolean
read_season (DtlDateReader *self, int code, DtlDatePoint *point, GError **error)
{
  const DtlDateToken *next;

  point->precision = DTL_PRECISION_SEASON;
  point->month = code;
  dtl_date_reader_skip_fillers (self);
  if (dtl_date_reader_kind (self) == DTL_DATE_WORD_AND || dtl_date_reader_kind (self) == DTL_DATE_WORD_TO ||
      dtl_date_reader_kind (self) == DTL_DATE_WORD_OR || dtl_date_reader_kind (self) == DTL_DATE_WORD_UNTIL)
    return TRUE;
  if (!need_year (self, point, error))
    return FALSE;
  next = dtl_date_reader_peek (self, 1);
  if (code == WINTER && (is_number (next, 2, 2) || is_number (next, 4, 4)) && is_plain (next) &&
      (next->numbers[0] == point->year + 1 || next->numbers[0] == (point->year + 1) % 100) &&
      dtl_date_reader_take_mark (self, "-/"))
    self->at++;
  return TRUE;
}

/* "third quarter of 2024", "19th century": what an ordinal begins. */
static gboolean
read_counted (DtlDateReader *self, int64_t n, DtlDatePoint *point, GError **error)
{
  const char *where = dtl_date_reader_peek (self, 0)->at;

  if (dtl_date_reader_take (self, DTL_DATE_WORD_QUARTER, NULL) && n >= 1 && n <= N_QUARTERS)
    return read_season (self, FIRST_QUARTER + (int) n - 1, point, error);
  if (dtl_date_reader_take (self, DTL_DATE_WORD_HALF, NULL) && n >= 1 && n <= N_HALVES)
    return read_season (self, FIRST_HALF + (int) n - 1, point, error);
  if (dtl_date_reader_take (self, DTL_DATE_WORD_CENTURY, NULL) && n >= 1 && n <= MOST_CENTURY)
    {
      point->precision = DTL_PRECISION_YEAR;
      point->has_year = TRUE;
      point->year = (n - 1) * 100;
      point->n_unknown = 2;
      dtl_date_reader_take (self, DTL_DATE_WORD_CE, NULL);
      point->before_era = dtl_date_reader_take (self, DTL_DATE_WORD_BCE, NULL);
      if (point->before_era)
        point->year = -point->year;
      return TRUE;
    }
  return dtl_date_reader_fail (self, where, DTL_DATE_ERROR_SYNTAX, _ ("expected a quarter, a half or a century"),
                               error);
}

static gboolean
counted_follows (const DtlDateReader *self, guint ahead)
{
  const DtlDateToken *token = dtl_date_reader_peek (self, ahead);

  return token->meaning != NULL &&
         (token->meaning->kind == DTL_DATE_WORD_QUARTER || token->meaning->kind == DTL_DATE_WORD_HALF ||
          token->meaning->kind == DTL_DATE_WORD_CENTURY);
}

/* "1990s", "90s"; "1900s" is the century at first choice. */
static gboolean
read_decade (DtlDateReader *self, DtlDatePoint *point, GError **error)
{
  const DtlDateToken *token = dtl_date_reader_peek (self, 0);
  int64_t year = token->numbers[0];

  if (token->kind != DTL_DATE_TOKEN_NUMBER || year % 10 != 0 || (token->n_digits[0] != 2 && token->n_digits[0] != 4))
    return fail (self, _ ("expected the first year of a decade"), error);
  self->at++;
  point->precision = DTL_PRECISION_YEAR;
  point->has_year = TRUE;
  point->year = token->n_digits[0] == 2 ? year_of_two_digits (self, year) : year;
  point->n_unknown =
      token->n_digits[0] == 4 && year % 100 == 0 && !is_other (self, DTL_DATE_VARIANT_OTHER_YEARS) ? 2 : 1;
  return TRUE;
}

/* 20.6.2024: the parts have their order from how they are written, or both orders are tried. */
static gboolean
read_numeric (DtlDateReader *self, DtlDatePoint *point)
{
  const DtlDateToken *token = dtl_date_reader_peek (self, 0);
  gboolean year_first = token->n_digits[0] == 4, month_first = is_other (self, DTL_DATE_VARIANT_OTHER_ORDER);
  int64_t a = token->numbers[year_first ? 1 : 0], b = token->numbers[year_first ? 2 : 1];

  /* Dots are never written with the month in front. */
  if (token->at[token->n_digits[0]] == '.')
    month_first = FALSE;
  if (year_first || b > 12)
    month_first = TRUE;
  else if (a > 12)
    month_first = FALSE;
  self->at++;
  point->precision = DTL_PRECISION_DAY;
  point->month = (int) (month_first ? a : b);
  point->day = (int) (month_first ? b : a);
  set_year (self, point,
            year_first                ? token->numbers[0]
            : token->n_digits[2] == 2 ? year_of_two_digits (self, token->numbers[2])
                                      : token->numbers[2]);
  return TRUE;
}

/* 6/2024 and 2024/6, and the 2009/10 that may also be two years. */
static gboolean
take_month_and_year (DtlDateReader *self, DtlDatePoint *point)
{
  const DtlDateToken *a = dtl_date_reader_peek (self, 0), *mark = dtl_date_reader_peek (self, 1);
  const DtlDateToken *b = dtl_date_reader_peek (self, 2), *month = a, *year = b;
  gboolean has_mark = mark->kind == DTL_DATE_TOKEN_MARK && (mark->word[0] == '/' || mark->word[0] == '-');
  gboolean has_dot =
      mark->kind == DTL_DATE_TOKEN_NUMBER && a->at[a->n_digits[0]] == '.' && mark->at == a->at + a->n_digits[0] + 1;

  if (!has_mark && !has_dot)
    return FALSE;
  if (has_dot)
    year = b = mark;
  if (is_number (a, 4, 4))
    {
      year = a;
      month = b;
      if (is_other (self, DTL_DATE_VARIANT_OTHER_YEARS) && month->numbers[0] > year->numbers[0] % 100)
        return FALSE;
    }
  if (!is_number (year, 4, 4) || !is_number (month, 1, 2) || !is_plain (year) || !is_plain (month) ||
      month->numbers[0] < 1 || month->numbers[0] > 12)
    return FALSE;
  self->at += has_dot ? 2 : 3;
  point->precision = DTL_PRECISION_MONTH;
  point->month = (int) month->numbers[0];
  set_year (self, point, year->numbers[0]);
  return TRUE;
}

/* Whether the number behind a month is its day, and not the day of another month, or a year of few digits. */
static gboolean
day_follows (const DtlDateReader *self)
{
  const DtlDateToken *next = dtl_date_reader_peek (self, 1);

  return is_day (self, dtl_date_reader_peek (self, 0)) &&
         (next->meaning == NULL ||
          (next->meaning->kind != DTL_DATE_WORD_MONTH && next->meaning->kind != DTL_DATE_WORD_BCE &&
           next->meaning->kind != DTL_DATE_WORD_CE));
}

/* Behind a month: "20, 2024", "20", "2024" or nothing. */
static void
read_behind_month (DtlDateReader *self, DtlDatePoint *point)
{
  guint begin;

  dtl_date_reader_skip_fillers (self);
  if (point->day == 0 && day_follows (self))
    {
      point->day = (int) dtl_date_reader_peek (self, 0)->numbers[0];
      point->precision = DTL_PRECISION_DAY;
      self->at++;
    }
  begin = self->at;
  dtl_date_reader_skip_fillers (self);
  dtl_date_reader_take_mark (self, ",-/");
  dtl_date_reader_skip_fillers (self);
  if (!take_year (self, point))
    self->at = begin;
}

/* A day before its month, or alone beside a date that has one. */
static gboolean
read_day (DtlDateReader *self, DtlDatePoint *point)
{
  guint begin;

  point->precision = DTL_PRECISION_DAY;
  point->day = (int) dtl_date_reader_peek (self, 0)->numbers[0];
  self->at++;
  begin = self->at;
  dtl_date_reader_skip_fillers (self);
  dtl_date_reader_take_mark (self, "-/");
  dtl_date_reader_skip_fillers (self);
  if (dtl_date_reader_take (self, DTL_DATE_WORD_MONTH, &point->month))
    {
      read_behind_month (self, point);
      return TRUE;
    }
  self->at = begin;
  if (dtl_date_reader_take_mark (self, ",") && !take_year (self, point))
    self->at = begin;
  return TRUE;
}

/* "1990s", "1990er Jahre", "1990er-Jahre". */
static gboolean
read_decade_word (DtlDateReader *self, DtlDatePoint *point, GError **error)
{
  const DtlDateToken *next;

  self->has_words = TRUE;
  if (!read_decade (self, point, error))
    return FALSE;
  next = dtl_date_reader_peek (self, 1);
  if (next->meaning != NULL && next->meaning->kind == DTL_DATE_WORD_YEAR)
    dtl_date_reader_take_mark (self, "-");
  dtl_date_reader_take (self, DTL_DATE_WORD_YEAR, NULL);
  dtl_date_reader_take (self, DTL_DATE_WORD_YEAR_BEHIND, NULL);
  return TRUE;
}

/* Not "1-е полугодие" nor "10-е июня", whose endings are those of decades. */
static gboolean
is_decade_word (const DtlDateReader *self, const DtlDateToken *token)
{
  const DtlDateToken *next = dtl_date_reader_peek (self, 1);

  return !is_plain (token) && dtl_date_vocabulary_is_decade (self->vocabulary, token->word) &&
         !counted_follows (self, 1) && (next->meaning == NULL || next->meaning->kind != DTL_DATE_WORD_MONTH);
}

/* Behind a year: "2024 Q3", "2024-Q3", "2024 June 20". */
static void
read_behind_year (DtlDateReader *self, DtlDatePoint *point)
{
  guint begin = self->at;

  dtl_date_reader_take_mark (self, "-/,");
  if (dtl_date_reader_take (self, DTL_DATE_WORD_PART, &point->month))
    {
      point->precision = DTL_PRECISION_SEASON;
      return;
    }
  if (!dtl_date_reader_take (self, DTL_DATE_WORD_MONTH, &point->month))
    {
      self->at = begin;
      return;
    }
  point->precision = DTL_PRECISION_MONTH;
  begin = self->at;
  dtl_date_reader_take_mark (self, "-/");
  if (!is_day (self, dtl_date_reader_peek (self, 0)))
    {
      self->at = begin;
      return;
    }
  point->day = (int) dtl_date_reader_peek (self, 0)->numbers[0];
  point->precision = DTL_PRECISION_DAY;
  self->at++;
}

static gboolean
read_number (DtlDateReader *self, DtlDatePoint *point, GError **error)
{
  const DtlDateToken *token = dtl_date_reader_peek (self, 0);

  if (is_decade_word (self, token))
    return read_decade_word (self, point, error);
  if (take_month_and_year (self, point))
    return TRUE;
  if (is_number (token, 1, 2) && counted_follows (self, 1))
    {
      self->at++;
      return read_counted (self, token->numbers[0], point, error);
    }
  point->precision = DTL_PRECISION_YEAR;
  if (take_year (self, point))
    {
      read_behind_year (self, point);
      return TRUE;
    }
  if (is_day (self, token))
    return read_day (self, point);
  return fail (self, _ ("expected a date"), error);
}

static gboolean
read_core (DtlDateReader *self, DtlDatePoint *point, GError **error)
{
  const DtlDateToken *token;
  int value;

  dtl_date_reader_skip_fillers (self);
  token = dtl_date_reader_peek (self, 0);
  if (token->kind == DTL_DATE_TOKEN_NUMERIC)
    return read_numeric (self, point);
  if (token->kind == DTL_DATE_TOKEN_NUMBER)
    return read_number (self, point, error);
  if (dtl_date_reader_take (self, DTL_DATE_WORD_MONTH, &point->month))
    {
      point->precision = DTL_PRECISION_MONTH;
      read_behind_month (self, point);
      return TRUE;
    }
  if (dtl_date_reader_take (self, DTL_DATE_WORD_SEASON, &value) ||
      dtl_date_reader_take (self, DTL_DATE_WORD_PART, &value))
    return read_season (self, value, point, error);
  if (dtl_date_reader_take (self, DTL_DATE_WORD_ORDINAL, &value))
    return read_counted (self, value, point, error);
  if (dtl_date_reader_take (self, DTL_DATE_WORD_DECADE, NULL))
    return read_decade (self, point, error);
  point->precision = DTL_PRECISION_YEAR;
  return take_year (self, point) || fail (self, _ ("expected a date"), error);
}

/* What can stand before a date and after it: "about", "possibly", `~`, `?`. */
static void
take_qualifiers (DtlDateReader *self, DtlDatePoint *point)
{
  for (;;)
    {
      if (dtl_date_reader_take (self, DTL_DATE_WORD_ABOUT, NULL) || dtl_date_reader_take_mark (self, "~"))
        point->qualifiers |= DTL_QUALIFIER_APPROXIMATE;
      else if (dtl_date_reader_take (self, DTL_DATE_WORD_PERHAPS, NULL))
        {
          point->qualifiers |= DTL_QUALIFIER_UNCERTAIN;
          dtl_date_reader_take_mark (self, ",");
        }
      else if (dtl_date_reader_take_mark (self, "?"))
        point->qualifiers |= DTL_QUALIFIER_UNCERTAIN;
      else if (dtl_date_reader_take_mark (self, "%"))
        point->qualifiers |= DTL_QUALIFIER_UNCERTAIN | DTL_QUALIFIER_APPROXIMATE;
      else
        return;
    }
}

static gboolean
check_weekday (const DtlDateReader *self, const DtlDatePoint *point, int weekday, const char *where, GError **error)
{
  int64_t day;

  if (point->precision != DTL_PRECISION_DAY || !point->has_year || point->month == 0)
    return TRUE;
  day = dtl_civil_day_number (point->year, point->month, point->day);
  if (dtl_civil_weekday (day) == weekday)
    return TRUE;
  return dtl_date_reader_fail (self, where, DTL_DATE_ERROR_NO_SUCH_DAY,
                               _ ("that date falls on another day of the week"), error);
}

/*
 * dtl_date_check_point:
 * @self: the reader
 * @point: a whole point
 * @error: where to say that it is no date
 *
 * Returns: whether there is such a day
 */
gboolean
dtl_date_check_point (const DtlDateReader *self, const DtlDatePoint *point, GError **error)
{
  /* A leap year, where none is known. */
  int64_t year = point->has_year ? point->year : 0;

  if (point->precision == DTL_PRECISION_DAY && point->month == 0)
    return dtl_date_reader_fail (self, point->at, DTL_DATE_ERROR_SYNTAX, _ ("expected a month with this day"), error);
  if (point->third != DTL_THIRD_NONE && !point->has_year)
    return dtl_date_reader_fail (self, point->at, DTL_DATE_ERROR_SYNTAX, _ ("expected a date with its year"), error);
  if (point->precision == DTL_PRECISION_SEASON || point->precision == DTL_PRECISION_YEAR)
    return TRUE;
  if (point->month >= 1 && point->month <= 12 &&
      (point->precision == DTL_PRECISION_MONTH ||
       (point->day >= 1 && point->day <= dtl_civil_days_in_month (year, point->month))))
    return TRUE;
  return dtl_date_reader_fail (self, point->at, DTL_DATE_ERROR_NO_SUCH_DAY, _ ("there is no such day"), error);
}

/*
 * dtl_date_read_point:
 * @self: the reader
 * @point: (out): the date; it may lack what its neighbour says
 * @error: where to say what was expected
 *
 * Returns: whether a date stood here
 */
gboolean
dtl_date_read_point (DtlDateReader *self, DtlDatePoint *point, GError **error)
{
  int weekday = 0, third = DTL_THIRD_NONE;
  const char *weekday_at;

  *point = (DtlDatePoint){ 0 };
  dtl_date_reader_skip_fillers (self);
  take_qualifiers (self, point);
  dtl_date_reader_skip_fillers (self);
  weekday_at = dtl_date_reader_peek (self, 0)->at;
  if (dtl_date_reader_take (self, DTL_DATE_WORD_WEEKDAY, &weekday))
    dtl_date_reader_take_mark (self, ",");
  else if (dtl_date_reader_take (self, DTL_DATE_WORD_THIRD, &third))
    dtl_date_reader_take_mark (self, "-");
  dtl_date_reader_skip_fillers (self);
  point->at = dtl_date_reader_peek (self, 0)->at;
  if (!read_core (self, point, error))
    return FALSE;
  if (third != DTL_THIRD_NONE && (point->precision == DTL_PRECISION_DAY || point->precision == DTL_PRECISION_SEASON))
    return dtl_date_reader_fail (self, point->at, DTL_DATE_ERROR_SYNTAX,
                                 _ ("expected a month, a year, a decade or a century"), error);
  point->third = third;
  take_qualifiers (self, point);
  if (point->precision == DTL_PRECISION_DAY && point->month != 0 && !dtl_date_check_point (self, point, error))
    return FALSE;
  return weekday == 0 || check_weekday (self, point, weekday, weekday_at, error);
}
