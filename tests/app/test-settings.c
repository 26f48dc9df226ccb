/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The settings: there where nothing is installed, each key writable and kept. */
#include "config.h"

#include <gio/gio.h>

#include "app/settings/dtl-settings.h"

static void
test_there (void)
{
  GSettings *settings = dtl_settings_get ();
  g_autofree char *id = NULL;
  g_autofree char *name = NULL;

  g_assert_nonnull (settings);
  g_assert_true (settings == dtl_settings_get ());
  g_object_get (settings, "schema-id", &id, NULL);
  g_assert_cmpstr (id, ==, APPLICATION_ID);
  /* Nobody is named before somebody said so. */
  name = g_settings_get_string (settings, "author-name");
  g_assert_cmpstr (name, ==, "");
}

static void
test_kept (void)
{
  GSettings *settings = dtl_settings_get ();
  g_autofree char *name = NULL;

  g_assert_true (g_settings_set_string (settings, "author-name", "A. Author"));
  name = g_settings_get_string (settings, "author-name");
  g_assert_cmpstr (name, ==, "A. Author");
  g_settings_reset (settings, "author-name");
}

static void
test_writable (void)
{
  g_autoptr (GSettingsSchema) schema = NULL;
  g_auto (GStrv) keys = NULL;

  g_object_get (dtl_settings_get (), "settings-schema", &schema, NULL);
  keys = g_settings_schema_list_keys (schema);
  g_assert_cmpuint (g_strv_length (keys), >=, 9);
  for (guint i = 0; keys[i] != NULL; i++)
    g_assert_true (g_settings_is_writable (dtl_settings_get (), keys[i]));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/settings/there", test_there);
  g_test_add_func ("/settings/kept", test_kept);
  g_test_add_func ("/settings/writable", test_writable);
  return g_test_run ();
}
