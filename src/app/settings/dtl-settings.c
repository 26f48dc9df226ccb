/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-settings.h. GSettings ends the program when a schema or a key of it is not installed. A program in its build
 * folder, beside an older installed one, or copied somewhere must run all the same; so it carries its schema as a
 * resource, and uses the installed one (which an administrator may have overridden) only if that has the same keys. */
#include "config.h"

#include "app/settings/dtl-settings.h"

#include <glib/gstdio.h>
#include <langinfo.h>

#define RESOURCE "/dateline/gschemas.compiled"

extern GResource *dtl_get_resource (void);

/* Schemas are read from folders only, so the resource is written into one, which is gone again once it is mapped.
 * Returns: (transfer full) (nullable): NULL where no such folder can be made below @parent */
static GSettingsSchema *
load_carried_below (const char *parent)
{
  g_autofree char *folder = g_build_filename (parent, "dateline-schema-XXXXXX", NULL);
  g_autofree char *path = NULL;
  g_autoptr (GBytes) bytes = g_resource_lookup_data (dtl_get_resource (), RESOURCE, 0, NULL);
  g_autoptr (GSettingsSchemaSource) source = NULL;

  g_assert (bytes != NULL);
  if (g_mkdtemp_full (folder, 0700) == NULL)
    return NULL;
  path = g_build_filename (folder, "gschemas.compiled", NULL);
  if (g_file_set_contents_full (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                                G_FILE_SET_CONTENTS_NONE, 0600, NULL))
    source = g_settings_schema_source_new_from_directory (folder, NULL, TRUE, NULL);
  g_unlink (path);
  g_rmdir (folder);

  return source != NULL ? g_settings_schema_source_lookup (source, APPLICATION_ID, FALSE) : NULL;
}

static GSettingsSchema *
load_carried (void)
{
  const char *const parents[] = { g_get_user_runtime_dir (), g_get_tmp_dir (), g_get_user_cache_dir (),
                                  g_get_home_dir () };
  GSettingsSchema *schema = NULL;

  for (guint i = 0; schema == NULL && i < G_N_ELEMENTS (parents); i++)
    schema = load_carried_below (parents[i]);
  return schema;
}

static gboolean
has_keys_of (GSettingsSchema *schema, GSettingsSchema *other)
{
  g_auto (GStrv) keys = g_settings_schema_list_keys (other);

  for (guint i = 0; keys[i] != NULL; i++)
    {
      g_autoptr (GSettingsSchemaKey) wanted = g_settings_schema_get_key (other, keys[i]);
      g_autoptr (GSettingsSchemaKey) found = NULL;

      if (!g_settings_schema_has_key (schema, keys[i]))
        return FALSE;
      found = g_settings_schema_get_key (schema, keys[i]);
      if (!g_variant_type_equal (g_settings_schema_key_get_value_type (found),
                                 g_settings_schema_key_get_value_type (wanted)))
        return FALSE;
    }
  return TRUE;
}

static GSettings *
make_settings (void)
{
  GSettingsSchemaSource *standard = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) installed =
      standard != NULL ? g_settings_schema_source_lookup (standard, APPLICATION_ID, TRUE) : NULL;
  g_autoptr (GSettingsSchema) carried = load_carried ();

  if (installed != NULL && (carried == NULL || has_keys_of (installed, carried)))
    return g_settings_new_full (installed, NULL, NULL);
  if (carried == NULL)
    g_error ("Dateline found no folder that it may write to: not even a temporary one");
  return g_settings_new_full (carried, NULL, NULL);
}

/**
 * dtl_settings_get:
 *
 * For the main thread. Works installed and from the build folder; where no folder at all can be written to, and nothing
 * is installed, the program ends with a message.
 *
 * Returns: (transfer none): the settings of the program, the same at every call
 */
GSettings *
dtl_settings_get (void)
{
  static GSettings *settings = NULL;

  if (settings == NULL)
    settings = make_settings ();
  return settings;
}

/* glibc tells a number from 1 on, and which weekday is number 1: the one of this date, a Sunday or a Monday. */
static int
get_first_weekday_of_region (void)
{
#ifdef __GLIBC__
  union
  {
    const char *string;
    unsigned int word;
  } origin;
  int first = *nl_langinfo (_NL_TIME_FIRST_WEEKDAY);
  int number_one;

  origin.string = nl_langinfo (_NL_TIME_WEEK_1STDAY);
  number_one = origin.word == 19971130 ? 7 : 1;
  if (first >= 1 && first <= 7)
    return (number_one + first - 2) % 7 + 1;
#endif
  return 1;
}

/* Returns: the day with which a week begins where weeks are shown, 1 Monday to 7 Sunday */
int
dtl_settings_get_first_weekday (void)
{
  int day = g_settings_get_enum (dtl_settings_get (), "first-day-of-week");

  return day > 0 ? day : get_first_weekday_of_region ();
}
