/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dispatcher of the command line, and what its subcommands share. */
#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

#include "cli/dtl-cli-private.h"
#include "service/dtl-import.h"

static const struct
{
  const char *name;
  DtlCliFunc run;
  const char *arguments;
  const char *summary;
} commands[] = {
  { "new", dtl_cli_new, N_ ("CASE"), N_ ("Make a new, empty case") },
  { "sample", dtl_cli_sample, N_ ("OUT"), N_ ("Write the bundled sample case") },
  { "import", dtl_cli_import, N_ ("CASE FILE…"), N_ ("Bring texts in as sources, tables as events") },
  { "list", dtl_cli_list, N_ ("CASE [LIST]"),
    N_ ("Print events, actors, sources, passages, claims, findings or history") },
  { "export", dtl_cli_export, N_ ("CASE -o OUT"), N_ ("Draw the timeline as PNG, PDF or SVG") },
  { "check", dtl_cli_check, N_ ("CASE"), N_ ("Report what does not hold together") },
  { "edtf", dtl_cli_edtf, N_ ("STRING…"), N_ ("Print the earliest and latest day of EDTF dates") },
};

gboolean
dtl_cli_is_command (const char *word)
{
  if (word == NULL)
    return FALSE;
  if (g_str_equal (word, "--help") || g_str_equal (word, "-h") || g_str_equal (word, "--version") ||
      g_str_equal (word, "help"))
    return TRUE;
  for (size_t i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      if (g_str_equal (word, commands[i].name))
        return TRUE;
    }

  return FALSE;
}

static int
print_help (void)
{
  g_print ("%s\n  dateline [CASE…]\n  dateline COMMAND …\n\n%s\n", _ ("Usage:"), _ ("Commands:"));
  for (size_t i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autofree char *form = g_strdup_printf ("%s %s", commands[i].name, _ (commands[i].arguments));
      g_print ("  %s%*s %s\n", form, MAX (1, 24 - (int) g_utf8_strlen (form, -1)), "", _ (commands[i].summary));
    }
  g_print ("\n%s\n%s\n", _ ("Without a command, the cases are opened in windows."),
           _ ("“dateline COMMAND --help” tells a command's options."));

  return DTL_EXIT_DONE;
}

int
dtl_cli_usage (const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_printerr ("dateline: %s\n", message);

  return DTL_EXIT_USAGE;
}

int
dtl_cli_fail (const GError *error)
{
  g_autofree char *line = g_strdup (error->message);

  /* One line, whatever a library has written. */
  g_strdelimit (line, "\n\r", ' ');
  g_printerr ("dateline: %s\n", line);

  if (g_error_matches (error, DTL_SERVICE_ERROR, DTL_SERVICE_ERROR_ARGUMENT) ||
      g_error_matches (error, DTL_SERVICE_ERROR, DTL_SERVICE_ERROR_FORMAT))
    return DTL_EXIT_USAGE;

  return DTL_EXIT_FAILED;
}

gboolean
dtl_cli_parse (int *argc,
               char ***argv,
               const char *arguments,
               const char *summary,
               const GOptionEntry *entries,
               int min,
               int max)
{
  g_autoptr (GOptionContext) context = g_option_context_new (arguments);
  g_autoptr (GError) error = NULL;
  g_autofree char *program = g_strdup_printf ("dateline %s", (*argv)[0]);
  const char *command = (*argv)[0];

  g_set_prgname (program);
  g_option_context_set_summary (context, summary);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (!g_option_context_parse (context, argc, argv, &error))
    {
      dtl_cli_usage (_ ("%s; “dateline %s --help” tells the options"), error->message, command);
      return FALSE;
    }
  if (*argc - 1 >= min && *argc - 1 <= max)
    return TRUE;

  dtl_cli_usage (_ ("wrong number of arguments; it is: dateline %1$s %2$s"), command, arguments);

  return FALSE;
}

int64_t
dtl_cli_now (void)
{
  const char *fixed = g_getenv ("SOURCE_DATE_EPOCH");
  gint64 seconds = 0;

  if (fixed != NULL && g_ascii_string_to_signed (fixed, 10, 0, G_MAXINT64, &seconds, NULL))
    return seconds;

  return g_get_real_time () / G_USEC_PER_SEC;
}

/**
 * dtl_cli_main:
 * @argc, @argv: the program's, with a command in argv[1]
 *
 * Returns: the exit code: 0 done, 1 the answer is no, 2 usage, 3 cannot read or write
 */
int
dtl_cli_main (int argc, char **argv)
{
  g_return_val_if_fail (argc >= 2, DTL_EXIT_USAGE);

  if (g_str_equal (argv[1], "--version"))
    {
      g_print ("dateline %s\n", VERSION);
      return DTL_EXIT_DONE;
    }
  for (size_t i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      if (g_str_equal (argv[1], commands[i].name))
        return commands[i].run (argc - 1, argv + 1);
    }

  return print_help ();
}
