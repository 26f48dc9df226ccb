/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-about-details.h. libadwaita reads metainfo itself only from 1.4 on, and only with libappstream. */
#include "app/dtl-about-details.h"

#include <string.h>

/*
 * Reader:
 * @path: of the element we are in, "component/releases/release"
 * @words: the text of the element we are in
 * @notes: the description of the newest release
 * @n_releases: how many began
 * @url_type: (nullable): of the last url
 */
typedef struct
{
  DtlAboutDetails *details;
  GPtrArray *path;
  GString *words;
  GString *notes;
  int n_releases;
  char *url_type;
} Reader;

/* Whether the innermost elements are these, the last one innermost. */
static gboolean
is_in (Reader *self, const char *outer, const char *inner)
{
  guint n = self->path->len;

  return n >= 2 && g_str_equal (self->path->pdata[n - 1], inner) && g_str_equal (self->path->pdata[n - 2], outer);
}

/* Whether we are in the description of the newest release. */
static gboolean
is_in_notes (Reader *self)
{
  return self->n_releases == 1 && self->path->len > 4 && g_str_equal (self->path->pdata[1], "releases") &&
         g_str_equal (self->path->pdata[3], "description");
}

static void
start_element_cb (GMarkupParseContext *context,
                  const char *name,
                  const char **names,
                  const char **values,
                  gpointer user_data,
                  GError **error)
{
  Reader *self = user_data;

  g_ptr_array_add (self->path, g_strdup (name));
  g_string_truncate (self->words, 0);
  if (is_in (self, "component", "url"))
    {
      g_clear_pointer (&self->url_type, g_free);
      g_markup_collect_attributes (name, names, values, error, G_MARKUP_COLLECT_STRDUP, "type", &self->url_type,
                                   G_MARKUP_COLLECT_INVALID);
    }
  if (is_in (self, "releases", "release") && ++self->n_releases == 1)
    for (guint i = 0; names[i] != NULL; i++)
      if (g_str_equal (names[i], "version"))
        self->details->version = g_strdup (values[i]);
  if (is_in_notes (self))
    g_string_append_printf (self->notes, "<%s>", name);
}

/* The untranslated ones come first, and stay. */
static void
take (Reader *self, char **member)
{
  if (*member == NULL)
    *member = g_strstrip (g_strdup (self->words->str));
}

static void
end_element_cb (GMarkupParseContext *context, const char *name, gpointer user_data, GError **error)
{
  Reader *self = user_data;

  if (is_in_notes (self))
    g_string_append_printf (self->notes, "</%s>", name);
  else if (is_in (self, "component", "name"))
    take (self, &self->details->name);
  else if (is_in (self, "component", "summary"))
    take (self, &self->details->summary);
  else if (is_in (self, "developer", "name"))
    take (self, &self->details->developer);
  else if (is_in (self, "component", "url") && g_strcmp0 (self->url_type, "homepage") == 0)
    take (self, &self->details->homepage);
  else if (is_in (self, "component", "url") && g_strcmp0 (self->url_type, "bugtracker") == 0)
    take (self, &self->details->bugtracker);
  g_ptr_array_set_size (self->path, (int) self->path->len - 1);
}

static void
text_cb (GMarkupParseContext *context, const char *text, gsize length, gpointer user_data, GError **error)
{
  Reader *self = user_data;
  g_autofree char *escaped = NULL;
  g_autofree char *plain = g_strndup (text, length);

  g_string_append (self->words, plain);
  if (!is_in_notes (self))
    return;
  g_strstrip (plain);
  escaped = g_markup_escape_text (plain, -1);
  g_string_append (self->notes, escaped);
}

/**
 * dtl_about_details_parse:
 * @metainfo: an AppStream metainfo file
 *
 * Returns: (transfer full) (nullable): what stands in it; members that do not are NULL. NULL with @error if it is no
 * XML
 */
DtlAboutDetails *
dtl_about_details_parse (GBytes *metainfo, GError **error)
{
  static const GMarkupParser parser = { start_element_cb, end_element_cb, text_cb, NULL, NULL };
  g_autoptr (DtlAboutDetails) details = g_new0 (DtlAboutDetails, 1);
  g_autoptr (GMarkupParseContext) context = NULL;
  g_autoptr (GPtrArray) path = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (GString) notes = g_string_new (NULL);
  Reader reader = { .details = details, .path = path, .words = words, .notes = notes };
  gboolean is_read;
  gsize size;
  const char *text;

  g_return_val_if_fail (metainfo != NULL, NULL);

  text = g_bytes_get_data (metainfo, &size);
  context = g_markup_parse_context_new (&parser, 0, &reader, NULL);
  is_read = g_markup_parse_context_parse (context, text, (gssize) size, error) &&
            g_markup_parse_context_end_parse (context, error);
  g_free (reader.url_type);
  if (!is_read)
    return NULL;
  details->release_notes = g_strdup (notes->str);
  return g_steal_pointer (&details);
}

void
dtl_about_details_free (DtlAboutDetails *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->summary);
  g_free (self->developer);
  g_free (self->homepage);
  g_free (self->bugtracker);
  g_free (self->version);
  g_free (self->release_notes);
  g_free (self);
}
