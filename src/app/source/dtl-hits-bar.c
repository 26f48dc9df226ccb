/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-hits-bar.h. */
#include "config.h"

#include "app/source/dtl-hits-bar.h"

#include <glib/gi18n.h>

#include "app/compat/dtl-announce.h"

/*
 * DtlHitsBar:
 * @tags: (nullable): NULL until a text view is attached
 * @follower: of the text view; outlives the bar's use of it
 */
struct _DtlHitsBar
{
  GtkWidget parent_instance;
  GtkWidget *box;
  GtkLabel *hits_label;
  DtlHitTags *tags;
  DtlPassageFollower *follower;
};

G_DEFINE_FINAL_TYPE (DtlHitsBar, dtl_hits_bar, GTK_TYPE_WIDGET)

static void
update (DtlHitsBar *self)
{
  guint n_places = dtl_hit_tags_get_n_places (self->tags);
  guint position = dtl_hit_tags_get_position (self->tags);
  g_autofree char *words = NULL;

  if (position == 0)
    words = g_strdup_printf (
        /* Translators: in how many places of this text the words stand */
        ngettext ("%u place in this text", "%u places in this text", n_places), n_places);
  else
    words = g_strdup_printf (
        /* Translators: which of the places in this text is shown, then how many there are */
        ngettext ("Place %1$u of %2$u in this text", "Place %1$u of %2$u in this text", n_places), position, n_places);
  gtk_label_set_text (self->hits_label, words);
  gtk_widget_set_visible (GTK_WIDGET (self), n_places > 0);
}

static void
step (DtlHitsBar *self, int by)
{
  if (self->tags == NULL || !dtl_hit_tags_step (self->tags, by))
    return;
  dtl_passage_follower_start (self->follower);
  update (self);
  dtl_announce (GTK_WIDGET (self), gtk_label_get_text (self->hits_label));
}

static void
previous_place_cb (DtlHitsBar *self)
{
  step (self, -1);
}

static void
next_place_cb (DtlHitsBar *self)
{
  step (self, 1);
}

static void
dtl_hits_bar_dispose (GObject *object)
{
  DtlHitsBar *self = DTL_HITS_BAR (object);

  g_clear_pointer (&self->tags, dtl_hit_tags_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), DTL_TYPE_HITS_BAR);
  G_OBJECT_CLASS (dtl_hits_bar_parent_class)->dispose (object);
}

static void
dtl_hits_bar_class_init (DtlHitsBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dtl_hits_bar_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/dateline/ui/dtl-hits-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, DtlHitsBar, box);
  gtk_widget_class_bind_template_child (widget_class, DtlHitsBar, hits_label);
  gtk_widget_class_bind_template_callback (widget_class, previous_place_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_place_cb);
}

static void
dtl_hits_bar_init (DtlHitsBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * dtl_hits_bar_attach:
 * @text_view: where to mark and step, once and for all
 * @follower: of @text_view; not owned
 */
void
dtl_hits_bar_attach (DtlHitsBar *self, GtkTextView *text_view, DtlPassageFollower *follower)
{
  g_return_if_fail (DTL_IS_HITS_BAR (self));
  g_return_if_fail (self->tags == NULL);

  self->tags = dtl_hit_tags_new (gtk_text_view_get_buffer (text_view));
  self->follower = follower;
}

/* Dark style or high contrast was turned on or off. */
void
dtl_hits_bar_update_colours (DtlHitsBar *self)
{
  g_return_if_fail (DTL_IS_HITS_BAR (self));

  if (self->tags != NULL)
    dtl_hit_tags_update_colours (self->tags);
}

/**
 * dtl_hits_bar_set_places:
 * @places: (nullable) (element-type DtlTextHit): those of this and other texts
 * @text: which of the texts is shown
 */
void
dtl_hits_bar_set_places (DtlHitsBar *self, const GArray *places, DtlId text)
{
  g_return_if_fail (DTL_IS_HITS_BAR (self));

  dtl_hit_tags_set_places (self->tags, places, text);
  update (self);
}

/* Selects the marked place that begins at @start_cp and brings it into view. */
void
dtl_hits_bar_show_place (DtlHitsBar *self, int64_t start_cp)
{
  g_return_if_fail (DTL_IS_HITS_BAR (self));

  if (!dtl_hit_tags_show (self->tags, start_cp))
    return;
  dtl_passage_follower_start (self->follower);
  update (self);
}
