/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-file-dialog.h. The dialog itself is app/compat/dtl-file-chooser.h. */
#include "config.h"

#include "app/dtl-file-dialog.h"

#include <glib/gi18n.h>

#include "app/compat/dtl-alert.h"
#include "app/compat/dtl-file-chooser.h"

typedef struct
{
  const char *title;
  const char *accept;
  gboolean saves;
} KindInfo;

static const KindInfo kinds[] = {
  [DTL_FILE_DIALOG_OPEN_CASE] = { N_ ("Open Case"), N_ ("_Open"), FALSE },
  [DTL_FILE_DIALOG_NEW_CASE] = { N_ ("New Case"), N_ ("_Create"), TRUE },
  [DTL_FILE_DIALOG_EXPORT] = { N_ ("Export Picture"), N_ ("_Export"), TRUE },
  [DTL_FILE_DIALOG_IMPORT] = { N_ ("Import File"), N_ ("_Import"), FALSE },
  [DTL_FILE_DIALOG_ORIGINAL] = { N_ ("Attach Original"), N_ ("_Attach"), FALSE },
};

typedef struct
{
  GWeakRef owner;
  GWeakRef parent;
  DtlFileDialogKind kind;
  char *extension; /* (nullable): what a chosen name without one gets */
  char *complete;  /* (nullable): the chosen path with its extension */
  DtlFileDialogCallback callback;
} Question;

static void
add_filter (GListStore *filters, const char *name, const char *const *suffixes)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  for (guint i = 0; suffixes != NULL && suffixes[i] != NULL; i++)
    gtk_file_filter_add_suffix (filter, suffixes[i]);
  if (suffixes == NULL)
    gtk_file_filter_add_pattern (filter, "*");
  g_list_store_append (filters, filter);
}

