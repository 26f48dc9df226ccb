/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as JSON: what the guard lets through, json-glib must survive. */
#include "io/dtl-json-guard.h"

#include <stdint.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) root = dtl_json_parse (bytes, &error);

  g_assert_true ((root == NULL) == (error != NULL));
  return 0;
}
