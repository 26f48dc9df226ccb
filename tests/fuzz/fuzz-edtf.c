/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as an EDTF string. What is refused has a message of one line; what is read keeps its text, has bounds in
 * order, and everything that is done with dates can be done with it. */
#include "date/dtl-date-label.h"
#include "date/dtl-date-math.h"

#include <string.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static void
check_bounds (const DtlBounds *bounds)
{
  g_assert_cmpint (bounds->start_earliest, <=, bounds->start_latest);
  g_assert_cmpint (bounds->end_earliest, <=, bounds->end_latest);
  g_assert_cmpint (bounds->start_earliest, <=, bounds->end_earliest);
  g_assert_cmpint (bounds->start_latest, <=, bounds->end_latest);
}

static void
check_words (const DtlEdtf *value)
{
  for (int style = DTL_DATE_LABEL_LONG; style <= DTL_DATE_LABEL_WEEKDAY; style++)
    {
      g_autofree char *label = dtl_date_label (value, style);
      g_autofree char *some_day = dtl_date_label_unknown_day (value, style);

      g_assert_true (*label != '\0' && g_utf8_validate (label, -1, NULL));
      g_assert_true (*some_day != '\0' && g_utf8_validate (some_day, -1, NULL));
    }
}

/* A computed date is a date again; what cannot be computed says why. */
static void
check_shift (DtlEdtf *value)
{
  static const int64_t amounts[] = { -1, 0, 45, INT64_MAX };

  for (int unit = DTL_UNIT_DAYS; unit <= DTL_UNIT_YEARS; unit++)
    for (int comparator = DTL_COMPARATOR_EQUAL; comparator <= DTL_COMPARATOR_AFTER; comparator++)
      for (gsize i = 0; i < G_N_ELEMENTS (amounts); i++)
        {
          g_autoptr (GError) error = NULL;
          DtlDateShift how = { comparator,
                               amounts[i],
                               unit,
                               DTL_COUNTING_ANCHOR_COUNTED,
                               i % 2 == 0 ? DTL_MONTH_END_LAST_DAY : DTL_MONTH_END_OVERFLOW,
                               NULL };
          g_autoptr (DtlEdtf) shifted = dtl_date_shift (value, &how, &error);

          g_assert_true ((shifted == NULL) == (error != NULL));
          if (shifted != NULL)
            check_bounds (dtl_edtf_get_bounds (shifted));
        }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_strndup (size > 0 ? (const char *) data : "", size);
  g_autoptr (GError) error = NULL;
  g_autoptr (DtlEdtf) value = dtl_edtf_parse (text, &error);
  g_autofree char *earliest = NULL;
  g_autofree char *latest = NULL;

  g_assert_true ((value == NULL) == (error != NULL));
  if (value == NULL)
    {
      g_assert_true (g_utf8_validate (error->message, -1, NULL) && strchr (error->message, '\n') == NULL);
      return 0;
    }
  g_assert_cmpstr (dtl_edtf_get_text (value), ==, text);
  check_bounds (dtl_edtf_get_bounds (value));
  earliest = dtl_edtf_format_earliest (value);
  latest = dtl_edtf_format_latest (value);
  g_assert_true (*earliest != '\0' && *latest != '\0');
  check_words (value);
  check_shift (value);
  return 0;
}
