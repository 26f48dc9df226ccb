/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the subcommands share: exit codes, errors, options that several have. */
#pragma once

#include "cli/dtl-cli.h"
#include "service/dtl-document.h"

G_BEGIN_DECLS

/** DtlExit: exit codes, stable. */
typedef enum
{
  DTL_EXIT_DONE = 0,
  DTL_EXIT_NO = 1,     /* the answer is no: contradictions, invalid */
  DTL_EXIT_USAGE = 2,  /* wrong words, an unknown actor too */
  DTL_EXIT_FAILED = 3, /* cannot read or write */
} DtlExit;

/* A subcommand: argv[0] is its name. Returns an exit code. */
typedef int (*DtlCliFunc) (int argc, char **argv);

int dtl_cli_check (int argc, char **argv);
int dtl_cli_dates (int argc, char **argv);
int dtl_cli_edtf (int argc, char **argv);
int dtl_cli_export (int argc, char **argv);
int dtl_cli_import (int argc, char **argv);
int dtl_cli_list (int argc, char **argv);
int dtl_cli_new (int argc, char **argv);
int dtl_cli_sample (int argc, char **argv);

/* One line on stderr, whatever is in @message: what a file or a name brings along cannot break it or steer a terminal.
 */
void dtl_cli_complain (const char *message);
/* One line on stderr and the exit code that fits the error's kind. */
int dtl_cli_fail (const GError *error);
/* One line on stderr and DTL_EXIT_USAGE. */
int dtl_cli_usage (const char *format, ...) G_GNUC_PRINTF (1, 2);
/* @text with every control character a space: for a cell of a line. (transfer full) */
char *dtl_cli_one_line (const char *text);

/* Makes standard output and standard error UTF-8 in every locale, and takes notice of output that cannot be written. To
 * be called before anything is opened. */
void dtl_cli_output_init (void);
/* Writes what is still held. @exit_code, or DTL_EXIT_FAILED and a line on stderr where output was lost. */
int dtl_cli_output_finish (int exit_code);

/**
 * dtl_cli_parse:
 * @argc, @argv: changed: options are taken out
 * @arguments: what stands behind the command in its help: "CASE FILE…"
 * @summary: one sentence for --help
 * @entries: options
 * @min, @max: how many arguments are right, the command's name not counted
 *
 * Returns: whether the words are right; if not, the line is on stderr and the caller returns DTL_EXIT_USAGE
 */
gboolean dtl_cli_parse (int *argc,
                        char ***argv,
                        const char *arguments,
                        const char *summary,
                        const GOptionEntry *entries,
                        int min,
                        int max);

/* Opens a case to read it. Where changes may be waiting in a working copy, a line on stderr says so. */
DtlDocument *dtl_cli_open (const char *path, GError **error);

/** DtlCliFilter: the options that narrow, as written. */
typedef struct
{
  GStrv actors;
  char *from;
  char *to;
  char *text;
  char *known_on;
  gboolean certain;
  gboolean may_be_known;
} DtlCliFilter;

void dtl_cli_filter_clear (DtlCliFilter *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DtlCliFilter, dtl_cli_filter_clear)

/* The option entries of a filter, for use inside an array of entries. */
#define DTL_CLI_FILTER_ENTRIES(filter)                                                                                     \
  { "actor",                                                                                                               \
    0,                                                                                                                     \
    0,                                                                                                                     \
    G_OPTION_ARG_STRING_ARRAY,                                                                                             \
    &(filter).actors,                                                                                                      \
    N_ ("Only what is this actor's or its people's; repeat for any of several"),                                           \
    N_ ("NAME") },                                                                                                         \
      { "from", 0, 0, G_OPTION_ARG_STRING, &(filter).from, N_ ("Only what may fall on or after this date"), N_ ("EDTF") }, \
      { "to", 0, 0, G_OPTION_ARG_STRING, &(filter).to, N_ ("Only what may fall on or before this date"), N_ ("EDTF") },    \
      { "certain",                                                                                                         \
        0,                                                                                                                 \
        0,                                                                                                                 \
        G_OPTION_ARG_NONE,                                                                                                 \
        &(filter).certain,                                                                                                 \
        N_ ("With --from and --to: only what wholly falls inside"),                                                        \
        NULL },                                                                                                            \
      { "as-known-on",                                                                                                     \
        0,                                                                                                                 \
        0,                                                                                                                 \
        G_OPTION_ARG_STRING,                                                                                               \
        &(filter).known_on,                                                                                                \
        N_ ("As it was known on this day: only what rests on sources published by then"),                                  \
        N_ ("EDTF") },                                                                                                     \
      { "may-be-known",                                                                                                    \
        0,                                                                                                                 \
        0,                                                                                                                 \
        G_OPTION_ARG_NONE,                                                                                                 \
        &(filter).may_be_known,                                                                                            \
        N_ ("With --as-known-on: sources that may have been published by then count too"),                                 \
        NULL },                                                                                                            \
  {                                                                                                                        \
    "text", 0, 0, G_OPTION_ARG_STRING, &(filter).text, N_ ("Only events in which these words are found"), N_ ("WORDS")     \
  }

/* Has @document show what was known on the day that was named, if any, and makes a filter of the rest.
 * (transfer full) (nullable): DTL_SERVICE_ERROR_ARGUMENT for an unknown actor or a bad date. */
DtlFilter *dtl_cli_filter_make (const DtlCliFilter *self, DtlDocument *document, GError **error);

/* The earliest and latest civil second of an EDTF value that a person gave for @option. */
gboolean dtl_cli_parse_span (const char *option, const char *edtf, int64_t *from, int64_t *to, GError **error);

/* Seconds of now, for the log. The only clock of the command line; SOURCE_DATE_EPOCH stands in for it in tests. */
int64_t dtl_cli_now (void);

G_END_DECLS
