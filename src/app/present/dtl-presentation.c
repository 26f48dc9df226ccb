/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-presentation.h. Keys are heard before any widget in it, so that a clicker works whatever has the focus; the
 * buttons keep Space and Return. */
#include "config.h"

#include "app/present/dtl-presentation.h"

#include <glib/gi18n.h>

#include "app/compat/dtl-announce.h"
#include "app/present/dtl-slide.h"
#include "service/dtl-event-label.h"

/* Narrower than this, or higher than wide, the text stands below the line. */
#define BESIDE_FROM_PX 760
/* Narrower, the slide has no margins to spare. */
#define ROOMY_FROM_PX 560

struct _DtlPresentation
{
  AdwWindow parent_instance;
  GtkBox *panes;
  GtkBox *line_box;
  DtlSlide *slide;
  GtkLabel *position_label;
  GtkWidget *previous_button;
  GtkWidget *next_button;
  DtlCanvas *canvas;
  DtlSession *session;
  GArray *rows; /* (element-type uint32_t): what is shown, in its order */
  guint at;
  guint idle_id;
};

G_DEFINE_FINAL_TYPE (DtlPresentation, dtl_presentation, ADW_TYPE_WINDOW)

enum
{
  SIGNAL_LEFT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* --- what is shown ---------------------------------------------------------------------------------------------- */

static uint32_t
get_row (DtlPresentation *self)
{
  return self->at < self->rows->len ? g_array_index (self->rows, uint32_t, self->at) : DTL_NO_ROW;
}

/* A line that has just come up gets its size first. */
static gboolean
move_line_cb (GtkWidget *canvas, GdkFrameClock *clock, gpointer user_data)
{
  dtl_canvas_zoom_to_selected (DTL_CANVAS (canvas));
  return G_SOURCE_REMOVE;
}

static void
announce (DtlPresentation *self, const DtlEvent *event, const char *position)
{
  g_autofree char *date = dtl_event_date_label (event, DTL_DATE_LABEL_LONG);
  /* Translators: which of how many events is shown, its title, its date */
  g_autofree char *words = g_strdup_printf (C_ ("presented event", "%1$s: %2$s, %3$s"), position, event->title, date);

  dtl_announce (GTK_WIDGET (self), words);
}

static void
show_event (DtlPresentation *self)
{
  DtlDocument *document = dtl_session_get_document (self->session);
  g_autoptr (DtlEvent) event =
      get_row (self) != DTL_NO_ROW ? dtl_document_read_event (document, get_row (self), NULL) : NULL;
  g_autofree char *position = NULL;

  if (event == NULL)
    return;
  /* Translators: which of how many events */
  position = g_strdup_printf (C_ ("position", "%1$u of %2$u"), self->at + 1, self->rows->len);
  gtk_label_set_text (self->position_label, position);
  gtk_widget_set_sensitive (self->previous_button, self->at > 0);
  gtk_widget_set_sensitive (self->next_button, self->at + 1 < self->rows->len);
  dtl_slide_set_event (self->slide, document, event);
  dtl_session_select_row (self->session, get_row (self));
  gtk_widget_add_tick_callback (GTK_WIDGET (self->canvas), move_line_cb, NULL, NULL);
  announce (self, event, position);
}

static void
go_to (DtlPresentation *self, guint at)
{
  if (at >= self->rows->len || at == self->at)
    return;
  self->at = at;
  show_event (self);
}

/* Goes to the next event (@step 1) or the one before (-1), if there is one. */
void
dtl_presentation_step (DtlPresentation *self, int step)
{
  g_return_if_fail (DTL_IS_PRESENTATION (self));

  if (step < 0 && self->at == 0)
    return;
  go_to (self, (guint) ((int) self->at + step));
}

/* Returns: the event that is shown; DTL_ID_NONE if there is none */
DtlId
dtl_presentation_get_event (DtlPresentation *self)
{
  uint32_t row;

  g_return_val_if_fail (DTL_IS_PRESENTATION (self), DTL_ID_NONE);

  row = get_row (self);
  return row != DTL_NO_ROW ? dtl_document_get_columns (dtl_session_get_document (self->session))->id[row] : DTL_ID_NONE;
}

/* --- input ------------------------------------------------------------------------------------------------------ */

static gboolean
is_button_key (DtlPresentation *self, guint key)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  return GTK_IS_BUTTON (focus) && (key == GDK_KEY_space || key == GDK_KEY_Return || key == GDK_KEY_KP_Enter);
}

