/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as the description of a case. Behind a line "===" stand the words of another language; every summary that
 * it asks for is the same short text. */
#include "io/dtl-sample-reader.h"

#include <stdint.h>
#include <string.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static GBytes *
load (const char *name, gpointer user_data, GError **error)
{
  static const char summary[] = "Orlow makes winches. The ban takes effect on 29 September.\n";

  (void) name;
  (void) user_data;
  (void) error;
  return g_bytes_new_static (summary, sizeof summary - 1);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static const char mark[] = "\n===\n";
  const char *text = (const char *) data;
  const char *found = size > 0 ? g_strstr_len (text, (gssize) size, mark) : NULL;
  gsize n_first = found != NULL ? (gsize) (found - text) : size;
  g_autoptr (GBytes) description = g_bytes_new (data, n_first);
  g_autoptr (GBytes) words = found != NULL ? g_bytes_new (found + strlen (mark), size - n_first - strlen (mark)) : NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (DtlSampleCase) sample = dtl_sample_read (description, words, load, NULL, &error);

  g_assert_true ((sample == NULL) == (error != NULL));
  return 0;
}
