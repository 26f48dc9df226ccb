/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cutting titles to a width, at 10 px a letter. */
#include "layout/dtl-text-measure.h"

static const struct
{
  const char *text;
  int width_px;
  const char *wanted;
} rows[] = {
  { "Sale banned", 110, "Sale banned" },
  { "Sale banned", 109, "Sale…" }, /* at the end of a word */
  { "Sale banned", 50, "Sale…" },
  { "Sale banned", 49, "Sal…" },
  { "Sale banned", 20, "S…" },
  { "Sale banned", 19, NULL },
  { "Sale banned", 0, NULL },
  { "", 0, "" },
  { "Sale, banned", 70, "Sale…" },                      /* nothing hangs before the ellipsis */
  { "Unternehmenszusammenschluss", 100, "Unternehm…" }, /* no word's end is near */
  { "a Unternehmenszusammenschluss", 100, "a…" },
  { "an Unternehmenszusammenschluss", 140, "an Unternehme…" },
  { "Best Buy takes Kaspersky off its shelves", 240, "Best Buy takes…" },
  { "e\xcc\x81t\xc3\xa9 e\xcc\x81t\xc3\xa9", 50, "e\xcc\x81t\xc3\xa9…" }, /* an accent stays with its letter */
  { "Zoe\xcc\x88lle", 40, "Zo…" },
  { "Санкции введены", 100, "Санкции…" },
  { "( )", 20, NULL }, /* nothing but signs */
};

static void
test_ellipsize (void)
{
  g_autofree DtlTextMeasure *measure = dtl_text_measure_new_fixed (10, 16);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *found = dtl_text_measure_ellipsize (measure, DTL_TEXT_TITLE, rows[i].text, rows[i].width_px);

      g_test_message ("%s in %d", rows[i].text, rows[i].width_px);
      g_assert_cmpstr (found, ==, rows[i].wanted);
    }
}

/* Whatever the text and the room: it fits, and one word's end further would not. */
static void
test_any (void)
{
  g_autofree DtlTextMeasure *measure = dtl_text_measure_new_fixed (10, 16);
  const char *text = "The department said on Thursday that the sale of antivirus software would end";

  for (int width_px = 0; width_px < 900; width_px++)
    {
      g_autofree char *found = dtl_text_measure_ellipsize (measure, DTL_TEXT_TITLE, text, width_px);

      if (found == NULL)
        g_assert_cmpint (width_px, <, 20);
      else
        {
          g_assert_cmpint (measure->width_px (measure, DTL_TEXT_TITLE, found), <=, width_px);
          g_assert_cmpint (measure->width_px (measure, DTL_TEXT_TITLE, found), >, MIN (width_px, 780) - 120);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/text-measure/ellipsize", test_ellipsize);
  g_test_add_func ("/layout/text-measure/any", test_any);
  return g_test_run ();
}
