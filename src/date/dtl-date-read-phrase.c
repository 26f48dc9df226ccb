/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading what is said about one date or two: since, before, between, from and to, or, and. */
#include "config.h"

#include "date/dtl-date-reader-private.h"

#include "base/dtl-gettext.h"

/* More dates in a row are a list, not a date. */
#define MOST_POINTS 50

/* What one date lacks and the other says: "3 and 9 May 2024", "June 20 and 22, 2024", "Q1 to Q3 2024". A year that was
 * not written is such that the dates stand in order. */
static void
complete (DtlDatePoint *first, DtlDatePoint *last)
{
  gboolean first_lacks_year = !first->has_year && last->has_year;

  if (first->precision == DTL_PRECISION_DAY && first->month == 0 && last->precision == DTL_PRECISION_DAY)
    first->month = last->month;
  if (last->precision == DTL_PRECISION_DAY && last->month == 0 && first->precision == DTL_PRECISION_DAY)
    last->month = first->month;
  if (first_lacks_year)
    first->year = last->year - (first->month > last->month && first->precision == last->precision ? 1 : 0);
  else if (!last->has_year && first->has_year)
    last->year = first->year + (first->month > last->month && first->precision == last->precision ? 1 : 0);
  first->has_year = last->has_year = first->has_year || last->has_year;
}

static gboolean
fail_at_end (DtlDateReader *self, const char *message, GError **error)
{
  const DtlDateToken *token = dtl_date_reader_peek (self, 0);

  if (token->kind == DTL_DATE_TOKEN_WORD && token->meaning == NULL)
    message = _ ("this word is not known in dates");
  return dtl_date_reader_fail (self, token->at, DTL_DATE_ERROR_SYNTAX, message, error);
}

static gboolean
take_to (DtlDateReader *self)
{
  return dtl_date_reader_take (self, DTL_DATE_WORD_TO, NULL) ||
         dtl_date_reader_take (self, DTL_DATE_WORD_UNTIL, NULL) ||
         dtl_date_reader_take (self, DTL_DATE_WORD_BEFORE_OR_TO, NULL) || dtl_date_reader_take_mark (self, "-/");
}

/* "1914-18": two digits behind a year are a year of the same century, where they come later. */
static gboolean
take_short_year (DtlDateReader *self, const DtlDatePoint *first, DtlDatePoint *last)
{
  const DtlDateToken *token = dtl_date_reader_peek (self, 0);

  if (first->precision != DTL_PRECISION_YEAR || !first->has_year || first->n_unknown > 0 || first->year < 100 ||
      token->kind != DTL_DATE_TOKEN_NUMBER || token->n_digits[0] != 2 || token->word[0] != '\0' ||
      token->numbers[0] <= first->year % 100 || dtl_date_reader_peek (self, 1)->kind != DTL_DATE_TOKEN_END)
    return FALSE;
  *last = (DtlDatePoint){ .at = token->at, .precision = DTL_PRECISION_YEAR, .has_year = TRUE };
  last->year = first->year - first->year % 100 + token->numbers[0];
  self->at++;
  return TRUE;
}

static gboolean
read_last (DtlDateReader *self, DtlDatePoint *first, DtlDatePoint *last, GError **error)
{
  if (!take_short_year (self, first, last) && !dtl_date_read_point (self, last, error))
    return FALSE;
  complete (first, last);
  return dtl_date_check_point (self, first, error) && dtl_date_check_point (self, last, error);
}

static gboolean
need_span (DtlDateReader *self, const DtlDatePoint *point, DtlDateSpan *span, GError **error)
{
  return dtl_date_check_point (self, point, error) &&
         (dtl_date_point_span (point, span) ||
          dtl_date_reader_fail (self, point->at, DTL_DATE_ERROR_SYNTAX, _ ("expected a date with its year"), error));
}

static gboolean
check_order (DtlDateReader *self, const DtlDatePoint *first, const DtlDatePoint *last, GError **error)
{
  DtlDateSpan from, to;

  if (!need_span (self, first, &from, error) || !need_span (self, last, &to, error))
    return FALSE;
  return from.first <= to.last || dtl_date_reader_fail (self, last->at, DTL_DATE_ERROR_ORDER,
                                                        _ ("the second date lies before the first"), error);
}

