/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One sentence for each hard class, and texts that are no texts. How well the tagger does on real ones is measured by
 * bench-tagger.py on tests/text/timex. */
#include "text/dtl-tagger.h"

#include <string.h>

/* Issued on Thursday 20 June 2024; what is expected: "words=value" of each expression. */
static const struct
{
  const char *text;
  const char *expected;
} sentences[] = {
  { "The ministry said Tuesday it will meet again on Friday.", "Tuesday=2024-06-18 Friday=2024-06-21" },
  { "The ban holds from September 29 this year.", "September 29 this year=2024-09-29" },
  { "Sales fell in January and may rise in late September.", "January=2024-01 late September=2024-09" },
  { "It moved its servers during 2018.", "2018=2018" },
  { "Bill 2025 passed 51-49 in room 1999.", "" },
  { "Buyers have a 100-day lead time.", "100-day=P100D" },
  { "It rose to 12 million from 9 million in the third quarter of 2023, against 7 million a year earlier.",
    "the third quarter of 2023=2023-Q3 a year earlier=2022-Q3" },
  { "Revenue was up in 3Q23.", "3Q23=2023-Q3" },
  { "Nothing happened for two and a half years.", "two and a half years=P2.5Y" },
  { "It took 45 minutes, then 0.5 hours, then 999999999 days, then 1000000000 days.",
    "45 minutes=PT45M 0.5 hours=PT0.5H 999999999 days=P999999999D 1000000000 days=P1000000000D" },
  { "They meet every two weeks, at 8 p.m. Mondays.", "every two weeks=P2W 8 p.m.=T20:00 Mondays=XXXX-WXX-1" },
  { "The mid-1990s were better than the 19th century.", "The mid-1990s=199 the 19th century=18" },
  { "A 15-year-old won it two decades ago.", "two decades ago=200" },
  { "The office opens on the first Monday of May 2027.", "the first Monday of May 2027=2027-05-03" },
  { "Between 20 and 22 June nobody called.", "20=2024-06-20 22 June=2024-06-22" },
  { "It was sold last month, and again this week.", "last month=2024-05 this week=2024-W25" },
  { "It comes back by Christmas or at Easter 2025.", "Christmas=2024-12-25 Easter 2025=2025-04-20" },
  { "Two weeks ago it was warm; for weeks it had rained.", "Two weeks ago=2024-W23 weeks=PXW" },
  { "Talks end 02/20/2026 or on 2026-02-06.", "02/20/2026=2026-02-20 2026-02-06=2026-02-06" },
  { "May said that June had marched in May.", "May=2024-05" },
  { "The president spoke at 7:42 a.m. Wednesday.", "7:42 a.m. Wednesday=2024-06-19T07:42" },
};

static GPtrArray *
tag (const char *text, const char *issued_text)
{
  g_autoptr (DtlEdtf) issued = issued_text != NULL ? dtl_edtf_parse (issued_text, NULL) : NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *found = dtl_tagger_tag (text, strlen (text), issued, DTL_TAGGER_NEWS, DTL_TAGGER_ORDER_UNKNOWN, &error);

  g_assert_no_error (error);
  return found;
}

static char *
describe (const char *text, GPtrArray *found)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    {
      const DtlTimex *timex = g_ptr_array_index (found, i);
      g_autofree char *words = g_utf8_substring (text, timex->start_cp, timex->end_cp);

      g_string_append_printf (out, "%s%s=%s", i > 0 ? " " : "", words, timex->value);
    }
  return g_string_free (out, FALSE);
}

static void
test_sentences (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sentences); i++)
    {
      g_autoptr (GPtrArray) found = tag (sentences[i].text, "2024-06-20");
      g_autofree char *told = describe (sentences[i].text, found);

      g_assert_cmpstr (told, ==, sentences[i].expected);
    }
}

