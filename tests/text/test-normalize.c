/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rule of source texts: what is changed, what is left alone, what is refused and where. */
#include "text/dtl-normalize.h"

#include <string.h>

#define BYTES(literal) (literal), sizeof (literal) - 1

static void
test_changed (void)
{
  static const struct
  {
    const char *bytes;
    gsize n_bytes;
    const char *expected;
  } rows[] = {
    { BYTES (""), "" },
    { BYTES ("one\r\ntwo\r\n"), "one\ntwo\n" },
    { BYTES ("one\ntwo"), "one\ntwo" },
    { BYTES ("one\rtwo\r"), "one\rtwo\r" },
    { BYTES ("one\r\r\ntwo"), "one\r\ntwo" },
    { BYTES ("one\n\rtwo"), "one\n\rtwo" },
    { BYTES ("\xef\xbb\xbfone"), "one" },
    { BYTES ("\xef\xbb\xbf\xef\xbb\xbfone"), "\xef\xbb\xbfone" },
    { BYTES ("one\xef\xbb\xbf"), "one\xef\xbb\xbf" },
    { BYTES ("\xef\xbb\xbf"), "" },
    { BYTES (" \t\f\xc2\xa0 "), " \t\f\xc2\xa0 " },
    { BYTES ("cafe\xcc\x81 \xf0\x9f\x93\x85 \xd7\xa9"), "cafe\xcc\x81 \xf0\x9f\x93\x85 \xd7\xa9" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      gsize n_out = 999;
      g_autofree char *text = dtl_text_normalize (rows[i].bytes, rows[i].n_bytes, &n_out, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (text, ==, rows[i].expected);
      g_assert_cmpuint (n_out, ==, strlen (rows[i].expected));
    }
}

static void
test_refused (void)
{
  static const struct
  {
    const char *bytes;
    gsize n_bytes;
    int code;
    const char *message;
  } rows[] = {
    { BYTES ("one\xfftwo"), DTL_TEXT_ERROR_ENCODING, "at byte 4: not UTF-8 text; save it as UTF-8 and import that" },
    { BYTES ("caf\xe9"), DTL_TEXT_ERROR_ENCODING, "at byte 4: not UTF-8 text; save it as UTF-8 and import that" },
    { BYTES ("\xc0\x80"), DTL_TEXT_ERROR_ENCODING, "at byte 1: not UTF-8 text; save it as UTF-8 and import that" },
    { BYTES ("a\xed\xa0\x80"), DTL_TEXT_ERROR_ENCODING, "at byte 2: not UTF-8 text; save it as UTF-8 and import that" },
    { BYTES ("\xef\xbb\xbf\xff"), DTL_TEXT_ERROR_ENCODING,
      "at byte 4: not UTF-8 text; save it as UTF-8 and import that" },
    { BYTES ("\xff\xfeo\0n\0"), DTL_TEXT_ERROR_ENCODING,
      "at byte 1: this is UTF-16 text; save it as UTF-8 and import that" },
    { BYTES ("\x89PNG\r\n"), DTL_TEXT_ERROR_ENCODING, "at byte 1: not UTF-8 text; save it as UTF-8 and import that" },
    { BYTES ("one\0two"), DTL_TEXT_ERROR_NUL,
      "at byte 4: a NUL byte, so this is no text; import the text of it instead" },
    { BYTES ("one\0"), DTL_TEXT_ERROR_NUL, "at byte 4: a NUL byte, so this is no text; import the text of it instead" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      char *text = dtl_text_normalize (rows[i].bytes, rows[i].n_bytes, NULL, &error);

      g_assert_null (text);
      g_assert_error (error, DTL_TEXT_ERROR, rows[i].code);
      g_assert_cmpstr (error->message, ==, rows[i].message);
    }
}

static void
test_limit (void)
{
  g_autofree char *bytes = g_strnfill (DTL_TEXT_MAX_BYTES + 1, 'a');
  g_autoptr (GError) error = NULL;
  gsize n_out = 0;
  g_autofree char *text = dtl_text_normalize (bytes, DTL_TEXT_MAX_BYTES, &n_out, NULL);

  g_assert_nonnull (text);
  g_assert_cmpuint (n_out, ==, DTL_TEXT_MAX_BYTES);
  g_assert_null (dtl_text_normalize (bytes, DTL_TEXT_MAX_BYTES + 1, NULL, &error));
  g_assert_error (error, DTL_TEXT_ERROR, DTL_TEXT_ERROR_TOO_LARGE);
  g_assert_cmpstr (error->message, ==, "the text is larger than 64 MiB; import the part of it that matters");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/normalize/changed", test_changed);
  g_test_add_func ("/text/normalize/refused", test_refused);
  g_test_add_func ("/text/normalize/limit", test_limit);
  return g_test_run ();
}
