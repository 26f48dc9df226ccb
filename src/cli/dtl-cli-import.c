/* SPDX-License-Identifier: GPL-3.0-or-later */
/* dateline import CASE FILE… */
#include "config.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/dtl-gettext.h"
#include "cli/dtl-cli-private.h"
#include "service/dtl-import.h"

typedef struct
{
  GStrv published; /* EDTF, or FILE=EDTF */
  char *publisher;
  char *title;
  char *format;
  GStrv map; /* field=column */
} ImportWords;

static void
import_words_clear (ImportWords *self)
{
  g_strfreev (self->published);
  g_free (self->publisher);
  g_free (self->title);
  g_free (self->format);
  g_strfreev (self->map);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ImportWords, import_words_clear)

static gboolean
is_file (const char *word, const char *path)
{
  g_autofree char *name = g_path_get_basename (path);

  return g_str_equal (word, path) || g_str_equal (word, name);
}

/* The date for one file: FILE=EDTF for its path or name wins over a plain EDTF. No date has an equals sign. */
static const char *
published_for (const ImportWords *words, const char *path)
{
  const char *general = NULL;

  for (char **entry = words->published; entry != NULL && *entry != NULL; entry++)
    {
      const char *equals = strrchr (*entry, '=');
      g_autofree char *file = equals ? g_strndup (*entry, (gsize) (equals - *entry)) : NULL;

      if (file == NULL)
        general = *entry;
      else if (is_file (file, path))
        return equals + 1;
    }

  return general;
}

static gboolean
names_a_file (const char *entry, char **paths)
{
  const char *equals = strrchr (entry, '=');
  g_autofree char *file = equals ? g_strndup (entry, (gsize) (equals - entry)) : NULL;

  for (char **path = paths; file != NULL && *path != NULL; path++)
    {
      if (is_file (file, *path))
        return TRUE;
    }

  return file == NULL;
}

/* All dates, before anything is done with the first file. */
static gboolean
check_published (const ImportWords *words, char **paths, GError **error)
{
  for (char **entry = words->published; entry != NULL && *entry != NULL; entry++)
    {
      const char *equals = strrchr (*entry, '=');
      int64_t from, to;

      if (!names_a_file (*entry, paths))
        {
          g_set_error (error, DTL_SERVICE_ERROR, DTL_SERVICE_ERROR_ARGUMENT,
                       _ ("--published %s: no such file among those to import; write the name as it stands there"),
                       *entry);
          return FALSE;
        }
      if (!dtl_cli_parse_span ("--published", equals ? equals + 1 : *entry, &from, &to, error))
        return FALSE;
    }

  return TRUE;
}

static GHashTable *
parse_map (const ImportWords *words, GError **error)
{
  g_autoptr (GHashTable) map = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (char **entry = words->map; entry != NULL && *entry != NULL; entry++)
    {
      g_auto (GStrv) parts = g_strsplit (*entry, "=", 2);

      if (g_strv_length (parts) != 2 || *parts[1] == '\0')
        {
          g_set_error (error, DTL_SERVICE_ERROR, DTL_SERVICE_ERROR_ARGUMENT,
                       _ ("--map %s: write field=column, for instance --map title=Headline"), *entry);
          return NULL;
        }
      if (!dtl_import_check_field (parts[0], error))
        return NULL;
      g_hash_table_insert (map, g_strdup (parts[0]), g_strdup (parts[1]));
    }

  return g_steal_pointer (&map);
}

static void
print_done (const DtlImportReport *report)
{
  g_autofree char *name = dtl_cli_one_line (report->file_name);

  if (report->is_known)
    g_print (_ ("%s: was imported already; nothing changed\n"), name);
  else if (report->is_table)
    g_print (ngettext ("%s: %d event added\n", "%s: %d events added\n", (gulong) report->n_events), name,
             report->n_events);
  else if (report->recognised)
    g_print (ngettext ("%s: recognised; full text added, %d passage has its words\n",
                       "%s: recognised; full text added, %d passages have their words\n", (gulong) report->n_anchored),
             name, report->n_anchored);
  else
    g_print (_ ("%s: added as a source\n"), name);
}

