/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-filter-chips.h. */
#include "config.h"

#include "app/find/dtl-filter-chips.h"

#include <glib/gi18n.h>

#include "app/dtl-wrap-layout.h"
#include "app/find/dtl-filter-words.h"

#define LABEL_CHARS 44

struct _DtlFilterChips
{
  GtkWidget parent_instance;
  GtkLabel *hidden_label;
  GtkWidget *clear_button;
  DtlSession *session;
  GPtrArray *chips; /* not owned */
  guint idle_id;
};

G_DEFINE_FINAL_TYPE (DtlFilterChips, dtl_filter_chips, GTK_TYPE_WIDGET)

/* --- chips ------------------------------------------------------------------------------------------------------ */

static void
remove_clicked_cb (DtlFilterChips *self, GtkWidget *button)
{
  DtlRestriction restriction = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "dtl-restriction"));

  dtl_restriction_remove (self->session, restriction);
}

static GtkWidget *
make_remove_button (DtlFilterChips *self, DtlRestriction restriction, const char *words)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");
  /* Translators: what a filter hides ("Without Best Buy") */
  g_autofree char *name = g_strdup_printf (_ ("Remove filter %s"), words);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_tooltip_text (button, _ ("Remove Filter"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (button), "dtl-restriction", GUINT_TO_POINTER (restriction));
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (remove_clicked_cb), self);
  return button;
}

static void
append_chip (DtlFilterChips *self, DtlRestriction restriction, const char *words)
{
  GtkWidget *chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), LABEL_CHARS);
  gtk_widget_set_tooltip_text (label, words);
  gtk_box_append (GTK_BOX (chip), label);
  gtk_box_append (GTK_BOX (chip), make_remove_button (self, restriction, words));
  gtk_widget_add_css_class (chip, "chip");
  gtk_widget_insert_before (chip, GTK_WIDGET (self), self->clear_button);
  g_ptr_array_add (self->chips, chip);
}

static void
clear_chips (DtlFilterChips *self)
{
  for (guint i = 0; i < self->chips->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->chips, i));
  g_ptr_array_set_size (self->chips, 0);
}

static gboolean
is_known_on (DtlFilterChips *self)
{
  return self->session != NULL && dtl_document_get_known_on (dtl_session_get_document (self->session)) != NULL;
}

/* --- the session ------------------------------------------------------------------------------------------------ */

static void
rebuild (DtlFilterChips *self)
{
  guint n_hidden = self->session != NULL ? dtl_session_get_n_hidden (self->session) : 0;
  g_autofree char *hidden = g_strdup_printf (ngettext ("%u event hidden", "%u events hidden", n_hidden), n_hidden);

  clear_chips (self);
  for (guint restriction = 0; self->session != NULL && restriction < DTL_N_RESTRICTIONS; restriction++)
    {
      g_autofree char *words = dtl_filter_words (self->session, restriction);

      if (words != NULL)
        append_chip (self, restriction, words);
    }
  gtk_label_set_text (self->hidden_label, hidden);
  /* What was not known on a day is not hidden by the filter. */
  gtk_widget_set_visible (GTK_WIDGET (self->hidden_label), n_hidden > 0 || !is_known_on (self));
  gtk_widget_set_visible (self->clear_button, self->chips->len >= 2);
  gtk_widget_set_visible (GTK_WIDGET (self), self->chips->len > 0);
}

static gboolean
has_focus_within (DtlFilterChips *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

/* Whoever takes chips away with the keyboard goes on with the next one, or to what stands below the row. */
static void
move_focus (DtlFilterChips *self)
{
  GtkWidget *next = gtk_widget_get_next_sibling (GTK_WIDGET (self));

  if (self->chips->len > 0)
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
  else if (next != NULL)
    gtk_widget_child_focus (next, GTK_DIR_TAB_FORWARD);
}

static gboolean
rebuild_cb (gpointer user_data)
{
  DtlFilterChips *self = user_data;
  gboolean had_focus = has_focus_within (self);

  self->idle_id = 0;
  rebuild (self);
  if (had_focus)
    move_focus (self);
  return G_SOURCE_REMOVE;
}

/* A button must not go while it is being clicked. */
static void
filter_changed_cb (DtlFilterChips *self)
{
  if (self->idle_id == 0)
    self->idle_id = g_idle_add (rebuild_cb, self);
}

/* --- the widget ------------------------------------------------------------------------------------------------- */

static void
dtl_filter_chips_dispose (GObject *object)
{
  DtlFilterChips *self = DTL_FILTER_CHIPS (object);

  g_clear_handle_id (&self->idle_id, g_source_remove);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  clear_chips (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), DTL_TYPE_FILTER_CHIPS);
  G_OBJECT_CLASS (dtl_filter_chips_parent_class)->dispose (object);
}

static void
dtl_filter_chips_finalize (GObject *object)
{
  g_ptr_array_unref (DTL_FILTER_CHIPS (object)->chips);
  G_OBJECT_CLASS (dtl_filter_chips_parent_class)->finalize (object);
}

static void
dtl_filter_chips_class_init (DtlFilterChipsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dtl_filter_chips_dispose;
  G_OBJECT_CLASS (klass)->finalize = dtl_filter_chips_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, DTL_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (widget_class, "chips");
  gtk_widget_class_set_template_from_resource (widget_class, "/dateline/ui/dtl-filter-chips.ui");
  gtk_widget_class_bind_template_child (widget_class, DtlFilterChips, hidden_label);
  gtk_widget_class_bind_template_child (widget_class, DtlFilterChips, clear_button);
}

static void
dtl_filter_chips_init (DtlFilterChips *self)
{
  self->chips = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * dtl_filter_chips_set_session:
 * @session: (nullable): whose filter; kept referenced
 */
void
dtl_filter_chips_set_session (DtlFilterChips *self, DtlSession *session)
{
  g_return_if_fail (DTL_IS_FILTER_CHIPS (self));

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_set_object (&self->session, session);
  if (session != NULL)
    {
      g_signal_connect_swapped (session, "filter-changed", G_CALLBACK (filter_changed_cb), self);
      g_signal_connect_swapped (session, "case-changed", G_CALLBACK (filter_changed_cb), self);
    }
  rebuild (self);
}
