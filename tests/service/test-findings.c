/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The checker on one event says what it says of that event when it looks at all of them. */
#include <glib/gstdio.h>

#include "service/dtl-findings.h"

static char *
describe (GPtrArray *findings, DtlId event)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const DtlFinding *finding = g_ptr_array_index (findings, i);

      if (finding->event == event)
        g_string_append_printf (text, "%s %s %s\n", dtl_grade_name (finding->grade), finding->rule, finding->message);
    }

  return g_string_free (text, FALSE);
}

static void
test_one_and_all (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("dateline-findings-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "sample.dateline", NULL);
  g_autoptr (DtlDocument) document = NULL;
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (GPtrArray) all = NULL;

  g_assert_true (dtl_document_write_sample (path, &error));
  document = dtl_document_open (path, &error);
  events = dtl_store_get_events (dtl_document_get_store (document), DTL_REVIEW_ACCEPTED, &error);
  all = dtl_document_check (document, events, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (all->len, >, events->len / 2);

  for (guint i = 0; i < events->len; i++)
    {
      const DtlEvent *event = g_ptr_array_index (events, i);
      g_autoptr (GPtrArray) alone = dtl_document_check_event (document, event, &error);
      g_autofree char *expected = describe (all, event->id);
      g_autofree char *found = alone ? describe (alone, event->id) : NULL;

      g_assert_no_error (error);
      g_assert_cmpstr (found, ==, expected);
    }

  /* Contradictions first. */
  for (guint i = 1; i < all->len; i++)
    {
      const DtlFinding *before = g_ptr_array_index (all, i - 1);
      const DtlFinding *finding = g_ptr_array_index (all, i);

      g_assert_false (finding->grade == DTL_GRADE_CONTRADICTS && before->grade != DTL_GRADE_CONTRADICTS);
    }
  g_unlink (path);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/service/findings/one-and-all", test_one_and_all);
  return g_test_run ();
}
