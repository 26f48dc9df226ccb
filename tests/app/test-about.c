/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the about box says is what the metainfo says, and the guide is where F1 looks. */
#include "config.h"

#include <string.h>

#include "app/dtl-about-details.h"
#include "app/dtl-application-help.h"

extern GResource *dtl_get_resource (void);

static void
test_own_metainfo (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_resource_lookup_data (dtl_get_resource (), "/dateline/metainfo.xml", 0, &error);
  g_autoptr (DtlAboutDetails) details = NULL;

  g_assert_no_error (error);
  details = dtl_about_details_parse (bytes, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (details->name, ==, "Dateline");
  g_assert_cmpstr (details->version, ==, VERSION);
  g_assert_nonnull (details->developer);
  g_assert_true (g_str_has_prefix (details->homepage, "https://"));
  g_assert_true (g_str_has_prefix (details->bugtracker, details->homepage));
  g_assert_true (g_str_has_prefix (details->release_notes, "<p>"));
}

static void
test_newest_release (void)
{
  static const char *const text =
      "<component><name>A</name><name xml:lang='de'>B</name><url type='homepage'>https://a</url>"
      "<developer id='d'><name>Who</name></developer><releases>"
      "<release version='2'><description><p>x &amp; y</p><ul><li>new</li></ul></description></release>"
      "<release version='1'><description><p>old</p></description></release></releases></component>";
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (DtlAboutDetails) details = dtl_about_details_parse (bytes, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (details->name, ==, "A");
  g_assert_cmpstr (details->developer, ==, "Who");
  g_assert_cmpstr (details->homepage, ==, "https://a");
  g_assert_null (details->bugtracker);
  g_assert_cmpstr (details->version, ==, "2");
  g_assert_cmpstr (details->release_notes, ==, "<p>x &amp; y</p><ul><li>new</li></ul>");
}

static void
test_no_xml (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static ("<component><name>", 17);

  g_assert_null (dtl_about_details_parse (bytes, &error));
  g_assert_nonnull (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/about/own-metainfo", test_own_metainfo);
  g_test_add_func ("/about/newest-release", test_newest_release);
  g_test_add_func ("/about/no-xml", test_no_xml);
  return g_test_run ();
}
