/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an earlier run left, told across the window until somebody decides about it: it is shown, and can be gone on
 * with, or be set aside as a case of its own. Whoever changes the case goes on with it. */
#include "config.h"

#include <glib/gi18n.h>

#include "app/compat/dtl-announce.h"
#include "app/dtl-message.h"
#include "app/dtl-window-private.h"
#include "app/dtl-window-work-private.h"
#include "app/dtl-wrap-layout.h"

static const DtlRecovery *
get_recovery (DtlWindow *self)
{
  return self->session != NULL ? dtl_document_get_recovery (dtl_session_get_document (self->session)) : NULL;
}

static char *
describe (const DtlRecovery *recovery)
{
  if (recovery->is_apart)
    return g_strdup (_ ("An earlier run left changes that are not in the file, and the file was changed since."));
  if (recovery->n_changes == 1)
    /* Translators: what the change is called in the history */
    return g_strdup_printf (_ ("Recovered one change that is not in the file: %s"), recovery->label);
  return g_strdup_printf (
      /* Translators: at the end what the last change is called in the history */
      ngettext ("Recovered %u change that is not in the file, the last one: %s",
                "Recovered %u changes that are not in the file, the last one: %s", recovery->n_changes),
      recovery->n_changes, recovery->label);
}

static GtkWidget *
make_button (const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

static GtkWidget *
make_strip (const DtlRecovery *recovery, const char *words)
{
  GtkWidget *box = dtl_wrap_box_new ();
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_margin_end (label, 6);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (box, "recovery");
  dtl_wrap_box_append (DTL_WRAP_BOX (box), label);
  if (!recovery->is_apart)
    dtl_wrap_box_append (DTL_WRAP_BOX (box), make_button (_ ("Keep Working"), "win.keep-recovered"));
  dtl_wrap_box_append (DTL_WRAP_BOX (box), recovery->is_apart
                                               ? make_button (_ ("Keep Them as a Case"), "win.set-recovered-aside")
                                               : make_button (_ ("Go Back to the File"), "win.set-recovered-aside"));
  return box;
}

/* Shows what there is to decide about, or nothing. */
void
dtl_window_recovery_update (DtlWindow *self)
{
  const DtlRecovery *recovery = get_recovery (self);
  gboolean is_idle = !dtl_window_is_working (self);
  g_autofree char *words = recovery != NULL ? describe (recovery) : NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.keep-recovered",
                                 recovery != NULL && !recovery->is_apart && is_idle);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.set-recovered-aside", recovery != NULL && is_idle);
  if ((recovery != NULL) == (self->recovery_strip != NULL))
    return;
  if (recovery == NULL)
    {
      gtk_box_remove (GTK_BOX (gtk_widget_get_parent (self->recovery_strip)), self->recovery_strip);
      self->recovery_strip = NULL;
      return;
    }
  self->recovery_strip = make_strip (recovery, words);
  dtl_shell_add_banner (self->shell, self->recovery_strip);
  dtl_announce (GTK_WIDGET (self), words);
}

static void
keep_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DtlWindow *self = DTL_WINDOW (widget);

  dtl_document_keep_recovered (dtl_session_get_document (self->session));
  dtl_window_recovery_update (self);
  dtl_window_publish (self);
}

static void
set_aside_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DtlWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = dtl_document_set_recovered_aside_finish (DTL_DOCUMENT (source), result, &error);
  g_autofree char *name = kept != NULL ? g_filename_display_name (kept) : NULL;
  g_autofree char *words = NULL;

  if (!dtl_window_work_end (self))
    return;
  dtl_window_recovery_update (self);
  /* Translators: the path of a file */
  words = name != NULL ? g_strdup_printf (_ ("What was recovered is kept in the case “%s”."), name) : NULL;
  if (words != NULL)
    dtl_message_show_error (GTK_WINDOW (self), _ ("Recovered Changes Set Aside"), words);
  else
    dtl_message_show_error (GTK_WINDOW (self), _ ("Could Not Set Aside What Was Recovered"), error->message);
}

static void
set_aside_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DtlWindow *self = DTL_WINDOW (widget);

  dtl_window_work_begin (self, _ ("Setting aside what was recovered…"), NULL);
  dtl_document_set_recovered_aside_async (dtl_session_get_document (self->session), set_aside_cb, g_object_ref (self));
}

void
dtl_window_recovery_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.keep-recovered", NULL, keep_action);
  gtk_widget_class_install_action (widget_class, "win.set-recovered-aside", NULL, set_aside_action);
}
