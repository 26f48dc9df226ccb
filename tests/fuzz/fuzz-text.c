/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as the text of a source: the first two say which passage of the rest is quoted and looked for again. */
#include "text/dtl-normalize.h"
#include "text/dtl-quote.h"
#include "text/dtl-utf8.h"

#include <stdint.h>
#include <string.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static void
quote_and_find (const char *text, int64_t start_cp, int64_t end_cp)
{
  g_autofree char *exact = NULL;
  g_autofree char *prefix = NULL;
  g_autofree char *suffix = NULL;
  g_autoptr (GError) error = NULL;
  int64_t found_start_cp, found_end_cp;

  if (!dtl_text_quote (text, start_cp, end_cp, &exact, &prefix, &suffix))
    return;
  g_assert_cmpint (dtl_utf8_length (exact, strlen (exact)), ==, end_cp - start_cp);
  g_assert_cmpint (dtl_utf8_length (prefix, strlen (prefix)), ==, MIN (start_cp, DTL_TEXT_QUOTE_CONTEXT_CP));
  if (!dtl_text_find_unique (text, exact, &found_start_cp, &found_end_cp, &error))
    {
      g_assert_error (error, DTL_TEXT_ERROR, DTL_TEXT_ERROR_AMBIGUOUS);
      return;
    }
  g_assert_cmpint (found_start_cp, ==, start_cp);
  g_assert_cmpint (found_end_cp, ==, end_cp);
}

/* Ends of lines are told differently, but stay as many. */
static gsize
count_lines (const char *text, gsize n_bytes)
{
  gsize n = 0;

  for (gsize i = 0; i < n_bytes; i++)
    n += text[i] == '\n';
  return n;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gsize n_bytes;

  if (size < 2)
    return 0;
  text = dtl_text_normalize ((const char *) data + 2, size - 2, &n_bytes, &error);
  g_assert_true ((text == NULL) == (error != NULL));
  if (text == NULL)
    return 0;
  g_assert_cmpuint (strlen (text), ==, n_bytes);
  g_assert_true (g_utf8_validate_len (text, n_bytes, NULL));
  g_assert_cmpuint (count_lines (text, n_bytes), ==, count_lines ((const char *) data + 2, size - 2));
  quote_and_find (text, data[0], (int64_t) data[0] + data[1]);
  return 0;
}