/* A picture's format is chosen before its name, so only files of that format are of interest. */
static void
add_picture_filter (GListStore *filters, const char *extension)
{
  static const struct
  {
    const char *extension;
    const char *name;
  } formats[] = {
    { "png", N_ ("PNG pictures") },
    { "pdf", N_ ("PDF documents") },
    { "svg", N_ ("SVG drawings") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (strcmp (formats[i].extension, extension) == 0)
      add_filter (filters, _ (formats[i].name), (const char *const[]){ extension, NULL });
}

static GListModel *
make_filters (DtlFileDialogKind kind, const char *extension)
{
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  switch (kind)
    {
    case DTL_FILE_DIALOG_OPEN_CASE:
    case DTL_FILE_DIALOG_NEW_CASE:
      add_filter (filters, _ ("Dateline cases"), (const char *const[]){ "dateline", NULL });
      break;
    case DTL_FILE_DIALOG_EXPORT:
      add_picture_filter (filters, extension);
      break;
    case DTL_FILE_DIALOG_IMPORT:
      add_filter (filters, _ ("Texts and tables"),
                  (const char *const[]){ "txt", "text", "md", "csv", "tsv", "tab", "json", NULL });
      break;
    case DTL_FILE_DIALOG_ORIGINAL:
    default:
      break;
    }
  if (!kinds[kind].saves)
    add_filter (filters, _ ("All files"), NULL);
  return G_LIST_MODEL (filters);
}

/* Returns: (nullable) (transfer full): what a name gets that is typed without an extension */
static char *
get_extension (DtlFileDialogKind kind, const char *suggested_name)
{
  const char *dot = suggested_name != NULL ? strrchr (suggested_name, '.') : NULL;

  if (kind == DTL_FILE_DIALOG_NEW_CASE)
    return g_strdup ("dateline");
  if (kind != DTL_FILE_DIALOG_EXPORT)
    return NULL;
  return dot != NULL ? g_ascii_strdown (dot + 1, -1) : g_strdup ("png");
}

static char *
complete_path (Question *question, const char *path)
{
  if (question->kind == DTL_FILE_DIALOG_NEW_CASE)
    return g_str_has_suffix (path, ".dateline") ? g_strdup (path) : g_strdup_printf ("%s.dateline", path);
  return question->extension != NULL ? dtl_file_dialog_with_extension (path, question->extension) : g_strdup (path);
}

/* Ends the question: with the chosen path, or without an answer. */
static void
give_answer (Question *question, gboolean accepted)
{
  g_autoptr (GObject) owner = g_weak_ref_get (&question->owner);

  if (accepted && owner != NULL)
    question->callback (owner, question->complete);
  g_weak_ref_clear (&question->owner);
  g_weak_ref_clear (&question->parent);
  g_free (question->extension);
  g_free (question->complete);
  g_free (question);
}

static void
replace_cb (const char *response, gpointer user_data)
{
  give_answer (user_data, g_strcmp0 (response, "replace") == 0);
}

static void
ask_to_replace (Question *question)
{
  const DtlAlertResponse responses[] = {
    { "cancel", _ ("_Cancel"), ADW_RESPONSE_DEFAULT },
    { "replace", _ ("_Replace"), ADW_RESPONSE_DESTRUCTIVE },
  };
  g_autoptr (GtkWindow) parent = g_weak_ref_get (&question->parent);
  g_autofree char *name = g_path_get_basename (question->complete);
  g_autofree char *display_name = g_filename_display_name (name);
  /* Translators: a file's name */
  g_autofree char *heading = g_strdup_printf (_ ("Replace “%s”?"), display_name);

  dtl_alert_show (parent, heading, _ ("A file of this name is there already. Replacing it loses what is in it."),
                  responses, G_N_ELEMENTS (responses), replace_cb, question);
}

/* The chooser has asked whether to replace the very file that it named, and of no other. */
static void
chosen_cb (GFile *file, gpointer user_data)
{
  Question *question = user_data;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path == NULL)
    {
      give_answer (question, FALSE);
      return;
    }
  question->complete = complete_path (question, path);
  if (strcmp (path, question->complete) != 0 && g_file_test (question->complete, G_FILE_TEST_EXISTS))
    ask_to_replace (question);
  else
    give_answer (question, TRUE);
}

/**
 * dtl_file_dialog_show:
 * @parent: the window that asks
 * @suggested_name: (nullable): a file name to start with, for dialogs that save. Its extension is that of the format
 * @owner: passed to @callback; not kept alive
 * @callback: called once with the chosen path, or never when the person chose none
 */
void
dtl_file_dialog_show (GtkWindow *parent,
                      DtlFileDialogKind kind,
                      const char *suggested_name,
                      GObject *owner,
                      DtlFileDialogCallback callback)
{
  const KindInfo *info = &kinds[kind];
  g_autofree char *extension = get_extension (kind, suggested_name);
  g_autoptr (GListModel) filters = make_filters (kind, extension);
  const DtlFileChooserQuestion asked = { _ (info->title), _ (info->accept), info->saves, suggested_name, filters };
  Question *question = g_new0 (Question, 1);

  question->kind = kind;
  question->extension = g_steal_pointer (&extension);
  question->callback = callback;
  g_weak_ref_init (&question->owner, owner);
  g_weak_ref_init (&question->parent, parent);
  dtl_file_chooser_ask (parent, &asked, chosen_cb, question);
}

/**
 * dtl_file_dialog_with_extension:
 * @path: as the person typed it
 * @extension: without a dot
 *
 * Returns: (transfer full): @path, with @extension when it had none
 */
char *
dtl_file_dialog_with_extension (const char *path, const char *extension)
{
  g_autofree char *base = NULL;
  const char *dot;

  g_return_val_if_fail (path != NULL, NULL);

  base = g_path_get_basename (path);
  dot = strrchr (base, '.');
  /* A dot at the start hides a file, a dot within a sentence ends a word: neither starts an extension. */
  if (dot != NULL && dot != base && dot[1] != '\0' && strchr (dot, ' ') == NULL && strlen (dot) <= 9)
    return g_strdup (path);
  return g_strdup_printf ("%s.%s", path, extension);
}