/* What cannot be known is not guessed. */
static void
test_vague (void)
{
  g_autoptr (GPtrArray) unknown = tag ("It starts on 20 June, said Monday.", NULL);
  g_autoptr (GPtrArray) month = tag ("Last month it left; it ends July 20. We write today.", "2024-07");
  g_autoptr (GPtrArray) year = tag ("It ended last year.", "2017~");
  const DtlTimex *first = g_ptr_array_index (unknown, 0);

  g_assert_cmpstr (first->value, ==, "XXXX-06-20");
  g_assert_cmpstr (first->edtf, ==, "XXXX-06-20");
  g_assert_nonnull (first->reason);
  g_assert_cmpstr (((DtlTimex *) g_ptr_array_index (unknown, 1))->value, ==, "XXXX-WXX-1");
  g_assert_cmpstr (((DtlTimex *) g_ptr_array_index (month, 0))->value, ==, "2024-06");
  g_assert_cmpstr (((DtlTimex *) g_ptr_array_index (month, 1))->value, ==, "2024-07-20");
  g_assert_cmpstr (((DtlTimex *) g_ptr_array_index (month, 2))->value, ==, "2024-07");
  g_assert_cmpstr (((DtlTimex *) g_ptr_array_index (year, 0))->edtf, ==, "2016~");
}

static void
test_edtf (void)
{
  g_autoptr (GPtrArray) found =
      tag ("It comes in late September, in early 2018, in Q3 2024 or the 1990s.", "2024-06-20");
  const char *const expected[] = { "[2024-09-21..2024-09-30]", "[2018-01..2018-04]", "2024-35", "199X" };

  g_assert_cmpuint (found->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < found->len; i++)
    {
      const DtlTimex *timex = g_ptr_array_index (found, i);
      g_autoptr (DtlEdtf) parsed = dtl_edtf_parse (timex->edtf, NULL);

      g_assert_cmpstr (timex->edtf, ==, expected[i]);
      g_assert_nonnull (parsed);
    }
}

static void
test_anchor (void)
{
  g_autoptr (GPtrArray) found = tag ("It takes effect 30 days after publication of the rule.", "2024-06-20");
  const DtlTimex *timex = g_ptr_array_index (found, 0);

  g_assert_cmpstr (timex->value, ==, "P30D");
  g_assert_cmpstr (timex->direction, ==, "after");
  g_assert_cmpstr (timex->anchor, ==, "publication of the rule");
}

/* What begins with a sign names no event. */
static void
test_no_anchor (void)
{
  g_autoptr (GPtrArray) found = tag ("Comments end within 30 days of (a) notice.", "2024-06-20");
  const DtlTimex *timex = g_ptr_array_index (found, 0);

  g_assert_cmpstr (timex->value, ==, "P30D");
  g_assert_null (timex->direction);
  g_assert_null (timex->anchor);
}

static void
test_boilerplate (void)
{
  g_autoptr (GPtrArray) found =
      tag ("It left in 2024.\n\nAbout Orlow: founded in 1921.\n\nRelated: Modules (June 2023).\n", "2024-06-20");
  const char *const expected[] = { NULL, "about", "related" };

  g_assert_cmpuint (found->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < found->len; i++)
    g_assert_cmpstr (((DtlTimex *) g_ptr_array_index (found, i))->boilerplate, ==, expected[i]);
}

/* Long words, long figures and long rows of triggers end, and quickly. */
static void
test_monsters (void)
{
  const char *const seeds[] = {
    "a", "1", "-", "the ", "May ", "1990s", "two and a half ", "\xe2\x80\x99s", "8 p.m. on "
  };

  for (gsize i = 0; i < G_N_ELEMENTS (seeds); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GPtrArray) found = NULL;

      while (text->len < 200000)
        g_string_append (text, seeds[i]);
      found = tag (text->str, "2024-06-20");
      g_assert_nonnull (found);
    }
}

static void
test_broken (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found =
      dtl_tagger_tag ("in \xff May", 8, NULL, DTL_TAGGER_AUTO, DTL_TAGGER_ORDER_UNKNOWN, &error);

  g_assert_null (found);
  g_assert_error (error, DTL_TEXT_ERROR, DTL_TEXT_ERROR_ENCODING);
  g_assert_nonnull (strstr (error->message, "4"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tagger/sentences", test_sentences);
  g_test_add_func ("/tagger/vague", test_vague);
  g_test_add_func ("/tagger/edtf", test_edtf);
  g_test_add_func ("/tagger/anchor", test_anchor);
  g_test_add_func ("/tagger/no-anchor", test_no_anchor);
  g_test_add_func ("/tagger/boilerplate", test_boilerplate);
  g_test_add_func ("/tagger/monsters", test_monsters);
  g_test_add_func ("/tagger/broken", test_broken);
  return g_test_run ();
}
