/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as a text with dates in it: what is found lies in the text, in order, and its EDTF can be read again. */
#include "text/dtl-tagger.h"
#include "text/dtl-utf8.h"

#include <stdint.h>
#include <string.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static void
check_edtf (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DtlEdtf) edtf = text != NULL && *text != '\0' ? dtl_edtf_parse (text, &error) : NULL;

  g_assert_no_error (error);
  g_assert_true (text == NULL || *text == '\0' || edtf != NULL);
}

/* What is told beside an expression holds together. */
static void
check_notes (const DtlTimex *timex)
{
  check_edtf (timex->edtf);
  check_edtf (timex->also);
  check_edtf (timex->limit);
  check_edtf (timex->anchor_edtf);
  check_edtf (timex->derived);
  check_edtf (timex->stated);
  g_assert_nonnull (timex->rule);
  g_assert_true ((timex->bound == NULL) == (timex->inclusive == NULL));
  g_assert_true (timex->limit == NULL || timex->bound != NULL);
  g_assert_true ((timex->role == NULL) || timex->cue != NULL);
  g_assert_true ((timex->unit == NULL) == (timex->counting == NULL));
  g_assert_true (timex->derived == NULL || (timex->unit != NULL && timex->anchor != NULL));
}

static void
check (const char *text, gsize n_bytes, DtlEdtf *issued, DtlTaggerMode mode, DtlTaggerOrder order)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = dtl_tagger_tag (text, n_bytes, issued, mode, order, &error);
  gint64 length_cp = dtl_utf8_length (text, n_bytes), last = 0;

  g_assert_true ((found == NULL) == (error != NULL));
  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      const DtlTimex *timex = g_ptr_array_index (found, i);

      check_notes (timex);
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
  g_autoptr (DtlEdtf) stretch = dtl_edtf_parse ("[2024-01-30?..2024-02-02]", NULL);
  gsize n_bytes = strlen (text);

  check (text, n_bytes, day, DTL_TAGGER_NEWS, DTL_TAGGER_ORDER_UNKNOWN);
  check (text, n_bytes, year, DTL_TAGGER_AUTO, DTL_TAGGER_ORDER_DAY_FIRST);
  check (text, n_bytes, stretch, DTL_TAGGER_AUTO, DTL_TAGGER_ORDER_MONTH_FIRST);
  check (text, n_bytes, NULL, DTL_TAGGER_NARRATIVE, DTL_TAGGER_ORDER_UNKNOWN);
  return 0;
}
