/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-actors-pane.h. Each actor is one check button over the whole width, so that a click anywhere on the row,
 * Space and a screen reader all meet the same thing. The buttons follow the session, not the other way round. */
#include "config.h"

#include "app/outline/dtl-actors-pane.h"

#include <glib/gi18n.h>

#include "app/dtl-palette-css.h"
#include "app/dtl-shell.h"

#define INDENT_PX  20
#define WIDTH_PX   220
#define MOST_SCALE 1.4

struct _DtlActorsPane
{
  GtkWidget parent_instance;
  GtkWidget *box;
  GtkWidget *list;
  GtkWidget *all_button;
  DtlSession *session;
  GHashTable *checks; /* DtlId to GtkCheckButton, not owned */
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (DtlActorsPane, dtl_actors_pane, GTK_TYPE_WIDGET)

static void
check_toggled_cb (DtlActorsPane *self, GtkCheckButton *check)
{
  DtlId *id = g_object_get_data (G_OBJECT (check), "dtl-actor");

  if (!self->updating && self->session != NULL)
    dtl_session_set_actor_on (self->session, *id, gtk_check_button_get_active (check));
}

static void
all_clicked_cb (DtlActorsPane *self)
{
  if (self->session != NULL)
    dtl_session_show_all (self->session);
}

static GtkWidget *
make_row_child (const DtlActor *actor)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *name = gtk_label_new (actor->name);
  g_autofree char *count = g_strdup_printf ("%d", actor->n_events);
  GtkWidget *number = gtk_label_new (count);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (number, "dim-label");
  gtk_widget_add_css_class (number, "numeric");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), number);
  return box;
}

static int
depth_of (DtlActorTable *actors, const DtlActor *actor)
{
  int depth = 0;

  while (actor->parent != DTL_ID_NONE && depth < 4)
    {
      int64_t parent = dtl_actor_table_find_id (actors, actor->parent);

      if (parent < 0)
        break;
      actor = dtl_actor_table_get (actors, (uint32_t) parent);
      depth++;
    }
  return depth;
}

static void
append_actor (DtlActorsPane *self, DtlActorTable *actors, const DtlActor *actor)
{
  GtkWidget *check = gtk_check_button_new ();
  g_autofree char *label = g_strdup_printf (
      /* Translators: name of an actor, then in how many events it takes part */
      ngettext ("%s, %d event", "%s, %d events", (gulong) actor->n_events), actor->name, actor->n_events);

  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), make_row_child (actor));
  gtk_widget_set_margin_start (check, depth_of (actors, actor) * INDENT_PX);
  gtk_widget_set_tooltip_text (check, actor->name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_add_css_class (check, "actor-row");
  dtl_palette_css_set_actor (check, actor->colour);
  g_object_set_data_full (G_OBJECT (check), "dtl-actor", g_memdup2 (&actor->id, sizeof actor->id), g_free);
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (check_toggled_cb), self);
  g_hash_table_insert (self->checks, g_memdup2 (&actor->id, sizeof actor->id), check);
  gtk_box_append (GTK_BOX (self->list), check);
}

/* An actor, then those that belong to it; the table's own order among siblings. */
static void
append_family (DtlActorsPane *self, DtlActorTable *actors, DtlId parent)
{
  for (uint32_t i = 0; i < dtl_actor_table_get_size (actors); i++)
    {
      const DtlActor *actor = dtl_actor_table_get (actors, i);
      gboolean is_root = actor->parent == DTL_ID_NONE || dtl_actor_table_find_id (actors, actor->parent) < 0;

      if (parent == DTL_ID_NONE ? !is_root : actor->parent != parent)
        continue;
      if (g_hash_table_contains (self->checks, &actor->id))
        continue;
      append_actor (self, actors, actor);
      append_family (self, actors, actor->id);
    }
}

static void
update_checks (DtlActorsPane *self)
{
  GHashTableIter iter;
  gpointer id, check;

  self->updating = TRUE;
  g_hash_table_iter_init (&iter, self->checks);
  while (g_hash_table_iter_next (&iter, &id, &check))
    {
      gboolean on = dtl_session_is_actor_on (self->session, *(DtlId *) id);

      gtk_check_button_set_active (check, on);
      if (on)
        gtk_widget_remove_css_class (check, "off");
      else
        gtk_widget_add_css_class (check, "off");
    }
  self->updating = FALSE;
  gtk_widget_set_sensitive (self->all_button, !dtl_session_has_all_actors (self->session));
}

static void
rebuild (DtlActorsPane *self)
{
  GtkWidget *child;

  g_hash_table_remove_all (self->checks);
  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_box_remove (GTK_BOX (self->list), child);
  if (self->session == NULL)
    return;
  append_family (self, dtl_document_get_actors (dtl_session_get_document (self->session)), DTL_ID_NONE);
  update_checks (self);
}

static void
dtl_actors_pane_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  DtlActorsPane *self = DTL_ACTORS_PANE (widget);

  gtk_widget_measure (self->box, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = MAX (*minimum, (int) (WIDTH_PX * MIN (dtl_shell_get_text_scale (widget), MOST_SCALE)));
  *minimum_baseline = *natural_baseline = -1;
}

static void
dtl_actors_pane_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_allocate (DTL_ACTORS_PANE (widget)->box, width, height, baseline, NULL);
}

static void
dtl_actors_pane_dispose (GObject *object)
{
  DtlActorsPane *self = DTL_ACTORS_PANE (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), DTL_TYPE_ACTORS_PANE);
  G_OBJECT_CLASS (dtl_actors_pane_parent_class)->dispose (object);
}

static void
dtl_actors_pane_finalize (GObject *object)
{
  g_hash_table_unref (DTL_ACTORS_PANE (object)->checks);
  G_OBJECT_CLASS (dtl_actors_pane_parent_class)->finalize (object);
}

static void
dtl_actors_pane_class_init (DtlActorsPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dtl_actors_pane_dispose;
  G_OBJECT_CLASS (klass)->finalize = dtl_actors_pane_finalize;
  widget_class->measure = dtl_actors_pane_measure;
  widget_class->size_allocate = dtl_actors_pane_size_allocate;
  gtk_widget_class_set_template_from_resource (widget_class, "/dateline/ui/dtl-actors-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, DtlActorsPane, box);
  gtk_widget_class_bind_template_child (widget_class, DtlActorsPane, list);
  gtk_widget_class_bind_template_child (widget_class, DtlActorsPane, all_button);
  gtk_widget_class_bind_template_callback (widget_class, all_clicked_cb);
}

static void
dtl_actors_pane_init (DtlActorsPane *self)
{
  self->checks = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * dtl_actors_pane_set_session:
 * @session: (nullable): whose actors; kept referenced
 */
void
dtl_actors_pane_set_session (DtlActorsPane *self, DtlSession *session)
{
  g_return_if_fail (DTL_IS_ACTORS_PANE (self));

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_set_object (&self->session, session);
  if (session != NULL)
    {
      g_signal_connect_swapped (session, "case-changed", G_CALLBACK (rebuild), self);
      g_signal_connect_swapped (session, "filter-changed", G_CALLBACK (update_checks), self);
    }
  rebuild (self);
}

/* Returns: (nullable) (transfer none): the check of an actor */
GtkCheckButton *
dtl_actors_pane_get_check (DtlActorsPane *self, DtlId actor)
{
  g_return_val_if_fail (DTL_IS_ACTORS_PANE (self), NULL);
  return g_hash_table_lookup (self->checks, &actor);
}
