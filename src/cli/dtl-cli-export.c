/* SPDX-License-Identifier: GPL-3.0-or-later */
/* dateline export CASE -o OUT */
#include "config.h"

#include "base/dtl-gettext.h"
#include "base/dtl-language.h"
#include "cli/dtl-cli-private.h"
#include "service/dtl-export.h"

typedef struct
{
  DtlCliFilter filter;
  char *output;
  char *group;
  char *size;
  char *theme;
  char *title;
  char *stamp;
  char *span;
  char *language;
  char *dated;
  char *links;
  char *now;
  double scale;
  gboolean fold;
  gboolean whole;
  gboolean passages;
  gboolean sources;
  gboolean no_stamp;
  gboolean no_legend;
} ExportWords;

static void
export_words_clear (ExportWords *self)
{
  dtl_cli_filter_clear (&self->filter);
  g_free (self->output);
  g_free (self->group);
  g_free (self->size);
  g_free (self->theme);
  g_free (self->title);
  g_free (self->stamp);
  g_free (self->span);
  g_free (self->language);
  g_free (self->dated);
  g_free (self->links);
  g_free (self->now);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ExportWords, export_words_clear)

static gboolean
set_argument_error (GError **error, const char *option, const char *value, const char *known)
{
  g_set_error (error, DTL_SERVICE_ERROR, DTL_SERVICE_ERROR_ARGUMENT, _ ("%s %s: not known; it is one of %s"), option,
               value, known);

  return FALSE;
}

static gboolean
set_group (const ExportWords *words, DtlExportOptions *options, GError **error)
{
  static const char *const names[] = { "actor", "kind", "source", "none", NULL };

  for (int i = 0; words->group != NULL && names[i] != NULL; i++)
    {
      if (!g_str_equal (words->group, names[i]))
        continue;
      options->grouping = (DtlGrouping) i;
      return TRUE;
    }

  return words->group == NULL || set_argument_error (error, "--group", words->group, "actor, kind, source, none");
}

static gboolean
set_theme (const ExportWords *words, DtlExportOptions *options, GError **error)
{
  int theme = words->theme ? dtl_theme_name_from_string (words->theme) : DTL_THEME_PRINT;

  if (theme < 0)
    return set_argument_error (error, "--theme", words->theme, "light, dark, print");
  options->theme = (DtlThemeName) theme;

  return TRUE;
}

static gboolean
set_stamp (const ExportWords *words, DtlExportOptions *options, GError **error)
{
  if (words->stamp != NULL && words->no_stamp)
    {
      g_set_error (error, DTL_SERVICE_ERROR, DTL_SERVICE_ERROR_ARGUMENT,
                   _ ("--stamp and --no-stamp say different things; take one of them away"));
      return FALSE;
    }
  if (words->no_stamp)
    options->stamp = DTL_EXPORT_STAMP_NONE;

  return words->stamp == NULL || dtl_export_stamp_from_string (words->stamp, &options->stamp) ||
         set_argument_error (error, "--stamp", words->stamp, "full, neutral, none");
}

static gboolean
set_now (const ExportWords *words, DtlExportOptions *options, GError **error)
{
  int64_t from, to;

  if (words->now == NULL)
    return TRUE;
  if (!dtl_cli_parse_span ("--now", words->now, &from, &to, error))
    return FALSE;
  options->now = words->now;
  if (from != DTL_CIVIL_MIN)
    return TRUE;

  g_set_error (error, DTL_SERVICE_ERROR, DTL_SERVICE_ERROR_ARGUMENT,
               _ ("--now %s: has no beginning; write a day, as in 2024-06-20"), words->now);

  return FALSE;
}

static gboolean
set_links (const ExportWords *words, DtlExportOptions *options, GError **error)
{
  options->links = g_strcmp0 (words->links, "all") == 0;

  return words->links == NULL || options->links || g_str_equal (words->links, "none") ||
         set_argument_error (error, "--links", words->links, "none, all");
}

