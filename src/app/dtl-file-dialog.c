/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-file-dialog.h. GtkFileChooserNative is not owned by GTK: it is kept until its answer came. */
#include "config.h"

#include "app/dtl-file-dialog.h"

#include <glib/gi18n.h>

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
  GtkFileChooserNative *native;
  GWeakRef owner;
  DtlFileDialogKind kind;
  DtlFileDialogCallback callback;
} Question;

static void
add_filter (GtkFileChooser *chooser, const char *name, const char *const *suffixes)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  for (guint i = 0; suffixes[i] != NULL; i++)
    gtk_file_filter_add_suffix (filter, suffixes[i]);
  gtk_file_chooser_add_filter (chooser, filter);
}

static void
add_all_files (GtkFileChooser *chooser)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("All files"));
  gtk_file_filter_add_pattern (filter, "*");
  gtk_file_chooser_add_filter (chooser, filter);
}

static void
add_filters (GtkFileChooser *chooser, DtlFileDialogKind kind)
{
  switch (kind)
    {
    case DTL_FILE_DIALOG_OPEN_CASE:
    case DTL_FILE_DIALOG_NEW_CASE:
      add_filter (chooser, _ ("Dateline cases"), (const char *const[]){ "dateline", NULL });
      break;
    case DTL_FILE_DIALOG_EXPORT:
      add_filter (chooser, _ ("PNG pictures"), (const char *const[]){ "png", NULL });
      add_filter (chooser, _ ("PDF documents"), (const char *const[]){ "pdf", NULL });
      add_filter (chooser, _ ("SVG drawings"), (const char *const[]){ "svg", NULL });
      break;
    case DTL_FILE_DIALOG_IMPORT:
      add_filter (chooser, _ ("Texts and tables"), (const char *const[]){ "txt", "text", "md", "csv", NULL });
      break;
    case DTL_FILE_DIALOG_ORIGINAL:
    default:
      break;
    }
  if (!kinds[kind].saves)
    add_all_files (chooser);
}

/* A name typed without an extension gets the one of the filter that is chosen. */
static char *
complete_path (Question *question, const char *path)
{
  GtkFileFilter *filter = gtk_file_chooser_get_filter (GTK_FILE_CHOOSER (question->native));
  const char *name = filter != NULL ? gtk_file_filter_get_name (filter) : NULL;

  if (question->kind == DTL_FILE_DIALOG_NEW_CASE)
    return g_str_has_suffix (path, ".dateline") ? g_strdup (path) : g_strdup_printf ("%s.dateline", path);
  if (question->kind != DTL_FILE_DIALOG_EXPORT)
    return g_strdup (path);
  if (g_strcmp0 (name, _ ("PDF documents")) == 0)
    return dtl_file_dialog_with_extension (path, "pdf");
  if (g_strcmp0 (name, _ ("SVG drawings")) == 0)
    return dtl_file_dialog_with_extension (path, "svg");
  return dtl_file_dialog_with_extension (path, "png");
}

static void
response_cb (GtkNativeDialog *native, int response, gpointer user_data)
{
  Question *question = user_data;
  g_autoptr (GObject) owner = g_weak_ref_get (&question->owner);
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;
  g_autofree char *complete = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (native));
  path = file != NULL ? g_file_get_path (file) : NULL;
  if (path != NULL && owner != NULL)
    {
      complete = complete_path (question, path);
      question->callback (owner, complete);
    }
  g_object_unref (question->native);
  g_weak_ref_clear (&question->owner);
  g_free (question);
}

/**
 * dtl_file_dialog_show:
 * @parent: the window that asks
 * @suggested_name: (nullable): a file name to start with, for dialogs that save
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
  Question *question = g_new0 (Question, 1);
  GtkFileChooser *chooser;

  question->native = gtk_file_chooser_native_new (
      _ (info->title), parent, info->saves ? GTK_FILE_CHOOSER_ACTION_SAVE : GTK_FILE_CHOOSER_ACTION_OPEN,
      _ (info->accept), NULL);
  question->kind = kind;
  question->callback = callback;
  g_weak_ref_init (&question->owner, owner);

  chooser = GTK_FILE_CHOOSER (question->native);
  add_filters (chooser, kind);
  if (suggested_name != NULL)
    gtk_file_chooser_set_current_name (chooser, suggested_name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (question->native), TRUE);
  g_signal_connect (question->native, "response", G_CALLBACK (response_cb), question);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (question->native));
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
