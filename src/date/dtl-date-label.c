/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A whole value in words: a date, an interval, or a set of them. */
#include "config.h"

#include "date/dtl-date-label.h"

#include "date/dtl-date-label-private.h"
#include "date/dtl-edtf-private.h"

#include "base/dtl-gettext.h"

static char *
print_phrase (const char *format, const DtlEdtfDate *date, DtlDateLabelStyle style)
{
  g_autofree char *phrase = dtl_date_qualified_phrase (date, dtl_date_short_part_style (date, style));

  return g_strdup_printf (format, phrase);
}

/* Both ends as plain dates about which nothing is said. */
static gboolean
are_plain (const DtlEdtfElement *element, DtlPlainDate *first, DtlPlainDate *last)
{
  const uint32_t qualified = DTL_BOUND_UNCERTAIN | DTL_BOUND_APPROXIMATE;

  return ((element->first.date.bounds.flags | element->last.date.bounds.flags) & qualified) == 0 &&
         dtl_date_is_plain (&element->first.date, first) && dtl_date_is_plain (&element->last.date, last);
}

/* Without a date on either side. */
static const char *
bare_interval_label (const DtlEdtfElement *element)
{
  if (element->last.kind == DTL_ENDPOINT_OPEN)
    return element->first.kind == DTL_ENDPOINT_OPEN ? _ ("without beginning and end")
                                                    : _ ("beginning unknown, without end");
  return element->first.kind == DTL_ENDPOINT_OPEN ? _ ("without beginning, end unknown")
                                                  : _ ("beginning and end unknown");
}

static char *
interval_label (const DtlEdtfElement *element, DtlDateLabelStyle style)
{
  const DtlEdtfDate *first = &element->first.date, *last = &element->last.date;
  g_autofree char *first_phrase = NULL;
  g_autofree char *last_phrase = NULL;
  DtlPlainDate first_plain, last_plain;

  if (element->first.kind != DTL_ENDPOINT_DATE && element->last.kind != DTL_ENDPOINT_DATE)
    return g_strdup (bare_interval_label (element));
  if (element->last.kind == DTL_ENDPOINT_OPEN)
    return dtl_date_limit_phrase (DTL_DATE_SINCE, first, style);
  if (element->first.kind == DTL_ENDPOINT_OPEN)
    return dtl_date_limit_phrase (DTL_DATE_UNTIL, last, style);
  if (element->last.kind == DTL_ENDPOINT_UNKNOWN)
    /* Translators: %s is a date in words as they stand alone */
    return print_phrase (_ ("from %s, end unknown"), first, style);
  if (element->first.kind == DTL_ENDPOINT_UNKNOWN)
    /* Translators: %s is a date in words as they stand alone */
    return print_phrase (_ ("until %s, start unknown"), last, style);
  if (are_plain (element, &first_plain, &last_plain))
    return dtl_date_pair_phrase (DTL_PAIR_LASTING, &first_plain, &last_plain, style);
  first_phrase = dtl_date_qualified_phrase (first, dtl_date_short_part_style (first, style));
  last_phrase = dtl_date_qualified_phrase (last, dtl_date_short_part_style (last, style));
  /* Translators: something lasts from the one to the other, which are phrases: "possibly 2018 to spring 2020" */
  return g_strdup_printf (C_ ("two phrases", "%1$s to %2$s"), first_phrase, last_phrase);
}

/* "about late 2017", where the same is said of both ends of a stretch that has a name; NULL for others. */
static char *
qualified_part (const DtlEdtfElement *element, DtlDateLabelStyle style)
{
  g_autofree char *part = NULL;
  DtlPlainDate first, last;
  uint8_t first_qualifiers, last_qualifiers;

  if (!dtl_date_is_plain (&element->first.date, &first) || !dtl_date_is_plain (&element->last.date, &last) ||
      !dtl_date_is_qualified_as_whole (&element->first.date, &first_qualifiers) ||
      !dtl_date_is_qualified_as_whole (&element->last.date, &last_qualifiers) || first_qualifiers != last_qualifiers)
    return NULL;
  part = dtl_date_part_phrase (&first, &last, style);
  return part != NULL ? dtl_date_qualify_stretch (first_qualifiers, part) : NULL;
}

static char *
one_of_range_label (const DtlEdtfElement *element, DtlDateLabelStyle style)
{
  g_autofree char *part = NULL;
  g_autofree char *first_phrase = NULL;
  g_autofree char *last_phrase = NULL;
  DtlPlainDate first_plain, last_plain;

  if (element->last.kind == DTL_ENDPOINT_OPEN)
    /* Translators: %s is a date in words */
    return print_phrase (_ ("%s or later"), &element->first.date, style);
  if (element->first.kind == DTL_ENDPOINT_OPEN)
    /* Translators: %s is a date in words */
    return print_phrase (_ ("%s or earlier"), &element->last.date, style);
  if (are_plain (element, &first_plain, &last_plain))
    return dtl_date_stretch_phrase (&first_plain, &last_plain, style);
  part = qualified_part (element, style);
  if (part != NULL)
    return g_steal_pointer (&part);
  first_phrase = dtl_date_qualified_phrase (&element->first.date, style);
  last_phrase = dtl_date_qualified_phrase (&element->last.date, style);
  /* Translators: something lies between the two, which are phrases: "between about 2017 and 2020" */
  return g_strdup_printf (C_ ("two phrases", "between %1$s and %2$s"), first_phrase, last_phrase);
}