static gboolean
set_span (const ExportWords *words, DtlExportOptions *options, GError **error)
{
  if (words->span == NULL)
    return TRUE;
  if (words->whole)
    {
      g_set_error (error, DTL_SERVICE_ERROR, DTL_SERVICE_ERROR_ARGUMENT,
                   _ ("--whole and --span say different things; take one of them away"));
      return FALSE;
    }
  if (!dtl_cli_parse_span ("--span", words->span, &options->from_seconds, &options->to_seconds, error))
    return FALSE;
  options->has_span = options->from_seconds != DTL_CIVIL_MIN && options->to_seconds != DTL_CIVIL_MAX;
  if (options->has_span)
    return TRUE;

  g_set_error (error, DTL_SERVICE_ERROR, DTL_SERVICE_ERROR_ARGUMENT,
               _ ("--span %s: needs a beginning and an end, as in 2017/2024"), words->span);

  return FALSE;
}

static gboolean
check_dated (const ExportWords *words, GError **error)
{
  int64_t from, to;

  if (words->dated == NULL)
    return TRUE;
  if (!dtl_cli_parse_span ("--dated", words->dated, &from, &to, error))
    return FALSE;
  if (from != DTL_CIVIL_MIN && to != DTL_CIVIL_MAX)
    return TRUE;

  g_set_error (error, DTL_SERVICE_ERROR, DTL_SERVICE_ERROR_ARGUMENT,
               _ ("--dated %s: has no beginning or no end; write a day, as in 2024-06-20"), words->dated);

  return FALSE;
}

static gboolean
set_scale (const ExportWords *words, DtlExportOptions *options, GError **error)
{
  options->scale = words->scale;
  if (words->scale >= DTL_EXPORT_MIN_SCALE && words->scale <= DTL_EXPORT_MAX_SCALE)
    return TRUE;

  g_set_error (error, DTL_SERVICE_ERROR, DTL_SERVICE_ERROR_ARGUMENT, _ ("--scale: write a number from 0.25 to 16"));

  return FALSE;
}

/* A language without words would give a picture that says it is in it, in English words. */
static gboolean
set_language (const ExportWords *words, DtlExportOptions *options, GError **error)
{
  g_auto (GStrv) known = NULL;
  g_autofree char *list = NULL;

  if (words->language == NULL || dtl_language_is_known (words->language))
    {
      options->language = words->language != NULL ? g_strdelimit (words->language, "_", '-') : NULL;
      return TRUE;
    }
  known = dtl_language_list ();
  list = g_strjoinv (", ", known);

  return set_argument_error (error, "--lang", words->language, list);
}

static gboolean
make_options (const ExportWords *words, DtlExportOptions *options, GError **error)
{
  dtl_export_options_init (options);
  options->passages = words->passages;
  options->sources = words->sources;
  options->title = words->title;
  options->legend = !words->no_legend;
  options->folds_empty = words->fold;
  options->dated = words->dated;

  return dtl_export_format_from_path (words->output, &options->format, error) && set_group (words, options, error) &&
         set_theme (words, options, error) && set_stamp (words, options, error) && set_span (words, options, error) &&
         set_links (words, options, error) && set_now (words, options, error) && check_dated (words, error) &&
         set_scale (words, options, error) && set_language (words, options, error) &&
         (words->size == NULL || dtl_export_parse_size (words->size, &options->width_px, &options->height_px, error));
}

static int
export_case (const char *path, const ExportWords *words)
{
  DtlExportOptions options;
  g_autoptr (GError) error = NULL;
  g_autoptr (DtlDocument) document = NULL;
  g_autoptr (DtlFilter) filter = NULL;

  if (!make_options (words, &options, &error) || (document = dtl_cli_open (path, &error)) == NULL ||
      (filter = dtl_cli_filter_make (&words->filter, document, &error)) == NULL)
    return dtl_cli_fail (error);

  options.filter = filter;
  if (!dtl_export_to_path (document, words->output, &options, NULL, &error))
    return dtl_cli_fail (error);

  return DTL_EXIT_DONE;
}

