/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Catalogues are those that gettext itself would read: they lie in the folder to which the text domain is bound. Each
 * is read once and kept, since words that were handed out point into it. */
#include "config.h"

#include "base/dtl-language.h"

#include <libintl.h>
#include <string.h>

#include "base/dtl-gettext.h"

#define ENGLISH "en"

static _Thread_local gboolean speaks;
static _Thread_local const DtlCatalogue *spoken;

static char *
catalogue_path (const char *language)
{
  const char *folder = bindtextdomain (GETTEXT_PACKAGE, NULL);

  return g_build_filename (folder != NULL ? folder : LOCALEDIR, language, "LC_MESSAGES", GETTEXT_PACKAGE ".mo", NULL);
}

static DtlCatalogue *
read_catalogue (const char *path)
{
  g_autoptr (GBytes) bytes = NULL;
  char *data;
  gsize length;

  /* Not mapped: an update of the program may cut the file short under a running one. */
  if (!g_file_get_contents (path, &data, &length, NULL))
    return NULL;
  bytes = g_bytes_new_take (data, length);
  return dtl_catalogue_new (bytes);
}

/* @language: as in the name of its folder
 * Returns: (transfer none) (nullable): its messages, kept for good */
static const DtlCatalogue *
get_catalogue (const char *language)
{
  static GMutex mutex;
  static GHashTable *catalogues = NULL;
  g_autofree char *path = catalogue_path (language);
  DtlCatalogue *catalogue;

  g_mutex_lock (&mutex);
  if (catalogues == NULL)
    catalogues = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  catalogue = g_hash_table_lookup (catalogues, path);
  if (catalogue == NULL && (catalogue = read_catalogue (path)) != NULL)
    g_hash_table_insert (catalogues, g_steal_pointer (&path), catalogue);
  g_mutex_unlock (&mutex);

  return catalogue;
}

static gboolean
is_english (const char *language)
{
  return g_ascii_strncasecmp (language, ENGLISH, 2) == 0 && !g_ascii_isalpha (language[2]);
}

/* Only letters, digits and what joins them: never a path. */
static gboolean
is_name (const char *language)
{
  return *language != '\0' && strspn (language, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "_-@") == strlen (language);
}

/**
 * dtl_language_match:
 * @language: (nullable): as in "de", "de-AT", "pt_BR", "sr@latin"
 *
 * Returns: (transfer full) (nullable): the language that Dateline has words in and that comes nearest, as its catalogue
 * is named ("en" for every English); NULL if there is none
 */
char *
dtl_language_match (const char *language)
{
  g_autofree char *name = NULL;

  if (language == NULL || !is_name (language))
    return NULL;
  if (is_english (language))
    return g_strdup (ENGLISH);
  name = g_strdelimit (g_strdup (language), "-", '_');
  while (get_catalogue (name) == NULL)
    {
      char *end = strrchr (name, strchr (name, '@') != NULL ? '@' : '_');

      if (end == NULL)
        return NULL;
      *end = '\0';
    }
  return g_steal_pointer (&name);
}

/**
 * dtl_language_is_known:
 * @language: (nullable): as for dtl_language_match()
 *
 * Returns: whether there are words in it
 */
gboolean
dtl_language_is_known (const char *language)
{
  g_autofree char *match = dtl_language_match (language);

  return match != NULL;
}

/**
 * dtl_language_enter:
 * @self: (out caller-allocates): what to go back to
 * @language: (nullable): as for dtl_language_match(); English if it is NULL or there are no words in it
 *
 * From here on, this thread speaks @language, until dtl_language_leave().
 */
void
dtl_language_enter (DtlLanguage *self, const char *language)
{
  g_autofree char *match = dtl_language_match (language);

  g_return_if_fail (self != NULL);

  self->catalogue = spoken;
  self->is_speaking = speaks;
  dtl_plain_locale_enter (&self->locale);
  speaks = TRUE;
  spoken = match != NULL && !is_english (match) ? get_catalogue (match) : NULL;
}

void
dtl_language_leave (DtlLanguage *self)
{
  g_return_if_fail (self != NULL);

  spoken = self->catalogue;
  speaks = self->is_speaking;
  dtl_plain_locale_leave (&self->locale);
}

gboolean
dtl_language_is_speaking (const DtlCatalogue **catalogue)
{
  *catalogue = spoken;
  return speaks;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * dtl_language_list:
 *
 * Returns: (transfer full): the languages that there are words in, sorted, with "en"
 */
GStrv
dtl_language_list (void)
{
  const char *folder = bindtextdomain (GETTEXT_PACKAGE, NULL);
  g_autoptr (GDir) entries = g_dir_open (folder != NULL ? folder : LOCALEDIR, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  g_ptr_array_add (names, g_strdup (ENGLISH));
  while (entries != NULL && (name = g_dir_read_name (entries)) != NULL)
    if (is_name (name) && !is_english (name) && get_catalogue (name) != NULL)
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);

  return (GStrv) g_ptr_array_steal (names, NULL);
}

/**
 * dtl_language_get_name:
 * @language: one of dtl_language_list()
 *
 * Returns: (transfer full): what those who speak it call it
 */
char *
dtl_language_get_name (const char *language)
{
  DtlLanguage self;
  char *name;

  g_return_val_if_fail (language != NULL, NULL);

  dtl_language_enter (&self, language);
  /* Translators: the name of your language in your language, as it stands in a list of languages ("Deutsch"). */
  name = g_strdup (C_ ("language", "English"));
  dtl_language_leave (&self);

  return name;
}
