/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as a date that a person types, in each language: what is read is EDTF that can be read again, what is not
 * has a message of one line. */
#include "date/dtl-date-entry.h"

#include <stdint.h>
#include <string.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static void
check_value (const DtlEdtf *value)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DtlEdtf) again = dtl_edtf_parse (dtl_edtf_get_text (value), &error);

  g_assert_no_error (error);
  g_assert_cmpint (dtl_edtf_compare (value, again), ==, 0);
}

static void
check (const char *text, const char *language)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DtlDateEntry) entry = dtl_date_entry_read (text, language, &error);

  g_assert_true ((entry == NULL) == (error != NULL));
  if (entry == NULL)
    {
      g_assert_true (g_utf8_validate (error->message, -1, NULL) && strchr (error->message, '\n') == NULL);
      return;
    }
  check_value (entry->value);
  for (guint i = 0; i < entry->alternatives->len; i++)
    check_value (g_ptr_array_index (entry->alternatives, i));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_strndup (size > 0 ? (const char *) data : "", size);

  check (text, NULL);
  check (text, "en_US.UTF-8");
  check (text, "de");
  check (text, "fr-CA");
  return 0;
}
