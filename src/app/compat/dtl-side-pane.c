/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-side-pane.h. AdwFlap before libadwaita 1.4, AdwOverlaySplitView from then on.
 *
 * A flap folds by itself when the least widths of side and content no longer fit, and gives the side its natural width.
 * The split view does neither, so this widget does: it claims to be as narrow as the wider of the two, and compares on
 * each allocation. Folding changes children, which may not happen within an allocation: it waits for the next frame. */
#include "app/compat/dtl-side-pane.h"

#if ADW_CHECK_VERSION(1, 4, 0)
typedef AdwOverlaySplitView View;
#define VIEW            ADW_OVERLAY_SPLIT_VIEW
#define SHOWN_PROPERTY  "show-sidebar"
#define make_view       adw_overlay_split_view_new
#define set_position    adw_overlay_split_view_set_sidebar_position
#define get_side        adw_overlay_split_view_get_sidebar
#define set_side        adw_overlay_split_view_set_sidebar
#define get_content     adw_overlay_split_view_get_content
#define set_content     adw_overlay_split_view_set_content
#define get_shown       adw_overlay_split_view_get_show_sidebar
#define set_shown       adw_overlay_split_view_set_show_sidebar
#define set_swipe_shows adw_overlay_split_view_set_enable_show_gesture
#else
typedef AdwFlap View;
#define VIEW            ADW_FLAP
#define SHOWN_PROPERTY  "reveal-flap"
#define make_view       adw_flap_new
#define set_position    adw_flap_set_flap_position
#define get_side        adw_flap_get_flap
#define set_side        adw_flap_set_flap
#define get_content     adw_flap_get_content
#define set_content     adw_flap_set_content
#define get_shown       adw_flap_get_reveal_flap
#define set_shown       adw_flap_set_reveal_flap
#define set_swipe_shows adw_flap_set_swipe_to_open
#endif

struct _DtlSidePane
{
  GtkWidget parent_instance;
  View *view;
  gboolean folds; /* this and what follows: only for the split view */
  int side_px;
  guint tick_id;
};

enum
{
  PROP_SHOWN = 1,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (DtlSidePane, dtl_side_pane, GTK_TYPE_WIDGET)

#if ADW_CHECK_VERSION(1, 4, 0)

static void
measure_width (GtkWidget *child, int *minimum, int *natural)
{
  *minimum = *natural = 0;
  if (child != NULL && gtk_widget_get_visible (child))
    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, minimum, natural, NULL, NULL);
}

static void
prepare_view (View *view)
{
  adw_overlay_split_view_set_sidebar_width_unit (view, ADW_LENGTH_UNIT_PX);
  adw_overlay_split_view_set_sidebar_width_fraction (view, 1.0);
  adw_overlay_split_view_set_min_sidebar_width (view, 0);
}

static int
least_width (DtlSidePane *self, int view_minimum)
{
  int side_minimum, content_minimum, unused;

  measure_width (get_side (self->view), &side_minimum, &unused);
  measure_width (get_content (self->view), &content_minimum, &unused);
  return MIN (view_minimum, MAX (side_minimum, content_minimum));
}

static gboolean
apply_fold_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  DtlSidePane *self = DTL_SIDE_PANE (widget);

  self->tick_id = 0;
  adw_overlay_split_view_set_max_sidebar_width (self->view, self->side_px);
  adw_overlay_split_view_set_collapsed (self->view, self->folds);
  return G_SOURCE_REMOVE;
}

static void
update_fold (DtlSidePane *self, int width)
{
  int side_minimum, side_natural, content_minimum, unused;

  measure_width (get_side (self->view), &side_minimum, &side_natural);
  measure_width (get_content (self->view), &content_minimum, &unused);
  self->folds = width < side_minimum + content_minimum;
  self->side_px = MAX (side_natural, 1);
  if (self->tick_id == 0 && (self->folds != adw_overlay_split_view_get_collapsed (self->view) ||
                             self->side_px != (int) adw_overlay_split_view_get_max_sidebar_width (self->view)))
    self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), apply_fold_cb, NULL, NULL);
}

#else

static void
prepare_view (View *view)
{
  adw_flap_set_separator (view, gtk_separator_new (GTK_ORIENTATION_VERTICAL));
}

static int
least_width (DtlSidePane *self, int view_minimum)
{
  return view_minimum;
}

static void
update_fold (DtlSidePane *self, int width)
{
}

#endif

