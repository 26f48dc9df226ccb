/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How fast the tagger reads, at sizes that double: MB/s of processor time must not fall. The arguments are English
 * texts to repeat; what no text looks like follows, since no input may make the time grow with the square of its
 * length. */
#include "text/dtl-tagger.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

#define N_RUNS 3

static double
measure_once (const GString *text, DtlEdtf *issued, guint *n_found)
{
  clock_t start = clock ();
  g_autoptr (GPtrArray) found =
      dtl_tagger_tag (text->str, text->len, issued, DTL_TAGGER_NEWS, DTL_TAGGER_ORDER_UNKNOWN, NULL);

  g_assert_nonnull (found);
  *n_found = found->len;
  return (double) (clock () - start) / CLOCKS_PER_SEC;
}

/* The fastest of a few runs: what else the machine does makes a run slower, never faster. */
static void
measure (const char *name, const char *seed, gsize n_bytes)
{
  g_autoptr (DtlEdtf) issued = dtl_edtf_parse ("2024-06-20", NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_found = 0;
  double seconds = G_MAXDOUBLE;

  while (text->len < n_bytes)
    g_string_append (text, seed);
  for (guint i = 0; i < N_RUNS; i++)
    seconds = MIN (seconds, measure_once (text, issued, &n_found));
  printf ("%-18s %4u MB  %7.1f MB/s  %8u expressions\n", name, (guint) (text->len >> 20),
          text->len / MAX (seconds, 1e-6) / 1e6, n_found);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    const char *seed;
  } monsters[] = {
    { "one word", "a" },
    { "figures", "1" },
    { "signs", "-" },
    { "empty lines", "\n" },
    { "the the the", "the " },
    { "last last last", "last " },
    { "may may may", "May " },
    { "triggers", "the first of the second May " },
    { "ranges in ranges", "from 1 March to between 2 and " },
    { "counted", "30 days after within " },
    { "acts", "It was signed on 3 May 2024 and takes effect 30 days after enactment. " },
    { "lead times", "A 100-day lead time. " },
    { "events", "on the date of enactment until further notice " },
    { "limits", "no later than on or before " },
    { "headings", "Related News\n\n" },
    { "fiscal", "In fiscal 2026 U.S. Japan Canberra spent. " },
  };

  for (int i = 1; i < argc; i++)
    {
      g_autofree char *text = NULL;
      g_autofree char *name = g_path_get_basename (argv[i]);

      if (!g_file_get_contents (argv[i], &text, NULL, NULL))
        return 2;
      for (guint n = 1; n <= 16; n *= 2)
        measure (name, text, (gsize) n << 20);
    }
  for (guint i = 0; i < G_N_ELEMENTS (monsters); i++)
    for (guint n = 1; n <= 4; n *= 2)
      measure (monsters[i].name, monsters[i].seed, (gsize) n << 20);
  return 0;
}
