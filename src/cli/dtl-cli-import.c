/* SPDX-License-Identifier: GPL-3.0-or-later */
/* dateline import CASE FILE… */
#include "config.h"

#include <glib/gi18n.h>

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

/* The date for one file: FILE=EDTF for its path or name wins over a plain EDTF. */
static const char *
published_for (const ImportWords *words, const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  const char *general = NULL;

  for (char **entry = words->published; entry != NULL && *entry != NULL; entry++)
    {
      const char *equals = strrchr (*entry, '=');
      g_autofree char *file = equals ? g_strndup (*entry, (gsize) (equals - *entry)) : NULL;

      if (equals == NULL)
        general = *entry;
      else if (g_str_equal (file, path) || g_str_equal (file, name))
        return equals + 1;
    }

  return general;
}

static GHashTable *
parse_map (const ImportWords *words)
{
  GHashTable *map = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (char **entry = words->map; entry != NULL && *entry != NULL; entry++)
    {
      char **parts = g_strsplit (*entry, "=", 2);

      if (g_strv_length (parts) != 2)
        {
          dtl_cli_usage (_ ("--map %s: write field=column, for instance --map title=Headline"), *entry);
          g_strfreev (parts);
          g_hash_table_unref (map);
          return NULL;
        }
      g_hash_table_insert (map, parts[0], parts[1]);
      g_free (parts);
    }

  return map;
}

static void
print_report (const DtlImportReport *report)
{
  if (report->recognised && report->n_anchored == 0)
    g_print (_ ("%s: this text is in the case already; nothing changed\n"), report->file_name);
  else if (report->recognised)
    g_print (ngettext ("%s: recognised; full text added, %d passage has its words\n",
                       "%s: recognised; full text added, %d passages have their words\n", (gulong) report->n_anchored),
             report->file_name, report->n_anchored);
  else if (report->n_events > 0 || report->n_skipped > 0)
    g_print (ngettext ("%s: %d event added\n", "%s: %d events added\n", (gulong) report->n_events), report->file_name,
             report->n_events);
  else
    g_print (_ ("%s: added as a source\n"), report->file_name);

  for (char **reason = report->skipped; reason != NULL && *reason != NULL; reason++)
    g_printerr (_ ("dateline: %1$s: %2$s; the row was left out\n"), report->file_name, *reason);
}

static int
import_all (DtlDocument *document, char **paths, const ImportWords *words, GHashTable *map)
{
  for (char **path = paths; *path != NULL; path++)
    {
      DtlImportOptions options = { .published_edtf = published_for (words, *path),
                                   .publisher = words->publisher,
                                   .title = words->title,
                                   .format = words->format,
                                   .map = map };
      g_autoptr (GError) error = NULL;
      g_autoptr (DtlImportReport) report =
          dtl_import_file (document, *path, &options, "", dtl_cli_now (), NULL, &error);

      if (report == NULL)
        return dtl_cli_fail (error);
      print_report (report);
    }

  return DTL_EXIT_DONE;
}

int
dtl_cli_import (int argc, char **argv)
{
  g_auto (ImportWords) words = { 0 };
  const GOptionEntry entries[] = {
    { "published", 0, 0, G_OPTION_ARG_STRING_ARRAY, &words.published,
      N_ ("Date of publication, for all files or as FILE=EDTF for one; kept as supplied by a person"), N_ ("EDTF") },
    { "publisher", 0, 0, G_OPTION_ARG_STRING, &words.publisher, N_ ("Publisher of the sources"), N_ ("NAME") },
    { "title", 0, 0, G_OPTION_ARG_STRING, &words.title, N_ ("Title of the source; the file's name if not given"),
      N_ ("TITLE") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &words.format, N_ ("text, csv or tsv, whatever the file is called"),
      N_ ("FORMAT") },
    { "map", 0, 0, G_OPTION_ARG_STRING_ARRAY, &words.map, N_ ("A table's column for a field: title=Headline"),
      N_ ("FIELD=COLUMN") },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (DtlDocument) document = NULL;
  g_autoptr (GHashTable) map = NULL;
  g_autoptr (GError) error = NULL;

  if (!dtl_cli_parse (&argc, &argv, _ ("CASE FILE…"), _ ("Bring texts in as sources, tables as events."), entries, 2,
                      G_MAXINT))
    return DTL_EXIT_USAGE;
  map = parse_map (&words);
  if (map == NULL)
    return DTL_EXIT_USAGE;

  document = dtl_document_open (argv[1], &error);
  if (document == NULL)
    return dtl_cli_fail (error);

  return import_all (document, argv + 2, &words, map);
}
