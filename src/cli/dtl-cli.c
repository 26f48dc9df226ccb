/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dispatcher of the command line, and what its subcommands share. */
#include "config.h"

#include <string.h>

#include "base/dtl-gettext.h"
#include "cli/dtl-cli-private.h"
#include "render/dtl-picture.h"
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
    N_ ("Print events, proposals, actors, sources, passages, claims, findings or history") },
  { "export", dtl_cli_export, N_ ("CASE -o OUT"), N_ ("Draw the timeline as PNG, PDF or SVG") },
  { "check", dtl_cli_check, N_ ("CASE"), N_ ("Report what does not hold together") },
  { "dates", dtl_cli_dates, N_ ("[FILE]"), N_ ("Find the dates in a text") },
  { "edtf", dtl_cli_edtf, N_ ("STRING…"), N_ ("Print the earliest and latest day of EDTF dates") },
};

/* The index of a command, -1 for none. */
static int
find_command (const char *word)
{
  for (size_t i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      if (g_str_equal (word, commands[i].name))
        return (int) i;
    }

  return -1;
}

/* "lst", "imprt": a word that no file has for its name. Opened in a window it could only be an error. */
static gboolean
is_mistyped_command (const char *word)
{
  for (const char *c = word; *c != '\0'; c++)
    {
      if (!g_ascii_islower (*c))
        return FALSE;
    }

  return *word != '\0' && !g_file_test (word, G_FILE_TEST_EXISTS);
}

gboolean
dtl_cli_is_command (const char *word)
{
  static const char *const others[] = { "--help", "-h", "--version", "help", NULL };

  return word != NULL && (g_strv_contains (others, word) || find_command (word) >= 0 || is_mistyped_command (word));
}

static int
print_help (void)
{
  g_print ("%s\n  dateline [CASE…]\n  dateline --new-window\n  dateline COMMAND …\n\n%s\n", _ ("Usage:"),
           _ ("Commands:"));
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
  dtl_cli_complain (message);

  return DTL_EXIT_USAGE;
}

int
dtl_cli_fail (const GError *error)
{
  dtl_cli_complain (error->message);
  if (g_error_matches (error, DTL_SERVICE_ERROR, DTL_SERVICE_ERROR_ARGUMENT) ||
      g_error_matches (error, DTL_SERVICE_ERROR, DTL_SERVICE_ERROR_FORMAT) ||
      g_error_matches (error, DTL_RENDER_ERROR, DTL_RENDER_ERROR_SIZE))
    return DTL_EXIT_USAGE;

  return DTL_EXIT_FAILED;
}

/* GLib leaves the "--" in where a word behind it begins with '-'. */
static void
remove_separator (int *argc, char **argv)
{
  for (int i = 1; i < *argc; i++)
    {
      if (!g_str_equal (argv[i], "--"))
        continue;
      /* With the NULL at the end. */
      memmove (argv + i, argv + i + 1, (size_t) (*argc - i) * sizeof *argv);
      --*argc;
      return;
    }
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
      dtl_cli_usage (_ ("%1$s; “dateline %2$s --help” tells the options"),
                     error->domain == G_CONVERT_ERROR ? _ ("an option's value is not UTF-8 text") : error->message,
                     command);
      return FALSE;
    }
  remove_separator (argc, *argv);
  if (*argc - 1 >= min && *argc - 1 <= max)
    return TRUE;

  dtl_cli_usage (_ ("wrong number of arguments; it is: dateline %1$s %2$s"), command, arguments);

  return FALSE;
}

DtlDocument *
dtl_cli_open (const char *path, GError **error)
{
  DtlDocument *document = dtl_document_open (path, error);
  g_autofree char *edits = document ? dtl_document_find_edits (document) : NULL;
  g_autofree char *name = NULL;
  g_autofree char *note = NULL;

  if (edits == NULL)
    return document;
  name = g_filename_display_name (edits);
  note = g_strdup_printf (_ ("note: this case is being edited, or was when Dateline ended; “%s” may have changes that "
                             "are not in the file"),
                          name);
  dtl_cli_complain (note);

  return document;
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

static int
help (int argc, char **argv)
{
  char *words[] = { argc > 1 ? argv[1] : NULL, (char *) "--help", NULL };
  int command = argc > 1 ? find_command (argv[1]) : -1;

  return command >= 0 ? commands[command].run (2, words) : print_help ();
}

static int
run (int argc, char **argv)
{
  int command = find_command (argv[0]);

  if (command >= 0)
    return commands[command].run (argc, argv);
  if (g_str_equal (argv[0], "--version"))
    {
      g_print ("dateline %s\n", VERSION);
      return DTL_EXIT_DONE;
    }
  if (!g_str_equal (argv[0], "help") && is_mistyped_command (argv[0]))
    return dtl_cli_usage (_ ("%s: neither a command nor a file; “dateline --help” tells the commands"), argv[0]);

  return help (argc, argv);
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

  dtl_cli_output_init ();

  return dtl_cli_output_finish (run (argc - 1, argv + 1));
}
