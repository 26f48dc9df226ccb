/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-find-bar.h. The entry waits until typing pauses, the session searches, and the bar tells what came of it. The
 * words live in the session; the filter's words are those of the session as long as Only Matches is on. */
#include "config.h"

#include "app/find/dtl-find-bar.h"

#include <glib/gi18n.h>

#include "app/compat/dtl-announce.h"
#include "app/dtl-wrap-layout.h"

/*
 * DtlFindBar:
 * @focus_before: (nullable): a weak pointer to what had the focus when the bar opened
 * @pending_step: a step that was asked for before the answer came; 0 for none
 */
struct _DtlFindBar
{
  GtkWidget parent_instance;
  GtkSearchBar *bar;
  GtkEditable *entry;
  GtkLabel *count_label;
  GtkWidget *only_button;
  GtkWidget *hidden_button;
  GtkLabel *hidden_label;
  GtkWidget *outside_button;
  GtkLabel *outside_label;
  DtlSession *session;
  GtkWidget *focus_before;
  gboolean only_matches;
  int pending_step;
};

G_DEFINE_FINAL_TYPE (DtlFindBar, dtl_find_bar, GTK_TYPE_WIDGET)

enum
{
  PROP_SEARCH_MODE = 1,
  PROP_ONLY_MATCHES,
  N_PROPERTIES,
};

enum
{
  SIGNAL_MATCH_SHOWN,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

/* --- words ------------------------------------------------------------------------------------------------------ */

static char *
describe_count (DtlFindBar *self)
{
  guint n_hits = dtl_session_get_n_hits (self->session);
  guint position = dtl_session_get_hit_position (self->session);

  if (n_hits == 0)
    return g_strdup (_ ("No matches"));
  if (position == 0)
    return g_strdup_printf (ngettext ("%u match", "%u matches", n_hits), n_hits);
  /* Translators: which of the matches is shown, then how many there are */
  return g_strdup_printf (ngettext ("%1$u of %2$u", "%1$u of %2$u", n_hits), position, n_hits);
}

static char *
describe_outside (DtlFindBar *self)
{
  guint n_outside = dtl_session_get_n_outside (self->session);
  guint position = dtl_session_get_outside_position (self->session);

  if (position == 0)
    return g_strdup_printf (
        /* Translators: in source texts */
        ngettext ("%u place outside of passages", "%u places outside of passages", n_outside), n_outside);
  return g_strdup_printf (
      /* Translators: which of the places in source texts is shown, then how many there are */
      ngettext ("Place %1$u of %2$u outside of passages", "Place %1$u of %2$u outside of passages", n_outside),
      position, n_outside);
}

static void
set_button (GtkWidget *button, GtkLabel *label, gboolean visible, const char *words)
{
  gtk_label_set_text (label, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_set_visible (button, visible);
}

static void
update_words (DtlFindBar *self)
{
  gboolean has_answer = self->session != NULL && dtl_session_get_hits (self->session) != NULL;
  guint n_hidden = has_answer ? dtl_session_get_n_hidden_hits (self->session) : 0;
  guint n_outside = has_answer ? dtl_session_get_n_outside (self->session) : 0;
  g_autofree char *count = has_answer ? describe_count (self) : g_strdup ("");
  g_autofree char *hidden = g_strdup_printf (ngettext ("%u more is hidden", "%u more are hidden", n_hidden), n_hidden);
  g_autofree char *outside = has_answer ? describe_outside (self) : g_strdup ("");

  gtk_label_set_text (self->count_label, count);
  gtk_widget_set_visible (GTK_WIDGET (self->count_label), has_answer);
  set_button (self->hidden_button, self->hidden_label, n_hidden > 0, hidden);
  set_button (self->outside_button, self->outside_label, n_outside > 0, outside);
  if (has_answer && dtl_session_get_n_hits (self->session) == 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
}

static void
announce (DtlFindBar *self)
{
  if (gtk_search_bar_get_search_mode (self->bar) && dtl_session_get_hits (self->session) != NULL)
    dtl_announce (GTK_WIDGET (self), gtk_label_get_text (self->count_label));
}

/* --- only matches ----------------------------------------------------------------------------------------------- */

/* Makes the session's words the filter's, or takes them away. */
static void
set_filter_words (DtlFindBar *self, const char *words)
{
  g_autoptr (DtlFilter) filter = dtl_filter_copy (dtl_session_get_wanted_filter (self->session));

  if (g_strcmp0 (filter->text, words) == 0)
    return;
  g_free (filter->text);
  filter->text = g_strdup (words);
  dtl_session_set_filter (self->session, filter);
}

static void
set_only_matches (DtlFindBar *self, gboolean only)
{
  if (self->only_matches == only)
    return;
  self->only_matches = only;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ONLY_MATCHES]);
}

/* --- the session ------------------------------------------------------------------------------------------------ */

static void
search_changed_cb (DtlFindBar *self)
{
  int step = self->pending_step;

  if (dtl_session_is_searching (self->session))
    return;
  if (self->only_matches && gtk_search_bar_get_search_mode (self->bar))
    set_filter_words (self, dtl_session_get_search_words (self->session));
  update_words (self);
  self->pending_step = 0;
  if (step != 0)
    dtl_find_bar_step (self, step);
  else
    announce (self);
}

/* The words may be dropped elsewhere too, with the whole filter or on their own. */
static void
filter_changed_cb (DtlFindBar *self)
{
  const char *text = dtl_session_get_filter (self->session)->text;

  if (text != NULL || dtl_session_get_search_words (self->session) != NULL)
    set_only_matches (self, text != NULL);
  update_words (self);
}

/* --- input ------------------------------------------------------------------------------------------------------ */

/* Returns: whether these are other words than before */
static gboolean
search_typed (DtlFindBar *self)
{
  return self->session != NULL && gtk_search_bar_get_search_mode (self->bar) &&
         dtl_session_search (self->session, gtk_editable_get_text (self->entry));
}

/* After a pause in typing. Return may have asked for these words meanwhile, and its step is still to be made. */
static void
entry_changed_cb (DtlFindBar *self)
{
  int step = self->pending_step;

  self->pending_step = 0;
  if (!search_typed (self))
    self->pending_step = step;
}

static void
stop_search_cb (DtlFindBar *self)
{
  gtk_search_bar_set_search_mode (self->bar, FALSE);
}

static gboolean
entry_key_cb (DtlFindBar *self, guint key, guint code, GdkModifierType modifiers)
{
  if (key != GDK_KEY_Return && key != GDK_KEY_KP_Enter && key != GDK_KEY_ISO_Enter)
    return GDK_EVENT_PROPAGATE;
  dtl_find_bar_step (self, modifiers & GDK_SHIFT_MASK ? -1 : 1);
  return GDK_EVENT_STOP;
}

static gboolean
bar_key_cb (DtlFindBar *self, guint key)
{
  if (key != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  gtk_search_bar_set_search_mode (self->bar, FALSE);
  return GDK_EVENT_STOP;
}

static void
next_outside_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DtlFindBar *self = DTL_FIND_BAR (widget);

  if (self->session == NULL || !dtl_session_step_outside (self->session, 1))
    return;
  update_words (self);
  g_signal_emit (self, signals[SIGNAL_MATCH_SHOWN], 0);
}

/* --- opening and closing ---------------------------------------------------------------------------------------- */

static void
forget_focus (DtlFindBar *self)
{
  g_clear_weak_pointer (&self->focus_before);
}

static void
keep_focus (DtlFindBar *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    g_set_weak_pointer (&self->focus_before, focus);
}

static void
return_focus (DtlFindBar *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean is_ours = focus == NULL || gtk_widget_is_ancestor (focus, GTK_WIDGET (self));

  if (is_ours && self->focus_before != NULL && gtk_widget_get_mapped (self->focus_before))
    gtk_widget_grab_focus (self->focus_before);
  forget_focus (self);
}

static void
search_mode_cb (DtlFindBar *self)
{
  if (gtk_search_bar_get_search_mode (self->bar))
    search_typed (self);
  else
    {
      self->pending_step = 0;
      return_focus (self);
      /* What is hidden stays so: the words are a filter now, which has its own chip. */
      if (self->session != NULL)
        dtl_session_search (self->session, NULL);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEARCH_MODE]);
}

