/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-source-view.h. The text is set only when another source is shown, so that stepping through passages of the
 * same one scrolls instead of jumping. */
#include "config.h"

#include "app/source/dtl-source-view.h"

#include <glib/gi18n.h>
#include <math.h>

#include "app/compat/dtl-css.h"
#include "app/compat/dtl-launch.h"
#include "app/dtl-words.h"
#include "app/dtl-wrap-layout.h"
#include "app/source/dtl-hits-bar.h"
#include "app/source/dtl-passage-follower.h"
#include "app/source/dtl-passage-tags.h"

/* Further than this from press to release is dragging. */
#define CLICK_PX 5

struct _DtlSourceView
{
  GtkWidget parent_instance;
  GtkWidget *box;
  GtkWidget *current_swatch;
  GtkWidget *other_swatch;
  GtkLabel *name_label;
  GtkLabel *title_label;
  GtkLabel *issued_label;
  GtkLabel *exhibit_label;
  GtkWidget *link_button;
  GtkLabel *summary_heading;
  GtkTextView *text_view;
  GtkLabel *banner_label;
  GtkWidget *banner;
  GtkWidget *attach_button;
  DtlHitsBar *hits_bar;
  DtlPassageTags *tags;
  DtlId source;
  DtlId text;
  char *url;
  DtlPassageFollower *follower;
  guint choose_id;
  int chosen_cp;
  double press_x;
  double press_y;
};

G_DEFINE_FINAL_TYPE (DtlSourceView, dtl_source_view, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_PLACE_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* --- header ----------------------------------------------------------------------------------------------------- */

/* Only what a browser fetches is opened; anything else in a case is data. */
static gboolean
is_web_address (const char *url)
{
  g_autoptr (GUri) uri = url != NULL ? g_uri_parse (url, G_URI_FLAGS_NONE, NULL) : NULL;
  const char *scheme = uri != NULL ? g_uri_get_scheme (uri) : NULL;

  return scheme != NULL && (strcmp (scheme, "https") == 0 || strcmp (scheme, "http") == 0) &&
         g_uri_get_host (uri) != NULL && *g_uri_get_host (uri) != '\0';
}

static void
link_clicked_cb (DtlSourceView *self)
{
  if (is_web_address (self->url))
    dtl_launch_uri (GTK_WIDGET (self), self->url);
}

static void
update_link (DtlSourceView *self, const DtlSource *source)
{
  gboolean opens = is_web_address (source->url);
  g_autofree char *tooltip = NULL;

  g_free (self->url);
  self->url = g_strdup (source->url);
  gtk_widget_set_visible (self->link_button, opens);
  if (!opens)
    return;
  tooltip = g_strdup_printf (_ ("Open %s"), source->url);
  gtk_widget_set_tooltip_text (self->link_button, tooltip);
}

static void
update_header (DtlSourceView *self, const DtlSource *source)
{
  g_autofree char *name = dtl_source_dup_label (source);
  g_autofree char *issued = dtl_words_issued (source);
  g_autofree char *exhibit = g_strdup_printf (_ ("Exhibit %d"), source->exhibit);

  gtk_label_set_text (self->name_label, name);
  gtk_label_set_text (self->title_label, source->title != NULL ? source->title : "");
  gtk_widget_set_visible (GTK_WIDGET (self->title_label),
                          source->title != NULL && g_strcmp0 (source->title, name) != 0);
  gtk_label_set_text (self->issued_label, issued);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->issued_label), source->issued_reason);
  dtl_words_set_pill (self->exhibit_label, exhibit);
  update_link (self, source);
}

/* --- text ------------------------------------------------------------------------------------------------------- */

static const char *
owner_of_words (const DtlSource *source)
{
  if (source->publisher != NULL)
    return source->publisher;
  return source->author != NULL ? source->author : source->title;
}

/* A summary must never be taken for a quotation: other heading, other look, and a line that says so. */
static void
update_kind (DtlSourceView *self, const DtlSource *source, const DtlSourceText *text)
{
  gboolean is_summary = text == NULL || text->kind == DTL_TEXT_SUMMARY;
  g_autofree char *words = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->summary_heading), text != NULL && is_summary);
  gtk_widget_set_visible (self->banner, is_summary);
  if (is_summary)
    gtk_widget_add_css_class (GTK_WIDGET (self->text_view), "summary");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->text_view), "summary");
  if (text == NULL)
    words = g_strdup (_ ("The words of this source are not in the case."));
  else
    words = g_strdup_printf (_ ("Our summary, not the words of %s"), owner_of_words (source));
  gtk_label_set_text (self->banner_label, words);
}

