/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which form goes with a number, in languages with one to six forms; and rules that are none. */
#include "base/dtl-plural.h"

#define RUSSIAN "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);"
#define ARABIC  "nplurals=6; plural=n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5;"

typedef struct
{
  uint64_t number;
  guint form;
} Row;

static void
check_rows (const char *rule, const Row *rows, gsize n_rows)
{
  DtlPlural plural;

  g_assert_true (dtl_plural_parse (&plural, rule));
  for (gsize i = 0; i < n_rows; i++)
    g_assert_cmpuint (dtl_plural_form (&plural, rows[i].number), ==, rows[i].form);
}

static void
test_languages (void)
{
  static const Row german[] = { { 0, 1 }, { 1, 0 }, { 2, 1 }, { 101, 1 } };
  static const Row french[] = { { 0, 0 }, { 1, 0 }, { 2, 1 }, { G_MAXUINT64, 1 } };
  static const Row russian[] = { { 0, 2 },  { 1, 0 },  { 2, 1 },  { 4, 1 },   { 5, 2 },   { 11, 2 },
                                 { 12, 2 }, { 21, 0 }, { 22, 1 }, { 111, 2 }, { 112, 2 }, { 1000001, 0 } };
  static const Row arabic[] = { { 0, 0 }, { 1, 1 }, { 2, 2 }, { 7, 3 }, { 11, 4 }, { 100, 5 }, { 103, 3 } };
  static const Row japanese[] = { { 0, 0 }, { 1, 0 }, { 7, 0 } };

  check_rows (" nplurals=2; plural=(n != 1);\n", german, G_N_ELEMENTS (german));
  check_rows ("nplurals=2; plural=n > 1", french, G_N_ELEMENTS (french));
  check_rows (RUSSIAN, russian, G_N_ELEMENTS (russian));
  check_rows (ARABIC, arabic, G_N_ELEMENTS (arabic));
  check_rows ("nplurals=1; plural=0;", japanese, G_N_ELEMENTS (japanese));
}

static void
test_operators (void)
{
  static const Row ranks[] = { { 0, 1 }, { 2, 5 }, { 3, 1 } };
  static const Row left_to_right[] = { { 7, 3 }, { 8, 4 }, { 9, 5 } };
  static const Row negation[] = { { 0, 1 }, { 5, 0 } };

  check_rows ("nplurals=6; plural=n == 1 + 1 && !(n != 2) ? 2 * 3 - 1 : 1;", ranks, G_N_ELEMENTS (ranks));
  check_rows ("nplurals=6; plural=n % 10 < 7 ? 0 : n % 10 - 3 - 1;", left_to_right, G_N_ELEMENTS (left_to_right));
  check_rows ("nplurals=2; plural=!n;", negation, G_N_ELEMENTS (negation));
}

static void
test_refused (void)
{
  static const char *const rules[] = {
    "",
    "plural=n;",
    "nplurals=0; plural=0;",
    "nplurals=7; plural=0;",
    "nplurals=2;",
    "nplurals=2; plural=;",
    "nplurals=2; plural=n;",
    "nplurals=2; plural=n != 1 1;",
    "nplurals=2; plural=(n != 1;",
    "nplurals=2; plural=n ? 1;",
    "nplurals=2; plural=1 / n;",
    "nplurals=2; plural=x;",
    "nplurals=2; plural=n %% 2;",
  };
  g_autofree char *deep = g_strnfill (100000, '(');
  g_autofree char *rule = g_strconcat ("nplurals=2; plural=", deep, NULL);
  g_autofree char *marks = g_strnfill (100000, '!');
  g_autofree char *negations = g_strconcat ("nplurals=2; plural=", marks, "n", NULL);
  DtlPlural plural;

  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    g_assert_false (dtl_plural_parse (&plural, rules[i]));
  g_assert_false (dtl_plural_parse (&plural, rule));
  g_assert_false (dtl_plural_parse (&plural, negations));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/plural/languages", test_languages);
  g_test_add_func ("/base/plural/operators", test_operators);
  g_test_add_func ("/base/plural/refused", test_refused);
  return g_test_run ();
}
