/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bundled sample case: its description and summaries are resources, and become a case through the same store as
 * everything else. No clock and no random number goes in, so that every copy of it is the same file. */
#include "config.h"

#include "base/dtl-gettext.h"
#include "io/dtl-sample-reader.h"
#include "service/dtl-document-private.h"
#include "service/dtl-sample-resources.h"

#define RESOURCE_FOLDER "/sample"
#define ENGLISH         "en"

/* The day on which the sample was made: the stamp prints it as the day of the case's last change. */
#define SAMPLE_CHANGE_UTC_SECONDS INT64_C (1795219200)

static GBytes *
load_resource (const char *name, gpointer user_data, GError **error)
{
  g_autofree char *path = g_strdup_printf (RESOURCE_FOLDER "/%s", name);
  GResource *resource = user_data;

  return g_resource_lookup_data (resource, path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
}

typedef gboolean (*PutFunc) (DtlStore *store, gpointer record, GError **error);

static gboolean
put_all (DtlStore *store, GPtrArray *records, PutFunc put, GError **error)
{
  for (guint i = 0; i < records->len; i++)
    {
      if (!put (store, g_ptr_array_index (records, i), error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
put_case (DtlStore *store, DtlSampleCase *sample, GError **error)
{
  return put_all (store, sample->actors, (PutFunc) dtl_store_put_actor, error) &&
         put_all (store, sample->sources, (PutFunc) dtl_store_put_source, error) &&
         put_all (store, sample->passages, (PutFunc) dtl_store_put_passage, error) &&
         put_all (store, sample->events, (PutFunc) dtl_store_put_event, error) &&
         put_all (store, sample->links, (PutFunc) dtl_store_put_link, error);
}

static gboolean
fill_sample (DtlStore *store, gpointer user_data, GError **error)
{
  const DtlSampleCase *sample = user_data;
  const char *label = sample->label != NULL ? sample->label : "";

  if (!dtl_store_begin (store, label, "", SAMPLE_CHANGE_UTC_SECONDS, error))
    return FALSE;
  if (!put_case (store, user_data, error))
    {
      dtl_store_rollback (store);
      return FALSE;
    }

  return dtl_store_commit (store, error);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* @names: (transfer full): changed in place */
static GStrv
sort_names (GStrv names)
{
  qsort (names, g_strv_length (names), sizeof *names, compare_names);
  return names;
}

/* @language's words for the sample. (transfer full) (nullable): NULL for a language that it is not in, and for English,
 * in which it is written. */
static GBytes *
find_words (const char *language)
{
  g_autofree char *name = g_strdup_printf ("kaspersky.%s.json", language);

  return load_resource (name, dtl_sample_get_resource (), NULL);
}

/**
 * dtl_document_match_sample_language:
 * @language: (nullable): as in "de", "de-AT", "pt_BR"
 *
 * Returns: (transfer full) (nullable): the nearest language that the sample is in, "en" for every English; NULL if
 * there is none
 */
char *
dtl_document_match_sample_language (const char *language)
{
  g_auto (GStrv) parts = language != NULL ? g_strsplit_set (language, "-_@.", 2) : NULL;
  g_autoptr (GBytes) words = NULL;

  if (parts == NULL || parts[0] == NULL)
    return NULL;
  if (!g_str_equal (parts[0], ENGLISH) && (words = find_words (parts[0])) == NULL)
    return NULL;
  return g_strdup (parts[0]);
}

/**
 * dtl_document_list_sample_languages:
 *
 * Returns: (transfer full): the languages that the sample is in, sorted
 */
GStrv
dtl_document_list_sample_languages (void)
{
  g_auto (GStrv) names = g_resource_enumerate_children (dtl_sample_get_resource (), RESOURCE_FOLDER, 0, NULL);
  g_autoptr (GStrvBuilder) found = g_strv_builder_new ();

  for (int i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (names[i], ".", -1);

      if (g_strv_length (parts) == 3)
        g_strv_builder_add (found, parts[1]);
    }
  g_strv_builder_add (found, ENGLISH);
  return sort_names (g_strv_builder_end (found));
}

/* The user's, or English. */
static char *
language_of_user (void)
{
  const char *const *names = g_get_language_names_with_category ("LC_MESSAGES");

  for (; *names != NULL; names++)
    {
      char *language = dtl_document_match_sample_language (*names);

      if (language != NULL)
        return language;
    }
  return g_strdup (ENGLISH);
}

/* Reads the sample with the words of @language. */
static DtlSampleCase *
read_sample (const char *language, GError **error)
{
  GResource *resource = dtl_sample_get_resource ();
  g_autoptr (GBytes) words = find_words (language);
  g_autoptr (GBytes) description = load_resource ("kaspersky.json", resource, error);

  return description != NULL ? dtl_sample_read (description, words, load_resource, resource, error) : NULL;
}

/**
 * dtl_document_write_sample_in:
 * @path: where the case is to be; there must be no file
 * @language: the language of its words, one that dtl_document_match_sample_language() answers with
 * @error: DTL_STORE_ERROR
 *
 * Returns: whether the case stands there
 */
gboolean
dtl_document_write_sample_in (const char *path, const char *language, GError **error)
{
  g_autoptr (DtlSampleCase) sample = NULL;

  g_return_val_if_fail (path != NULL && language != NULL, FALSE);

  sample = read_sample (language, error);
  if (sample == NULL)
    return FALSE;

  return dtl_working_copy_write_new (path, sample->title, sample->language, fill_sample, sample, error);
}

/**
 * dtl_document_write_sample:
 * @path: as for dtl_document_write_sample_in()
 * @error: likewise
 *
 * Returns: whether the case stands there, in the user's language, or in English if the sample is not in that
 */
gboolean
dtl_document_write_sample (const char *path, GError **error)
{
  g_autofree char *language = language_of_user ();

  return dtl_document_write_sample_in (path, language, error);
}

/**
 * dtl_document_dup_sample_title:
 *
 * Returns: (transfer full): what the sample is called in the user's language
 */
char *
dtl_document_dup_sample_title (void)
{
  g_autofree char *language = language_of_user ();
  g_autoptr (DtlSampleCase) sample = read_sample (language, NULL);

  return g_strdup (sample != NULL ? sample->title : "Sample");
}
