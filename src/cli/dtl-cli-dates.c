/* SPDX-License-Identifier: GPL-3.0-or-later */
/* dateline dates [FILE]: the expressions of time in a text, a line each. Positions count the code points of the text as
 * it is kept in a case: without byte order mark, ends of lines as LF. */
#include "config.h"

#include "base/dtl-gettext.h"
#include "cli/dtl-cli-private.h"
#include "text/dtl-normalize.h"
#include "text/dtl-tagger.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

/* So much is printed at once: a call for each line takes longer than finding what is in it. */
#define BUFFER_BYTES (64u * 1024u)

/* Everything in @stream; what lies beyond the largest text is not read, so that it is too large and no more. */
static GString *
read_stream (FILE *stream)
{
  GString *bytes = g_string_new (NULL);
  static char buffer[64 * 1024];
  size_t n;

  while (bytes->len <= DTL_TEXT_MAX_BYTES && (n = fread (buffer, 1, sizeof buffer, stream)) > 0)
    g_string_append_len (bytes, buffer, (gssize) n);

  return bytes;
}

/* The bytes of @path, or of standard input for NULL; NULL with a line on stderr where they cannot be read. */
static GString *
read_bytes (const char *path)
{
  FILE *stream = path != NULL ? g_fopen (path, "rb") : stdin;
  GString *bytes = stream != NULL ? read_stream (stream) : NULL;
  int code = errno;
  gboolean failed = stream == NULL || ferror (stream);

  if (stream != NULL && stream != stdin)
    fclose (stream);
  if (failed)
    {
      g_autofree char *name = path != NULL ? g_filename_display_name (path) : g_strdup ("-");
      g_autofree char *line = g_strdup_printf ("%s: %s", name, g_strerror (code));

      dtl_cli_complain (line);
      if (bytes != NULL)
        g_string_free (bytes, TRUE);
      return NULL;
    }

  return bytes;
}

static gboolean
read_mode (const char *word, DtlTaggerMode *mode)
{
  static const char *const names[] = { "auto", "news", "narrative" };

  *mode = DTL_TAGGER_AUTO;
  if (word == NULL)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (word, names[i]))
      {
        *mode = (DtlTaggerMode) i;
        return TRUE;
      }

  return FALSE;
}

static gboolean
read_order (const char *word, DtlTaggerOrder *order)
{
  *order = word == NULL                ? DTL_TAGGER_ORDER_UNKNOWN
           : g_str_equal (word, "dmy") ? DTL_TAGGER_ORDER_DAY_FIRST
                                       : DTL_TAGGER_ORDER_MONTH_FIRST;

  return word == NULL || g_str_equal (word, "dmy") || g_str_equal (word, "mdy");
}

static void
add_pair (GString *line, const char *key, const char *value)
{
  g_autofree char *cell = value != NULL ? dtl_cli_one_line (value) : NULL;

  if (cell != NULL)
    g_string_append_printf (line, "\t%s=%s", key, cell);
}

static void
add_count (GString *line, const DtlTimex *timex)
{
  add_pair (line, "counts", timex->direction);
  add_pair (line, "anchor", timex->anchor);
  add_pair (line, "comparator", timex->comparator);
  if (timex->unit != NULL)
    g_string_append_printf (line, "\tamount=%" G_GINT64_FORMAT, timex->amount);
  add_pair (line, "unit", timex->unit);
  add_pair (line, "counting", timex->counting);
  add_pair (line, "anchor_date", timex->anchor_edtf);
  add_pair (line, "derived", timex->derived);
  add_pair (line, "stated", timex->stated);
}

static void
add_timex (GString *line, const DtlTimex *timex)
{
  g_string_append_printf (line, "%" G_GINT64_FORMAT "\t%" G_GINT64_FORMAT "\t%s\t%s\t%s", timex->start_cp,
                          timex->end_cp, dtl_timex_type_name (timex->type), timex->value, timex->edtf);
  add_pair (line, "rule", timex->rule);
  add_pair (line, "also", timex->also);
  add_pair (line, "role", timex->role);
  add_pair (line, "cue", timex->cue);
  add_pair (line, "clause", timex->clause);
  add_pair (line, "bound", timex->bound);
  add_pair (line, "inclusive", timex->inclusive);
  add_pair (line, "limit", timex->limit);
  add_pair (line, "until", timex->until);
  add_count (line, timex);
  add_pair (line, "fiscal", timex->fiscal);
  add_pair (line, "boilerplate", timex->boilerplate);
  add_pair (line, "reason", timex->reason);
  g_string_append_c (line, '\n');
}

static int
print_dates (const GString *bytes, DtlEdtf *issued, DtlTaggerMode mode, DtlTaggerOrder order)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GString) lines = g_string_new (NULL);
  gsize n_bytes = 0;

  text = dtl_text_normalize (bytes->str, bytes->len, &n_bytes, &error);
  if (text != NULL)
    found = dtl_tagger_tag (text, n_bytes, issued, mode, order, &error);
  if (found == NULL)
    {
      dtl_cli_complain (error->message);
      return DTL_EXIT_FAILED;
    }
  for (guint i = 0; i < found->len; i++)
    {
      add_timex (lines, g_ptr_array_index (found, i));
      if (lines->len < BUFFER_BYTES && i + 1 < found->len)
        continue;
      g_print ("%s", lines->str);
      g_string_truncate (lines, 0);
    }

  return DTL_EXIT_DONE;
}

int
dtl_cli_dates (int argc, char **argv)
{
  g_autofree char *published = NULL;
  g_autofree char *mode_word = NULL;
  g_autofree char *order_word = NULL;
  const GOptionEntry entries[] = {
    { "published", 0, 0, G_OPTION_ARG_STRING, &published, N_ ("When the text was issued"), N_ ("EDTF") },
    { "mode", 0, 0, G_OPTION_ARG_STRING, &mode_word,
      N_ ("What a date without a year counts from: news, narrative or auto"), N_ ("MODE") },
    { "order", 0, 0, G_OPTION_ARG_STRING, &order_word, N_ ("How 01/02/2026 is read: dmy or mdy"), N_ ("ORDER") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (DtlEdtf) issued = NULL;
  g_autoptr (GError) error = NULL;
  GString *bytes;
  DtlTaggerMode mode;
  DtlTaggerOrder order;
  int code;

  if (!dtl_cli_parse (&argc, &argv, _ ("[FILE]"),
                      _ ("Print the dates in a text: start, end, type, value, EDTF, and what else is known, with tabs\n"
                         "between. Without FILE the text comes from standard input."),
                      entries, 0, 1))
    return DTL_EXIT_USAGE;
  if (!read_mode (mode_word, &mode))
    return dtl_cli_usage (_ ("--mode %s: write news, narrative or auto"), mode_word);
  if (!read_order (order_word, &order))
    return dtl_cli_usage (_ ("--order %s: write dmy or mdy"), order_word);
  if (published != NULL && *published != '\0' && (issued = dtl_edtf_parse (published, &error)) == NULL)
    return dtl_cli_usage (_ ("--published %s: %s; write a date as in 2024-06-20"), published, error->message);
  bytes = read_bytes (argc > 1 ? argv[1] : NULL);
  if (bytes == NULL)
    return DTL_EXIT_FAILED;
  code = print_dates (bytes, issued, mode, order);
  g_string_free (bytes, TRUE);

  return code;
}
