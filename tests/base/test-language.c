/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Speaking a language in one thread: which there are, what is nearest, nesting, two at once; under the locale C. */
#include "config.h"

#include <locale.h>

#include "base/dtl-gettext.h"
#include "base/dtl-language.h"

static void
test_match (void)
{
  static const char *const rows[][2] = {
    { "de", "de" },      { "de-AT", "de" }, { "de_CH.UTF-8", NULL }, { "fr_CA", "fr" }, { "ru", "ru" },
    { "en", "en" },      { "en-GB", "en" }, { "en_US", "en" },       { "eng", NULL },   { "xx", NULL },
    { "de@euro", "de" }, { "", NULL },      { "../../de", NULL },    { "C", NULL },     { NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *match = dtl_language_match (rows[i][0]);

      g_assert_cmpstr (match, ==, rows[i][1]);
      g_assert_true (dtl_language_is_known (rows[i][0]) == (rows[i][1] != NULL));
    }
}

static void
test_list (void)
{
  static const char *const languages[] = { "de", "en", "fr", "ru", NULL };
  static const char *const names[] = { "Deutsch", "English", "Français", "Русский" };
  g_auto (GStrv) found = dtl_language_list ();

  g_assert_true (g_strv_equal ((const char *const *) found, languages));
  for (int i = 0; found[i] != NULL; i++)
    {
      g_autofree char *name = dtl_language_get_name (found[i]);

      g_assert_cmpstr (name, ==, names[i]);
    }
}

static void
test_nesting (void)
{
  DtlLanguage german, english, unknown;

  g_assert_cmpstr (_ ("Undated"), ==, "Undated");
  dtl_language_enter (&german, "de");
  g_assert_cmpstr (_ ("Undated"), ==, "Undatiert");
  dtl_language_enter (&english, NULL);
  g_assert_cmpstr (_ ("Undated"), ==, "Undated");
  dtl_language_enter (&unknown, "xx");
  g_assert_cmpstr (C_ ("year", "%s BCE"), ==, "%s BCE");
  dtl_language_leave (&unknown);
  dtl_language_leave (&english);
  g_assert_cmpstr (C_ ("year", "%s BCE"), ==, "%s v.\302\240Chr.");
  g_assert_cmpstr (_ ("words that nobody translates"), ==, "words that nobody translates");
  g_assert_cmpstr (_ (""), ==, "");
  dtl_language_leave (&german);
  g_assert_cmpstr (_ ("Undated"), ==, "Undated");
}

static void
test_plural (void)
{
  static const char *const russian[] = { "%u событий", "%u событие", "%u события", "%u событий" };
  static const gulong numbers[] = { 0, 21, 104, 11 };
  DtlLanguage language;

  dtl_language_enter (&language, "ru");
  for (int i = 0; i < 4; i++)
    g_assert_cmpstr (ngettext ("%u event", "%u events", numbers[i]), ==, russian[i]);
  dtl_language_leave (&language);
  dtl_language_enter (&language, "en");
  g_assert_cmpstr (ngettext ("%u event", "%u events", 1), ==, "%u event");
  g_assert_cmpstr (ngettext ("%u event", "%u events", 0), ==, "%u events");
  dtl_language_leave (&language);
}

static gpointer
speak (gpointer data)
{
  DtlLanguage language;

  for (int i = 0; i < 2000; i++)
    {
      dtl_language_enter (&language, data);
      g_assert_cmpstr (_ ("Undated"), ==, g_str_equal (data, "fr") ? "Sans date" : "Без даты");
      dtl_language_leave (&language);
    }
  return NULL;
}

static void
test_threads (void)
{
  g_autoptr (GThread) french = g_thread_new ("french", speak, (gpointer) "fr");
  g_autoptr (GThread) russian = g_thread_new ("russian", speak, (gpointer) "ru");

  for (int i = 0; i < 2000; i++)
    g_assert_cmpstr (_ ("Undated"), ==, "Undated");
  g_thread_join (g_steal_pointer (&french));
  g_thread_join (g_steal_pointer (&russian));
}

/* A picture has its numbers with a point, whatever the process counts in. */
static void
test_numbers (void)
{
  DtlLanguage language;
  char buffer[8];

  if (setlocale (LC_NUMERIC, "de_DE.UTF-8") == NULL)
    {
      g_test_skip ("no German locale on this system");
      return;
    }
  dtl_language_enter (&language, "de");
  g_snprintf (buffer, sizeof buffer, "%.1f", 0.5);
  dtl_language_leave (&language);
  g_assert_cmpstr (buffer, ==, "0.5");
  g_snprintf (buffer, sizeof buffer, "%.1f", 0.5);
  g_assert_cmpstr (buffer, ==, "0,5");
  setlocale (LC_NUMERIC, "C");
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = NULL;

  g_test_init (&argc, &argv, NULL);
  folder = g_test_build_filename (G_TEST_BUILT, "..", "po", NULL);
  bindtextdomain (GETTEXT_PACKAGE, folder);
  g_test_add_func ("/base/language/match", test_match);
  g_test_add_func ("/base/language/list", test_list);
  g_test_add_func ("/base/language/nesting", test_nesting);
  g_test_add_func ("/base/language/plural", test_plural);
  g_test_add_func ("/base/language/threads", test_threads);
  g_test_add_func ("/base/language/numbers", test_numbers);
  return g_test_run ();
}
