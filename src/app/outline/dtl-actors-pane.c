/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-actors-pane.h. The checks follow the session, not the other way round. */
#include "config.h"

#include "app/outline/dtl-actors-pane.h"

#include "app/dtl-palette-css.h"
#include "app/outline/dtl-filter-row.h"

#define INDENT_PX 20

/* A check takes more than half a millisecond until it shows. As many as fit a window at once; the others between
 * frames. */
#define FIRST_CHECKS     24
#define CHECKS_AT_A_TIME 8

struct _DtlActorsPane
{
  GtkWidget parent_instance;
  GtkWidget *box;
  GtkWidget *list;
  GtkWidget *all_button;
  DtlSession *session;
  GHashTable *checks; /* DtlId to GtkCheckButton, not owned */
  GArray *order;      /* of DtlId: all actors as they stand in the list */
  guint n_appended;   /* of these */
  guint append_id;
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
  g_autoptr (DtlFilter) filter = NULL;

  if (self->session == NULL)
    return;
  filter = dtl_filter_copy (dtl_session_get_wanted_filter (self->session));
  dtl_filter_reset_actors (filter);
  dtl_session_set_filter (self->session, filter);
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

/* An actor, then those that belong to it; the table's own order among siblings. */
static void
order_family (DtlActorsPane *self, DtlActorTable *actors, DtlId parent, GHashTable *seen)
{
  for (uint32_t i = 0; i < dtl_actor_table_get_size (actors); i++)
    {
      const DtlActor *actor = dtl_actor_table_get (actors, i);
      gboolean is_root = actor->parent == DTL_ID_NONE || dtl_actor_table_find_id (actors, actor->parent) < 0;

      if (parent == DTL_ID_NONE ? !is_root : actor->parent != parent)
        continue;
      if (!g_hash_table_add (seen, (gpointer) actor))
        continue;
      g_array_append_val (self->order, actor->id);
      order_family (self, actors, actor->id, seen);
    }
}

static void
append_actor (DtlActorsPane *self, DtlActorTable *actors, const DtlActor *actor)
{
  GtkWidget *check = dtl_filter_row_new (actor->name, (guint) actor->n_events);

  gtk_widget_set_margin_start (check, depth_of (actors, actor) * INDENT_PX);
  dtl_palette_css_set_actor (check, actor->colour);
  g_object_set_data_full (G_OBJECT (check), "dtl-actor", g_memdup2 (&actor->id, sizeof actor->id), g_free);
  dtl_filter_row_set_on (check, dtl_session_is_actor_on (self->session, actor->id));
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (check_toggled_cb), self);
  g_hash_table_insert (self->checks, g_memdup2 (&actor->id, sizeof actor->id), check);
  gtk_box_append (GTK_BOX (self->list), check);
}

/* Returns: whether there are more */
static gboolean
append_some (DtlActorsPane *self)
{
  DtlActorTable *actors = dtl_document_get_actors (dtl_session_get_document (self->session));
  guint n = self->n_appended == 0 ? FIRST_CHECKS : CHECKS_AT_A_TIME;
  guint end = MIN (self->n_appended + n, self->order->len);

  for (; self->n_appended < end; self->n_appended++)
    append_actor (self, actors,
                  dtl_actor_table_get (actors, (uint32_t) dtl_actor_table_find_id (
                                                   actors, g_array_index (self->order, DtlId, self->n_appended))));
  return self->n_appended < self->order->len;
}

static gboolean
append_cb (gpointer user_data)
{
  DtlActorsPane *self = user_data;

  if (append_some (self))
    return G_SOURCE_CONTINUE;
  self->append_id = 0;
  return G_SOURCE_REMOVE;
}

static void
update_checks (DtlActorsPane *self)
{
  GHashTableIter iter;
  gpointer id, check;

  self->updating = TRUE;
  g_hash_table_iter_init (&iter, self->checks);
  while (g_hash_table_iter_next (&iter, &id, &check))
    dtl_filter_row_set_on (check, dtl_session_is_actor_on (self->session, *(DtlId *) id));
  self->updating = FALSE;
  gtk_widget_set_sensitive (self->all_button, !dtl_session_has_all_actors (self->session));
}

static void
clear (DtlActorsPane *self)
{
  GtkWidget *child;

  g_clear_handle_id (&self->append_id, g_source_remove);
  g_array_set_size (self->order, 0);
  self->n_appended = 0;
  g_hash_table_remove_all (self->checks);
  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_box_remove (GTK_BOX (self->list), child);
}

static void
rebuild (DtlActorsPane *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  clear (self);
  if (self->session == NULL)
    return;
  order_family (self, dtl_document_get_actors (dtl_session_get_document (self->session)), DTL_ID_NONE, seen);
  if (append_some (self))
    self->append_id = g_idle_add (append_cb, self);
  update_checks (self);
}

static void
dtl_actors_pane_dispose (GObject *object)
{
  DtlActorsPane *self = DTL_ACTORS_PANE (object);

  g_clear_handle_id (&self->append_id, g_source_remove);
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
  g_array_unref (DTL_ACTORS_PANE (object)->order);
  G_OBJECT_CLASS (dtl_actors_pane_parent_class)->finalize (object);
}

static void
dtl_actors_pane_class_init (DtlActorsPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dtl_actors_pane_dispose;
  G_OBJECT_CLASS (klass)->finalize = dtl_actors_pane_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
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
  self->order = g_array_new (FALSE, FALSE, sizeof (DtlId));
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
