/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as a text with dates in it: what is found lies in the text, in order, and its EDTF can be read again. */
#include "text/dtl-tagger.h"
#include "text/dtl-utf8.h"

#include <stdint.h>
#include <string.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static void
check (const char *text, gsize n_bytes, DtlEdtf *issued, DtlTaggerMode mode)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = dtl_tagger_tag (text, n_bytes, issued, mode, DTL_TAGGER_ORDER_UNKNOWN, &error);
  gint64 length_cp = dtl_utf8_length (text, n_bytes), last = 0;

  g_assert_true ((found == NULL) == (error != NULL));
  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      const DtlTimex *timex = g_ptr_array_index (found, i);
      g_autoptr (DtlEdtf) edtf = *timex->edtf != '\0' ? dtl_edtf_parse (timex->edtf, &error) : NULL;

      g_assert_no_error (error);
      g_assert_cmpint (timex->start_cp, >=, last);
      g_assert_cmpint (timex->end_cp, >, timex->start_cp);
      g_assert_cmpint (timex->end_cp, <=, length_cp);
      g_assert_cmpstr (timex->value, !=, "");
      last = timex->end_cp;
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autoptr (DtlEdtf) day = dtl_edtf_parse ("2024-02-29", NULL);
  g_autoptr (DtlEdtf) year = dtl_edtf_parse ("2017~", NULL);
  gsize n_bytes = strlen (text);

  check (text, n_bytes, day, DTL_TAGGER_NEWS);
  check (text, n_bytes, year, DTL_TAGGER_AUTO);
  check (text, n_bytes, NULL, DTL_TAGGER_NARRATIVE);
  return 0;
}
