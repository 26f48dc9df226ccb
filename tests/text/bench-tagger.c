/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How fast the tagger reads, at sizes that double: MB/s must not fall. argv[1] is an English text to repeat. */
#include "text/dtl-tagger.h"

#include <stdio.h>
#include <string.h>

static void
measure (const char *name, const char *seed, gsize n_bytes)
{
  g_autoptr (DtlEdtf) issued = dtl_edtf_parse ("2024-06-20", NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) found = NULL;
  gint64 start;
  double seconds;

  while (text->len < n_bytes)
    g_string_append (text, seed);
  start = g_get_monotonic_time ();
  found = dtl_tagger_tag (text->str, text->len, issued, DTL_TAGGER_NEWS, DTL_TAGGER_ORDER_UNKNOWN, NULL);
  seconds = (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
  g_assert_nonnull (found);
  printf ("%-12s %4u MB  %7.1f MB/s  %8u expressions\n", name, (guint) (text->len >> 20), text->len / seconds / 1e6,
          found->len);
}

int
main (int argc, char **argv)
{
  g_autofree char *text = NULL;

  if (argc != 2 || !g_file_get_contents (argv[1], &text, NULL, NULL))
    return 2;
  for (guint n = 1; n <= 16; n *= 2)
    measure ("text", text, (gsize) n << 20);
  for (guint n = 1; n <= 8; n *= 2)
    measure ("one word", "a", (gsize) n << 20);
  for (guint n = 1; n <= 8; n *= 2)
    measure ("figures", "1", (gsize) n << 20);
  for (guint n = 1; n <= 8; n *= 2)
    measure ("triggers", "the first of the second May ", (gsize) n << 20);
  return 0;
}
