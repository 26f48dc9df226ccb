/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Passages: their words and what stands around them, and the way back from the words to the position. */
#include "text/dtl-quote.h"

#include "text/dtl-utf8.h"

#include <string.h>

#define FORTY "0123456789012345678901234567890123456789"

static void
test_quote (void)
{
  static const struct
  {
    const char *text;
    gint64 start_cp, end_cp;
    const char *exact, *prefix, *suffix;
  } rows[] = {
    { "The ban was announced.", 4, 7, "ban", "The ", " was announced." },
    { "ban", 0, 3, "ban", "", "" },
    { FORTY "ban" FORTY, 40, 43, "ban", &FORTY[8], "01234567890123456789012345678901" },
    { "\xf0\x9f\x93\x85 caf\xc3\xa9 closed", 2, 6, "caf\xc3\xa9", "\xf0\x9f\x93\x85 ", " closed" },
    { "re\xcc\x81sume\xcc\x81!", 6, 8, "e\xcc\x81", "re\xcc\x81sum", "!" },
    { "\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d \xd7\xa2", 1, 4, "\xd7\x9c\xd7\x95\xd7\x9d", "\xd7\xa9", " \xd7\xa2" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *exact = NULL;
      g_autofree char *prefix = NULL;
      g_autofree char *suffix = NULL;

      g_assert_true (dtl_text_quote (rows[i].text, rows[i].start_cp, rows[i].end_cp, &exact, &prefix, &suffix));
      g_assert_cmpstr (exact, ==, rows[i].exact);
      g_assert_cmpstr (prefix, ==, rows[i].prefix);
      g_assert_cmpstr (suffix, ==, rows[i].suffix);
    }
}

static void
test_context_of_wide_characters (void)
{
  GString *text = g_string_new (NULL);
  g_autofree char *exact = NULL;
  g_autofree char *prefix = NULL;
  g_autofree char *suffix = NULL;

  for (int i = 0; i < 101; i++)
    g_string_append (text, i == 50 ? "x" : "\xf0\x9f\x93\x85");
  g_assert_true (dtl_text_quote (text->str, 50, 51, &exact, &prefix, &suffix));
  g_assert_cmpstr (exact, ==, "x");
  g_assert_cmpuint (strlen (prefix), ==, 4 * DTL_TEXT_QUOTE_CONTEXT_CP);
  g_assert_cmpuint (strlen (suffix), ==, 4 * DTL_TEXT_QUOTE_CONTEXT_CP);
  g_string_free (text, TRUE);
}

static void
test_no_such_passage (void)
{
  static const struct
  {
    gint64 start_cp, end_cp;
  } rows[] = {
    { -1, 2 }, { 0, 0 }, { 2, 1 }, { 0, 4 }, { 3, 4 }, { 5, 6 }, { G_MAXINT64 - 1, G_MAXINT64 }, { G_MININT64, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      char *exact = (char *) "", *prefix = (char *) "", *suffix = (char *) "";

      g_assert_false (dtl_text_quote ("ban", rows[i].start_cp, rows[i].end_cp, &exact, &prefix, &suffix));
      g_assert_null (exact);
      g_assert_null (prefix);
      g_assert_null (suffix);
    }
}

static void
test_find_unique (void)
{
  static const struct
  {
    const char *text, *exact;
    gint64 start_cp, end_cp;
  } rows[] = {
    { "The ban was announced.", "ban", 4, 7 },
    { "ban", "ban", 0, 3 },
    { "\xf0\x9f\x93\x85 caf\xc3\xa9 closed", "closed", 7, 13 },
    { "re\xcc\x81sume\xcc\x81!", "e\xcc\x81!", 6, 9 },
    { "\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d \xd7\xa2", "\xd7\x9c\xd7\x95", 1, 3 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *back = NULL;
      gint64 start_cp = -1, end_cp = -1;

      g_assert_true (dtl_text_find_unique (rows[i].text, rows[i].exact, &start_cp, &end_cp, &error));
      g_assert_no_error (error);
      g_assert_cmpint (start_cp, ==, rows[i].start_cp);
      g_assert_cmpint (end_cp, ==, rows[i].end_cp);
      back = dtl_utf8_substring (rows[i].text, start_cp, end_cp);
      g_assert_cmpstr (back, ==, rows[i].exact);
    }
}

static void
test_not_unique (void)
{
  static const struct
  {
    const char *text, *exact;
    int code;
    const char *message;
  } rows[] = {
    { "The ban.", "Ban", DTL_TEXT_ERROR_NOT_FOUND, "“Ban” does not stand in the text; copy the words from it exactly" },
    { "The ban.", "The\nban", DTL_TEXT_ERROR_NOT_FOUND,
      "“The ban” does not stand in the text; copy the words from it exactly" },
    { "", "ban", DTL_TEXT_ERROR_NOT_FOUND, "“ban” does not stand in the text; copy the words from it exactly" },
    { "ban, ban, ban", "ban", DTL_TEXT_ERROR_AMBIGUOUS,
      "“ban” stands in the text 3 times; take in more of the words around it" },
    { "\xc3\xa9\xc3\xa9\xc3\xa9", "\xc3\xa9\xc3\xa9", DTL_TEXT_ERROR_AMBIGUOUS,
      "“éé” stands in the text 2 times; take in more of the words around it" },
    { "x", FORTY FORTY, DTL_TEXT_ERROR_NOT_FOUND,
      "“" FORTY "01234567890123456789…” does not stand in the text; copy the words from it exactly" },
    { "x", FORTY "01234567890123456789", DTL_TEXT_ERROR_NOT_FOUND,
      "“" FORTY "01234567890123456789” does not stand in the text; copy the words from it exactly" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 start_cp, end_cp;

      g_assert_false (dtl_text_find_unique (rows[i].text, rows[i].exact, &start_cp, &end_cp, &error));
      g_assert_error (error, DTL_TEXT_ERROR, rows[i].code);
      g_assert_cmpstr (error->message, ==, rows[i].message);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/quote/quote", test_quote);
  g_test_add_func ("/text/quote/context-of-wide-characters", test_context_of_wide_characters);
  g_test_add_func ("/text/quote/no-such-passage", test_no_such_passage);
  g_test_add_func ("/text/quote/find-unique", test_find_unique);
  g_test_add_func ("/text/quote/not-unique", test_not_unique);
  return g_test_run ();
}
