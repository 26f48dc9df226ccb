/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is let through to json-glib, and what is not. */
#include "io/dtl-json-guard.h"

#include <string.h>

static GError *
check (const char *text, gsize n_bytes)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, n_bytes);
  g_autoptr (JsonNode) root = NULL;
  GError *error = NULL;

  root = dtl_json_parse (bytes, &error);
  g_assert_true ((root == NULL) == (error != NULL));
  return error;
}

static void
test_let_through (void)
{
  static const char *const rows[] = {
    "{}",
    "[1, -2.5e+3, true, false, null]",
    "{\"a\": \"\\u00e9 \\ud83d\\ude00 \\\" \\\\ \\/ [[[[\"}",
    "\n\t{ \"a\" : [ ] }\r\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = check (rows[i], strlen (rows[i]));

      g_assert_no_error (error);
    }
}

static void
test_refused (void)
{
  static const struct
  {
    const char *text;
    DtlIoError code;
    const char *words;
  } rows[] = {
    { "", DTL_IO_ERROR_SYNTAX, "empty" },
    { "  ", DTL_IO_ERROR_SYNTAX, "not JSON" },
    { "{\n\"a\": \"\\ud800\"}", DTL_IO_ERROR_SYNTAX, "line 2" },
    { "[\"\\udc00\"]", DTL_IO_ERROR_SYNTAX, "surrogates" },
    { "[\"\\ud800\\ud800\"]", DTL_IO_ERROR_SYNTAX, "surrogates" },
    { "[\"\\ud800\\n\"]", DTL_IO_ERROR_SYNTAX, "surrogates" },
    { "[\"\\u0000\"]", DTL_IO_ERROR_SYNTAX, "no escape" },
    { "[\"\\u12\"]", DTL_IO_ERROR_SYNTAX, "no escape" },
    { "[\"\\x\"]", DTL_IO_ERROR_SYNTAX, "no escape" },
    { "[\"a\nb\"]", DTL_IO_ERROR_SYNTAX, "control character" },
    { "[\"a", DTL_IO_ERROR_SYNTAX, "not closed" },
    { "/* \" */ []", DTL_IO_ERROR_SYNTAX, "JSON does not have" },
    { "['a']", DTL_IO_ERROR_SYNTAX, "JSON does not have" },
    { "[\"\xff\"]", DTL_IO_ERROR_ENCODING, "line 1" },
    { "{\"a\": }", DTL_IO_ERROR_SYNTAX, "not JSON" },
    { "[1, 2", DTL_IO_ERROR_SYNTAX, "not JSON" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = check (rows[i].text, strlen (rows[i].text));

      g_assert_error (error, DTL_IO_ERROR, (int) rows[i].code);
      if (strstr (error->message, rows[i].words) == NULL)
        g_error ("“%s” should say “%s”", error->message, rows[i].words);
    }
}

static GError *
check_depth (guint depth)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < depth; i++)
    g_string_append (text, i % 2 == 0 ? "[" : "{\"a\":");
  g_string_append (text, "1");
  for (guint i = depth; i > 0; i--)
    g_string_append (text, i % 2 == 1 ? "]" : "}");
  return check (text->str, text->len);
}

static void
test_depth (void)
{
  g_autoptr (GError) most = check_depth (DTL_JSON_MAX_DEPTH);
  g_autoptr (GError) more = check_depth (DTL_JSON_MAX_DEPTH + 1);
  g_autoptr (GError) far_more = check_depth (1000000);

  g_assert_no_error (most);
  g_assert_error (more, DTL_IO_ERROR, DTL_IO_ERROR_TOO_LARGE);
  g_assert_error (far_more, DTL_IO_ERROR, DTL_IO_ERROR_TOO_LARGE);
}

static void
test_size (void)
{
  gsize n_bytes = DTL_JSON_MAX_BYTES + 1;
  g_autofree char *text = g_malloc (n_bytes);
  g_autoptr (GError) error = NULL;

  memset (text, ' ', n_bytes);
  error = check (text, n_bytes);
  g_assert_error (error, DTL_IO_ERROR, DTL_IO_ERROR_TOO_LARGE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/io/json-guard/let-through", test_let_through);
  g_test_add_func ("/io/json-guard/refused", test_refused);
  g_test_add_func ("/io/json-guard/depth", test_depth);
  g_test_add_func ("/io/json-guard/size", test_size);
  return g_test_run ();
}
