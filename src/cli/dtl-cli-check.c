/* SPDX-License-Identifier: GPL-3.0-or-later */
/* dateline check CASE: what does not hold together, a line each, the gravest first. */
#include "config.h"

#include "base/dtl-gettext.h"
#include "cli/dtl-cli-private.h"
#include "service/dtl-findings.h"

static GHashTable *
index_titles (GPtrArray *events)
{
  GHashTable *titles = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < events->len; i++)
    {
      DtlEvent *event = g_ptr_array_index (events, i);

      g_hash_table_insert (titles, &event->id, event->title);
    }

  return titles;
}

/* Titles and messages have what a file brought along: a line stays a line, with four cells. */
static void
print_finding (const DtlFinding *finding, const char *title)
{
  g_autofree char *title_cell = dtl_cli_one_line (title != NULL ? title : "");
  g_autofree char *message_cell = dtl_cli_one_line (finding->message);

  g_print ("%s\t%s\t%s\t%s\n", dtl_grade_name (finding->grade), finding->rule, title_cell, message_cell);
}

/* Whether one of them is a contradiction. */
static gboolean
print_findings (GPtrArray *findings, GPtrArray *events)
{
  g_autoptr (GHashTable) titles = index_titles (events);
  gboolean contradicts = FALSE;

  for (guint i = 0; i < findings->len; i++)
    {
      DtlFinding *finding = g_ptr_array_index (findings, i);

      print_finding (finding, g_hash_table_lookup (titles, &finding->event));
      contradicts |= finding->grade == DTL_GRADE_CONTRADICTS;
    }

  return contradicts;
}

int
dtl_cli_check (int argc, char **argv)
{
  const GOptionEntry entries[] = { G_OPTION_ENTRY_NULL };
  g_autoptr (DtlDocument) document = NULL;
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;

  if (!dtl_cli_parse (
          &argc, &argv, _ ("CASE"),
          _ ("Print findings: grade, rule, event, message, with tabs between. Exit code 1 if one contradicts."),
          entries, 1, 1))
    return DTL_EXIT_USAGE;

  document = dtl_cli_open (argv[1], &error);
  if (document == NULL)
    return dtl_cli_fail (error);
  events = dtl_store_get_events (dtl_document_get_store (document), DTL_REVIEW_ACCEPTED, &error);
  if (events == NULL)
    return dtl_cli_fail (error);
  findings = dtl_document_check (document, events, &error);
  if (findings == NULL)
    return dtl_cli_fail (error);

  return print_findings (findings, events) ? DTL_EXIT_NO : DTL_EXIT_DONE;
}