static void
print_left_out (const DtlImportReport *report)
{
  int n_told = report->skipped ? (int) g_strv_length (report->skipped) : 0;
  g_autofree char *message = NULL;

  for (int i = 0; i < n_told; i++)
    {
      g_autofree char *line =
          g_strdup_printf (_ ("%1$s: %2$s; this was left out"), report->file_name, report->skipped[i]);

      dtl_cli_complain (line);
    }
  if (report->n_skipped > n_told)
    {
      message = g_strdup_printf (ngettext ("%1$s: %2$d more was left out", "%1$s: %2$d more were left out",
                                           (gulong) (report->n_skipped - n_told)),
                                 report->file_name, report->n_skipped - n_told);
      dtl_cli_complain (message);
    }
}

static void
print_report (const DtlImportReport *report)
{
  g_autofree char *message = NULL;

  print_done (report);
  print_left_out (report);
  if (report->unused == NULL)
    return;
  message = g_strdup_printf (_ ("%1$s: columns not used: %2$s; --map FIELD=COLUMN says what a column is"),
                             report->file_name, report->unused);
  dtl_cli_complain (message);
}

static gboolean
import_one (DtlDocument *document, const char *path, const DtlImportOptions *options, GError **error)
{
  g_autoptr (DtlImportReport) report = dtl_import_file (document, path, options, "", dtl_cli_now (), NULL, error);

  if (report != NULL)
    print_report (report);

  return report != NULL;
}

/* Found now rather than when all the work is done. */
static gboolean
check_writable (const char *case_path, GError **error)
{
  char *real = realpath (case_path, NULL);
  g_autofree char *folder = g_path_get_dirname (real != NULL ? real : case_path);
  g_autofree char *name = g_filename_display_name (case_path);

  free (real);
  if (g_access (folder, W_OK | X_OK) == 0)
    return TRUE;
  g_set_error (error, DTL_SERVICE_ERROR, DTL_SERVICE_ERROR_WRITE,
               _ ("“%s”: nothing can be written to its folder (%s); copy the case to another folder and import there"),
               name, g_strerror (errno));

  return FALSE;
}

/* What can be known to be wrong is said before the first file is touched. */
static gboolean
import_all (const char *case_path, char **paths, const ImportWords *words, GError **error)
{
  g_autoptr (DtlDocument) document = NULL;
  g_autoptr (GHashTable) map = NULL;

  for (char **path = paths; *path != NULL; path++)
    {
      if (!dtl_import_check_format (*path, words->format, error))
        return FALSE;
    }
  if (!check_published (words, paths, error) || (map = parse_map (words, error)) == NULL ||
      (document = dtl_document_open (case_path, error)) == NULL || !check_writable (case_path, error))
    return FALSE;
  for (char **path = paths; *path != NULL; path++)
    {
      DtlImportOptions options = { .published_edtf = published_for (words, *path),
                                   .publisher = words->publisher,
                                   .title = words->title,
                                   .format = words->format,
                                   .map = map };

      if (!import_one (document, *path, &options, error))
        return FALSE;
    }

  return TRUE;
}

int
dtl_cli_import (int argc, char **argv)
{
  g_auto (ImportWords) words = { 0 };
  const GOptionEntry entries[] = {
    { "published", 0, 0, G_OPTION_ARG_STRING_ARRAY, &words.published,
      N_ ("Date of publication, for all files or as FILE=EDTF for one; repeat it for several"), N_ ("EDTF") },
    { "publisher", 0, 0, G_OPTION_ARG_STRING, &words.publisher, N_ ("Publisher of the texts or tables"), N_ ("NAME") },
    { "title", 0, 0, G_OPTION_ARG_STRING, &words.title, N_ ("Title of the sources; the file's name if not given"),
      N_ ("TITLE") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &words.format, N_ ("text, csv, tsv or json, whatever the file is called"),
      N_ ("FORMAT") },
    { "map", 0, 0, G_OPTION_ARG_STRING_ARRAY, &words.map,
      N_ ("A table's column for a field, as in title=Headline; repeat it for several"), N_ ("FIELD=COLUMN") },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (GError) error = NULL;

  if (!dtl_cli_parse (
          &argc, &argv, _ ("CASE FILE…"),
          _ ("Bring texts in as sources, tables and lists (JSON) as events.\n\nThe first line of a table names its columns: "
             "id, title, start, end, actors (with ; between), kind,\nsummary, source, limit. Dates are EDTF, as in "
             "2024-06-20. A date that is counted from another has anchor\n(that one's id, or published), comparator, "
             "amount, unit, counting, calendar, closed, month_end."),
          entries, 2, G_MAXINT))
    return DTL_EXIT_USAGE;

  return import_all (argv[1], argv + 2, &words, &error) ? DTL_EXIT_DONE : dtl_cli_fail (error);
}