static int
measure_view_width (DtlSidePane *self)
{
  int minimum;

  gtk_widget_measure (GTK_WIDGET (self->view), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return minimum;
}

static void
dtl_side_pane_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  DtlSidePane *self = DTL_SIDE_PANE (widget);

  if (orientation == GTK_ORIENTATION_VERTICAL && for_size >= 0)
    for_size = MAX (for_size, measure_view_width (self));
  gtk_widget_measure (GTK_WIDGET (self->view), orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = least_width (self, *minimum);
  *minimum_baseline = *natural_baseline = -1;
}

static void
dtl_side_pane_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  DtlSidePane *self = DTL_SIDE_PANE (widget);

  update_fold (self, width);
  gtk_widget_allocate (GTK_WIDGET (self->view), MAX (width, measure_view_width (self)), height, baseline, NULL);
}

static void
shown_cb (DtlSidePane *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOWN]);
}

static void
dtl_side_pane_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SHOWN)
    dtl_side_pane_set_shown (DTL_SIDE_PANE (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
dtl_side_pane_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SHOWN)
    g_value_set_boolean (value, dtl_side_pane_get_shown (DTL_SIDE_PANE (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
dtl_side_pane_dispose (GObject *object)
{
  DtlSidePane *self = DTL_SIDE_PANE (object);

  if (self->tick_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick_id);
  self->tick_id = 0;
  if (self->view != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->view));
  self->view = NULL;
  G_OBJECT_CLASS (dtl_side_pane_parent_class)->dispose (object);
}

static void
dtl_side_pane_class_init (DtlSidePaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = dtl_side_pane_set_property;
  object_class->get_property = dtl_side_pane_get_property;
  object_class->dispose = dtl_side_pane_dispose;
  widget_class->measure = dtl_side_pane_measure;
  widget_class->size_allocate = dtl_side_pane_size_allocate;
  properties[PROP_SHOWN] = g_param_spec_boolean ("shown", NULL, NULL, TRUE,
                                                 G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
dtl_side_pane_init (DtlSidePane *self)
{
  self->view = VIEW (make_view ());
  prepare_view (self->view);
  /* A swipe on the content is the content's. */
  set_swipe_shows (self->view, FALSE);
  gtk_widget_set_parent (GTK_WIDGET (self->view), GTK_WIDGET (self));
  g_signal_connect_swapped (self->view, "notify::" SHOWN_PROPERTY, G_CALLBACK (shown_cb), self);
}

/**
 * dtl_side_pane_new:
 * @position: at which end of the line, in reading direction, the side stands
 *
 * Returns: (transfer floating): an empty pane, whose side is shown where it fits
 */
DtlSidePane *
dtl_side_pane_new (GtkPackType position)
{
  DtlSidePane *self = g_object_new (DTL_TYPE_SIDE_PANE, NULL);

  set_position (self->view, position);
  return self;
}

/* Returns: (nullable) (transfer none) */
GtkWidget *
dtl_side_pane_get_side (DtlSidePane *self)
{
  g_return_val_if_fail (DTL_IS_SIDE_PANE (self), NULL);
  return get_side (self->view);
}

/* @side: (nullable): what stands at the side; its natural width is the one it gets */
void
dtl_side_pane_set_side (DtlSidePane *self, GtkWidget *side)
{
  g_return_if_fail (DTL_IS_SIDE_PANE (self));
  set_side (self->view, side);
}

/* Returns: (nullable) (transfer none) */
GtkWidget *
dtl_side_pane_get_content (DtlSidePane *self)
{
  g_return_val_if_fail (DTL_IS_SIDE_PANE (self), NULL);
  return get_content (self->view);
}

/* @content: (nullable): what gets all the width that the side leaves */
void
dtl_side_pane_set_content (DtlSidePane *self, GtkWidget *content)
{
  g_return_if_fail (DTL_IS_SIDE_PANE (self));
  set_content (self->view, content);
}

/* Returns: whether the side is seen, beside the content or over it */
gboolean
dtl_side_pane_get_shown (DtlSidePane *self)
{
  g_return_val_if_fail (DTL_IS_SIDE_PANE (self), FALSE);
  return get_shown (self->view);
}

/* Shows or hides the side; over the content where it does not fit beside it. */
void
dtl_side_pane_set_shown (DtlSidePane *self, gboolean shown)
{
  g_return_if_fail (DTL_IS_SIDE_PANE (self));
  set_shown (self->view, shown);
}
