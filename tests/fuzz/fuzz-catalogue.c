/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as a compiled catalogue of messages: what is taken answers with text that ends, for every number. */
#include "base/dtl-catalogue.h"

#include <stdint.h>
#include <string.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static const char *const messages[] = { "", "day", "one day", "context\004day", "no such message" };
  static const gulong numbers[] = { 0, 1, 2, 5, 11, 21, 101, 1000000, G_MAXULONG };
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (DtlCatalogue) catalogue = dtl_catalogue_new (bytes);
  gsize length = 0;

  if (catalogue == NULL)
    return 0;
  for (gsize i = 0; i < G_N_ELEMENTS (messages); i++)
    {
      const char *words = dtl_catalogue_lookup (catalogue, messages[i]);

      length += words != NULL ? strlen (words) : 0;
      for (gsize n = 0; n < G_N_ELEMENTS (numbers); n++)
        {
          words = dtl_catalogue_lookup_plural (catalogue, messages[i], numbers[n]);
          length += words != NULL ? strlen (words) : 0;
        }
    }
  g_assert_cmpuint (length, <=, G_N_ELEMENTS (messages) * (G_N_ELEMENTS (numbers) + 1) * size);
  return 0;
}
