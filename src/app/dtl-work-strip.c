/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-work-strip.h. */
#include "app/dtl-work-strip.h"

#include <glib/gi18n.h>

#include "app/compat/dtl-announce.h"

#define WAIT_MS 500

/**
 * DtlWorkStrip:
 * @bar: runs to and fro until the first fraction is known
 * @wait_id: a source that shows it
 * @pulse_id: one that moves the bar
 */
struct _DtlWorkStrip
{
  GtkWidget parent_instance;

  GtkWidget *revealer;
  GtkLabel *label;
  GtkProgressBar *bar;
  GtkWidget *cancel_button;
  guint wait_id;
  guint pulse_id;
};

G_DEFINE_FINAL_TYPE (DtlWorkStrip, dtl_work_strip, GTK_TYPE_WIDGET)

static void
stop (DtlWorkStrip *self)
{
  g_clear_handle_id (&self->wait_id, g_source_remove);
  g_clear_handle_id (&self->pulse_id, g_source_remove);
}

static void
dtl_work_strip_dispose (GObject *object)
{
  DtlWorkStrip *self = DTL_WORK_STRIP (object);

  stop (self);
  g_clear_pointer (&self->revealer, gtk_widget_unparent);
  G_OBJECT_CLASS (dtl_work_strip_parent_class)->dispose (object);
}

static void
dtl_work_strip_class_init (DtlWorkStripClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dtl_work_strip_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "workstrip");
}

static GtkWidget *
make_words (DtlWorkStrip *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->label = GTK_LABEL (gtk_label_new (""));
  gtk_label_set_xalign (self->label, 0);
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_MIDDLE);
  self->bar = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  gtk_progress_bar_set_pulse_step (self->bar, 0.05);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_RELATION_LABELLED_BY, self->label, NULL,
                                  -1);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->label));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->bar));
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  return box;
}

static void
dtl_work_strip_init (DtlWorkStrip *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->cancel_button = gtk_button_new_with_mnemonic (_ ("_Cancel"));
  gtk_widget_set_valign (self->cancel_button, GTK_ALIGN_CENTER);
  /* GTK 4.8 calls a button with a key by its words twice. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->cancel_button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->cancel_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_ ("what is being done to a case", "Cancel"), -1);
  gtk_box_append (GTK_BOX (box), make_words (self));
  gtk_box_append (GTK_BOX (box), self->cancel_button);
  self->revealer = gtk_revealer_new ();
  gtk_revealer_set_child (GTK_REVEALER (self->revealer), box);
  gtk_widget_set_parent (self->revealer, GTK_WIDGET (self));
  gtk_widget_set_visible (self->revealer, FALSE);
  /* What slid away takes no room and no focus. */
  g_object_bind_property (self->revealer, "child-revealed", self->revealer, "visible", G_BINDING_DEFAULT);
}

/* Returns: (transfer floating): a strip that is not seen */
GtkWidget *
dtl_work_strip_new (void)
{
  return g_object_new (DTL_TYPE_WORK_STRIP, NULL);
}

static gboolean
wait_cb (gpointer user_data)
{
  DtlWorkStrip *self = user_data;

  self->wait_id = 0;
  dtl_work_strip_show (self);
  return G_SOURCE_REMOVE;
}

static gboolean
has_motion (DtlWorkStrip *self)
{
  gboolean has_animations = TRUE;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &has_animations, NULL);
  return has_animations;
}

static gboolean
pulse_cb (gpointer user_data)
{
  DtlWorkStrip *self = user_data;

  gtk_progress_bar_pulse (self->bar);
  return G_SOURCE_CONTINUE;
}

/**
 * dtl_work_strip_begin:
 * @words: what is begun now
 * @cancel_action: (nullable): the name of the action that cancels it; NULL where that cannot be done
 *
 * The strip is seen when this takes a while.
 */
void
dtl_work_strip_begin (DtlWorkStrip *self, const char *words, const char *cancel_action)
{
  g_return_if_fail (DTL_IS_WORK_STRIP (self) && words != NULL);

  stop (self);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->cancel_button), cancel_action);
  gtk_progress_bar_set_fraction (self->bar, 0);
  dtl_work_strip_set_words (self, words, cancel_action != NULL);
  if (has_motion (self))
    self->pulse_id = g_timeout_add (60, pulse_cb, self);
  self->wait_id = g_timeout_add (WAIT_MS, wait_cb, self);
}

/* Says what is done now; @can_cancel: whether it still can be. */
void
dtl_work_strip_set_words (DtlWorkStrip *self, const char *words, gboolean can_cancel)
{
  g_return_if_fail (DTL_IS_WORK_STRIP (self) && words != NULL);

  gtk_label_set_label (self->label, words);
  gtk_widget_set_visible (self->cancel_button, can_cancel);
}

/* @fraction: 0 to 1 */
void
dtl_work_strip_set_fraction (DtlWorkStrip *self, double fraction)
{
  g_return_if_fail (DTL_IS_WORK_STRIP (self));

  g_clear_handle_id (&self->pulse_id, g_source_remove);
  gtk_progress_bar_set_fraction (self->bar, fraction);
}

/* Shows it now. */
void
dtl_work_strip_show (DtlWorkStrip *self)
{
  g_return_if_fail (DTL_IS_WORK_STRIP (self));

  g_clear_handle_id (&self->wait_id, g_source_remove);
  if (gtk_revealer_get_reveal_child (GTK_REVEALER (self->revealer)))
    return;
  gtk_widget_set_visible (self->revealer, TRUE);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), TRUE);
  dtl_announce (GTK_WIDGET (self), gtk_label_get_label (self->label));
}

/* It is done. */
void
dtl_work_strip_end (DtlWorkStrip *self)
{
  g_return_if_fail (DTL_IS_WORK_STRIP (self));

  stop (self);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), FALSE);
}
