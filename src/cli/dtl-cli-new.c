/* SPDX-License-Identifier: GPL-3.0-or-later */
/* dateline new CASE and dateline sample OUT: cases that were not there before. Nothing is ever overwritten. */
#include "config.h"

#include "base/dtl-gettext.h"
#include "cli/dtl-cli-private.h"
#include "service/dtl-import.h"

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

/* (transfer full) (nullable): NULL, and an error, for a language that the sample is not in */
static char *
find_language (const char *wanted, GError **error)
{
  char *language = dtl_document_match_sample_language (wanted);
  g_auto (GStrv) known = NULL;
  g_autofree char *list = NULL;

  if (language != NULL)
    return language;
  known = dtl_document_list_sample_languages ();
  list = g_strjoinv (", ", known);
  g_set_error (error, DTL_SERVICE_ERROR, DTL_SERVICE_ERROR_ARGUMENT,
               _ ("--lang %s: the sample is not in that language; it is in %s"), wanted, list);

  return NULL;
}

int
dtl_cli_sample (int argc, char **argv)
{
  g_autofree char *wanted = NULL;
  const GOptionEntry entries[] = { { "lang", 0, 0, G_OPTION_ARG_STRING, &wanted,
                                     N_ ("Language of the sample's words; the user's if not given"), N_ ("LANG") },
                                   G_OPTION_ENTRY_NULL };
  g_autofree char *language = NULL;
  g_autoptr (GError) error = NULL;
  gboolean is_written;

  if (!dtl_cli_parse (&argc, &argv, _ ("OUT"), _ ("Write the bundled sample case."), entries, 1, 1))
    return DTL_EXIT_USAGE;

  if (wanted != NULL && (language = find_language (wanted, &error)) == NULL)
    return dtl_cli_fail (error);
  is_written = language != NULL ? dtl_document_write_sample_in (argv[1], language, &error)
                                : dtl_document_write_sample (argv[1], &error);

  return is_written ? DTL_EXIT_DONE : dtl_cli_fail (error);
}
