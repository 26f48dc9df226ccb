/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the program begins: a subcommand goes to the command line, which never touches a display; everything else opens
 * windows. */
#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "app/dtl-application.h"
#include "base/dtl-place.h"
#include "cli/dtl-cli.h"

int
main (int argc, char **argv)
{
  g_autofree char *locale_folder = dtl_place_get_locale_folder ();
  g_autoptr (DtlApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, locale_folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  if (argc > 1 && dtl_cli_is_command (argv[1]))
    return dtl_cli_main (argc, argv);
  application = dtl_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
