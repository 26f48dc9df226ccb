/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the application says about itself: the about box, made from the metainfo, and the user's guide, a page that is
 * installed with the program and needs no network. */
#include "config.h"

#include "app/dtl-application-help.h"

#include <glib/gi18n.h>

#include "app/compat/dtl-about.h"
#include "app/compat/dtl-launch.h"
#include "app/dtl-about-details.h"
#include "app/dtl-message.h"

#define METAINFO "/dateline/metainfo.xml"

static char *
describe_versions (void)
{
  return g_strdup_printf ("Dateline %s\nGTK %u.%u.%u\nlibadwaita %u.%u.%u\nGLib %u.%u.%u\n", VERSION,
                          gtk_get_major_version (), gtk_get_minor_version (), gtk_get_micro_version (),
                          adw_get_major_version (), adw_get_minor_version (), adw_get_micro_version (),
                          glib_major_version, glib_minor_version, glib_micro_version);
}

/* Shows the about box, over @parent if there is one. */
void
dtl_application_show_about (GtkWindow *parent)
{
  g_autoptr (GBytes) metainfo = g_resources_lookup_data (METAINFO, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (DtlAboutDetails) details = NULL;
  g_autofree char *versions = describe_versions ();

  g_return_if_fail (metainfo != NULL);

  details = dtl_about_details_parse (metainfo, NULL);
  g_return_if_fail (details != NULL);
  dtl_about_show (parent, "application-name", _ ("Dateline"), "application-icon", APPLICATION_ID, "version", VERSION,
                  "comments", _ ("Timelines whose every mark opens its proof"), "license-type", GTK_LICENSE_GPL_3_0,
                  "developer-name", details->developer, "website", details->homepage, "issue-url", details->bugtracker,
                  "release-notes-version", details->version, "release-notes", details->release_notes,
                  /* Translators: your own names, one a line; they are shown in the about box. */
                  "translator-credits", _ ("translator-credits"), "debug-info", versions, "debug-info-filename",
                  "dateline-versions.txt", NULL);
}

/**
 * dtl_application_find_guide:
 *
 * Returns: (transfer full) (nullable): the path of the user's guide: in the build folder if the program runs from
 * there, else where it is installed
 */
char *
dtl_application_find_guide (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = program != NULL ? g_path_get_dirname (program) : NULL;
  g_autofree char *built = folder != NULL ? g_build_filename (folder, "..", "docs", "guide.html", NULL) : NULL;
  g_autofree char *installed = g_build_filename (DOCDIR, "guide.html", NULL);

  if (built != NULL && g_file_test (built, G_FILE_TEST_EXISTS))
    return g_canonicalize_filename (built, NULL);
  return g_file_test (installed, G_FILE_TEST_EXISTS) ? g_steal_pointer (&installed) : NULL;
}

/* In a sandbox the programs outside are not to be seen, but can be asked. */
static gboolean
has_reader (void)
{
  g_autoptr (GAppInfo) reader = g_app_info_get_default_for_type ("text/html", FALSE);

  return reader != NULL || g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS);
}

/* Opens the guide in the program that the person has for pages; where there is none, says where the guide is. */
void
dtl_application_show_guide (GtkWindow *parent)
{
  g_autofree char *path = dtl_application_find_guide ();
  g_autofree char *uri = NULL;
  g_autofree char *body = NULL;

  g_return_if_fail (GTK_IS_WINDOW (parent));

  if (path == NULL)
    {
      dtl_message_show_error (parent, _ ("The Guide Is Not Installed"),
                              _ ("It is a part of Dateline that this installation left out. “man dateline” tells about "
                                 "the command line, and Ctrl+? about the keys."));
      return;
    }
  uri = g_filename_to_uri (path, NULL, NULL);
  if (has_reader ())
    {
      dtl_launch_uri (GTK_WIDGET (parent), uri);
      return;
    }
  body = g_strdup_printf (_ ("No program for web pages is installed. The guide is the file “%s”."), path);
  dtl_message_show_error (parent, _ ("No Program to Show the Guide"), body);
}
