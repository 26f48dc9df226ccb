/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the command line prints. Other programs read it, so it is UTF-8 in every locale, and a disk that is full is an
 * error rather than a shorter list. g_print() and g_printerr() stay in use everywhere; their handlers are set here. */
#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <locale.h>
#include <stdio.h>
#include <unistd.h>

#include "base/dtl-gettext.h"
#include "cli/dtl-cli-private.h"

/* The first failure of standard output, 0 for none. */
static int output_errno;

static void
print_cb (const char *text)
{
  if (output_errno == 0 && fputs (text, stdout) == EOF)
    output_errno = errno;
}

static void
print_error_cb (const char *text)
{
  fputs (text, stderr);
}

/* A file that is opened must not get the number of standard output that was closed: what is printed would go into it.
 * Opened for reading, so that printing fails and is noticed. */
static void
fill_standard_files (void)
{
  for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
    {
      if (fcntl (fd, F_GETFD) < 0 && errno == EBADF && open ("/dev/null", O_RDONLY) < 0)
        return;
    }
}

void
dtl_cli_output_init (void)
{
  fill_standard_files ();
  /* GOption reads arguments in the locale's encoding. */
  if (!g_get_charset (NULL))
    setlocale (LC_CTYPE, "C.UTF-8");
  g_set_print_handler (print_cb);
  g_set_printerr_handler (print_error_cb);
}

int
dtl_cli_output_finish (int exit_code)
{
  g_autofree char *message = NULL;

  if (fflush (stdout) == EOF && output_errno == 0)
    output_errno = errno;
  if (output_errno == 0)
    return exit_code;

  message = g_strdup_printf (_ ("standard output cannot be written: %s; make room, or write to another file"),
                             g_strerror (output_errno));
  dtl_cli_complain (message);

  return DTL_EXIT_FAILED;
}

char *
dtl_cli_one_line (const char *text)
{
  char *line = g_strdup (text);

  for (char *c = line; *c != '\0'; c++)
    {
      if (g_ascii_iscntrl (*c))
        *c = ' ';
    }

  return line;
}

void
dtl_cli_complain (const char *message)
{
  g_autofree char *line = dtl_cli_one_line (message);

  g_printerr ("dateline: %s\n", line);
}
