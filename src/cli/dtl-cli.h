/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command line: subcommands that never touch a display. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether @word, the first of the command line, is for dtl_cli_main(): a command, an option that prints, or a word that
 * is neither a command nor a file. */
gboolean dtl_cli_is_command (const char *word);
int dtl_cli_main (int argc, char **argv);

G_END_DECLS