static void
set_text (DtlSourceView *self, DtlDocument *document, const DtlSource *source)
{
  DtlStore *store = dtl_document_get_store (document);
  const DtlSourceText *text = dtl_source_get_best_text (source);
  g_autofree char *words = text != NULL ? dtl_store_get_text (store, text->id, NULL) : NULL;
  g_autoptr (GPtrArray) passages = NULL;

  self->source = source->id;
  self->text = text != NULL ? text->id : DTL_ID_NONE;
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text_view), words != NULL ? words : "", -1);
  update_header (self, source);
  update_kind (self, source, words != NULL ? text : NULL);
  passages = dtl_store_get_passages (store, source->id, NULL);
  if (passages != NULL)
    dtl_passage_tags_set_passages (self->tags, passages, self->text);
}

/* --- choosing a place ------------------------------------------------------------------------------------------- */

static gboolean
choose_cb (gpointer user_data)
{
  DtlSourceView *self = user_data;
  g_autoptr (GArray) passages = dtl_passage_tags_find_at (self->tags, self->chosen_cp);

  self->choose_id = 0;
  if (passages->len > 0)
    g_signal_emit (self, signals[SIGNAL_PLACE_CHOSEN], 0, passages);
  return G_SOURCE_REMOVE;
}

/* Another event brings another text: not while the text view is still at work with the click. */
static void
choose_at (DtlSourceView *self, const GtkTextIter *iter)
{
  self->chosen_cp = gtk_text_iter_get_offset (iter);
  if (self->choose_id == 0)
    self->choose_id = g_idle_add (choose_cb, self);
}

static gboolean
iter_at (DtlSourceView *self, double x, double y, GtkTextIter *iter)
{
  int buffer_x, buffer_y;

  gtk_text_view_window_to_buffer_coords (self->text_view, GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y, &buffer_x,
                                         &buffer_y);
  return gtk_text_view_get_iter_at_location (self->text_view, iter, buffer_x, buffer_y);
}

/* Where an event happened, in coordinates of the text view. */
static gboolean
get_place (DtlSourceView *self, GdkEvent *event, double *x, double *y)
{
  GtkWidget *view = GTK_WIDGET (self->text_view);
  GtkNative *native = gtk_widget_get_native (view);
  double shadow_x, shadow_y;
  graphene_point_t place;

  if (native == NULL || !gdk_event_get_position (event, x, y))
    return FALSE;
  gtk_native_get_surface_transform (native, &shadow_x, &shadow_y);
  place = GRAPHENE_POINT_INIT ((float) (*x - shadow_x), (float) (*y - shadow_y));
  if (!gtk_widget_compute_point (GTK_WIDGET (native), view, &place, &place))
    return FALSE;
  *x = place.x;
  *y = place.y;
  return TRUE;
}

/* A gesture would be told nothing any more once the text view's own takes the click for placing its cursor. Selecting
 * words to copy them is no click. */
static gboolean
event_cb (DtlSourceView *self, GdkEvent *event)
{
  GdkEventType type = gdk_event_get_event_type (event);
  GtkTextIter iter;
  double x, y;

  if ((type != GDK_BUTTON_PRESS && type != GDK_BUTTON_RELEASE) ||
      gdk_button_event_get_button (event) != GDK_BUTTON_PRIMARY || !get_place (self, event, &x, &y))
    return GDK_EVENT_PROPAGATE;
  if (type == GDK_BUTTON_PRESS)
    {
      self->press_x = x;
      self->press_y = y;
    }
  else if (hypot (x - self->press_x, y - self->press_y) < CLICK_PX && iter_at (self, x, y, &iter))
    choose_at (self, &iter);
  return GDK_EVENT_PROPAGATE;
}

static void
motion_cb (DtlSourceView *self, double x, double y)
{
  g_autoptr (GArray) passages = NULL;
  GtkTextIter iter;

  if (iter_at (self, x, y, &iter))
    passages = dtl_passage_tags_find_at (self->tags, gtk_text_iter_get_offset (&iter));
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self->text_view),
                                   passages != NULL && passages->len > 0 ? "pointer" : "text");
}

static gboolean
key_cb (DtlSourceView *self, guint key)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text_view);
  GtkTextIter iter;

  if (key != GDK_KEY_Return && key != GDK_KEY_KP_Enter)
    return GDK_EVENT_PROPAGATE;
  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  choose_at (self, &iter);
  return GDK_EVENT_STOP;
}

static void
add_controllers (DtlSourceView *self)
{
  GtkWidget *view = GTK_WIDGET (self->text_view);
  GtkEventController *legacy = gtk_event_controller_legacy_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *key = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (legacy, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (legacy, "event", G_CALLBACK (event_cb), self);
  gtk_widget_add_controller (view, legacy);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (view, motion);
  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (view, key);
}

/* --- the widget ------------------------------------------------------------------------------------------------- */

static void
update_colours (DtlSourceView *self)
{
  GdkRGBA current, other;

  dtl_css_get_color (self->current_swatch, &current);
  dtl_css_get_color (self->other_swatch, &other);
  dtl_passage_tags_set_colours (self->tags, &current, &other);
  dtl_hits_bar_update_colours (self->hits_bar);
}

static void
dtl_source_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  DtlSourceView *self = DTL_SOURCE_VIEW (widget);

  GTK_WIDGET_CLASS (dtl_source_view_parent_class)->css_changed (widget, change);
  if (self->tags != NULL)
    update_colours (self);
}

