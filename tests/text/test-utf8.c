/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Offsets there and back over every width of UTF-8, accents of their own, and text from right to left. */
#include "text/dtl-utf8.h"

#include <string.h>

/* Each word with the bytes at which its code points begin, and its end. */
static const struct
{
  const char *text;
  int length_cp;
  int bytes[10];
} words[] = {
  { "", 0, { 0 } },
  { "ban", 3, { 0, 1, 2, 3 } },
  { "caf\xc3\xa9", 4, { 0, 1, 2, 3, 5 } },                /* é in one code point */
  { "cafe\xcc\x81s", 6, { 0, 1, 2, 3, 4, 6, 7 } },        /* e with an accent of its own */
  { "\xe2\x80\x9cok\xe2\x80\x9d", 4, { 0, 3, 4, 5, 8 } }, /* quotation marks */
  { "a\xf0\x9f\x93\x85"
    "b",
    3,
    { 0, 1, 5, 6 } },                                                     /* beyond the BMP */
  { "\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d", 4, { 0, 2, 4, 6, 8 } },           /* Hebrew */
  { "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x92\xbb", 3, { 0, 4, 7, 11 } }, /* two joined */
};

static void
test_offsets (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      const char *text = words[i].text;
      gsize n_bytes = strlen (text);

      g_assert_cmpint (dtl_utf8_length (text, n_bytes), ==, words[i].length_cp);
      for (int cp = 0; cp <= words[i].length_cp; cp++)
        {
          g_assert_cmpint (dtl_utf8_offset_to_byte (text, n_bytes, cp), ==, words[i].bytes[cp]);
          g_assert_cmpint (dtl_utf8_byte_to_offset (text, n_bytes, (gsize) words[i].bytes[cp]), ==, cp);
        }
    }
}

static void
test_outside (void)
{
  g_assert_cmpint (dtl_utf8_offset_to_byte ("ban", 3, -1), ==, -1);
  g_assert_cmpint (dtl_utf8_offset_to_byte ("ban", 3, 4), ==, -1);
  g_assert_cmpint (dtl_utf8_offset_to_byte ("ban", 3, G_MAXINT64), ==, -1);
  g_assert_cmpint (dtl_utf8_offset_to_byte ("ban", 3, G_MININT64), ==, -1);
  g_assert_cmpint (dtl_utf8_offset_to_byte (NULL, 0, 0), ==, 0);
  g_assert_cmpint (dtl_utf8_offset_to_byte (NULL, 0, 1), ==, -1);
  g_assert_cmpint (dtl_utf8_byte_to_offset ("ban", 3, 4), ==, -1);
  g_assert_cmpint (dtl_utf8_byte_to_offset ("caf\xc3\xa9", 5, 4), ==, -1);
}

/* A part of a text only: what lies behind @n_bytes does not count. */
static void
test_n_bytes (void)
{
  g_assert_cmpint (dtl_utf8_length ("banned", 3), ==, 3);
  g_assert_cmpint (dtl_utf8_offset_to_byte ("banned", 3, 3), ==, 3);
  g_assert_cmpint (dtl_utf8_offset_to_byte ("banned", 3, 4), ==, -1);
  g_assert_cmpint (dtl_utf8_byte_to_offset ("banned", 3, 4), ==, -1);
}

static void
test_substring (void)
{
  static const struct
  {
    const char *text;
    gint64 start_cp, end_cp;
    const char *expected;
  } rows[] = {
    { "a\xf0\x9f\x93\x85"
      "bc",
      1, 3,
      "\xf0\x9f\x93\x85"
      "b" },
    { "cafe\xcc\x81s", 3, 5, "e\xcc\x81" },
    { "\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d", 1, 4, "\xd7\x9c\xd7\x95\xd7\x9d" },
    { "ban", 0, 3, "ban" },
    { "ban", 3, 3, "" },
    { "", 0, 0, "" },
    { "ban", 2, 1, NULL },
    { "ban", -1, 1, NULL },
    { "ban", 1, 4, NULL },
    { "ban", 4, 4, NULL },
    { "ban", 0, G_MAXINT64, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *part = dtl_utf8_substring (rows[i].text, rows[i].start_cp, rows[i].end_cp);

      g_assert_cmpstr (part, ==, rows[i].expected);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/utf8/offsets", test_offsets);
  g_test_add_func ("/text/utf8/outside", test_outside);
  g_test_add_func ("/text/utf8/n-bytes", test_n_bytes);
  g_test_add_func ("/text/utf8/substring", test_substring);
  return g_test_run ();
}