static char *
write_interval (DtlDateReader *self, DtlDatePoint *first, DtlDatePoint *last, GError **error)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (!check_order (self, first, last, error))
    return NULL;
  from = dtl_date_point_write_whole (first);
  to = dtl_date_point_write_whole (last);
  return g_strdup_printf ("%s/%s", from, to);
}

static char *
read_between (DtlDateReader *self, GError **error)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  DtlDatePoint first, last;
  DtlDateSpan from_span, to_span;
  DtlPrecision precision;

  if (!dtl_date_read_point (self, &first, error))
    return NULL;
  if (!dtl_date_reader_take (self, DTL_DATE_WORD_AND, NULL) && !take_to (self))
    {
      fail_at_end (self, _ ("expected “and” and the second date"), error);
      return NULL;
    }
  if (!read_last (self, &first, &last, error) || !check_order (self, &first, &last, error) ||
      !need_span (self, &first, &from_span, error) || !need_span (self, &last, &to_span, error))
    return NULL;
  /* A range has one precision: "between 2017 and May 2018" is one month of January 2017 to May 2018. */
  precision = MAX (from_span.precision, to_span.precision);
  from = dtl_date_span_write_day (from_span.first, precision, first.qualifiers);
  to = dtl_date_span_write_day (to_span.last, precision, last.qualifiers);
  return g_strdup_printf ("[%s..%s]", from, to);
}

static char *
read_from (DtlDateReader *self, GError **error)
{
  g_autofree char *from = NULL;
  DtlDatePoint first, last;

  if (!dtl_date_read_point (self, &first, error))
    return NULL;
  if (take_to (self))
    return read_last (self, &first, &last, error) ? write_interval (self, &first, &last, error) : NULL;
  dtl_date_reader_take (self, DTL_DATE_WORD_ONWARDS, NULL);
  if (!dtl_date_check_point (self, &first, error))
    return NULL;
  from = dtl_date_point_write_whole (&first);
  return g_strconcat (from, "/..", NULL);
}

/* One date beside an open end. */
static char *
write_limit (DtlDateReader *self, DtlDateWordKind kind, const DtlDatePoint *point, GError **error)
{
  g_autofree char *text = NULL;
  DtlDateSpan span;

  if (!need_span (self, point, &span, error))
    return NULL;
  switch (kind)
    {
    case DTL_DATE_WORD_SINCE:
    case DTL_DATE_WORD_ONWARDS:
      text = dtl_date_point_write_whole (point);
      return g_strconcat (text, "/..", NULL);
    case DTL_DATE_WORD_UNTIL:
      text = dtl_date_point_write_whole (point);
      return g_strconcat ("../", text, NULL);
    case DTL_DATE_WORD_BEFORE:
    case DTL_DATE_WORD_BEFORE_OR_TO:
      text = dtl_date_span_write_day (span.first - 1, span.precision, point->qualifiers);
      return g_strdup_printf ("[..%s]", text);
    case DTL_DATE_WORD_AFTER:
      text = dtl_date_span_write_day (span.last + 1, span.precision, point->qualifiers);
      return g_strdup_printf ("[%s..]", text);
    case DTL_DATE_WORD_BY:
    case DTL_DATE_WORD_OR_EARLIER:
      text = dtl_date_span_write_day (span.last, span.precision, point->qualifiers);
      return g_strdup_printf ("[..%s]", text);
    default:
      text = dtl_date_span_write_day (span.first, span.precision, point->qualifiers);
      return g_strdup_printf ("[%s..]", text);
    }
}