static gboolean
key_cb (DtlPresentation *self, guint key, guint code, GdkModifierType state)
{
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0 || is_button_key (self, key))
    return GDK_EVENT_PROPAGATE;
  switch (key)
    {
    case GDK_KEY_Right:
    case GDK_KEY_Down:
    case GDK_KEY_Page_Down:
    case GDK_KEY_space:
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      dtl_presentation_step (self, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Left:
    case GDK_KEY_Up:
    case GDK_KEY_Page_Up:
    case GDK_KEY_BackSpace:
      dtl_presentation_step (self, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Home:
      go_to (self, 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_End:
      go_to (self, self->rows->len - 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
    case GDK_KEY_F5:
    case GDK_KEY_F11:
      gtk_window_close (GTK_WINDOW (self));
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
previous_clicked_cb (DtlPresentation *self)
{
  dtl_presentation_step (self, -1);
}

static void
next_clicked_cb (DtlPresentation *self)
{
  dtl_presentation_step (self, 1);
}

/* --- the window ------------------------------------------------------------------------------------------------- */

static gboolean
turn_cb (gpointer user_data)
{
  DtlPresentation *self = user_data;
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  gboolean is_beside = width >= BESIDE_FROM_PX && width >= gtk_widget_get_height (GTK_WIDGET (self));
  GtkOrientation orientation = is_beside ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL;

  self->idle_id = 0;
  /* The event has to be looked for anew on a line of another shape. */
  if (gtk_orientable_get_orientation (GTK_ORIENTABLE (self->panes)) != orientation && self->canvas != NULL)
    gtk_widget_add_tick_callback (GTK_WIDGET (self->canvas), move_line_cb, NULL, NULL);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->panes), orientation);
  if (width < ROOMY_FROM_PX)
    gtk_widget_add_css_class (GTK_WIDGET (self->slide), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->slide), "narrow");
  return G_SOURCE_REMOVE;
}

/* Not while sizes are given out, but before the next frame is. */
static void
dtl_presentation_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  DtlPresentation *self = DTL_PRESENTATION (widget);

  GTK_WIDGET_CLASS (dtl_presentation_parent_class)->size_allocate (widget, width, height, baseline);
  if (self->idle_id == 0)
    self->idle_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, turn_cb, self, NULL);
}

static gboolean
dtl_presentation_close_request (GtkWindow *window)
{
  g_signal_emit (window, signals[SIGNAL_LEFT], 0);
  return GTK_WINDOW_CLASS (dtl_presentation_parent_class)->close_request (window);
}

static void
dtl_presentation_dispose (GObject *object)
{
  DtlPresentation *self = DTL_PRESENTATION (object);

  g_clear_handle_id (&self->idle_id, g_source_remove);
  if (self->canvas != NULL)
    dtl_canvas_set_session (self->canvas, NULL);
  self->canvas = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), DTL_TYPE_PRESENTATION);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (dtl_presentation_parent_class)->dispose (object);
}

static void
dtl_presentation_finalize (GObject *object)
{
  g_array_unref (DTL_PRESENTATION (object)->rows);
  G_OBJECT_CLASS (dtl_presentation_parent_class)->finalize (object);
}

static void
dtl_presentation_class_init (DtlPresentationClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (DTL_TYPE_SLIDE);
  G_OBJECT_CLASS (klass)->dispose = dtl_presentation_dispose;
  G_OBJECT_CLASS (klass)->finalize = dtl_presentation_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = dtl_presentation_close_request;
  widget_class->size_allocate = dtl_presentation_size_allocate;
  signals[SIGNAL_LEFT] =
      g_signal_new ("left", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/dateline/ui/dtl-presentation.ui");
  gtk_widget_class_bind_template_child (widget_class, DtlPresentation, panes);
  gtk_widget_class_bind_template_child (widget_class, DtlPresentation, line_box);
  gtk_widget_class_bind_template_child (widget_class, DtlPresentation, slide);
  gtk_widget_class_bind_template_child (widget_class, DtlPresentation, position_label);
  gtk_widget_class_bind_template_child (widget_class, DtlPresentation, previous_button);
  gtk_widget_class_bind_template_child (widget_class, DtlPresentation, next_button);
  gtk_widget_class_bind_template_callback (widget_class, previous_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_clicked_cb);
}

static void
dtl_presentation_init (DtlPresentation *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_array_new (FALSE, FALSE, sizeof (uint32_t));
  /* The line only shows: what pointer and keys do here is another thing. */
  self->canvas = DTL_CANVAS (dtl_canvas_new ());
  gtk_widget_set_can_focus (GTK_WIDGET (self->canvas), FALSE);
  gtk_widget_set_can_target (GTK_WIDGET (self->canvas), FALSE);
  gtk_box_append (self->line_box, GTK_WIDGET (self->canvas));
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
}

/* What shows, in the order of the columns: by time, what has no date at the end. */
static void
list_rows (DtlPresentation *self)
{
  DtlBitset *visible = dtl_session_get_visible (self->session);

  for (uint32_t row = 0; row < visible->n_bits; row++)
    if (dtl_bitset_get (visible, row))
      g_array_append_val (self->rows, row);
}

/**
 * dtl_presentation_new:
 * @parent: the window behind it
 * @canvas: what is presented: the case of its session, as far as the filter lets it, from the selected event on, and
 * folded as it is; not kept
 *
 * Returns: (transfer none): a window that is full screen once it is presented
 */
GtkWidget *
dtl_presentation_new (GtkWindow *parent, DtlCanvas *canvas)
{
  DtlSession *session;
  DtlPresentation *self;
  uint32_t selected;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (DTL_IS_CANVAS (canvas) && dtl_canvas_get_session (canvas) != NULL, NULL);

  session = dtl_canvas_get_session (canvas);
  self = g_object_new (DTL_TYPE_PRESENTATION, "transient-for", parent, "destroy-with-parent", TRUE, "title",
                       gtk_window_get_title (parent), NULL);
  self->session = dtl_session_new (dtl_session_get_document (session));
  dtl_session_set_filter_of (self->session, session);
  list_rows (self);
  selected = dtl_session_get_selected_row (session);
  for (guint i = 0; i < self->rows->len; i++)
    if (g_array_index (self->rows, uint32_t, i) == selected)
      self->at = i;
  dtl_announce_prepare (GTK_WIDGET (self));
  dtl_canvas_set_session (self->canvas, self->session);
  dtl_canvas_fold_like (self->canvas, canvas);
  gtk_window_fullscreen (GTK_WINDOW (self));
  show_event (self);
  return GTK_WIDGET (self);
}
