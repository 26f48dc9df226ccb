/* SPDX-License-Identifier: GPL-3.0-or-later */
/* dateline new CASE and dateline sample OUT: cases that were not there before. Nothing is ever overwritten. */
#include "config.h"

#include "base/dtl-gettext.h"
#include "cli/dtl-cli-private.h"

static char *
title_from_path (const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);

  if (g_str_has_suffix (name, ".dateline"))
    name[strlen (name) - strlen (".dateline")] = '\0';

  return g_steal_pointer (&name);
}

int
dtl_cli_new (int argc, char **argv)
{
  g_autofree char *title = NULL;
  const GOptionEntry entries[] = { { "title", 0, 0, G_OPTION_ARG_STRING, &title,
                                     N_ ("The case's title; the file's name if not given"), N_ ("TITLE") },
                                   G_OPTION_ENTRY_NULL };
  g_autoptr (DtlDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  if (!dtl_cli_parse (&argc, &argv, _ ("CASE"), _ ("Make a new, empty case."), entries, 1, 1))
    return DTL_EXIT_USAGE;

  if (title == NULL || *title == '\0')
    {
      g_free (title);
      title = title_from_path (argv[1]);
    }
  document = dtl_document_new_case (argv[1], title, &error);

  return document ? DTL_EXIT_DONE : dtl_cli_fail (error);
}

int
dtl_cli_sample (int argc, char **argv)
{
  const GOptionEntry entries[] = { G_OPTION_ENTRY_NULL };
  g_autoptr (GError) error = NULL;

  if (!dtl_cli_parse (&argc, &argv, _ ("OUT"), _ ("Write the bundled sample case."), entries, 1, 1))
    return DTL_EXIT_USAGE;

  return dtl_document_write_sample (argv[1], &error) ? DTL_EXIT_DONE : dtl_cli_fail (error);
}