static gboolean
read_list (DtlDateReader *self, GArray *points, gboolean *is_or, GError **error)
{
  gboolean has_end = FALSE;
  DtlDatePoint point;

  /* Dates with commas alone are all meant. */
  while (!has_end && (points->len == 1 || dtl_date_reader_peek (self, 0)->kind != DTL_DATE_TOKEN_END))
    {
      gboolean comma = dtl_date_reader_take_mark (self, ",");

      *is_or = dtl_date_reader_take (self, DTL_DATE_WORD_OR, NULL);
      has_end = *is_or || dtl_date_reader_take (self, DTL_DATE_WORD_AND, NULL);
      if ((!comma && !has_end) || points->len == MOST_POINTS)
        return fail_at_end (self, _ ("expected nothing more here"), error);
      if (!dtl_date_read_point (self, &point, error))
        return FALSE;
      g_array_append_val (points, point);
    }
  for (guint i = points->len - 1; i > 0; i--)
    complete (&g_array_index (points, DtlDatePoint, i - 1), &g_array_index (points, DtlDatePoint, i));
  for (guint i = 0; i < points->len; i++)
    if (!dtl_date_check_point (self, &g_array_index (points, DtlDatePoint, i), error))
      return FALSE;
  return TRUE;
}

/* "2017 or 2018", "20, 22 and 24 June 2024". */
static char *
read_set (DtlDateReader *self, const DtlDatePoint *first, GError **error)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (DtlDatePoint));
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean is_or = FALSE;

  g_array_append_val (points, *first);
  if (!read_list (self, points, &is_or, error))
    return NULL;
  for (guint i = 0; i < points->len; i++)
    {
      g_autofree char *element = dtl_date_point_write_whole (&g_array_index (points, DtlDatePoint, i));

      g_string_append_printf (text, "%s%s", i > 0 ? "," : "", element);
    }
  return g_strdup_printf (is_or ? "[%s]" : "{%s}", text->str);
}

static char *
read_plain (DtlDateReader *self, GError **error)
{
  static const DtlDateWordKind behind[] = { DTL_DATE_WORD_ONWARDS, DTL_DATE_WORD_OR_LATER, DTL_DATE_WORD_OR_EARLIER,
                                            DTL_DATE_WORD_BY, DTL_DATE_WORD_NOT_BEFORE };
  DtlDatePoint point, last;

  if (!dtl_date_read_point (self, &point, error))
    return NULL;
  if (take_to (self))
    return read_last (self, &point, &last, error) ? write_interval (self, &point, &last, error) : NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (behind); i++)
    if (dtl_date_reader_take (self, behind[i], NULL))
      return write_limit (self, behind[i], &point, error);
  if (dtl_date_reader_peek (self, 0)->kind != DTL_DATE_TOKEN_END)
    return read_set (self, &point, error);
  return dtl_date_check_point (self, &point, error) ? dtl_date_point_write (&point) : NULL;
}

static char *
read_any (DtlDateReader *self, GError **error)
{
  static const DtlDateWordKind limits[] = { DTL_DATE_WORD_SINCE,       DTL_DATE_WORD_UNTIL, DTL_DATE_WORD_BEFORE,
                                            DTL_DATE_WORD_AFTER,       DTL_DATE_WORD_BY,    DTL_DATE_WORD_NOT_BEFORE,
                                            DTL_DATE_WORD_BEFORE_OR_TO };
  DtlDatePoint point;

  while (dtl_date_reader_take (self, DTL_DATE_WORD_FILLER, NULL) || dtl_date_reader_take (self, DTL_DATE_WORD_TO, NULL))
    ;
  if (dtl_date_reader_take (self, DTL_DATE_WORD_BETWEEN, NULL))
    return read_between (self, error);
  if (dtl_date_reader_take (self, DTL_DATE_WORD_FROM, NULL))
    return read_from (self, error);
  for (gsize i = 0; i < G_N_ELEMENTS (limits); i++)
    if (dtl_date_reader_take (self, limits[i], NULL))
      return dtl_date_read_point (self, &point, error) ? write_limit (self, limits[i], &point, error) : NULL;
  return read_plain (self, error);
}

/*
 * dtl_date_read_phrase:
 * @self: a reader at its first token
 * @error: where to say what was expected
 *
 * Returns: (transfer full) (nullable): EDTF, not yet checked as a whole
 */
char *
dtl_date_read_phrase (DtlDateReader *self, GError **error)
{
  g_autofree char *text = read_any (self, error);

  if (text == NULL)
    return NULL;
  dtl_date_reader_skip_fillers (self);
  if (dtl_date_reader_peek (self, 0)->kind == DTL_DATE_TOKEN_END)
    return g_steal_pointer (&text);
  fail_at_end (self, _ ("expected nothing more here"), error);
  return NULL;
}