static const char *
every_format (DtlPrecision precision)
{
  if (precision == DTL_PRECISION_YEAR)
    return _ ("every year from %1$s to %2$s");
  return precision == DTL_PRECISION_DAY ? _ ("every day from %1$s to %2$s") : _ ("every month from %1$s to %2$s");
}

static char *
all_of_range_label (const DtlEdtfElement *element, DtlDateLabelStyle style)
{
  g_autofree char *first_phrase = NULL;
  g_autofree char *last_phrase = NULL;

  if (element->last.kind == DTL_ENDPOINT_OPEN)
    /* Translators: %s is a date in words, from which on all dates are meant */
    return print_phrase (_ ("all from %s on"), &element->first.date, style);
  if (element->first.kind == DTL_ENDPOINT_OPEN)
    /* Translators: %s is a date in words, up to which all dates are meant */
    return print_phrase (_ ("all up to %s"), &element->last.date, style);
  first_phrase = dtl_date_qualified_phrase (&element->first.date, style);
  last_phrase = dtl_date_qualified_phrase (&element->last.date, style);
  return g_strdup_printf (every_format (element->first.date.precision), first_phrase, last_phrase);
}

static char *
set_element_label (const DtlEdtf *value, guint index, DtlDateLabelStyle style)
{
  const DtlEdtfElement *element = dtl_edtf_get_element (value, index);

  if (!element->is_range)
    return dtl_date_qualified_phrase (&element->first.date, style);
  return value->shape == DTL_EDTF_ONE_OF ? one_of_range_label (element, style) : all_of_range_label (element, style);
}

/* Joins the element at @index to the ones before it, which are @so_far. */
static char *
join_element (const DtlEdtf *value, guint index, const char *so_far, const char *element)
{
  gboolean is_last = index + 1 == dtl_edtf_get_n_elements (value);

  if (!is_last)
    /* Translators: the beginning of a list of dates and the next of them */
    return g_strdup_printf (C_ ("list of dates", "%1$s, %2$s"), so_far, element);
  if (value->shape == DTL_EDTF_ONE_OF)
    /* Translators: a list of dates and the last of them; one of them is right */
    return g_strdup_printf (index == 1 ? C_ ("two dates", "%1$s or %2$s") : C_ ("list of dates", "%1$s, or %2$s"),
                            so_far, element);
  /* Translators: a list of dates and the last of them; all of them are meant */
  return g_strdup_printf (index == 1 ? C_ ("two dates", "%1$s and %2$s") : C_ ("list of dates", "%1$s, and %2$s"),
                          so_far, element);
}

static char *
set_label (const DtlEdtf *value, DtlDateLabelStyle style)
{
  char *label = set_element_label (value, 0, style);

  for (guint i = 1; i < dtl_edtf_get_n_elements (value); i++)
    {
      g_autofree char *so_far = g_steal_pointer (&label);
      g_autofree char *element = set_element_label (value, i, style);

      label = join_element (value, i, so_far, element);
    }
  return label;
}

/**
 * dtl_date_label:
 * @value: a value
 * @style: how long; a weekday is told of a single day only
 *
 * Returns: (transfer full): @value in words, in the language of the messages, as it stands in the middle of a sentence
 */
char *
dtl_date_label (const DtlEdtf *value, DtlDateLabelStyle style)
{
  DtlDateLabelStyle part_style = style == DTL_DATE_LABEL_WEEKDAY ? DTL_DATE_LABEL_LONG : style;

  g_return_val_if_fail (value != NULL, NULL);

  switch (value->shape)
    {
    case DTL_EDTF_DATE:
      return dtl_date_qualified_phrase (&dtl_edtf_get_element (value, 0)->first.date, style);
    case DTL_EDTF_INTERVAL:
      return interval_label (dtl_edtf_get_element (value, 0), part_style);
    case DTL_EDTF_ONE_OF:
    case DTL_EDTF_ALL_OF:
    default:
      return set_label (value, part_style);
    }
}

/**
 * dtl_date_label_unknown_day:
 * @value: a value that an act of one day has
 * @style: how long
 *
 * Returns: (transfer full): like dtl_date_label(), but a month or year is said to be a day of it: "some day in 2017"
 */
char *
dtl_date_label_unknown_day (const DtlEdtf *value, DtlDateLabelStyle style)
{
  const DtlEdtfDate *date;

  g_return_val_if_fail (value != NULL, NULL);

  date = &dtl_edtf_get_element (value, 0)->first.date;
  if (value->shape != DTL_EDTF_DATE || date->precision >= DTL_PRECISION_DAY)
    return dtl_date_label (value, style);
  return dtl_date_qualified_some_day_phrase (date, style);
}
