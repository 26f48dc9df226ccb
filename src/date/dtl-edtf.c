/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The EDTF value itself: making, sharing and asking. Reading is in dtl-edtf-parse.c; what is made from numbers here is
 * written as text first and then read, so that there is one way into a value. */
#include "config.h"

#include "date/dtl-edtf-private.h"

G_DEFINE_QUARK (dtl - date - error - quark, dtl_date_error)

/*
 * dtl_edtf_new_take:
 * @text: as written
 * @level: 0 to 2
 * @shape: of the value
 * @elements: (transfer full): of DtlEdtfElement
 *
 * Returns: (transfer full): the value, its bounds computed
 */
DtlEdtf *
dtl_edtf_new_take (const char *text, int level, DtlEdtfShape shape, GArray *elements)
{
  DtlEdtf *self = g_new0 (DtlEdtf, 1);

  g_assert (elements->len > 0);

  g_atomic_ref_count_init (&self->ref_count);
  self->text = g_strdup (text);
  self->level = level;
  self->shape = shape;
  self->elements = elements;
  dtl_edtf_compute_bounds (shape, elements, &self->bounds);
  return self;
}

/**
 * dtl_edtf_new_day:
 * @year: astronomical year, -9999 to 9999: EDTF writes no day of other years
 * @month: 1 to 12
 * @day: a day of that month
 *
 * Returns: (transfer full) (nullable): the day as a value, or NULL where there is no such day
 */
DtlEdtf *
dtl_edtf_new_day (int64_t year, int month, int day)
{
  const DtlCivilDay civil = { year, month, day };
  g_autofree char *text = NULL;

  if (year < -9999 || year > 9999 || month < 1 || month > 12 || day < 1 || day > dtl_civil_days_in_month (year, month))
    return NULL;
  text = dtl_civil_format (&civil);
  return dtl_edtf_parse (text, NULL);
}

/**
 * dtl_edtf_new_one_of_days:
 * @first_day: day number of the first day of the stretch
 * @last_day: of the last, not before @first_day
 *
 * Returns: (transfer full) (nullable): `[first..last]`, or just the day where they are the same, or NULL where EDTF
 * cannot write it (years outside -9999 to 9999)
 */
DtlEdtf *
dtl_edtf_new_one_of_days (int64_t first_day, int64_t last_day)
{
  DtlCivilDay first = dtl_civil_from_day_number (first_day), last = dtl_civil_from_day_number (last_day);
  g_autofree char *first_text = dtl_civil_format (&first);
  g_autofree char *last_text = dtl_civil_format (&last);
  g_autofree char *text = NULL;

  g_return_val_if_fail (first_day <= last_day, NULL);

  if (first.year < -9999 || last.year > 9999)
    return NULL;
  if (first_day == last_day)
    return dtl_edtf_parse (first_text, NULL);
  text = g_strdup_printf ("[%s..%s]", first_text, last_text);
  return dtl_edtf_parse (text, NULL);
}

/**
 * dtl_edtf_ref:
 * @self: a value
 *
 * Returns: (transfer full): @self
 */
DtlEdtf *
dtl_edtf_ref (DtlEdtf *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * dtl_edtf_unref:
 * @self: (transfer full): a value
 */
void
dtl_edtf_unref (DtlEdtf *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->text);
  g_array_unref (self->elements);
  g_free (self);
}

/**
 * dtl_edtf_get_text:
 * @self: a value
 *
 * Returns: the EDTF string exactly as written
 */
const char *
dtl_edtf_get_text (const DtlEdtf *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->text;
}

/**
 * dtl_edtf_get_level:
 * @self: a value
 *
 * Returns: the lowest EDTF level, 0 to 2, that has all of its features
 */
int
dtl_edtf_get_level (const DtlEdtf *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->level;
}

/**
 * dtl_edtf_get_shape:
 * @self: a value
 *
 * Returns: date, interval, one of or all of
 */
DtlEdtfShape
dtl_edtf_get_shape (const DtlEdtf *self)
{
  g_return_val_if_fail (self != NULL, DTL_EDTF_DATE);

  return self->shape;
}

/**
 * dtl_edtf_get_bounds:
 * @self: a value
 *
 * Returns: the four bounds of the whole value, owned by it
 */
const DtlBounds *
dtl_edtf_get_bounds (const DtlEdtf *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->bounds;
}

/**
 * dtl_edtf_get_n_elements:
 * @self: a value
 *
 * Returns: 1 for a date and an interval, 1 or more for sets
 */
guint
dtl_edtf_get_n_elements (const DtlEdtf *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->elements->len;
}

/**
 * dtl_edtf_get_element:
 * @self: a value
 * @index: less than dtl_edtf_get_n_elements()
 *
 * Returns: the element in the order as written, owned by the value
 */
const DtlEdtfElement *
dtl_edtf_get_element (const DtlEdtf *self, guint index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->elements->len, NULL);

  return &g_array_index (self->elements, DtlEdtfElement, index);
}

/**
 * dtl_edtf_get_precision:
 * @self: a value
 *
 * Returns: that of the first date that stands in it; DTL_PRECISION_YEAR where none does
 */
DtlPrecision
dtl_edtf_get_precision (const DtlEdtf *self)
{
  const DtlEdtfElement *element = dtl_edtf_get_element (self, 0);

  if (element->first.kind == DTL_ENDPOINT_DATE)
    return element->first.date.precision;
  return element->last.kind == DTL_ENDPOINT_DATE ? element->last.date.precision : DTL_PRECISION_YEAR;
}

/**
 * dtl_edtf_compare:
 * @a: a value
 * @b: another
 *
 * Returns: negative, 0 or positive as @a sorts before, with or after @b, by their bounds alone; 0 does not mean that
 * they are written the same
 */
int
dtl_edtf_compare (const DtlEdtf *a, const DtlEdtf *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, 0);

  return dtl_bounds_compare (&a->bounds, &b->bounds);
}
