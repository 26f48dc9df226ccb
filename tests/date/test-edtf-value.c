/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The value as an object: made from numbers, shared, asked for its elements. */
#include "date/dtl-edtf.h"

static void
test_new_day (void)
{
  g_autoptr (DtlEdtf) day = dtl_edtf_new_day (2024, 2, 29);
  g_autoptr (DtlEdtf) ancient = dtl_edtf_new_day (-44, 3, 15);

  g_assert_cmpstr (dtl_edtf_get_text (day), ==, "2024-02-29");
  g_assert_cmpint (dtl_edtf_get_level (day), ==, 0);
  g_assert_cmpint (dtl_edtf_get_shape (day), ==, DTL_EDTF_DATE);
  g_assert_cmpstr (dtl_edtf_get_text (ancient), ==, "-0044-03-15");
  g_assert_null (dtl_edtf_new_day (2023, 2, 29));
  g_assert_null (dtl_edtf_new_day (2023, 13, 1));
  g_assert_null (dtl_edtf_new_day (2023, 1, 0));
  g_assert_null (dtl_edtf_new_day (10000, 1, 1));
  g_assert_null (dtl_edtf_new_day (-10000, 1, 1));
}

static void
test_new_one_of_days (void)
{
  int64_t first = dtl_civil_day_number (2024, 9, 21), last = dtl_civil_day_number (2024, 9, 30);
  g_autoptr (DtlEdtf) stretch = dtl_edtf_new_one_of_days (first, last);
  g_autoptr (DtlEdtf) day = dtl_edtf_new_one_of_days (first, first);

  g_assert_cmpstr (dtl_edtf_get_text (stretch), ==, "[2024-09-21..2024-09-30]");
  g_assert_cmpint (dtl_edtf_get_shape (stretch), ==, DTL_EDTF_ONE_OF);
  g_assert_cmpint (dtl_edtf_get_level (stretch), ==, 2);
  g_assert_cmpstr (dtl_edtf_get_text (day), ==, "2024-09-21");
  g_assert_null (dtl_edtf_new_one_of_days (first, dtl_civil_day_number (10000, 1, 1)));
}

static void
test_elements (void)
{
  g_autoptr (DtlEdtf) value = dtl_edtf_parse ("{..1960,1961-12,1970..1972~}", NULL);
  const DtlEdtfElement *element;

  g_assert_cmpint (dtl_edtf_get_shape (value), ==, DTL_EDTF_ALL_OF);
  g_assert_cmpuint (dtl_edtf_get_n_elements (value), ==, 3);
  element = dtl_edtf_get_element (value, 0);
  g_assert_true (element->is_range);
  g_assert_cmpint (element->first.kind, ==, DTL_ENDPOINT_OPEN);
  g_assert_cmpint (element->last.date.year, ==, 1960);
  element = dtl_edtf_get_element (value, 1);
  g_assert_false (element->is_range);
  g_assert_cmpint (element->first.date.month, ==, 12);
  element = dtl_edtf_get_element (value, 2);
  g_assert_cmpint (element->last.date.year_qualifiers, ==, DTL_QUALIFIER_APPROXIMATE);
}

static void
test_sharing_and_order (void)
{
  g_autoptr (DtlEdtf) value = dtl_edtf_parse ("2017", NULL);
  DtlEdtf *again = dtl_edtf_ref (value);
  g_autoptr (DtlEdtf) later = dtl_edtf_parse ("2017-06", NULL);
  g_autoptr (DtlEdtf) same_bounds = dtl_edtf_parse ("[2017-01..2017-12]", NULL);

  g_assert_true (again == value);
  dtl_edtf_unref (again);
  g_assert_cmpstr (dtl_edtf_get_text (value), ==, "2017");
  g_assert_cmpint (dtl_edtf_compare (value, later), <, 0);
  g_assert_cmpint (dtl_edtf_compare (later, value), >, 0);
  g_assert_cmpint (dtl_edtf_compare (value, same_bounds), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date/edtf-value/new-day", test_new_day);
  g_test_add_func ("/date/edtf-value/new-one-of-days", test_new_one_of_days);
  g_test_add_func ("/date/edtf-value/elements", test_elements);
  g_test_add_func ("/date/edtf-value/sharing-and-order", test_sharing_and_order);
  return g_test_run ();
}