/* --- the widget ------------------------------------------------------------------------------------------------- */

static void
dtl_find_bar_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  DtlFindBar *self = DTL_FIND_BAR (object);

  switch (id)
    {
    case PROP_SEARCH_MODE:
      if (g_value_get_boolean (value) == gtk_search_bar_get_search_mode (self->bar))
        break;
      if (g_value_get_boolean (value))
        dtl_find_bar_open (self);
      else
        gtk_search_bar_set_search_mode (self->bar, FALSE);
      break;
    case PROP_ONLY_MATCHES:
      set_only_matches (self, g_value_get_boolean (value));
      if (self->session != NULL)
        set_filter_words (self, self->only_matches ? dtl_session_get_search_words (self->session) : NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
dtl_find_bar_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  DtlFindBar *self = DTL_FIND_BAR (object);

  switch (id)
    {
    case PROP_SEARCH_MODE:
      g_value_set_boolean (value, gtk_search_bar_get_search_mode (self->bar));
      break;
    case PROP_ONLY_MATCHES:
      g_value_set_boolean (value, self->only_matches);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
dtl_find_bar_dispose (GObject *object)
{
  DtlFindBar *self = DTL_FIND_BAR (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  forget_focus (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), DTL_TYPE_FIND_BAR);
  G_OBJECT_CLASS (dtl_find_bar_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/dateline/ui/dtl-find-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, DtlFindBar, bar);
  gtk_widget_class_bind_template_child (widget_class, DtlFindBar, entry);
  gtk_widget_class_bind_template_child (widget_class, DtlFindBar, count_label);
  gtk_widget_class_bind_template_child (widget_class, DtlFindBar, only_button);
  gtk_widget_class_bind_template_child (widget_class, DtlFindBar, hidden_button);
  gtk_widget_class_bind_template_child (widget_class, DtlFindBar, hidden_label);
  gtk_widget_class_bind_template_child (widget_class, DtlFindBar, outside_button);
  gtk_widget_class_bind_template_child (widget_class, DtlFindBar, outside_label);
  gtk_widget_class_bind_template_callback (widget_class, entry_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
}

static void
dtl_find_bar_class_init (DtlFindBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->set_property = dtl_find_bar_set_property;
  object_class->get_property = dtl_find_bar_get_property;
  object_class->dispose = dtl_find_bar_dispose;
  properties[PROP_SEARCH_MODE] = g_param_spec_boolean ("search-mode", NULL, NULL, FALSE, flags);
  properties[PROP_ONLY_MATCHES] = g_param_spec_boolean ("only-matches", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  signals[SIGNAL_MATCH_SHOWN] =
      g_signal_new ("match-shown", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (DTL_TYPE_WRAP_BOX);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SEARCH);
  gtk_widget_class_install_property_action (widget_class, "find.only-matches", "only-matches");
  gtk_widget_class_install_action (widget_class, "find.next-outside", NULL, next_outside_action);
  bind_children (widget_class);
}

/* What is typed at once after Ctrl+F would be lost while the bar slides in: there is no entry on the screen yet. */
static void
open_at_once (DtlFindBar *self)
{
  GtkWidget *revealer = gtk_widget_get_first_child (GTK_WIDGET (self->bar));

  if (GTK_IS_REVEALER (revealer))
    gtk_revealer_set_transition_duration (GTK_REVEALER (revealer), 0);
}

static void
dtl_find_bar_init (DtlFindBar *self)
{
  GtkEventController *entry_keys = gtk_event_controller_key_new ();
  GtkEventController *bar_keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  open_at_once (self);
  /* The entry would take Return for itself. */
  gtk_event_controller_set_propagation_phase (entry_keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (entry_keys, "key-pressed", G_CALLBACK (entry_key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), entry_keys);
  g_signal_connect_swapped (bar_keys, "key-pressed", G_CALLBACK (bar_key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), bar_keys);
  g_signal_connect_swapped (self->bar, "notify::search-mode-enabled", G_CALLBACK (search_mode_cb), self);
}

/**
 * dtl_find_bar_set_session:
 * @session: (nullable): what to search in; kept referenced
 */
void
dtl_find_bar_set_session (DtlFindBar *self, DtlSession *session)
{
  g_return_if_fail (DTL_IS_FIND_BAR (self));

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_set_object (&self->session, session);
  self->pending_step = 0;
  set_only_matches (self, session != NULL && dtl_session_get_filter (session)->text != NULL);
  if (session != NULL)
    {
      g_signal_connect_swapped (session, "search-changed", G_CALLBACK (search_changed_cb), self);
      g_signal_connect_swapped (session, "filter-changed", G_CALLBACK (filter_changed_cb), self);
      g_signal_connect_swapped (session, "selection-changed", G_CALLBACK (update_words), self);
      g_signal_connect_swapped (session, "case-changed", G_CALLBACK (update_words), self);
    }
  update_words (self);
  search_typed (self);
}

/* Opens the bar, or goes back to it; what stands in it is ready to be typed over. */
void
dtl_find_bar_open (DtlFindBar *self)
{
  GtkRoot *root;

  g_return_if_fail (DTL_IS_FIND_BAR (self));

  keep_focus (self);
  gtk_search_bar_set_search_mode (self->bar, TRUE);
  /* An entry whose cursor blinks already goes on with it over a selection, and complains. */
  root = gtk_widget_get_root (GTK_WIDGET (self));
  if (root != NULL)
    gtk_root_set_focus (root, NULL);
  gtk_editable_select_region (self->entry, 0, -1);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

/* Selects the next (1) or previous (-1) event that has the words, as soon as it is known. */
void
dtl_find_bar_step (DtlFindBar *self, int step)
{
  g_return_if_fail (DTL_IS_FIND_BAR (self));

  if (self->session == NULL)
    return;
  /* Whoever presses Return at once does not wait for the pause. */
  search_typed (self);
  self->pending_step = dtl_session_is_searching (self->session) ? step : 0;
  if (self->pending_step != 0 || !dtl_session_step_hit (self->session, step))
    return;
  update_words (self);
  announce (self);
  g_signal_emit (self, signals[SIGNAL_MATCH_SHOWN], 0);
}
