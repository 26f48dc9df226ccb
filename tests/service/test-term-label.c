/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every word of every vocabulary that a person meets has a label. */
#include "service/dtl-term-label.h"

static void
test_all_have_labels (void)
{
  static const DtlVocabulary shown[] = {
    DTL_VOCABULARY_ACTOR_KIND, DTL_VOCABULARY_EVENT_KIND, DTL_VOCABULARY_STATUS,    DTL_VOCABULARY_ASSERTION,
    DTL_VOCABULARY_REVIEW,     DTL_VOCABULARY_ROLE,       DTL_VOCABULARY_STANDING,  DTL_VOCABULARY_BASIS,
    DTL_VOCABULARY_STANCE,     DTL_VOCABULARY_TIER,       DTL_VOCABULARY_TEXT_KIND, DTL_VOCABULARY_LINK_TYPE
  };

  for (size_t i = 0; i < G_N_ELEMENTS (shown); i++)
    {
      int value = 0;

      for (; dtl_term_name (shown[i], value) != NULL; value++)
        {
          g_test_message ("%s", dtl_term_name (shown[i], value));
          g_assert_cmpstr (dtl_term_label (shown[i], value), !=, "");
        }
      g_assert_cmpint (value, >, 1);
      g_assert_cmpstr (dtl_term_label (shown[i], value), ==, "");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/service/term-label/all", test_all_have_labels);
  return g_test_run ();
}