static void
dtl_source_view_dispose (GObject *object)
{
  DtlSourceView *self = DTL_SOURCE_VIEW (object);

  g_clear_pointer (&self->follower, dtl_passage_follower_free);
  g_clear_handle_id (&self->choose_id, g_source_remove);
  g_clear_pointer (&self->tags, dtl_passage_tags_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), DTL_TYPE_SOURCE_VIEW);
  g_clear_pointer (&self->url, g_free);
  G_OBJECT_CLASS (dtl_source_view_parent_class)->dispose (object);
}

static void
dtl_source_view_class_init (DtlSourceViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dtl_source_view_dispose;
  widget_class->css_changed = dtl_source_view_css_changed;
  signals[SIGNAL_PLACE_CHOSEN] = g_signal_new ("place-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                               NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ARRAY);
  g_type_ensure (DTL_TYPE_WRAP_BOX);
  g_type_ensure (DTL_TYPE_HITS_BAR);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/dateline/ui/dtl-source-view.ui");
  gtk_widget_class_bind_template_child (widget_class, DtlSourceView, box);
  gtk_widget_class_bind_template_child (widget_class, DtlSourceView, current_swatch);
  gtk_widget_class_bind_template_child (widget_class, DtlSourceView, other_swatch);
  gtk_widget_class_bind_template_child (widget_class, DtlSourceView, name_label);
  gtk_widget_class_bind_template_child (widget_class, DtlSourceView, title_label);
  gtk_widget_class_bind_template_child (widget_class, DtlSourceView, issued_label);
  gtk_widget_class_bind_template_child (widget_class, DtlSourceView, exhibit_label);
  gtk_widget_class_bind_template_child (widget_class, DtlSourceView, link_button);
  gtk_widget_class_bind_template_child (widget_class, DtlSourceView, summary_heading);
  gtk_widget_class_bind_template_child (widget_class, DtlSourceView, hits_bar);
  gtk_widget_class_bind_template_child (widget_class, DtlSourceView, text_view);
  gtk_widget_class_bind_template_child (widget_class, DtlSourceView, banner_label);
  gtk_widget_class_bind_template_child (widget_class, DtlSourceView, banner);
  gtk_widget_class_bind_template_child (widget_class, DtlSourceView, attach_button);
  gtk_widget_class_bind_template_callback (widget_class, link_clicked_cb);
}

static void
dtl_source_view_init (DtlSourceView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->tags = dtl_passage_tags_new (gtk_text_view_get_buffer (self->text_view));
  update_colours (self);
  self->follower = dtl_passage_follower_new (self->text_view);
  dtl_hits_bar_attach (self->hits_bar, self->text_view, self->follower);
  add_controllers (self);
}

/**
 * dtl_source_view_show:
 * @source: what to show, owned by @document
 * @passage: the passage to light and to bring into view
 */
void
dtl_source_view_show (DtlSourceView *self, DtlDocument *document, const DtlSource *source, DtlId passage)
{
  const DtlSourceText *text;

  g_return_if_fail (DTL_IS_SOURCE_VIEW (self));
  g_return_if_fail (source != NULL);

  text = dtl_source_get_best_text (source);
  if (self->source != source->id || self->text != (text != NULL ? text->id : DTL_ID_NONE))
    set_text (self, document, source);
  if (dtl_passage_tags_set_current (self->tags, passage))
    dtl_passage_follower_start (self->follower);
}

/**
 * dtl_source_view_mark:
 * @places: (nullable) (element-type DtlTextHit): where words stand that were searched for, in this and other texts
 *
 * To be called after dtl_source_view_show() too, since marks stand above passages.
 */
void
dtl_source_view_mark (DtlSourceView *self, const GArray *places)
{
  g_return_if_fail (DTL_IS_SOURCE_VIEW (self));

  dtl_hits_bar_set_places (self->hits_bar, places, self->text);
}

/* Brings the marked place that begins at @start_cp into view, and selects its words. */
void
dtl_source_view_show_place (DtlSourceView *self, int64_t start_cp)
{
  g_return_if_fail (DTL_IS_SOURCE_VIEW (self));

  dtl_hits_bar_show_place (self->hits_bar, start_cp);
}

/* The case is another: what is shown is read again at the next call. */
void
dtl_source_view_forget (DtlSourceView *self)
{
  g_return_if_fail (DTL_IS_SOURCE_VIEW (self));
  self->source = self->text = DTL_ID_NONE;
}

/* Returns: (transfer none) */
GtkTextView *
dtl_source_view_get_text_view (DtlSourceView *self)
{
  g_return_val_if_fail (DTL_IS_SOURCE_VIEW (self), NULL);
  return self->text_view;
}