int
dtl_cli_export (int argc, char **argv)
{
  g_auto (ExportWords) words = { .scale = 1 };
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &words.output,
      N_ ("The picture; its ending says the format: .png, .pdf, .svg"), N_ ("OUT") },
    DTL_CLI_FILTER_ENTRIES (words.filter),
    { "group", 0, 0, G_OPTION_ARG_STRING, &words.group, N_ ("Lanes by actor (if not given), kind, source or none"),
      N_ ("BY") },
    { "size", 0, 0, G_OPTION_ARG_STRING, &words.size,
      N_ ("WIDTHxHEIGHT in pixels, A4, A3, letter or 16:9; as high as needed if not given"), N_ ("SIZE") },
    { "scale", 0, 0, G_OPTION_ARG_DOUBLE, &words.scale,
      N_ ("Pixels of a PNG for each pixel of the size, from 0.25 to 16"), N_ ("N") },
    { "theme", 0, 0, G_OPTION_ARG_STRING, &words.theme, N_ ("light, dark or print (if not given)"), N_ ("THEME") },
    { "whole", 0, 0, G_OPTION_ARG_NONE, &words.whole, N_ ("The whole time of the case (as without --span)"), NULL },
    { "span", 0, 0, G_OPTION_ARG_STRING, &words.span, N_ ("Only this stretch of time, as in 2017/2018"), N_ ("EDTF") },
    { "fold", 0, 0, G_OPTION_ARG_NONE, &words.fold, N_ ("Fold stretches of time in which nothing starts or ends"),
      NULL },
    { "passages", 0, 0, G_OPTION_ARG_NONE, &words.passages, N_ ("Print the passages that prove the events, numbered"),
      NULL },
    { "sources", 0, 0, G_OPTION_ARG_NONE, &words.sources, N_ ("Print the list of sources"), NULL },
    { "no-legend", 0, 0, G_OPTION_ARG_NONE, &words.no_legend, N_ ("Leave out the legend"), NULL },
    { "links", 0, 0, G_OPTION_ARG_STRING, &words.links, N_ ("Links between events: none (if not given) or all"),
      N_ ("WHICH") },
    { "now", 0, 0, G_OPTION_ARG_STRING, &words.now, N_ ("A line at this date; none if not given"), N_ ("EDTF") },
    { "title", 0, 0, G_OPTION_ARG_STRING, &words.title, N_ ("Instead of the title of the case; \"\" for none"),
      N_ ("TEXT") },
    { "stamp", 0, 0, G_OPTION_ARG_STRING, &words.stamp,
      N_ ("full (if not given), neutral, which names neither case, filter nor files, or none"), N_ ("KIND") },
    { "no-stamp", 0, 0, G_OPTION_ARG_NONE, &words.no_stamp, N_ ("The same as --stamp none"), NULL },
    { "lang", 0, 0, G_OPTION_ARG_STRING, &words.language,
      N_ ("Language of the picture's own words; that of the case if not given"), N_ ("LANG") },
    { "dated", 0, 0, G_OPTION_ARG_STRING, &words.dated, N_ ("Day of the stamp; that of the last change if not given"),
      N_ ("EDTF") },
    G_OPTION_ENTRY_NULL
  };

  if (!dtl_cli_parse (&argc, &argv, _ ("CASE -o OUT"), _ ("Draw the timeline as PNG, PDF or SVG."), entries, 1, 1))
    return DTL_EXIT_USAGE;
  if (words.output == NULL)
    return dtl_cli_usage (_ ("export: no file named; say -o OUT.png, -o OUT.pdf or -o OUT.svg"));

  return export_case (argv[1], &words);
}
