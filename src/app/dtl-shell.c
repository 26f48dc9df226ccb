/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-shell.h.
 *
 *   +--------------------------- header ---------------------------+
 *   | banner, while there is something that lasts                  |
 *   | outer pane (or the placeholder)                              |
 *   | +---------+ inner pane ----------------------+-------------+ |
 *   | | sidebar |             content              |  evidence   | |
 *   | +---------+----------------------------------+-------------+ |
 *   +--------------------------------------------------------------+
 *
 * The evidence pane folds first, since the inner pane can give way while the outer one cannot. Buttons in the header do
 * not fold by themselves: the shell claims to be as narrow as a phone, measures nothing in size_allocate that could
 * change, and tells the window of another width class from a tick callback, where widgets may be hidden. */
#include "app/dtl-shell.h"

#include "app/compat/dtl-side-pane.h"

/* The narrowest window of the platform's guidelines. */
#define MIN_WIDTH_PX 360
/* From how wide on each class is tried, for text at 100 %: the title has some room then. How long the words on the
 * buttons are, and how many buttons the window manager adds, only the header knows: a class that did not fit is not
 * tried again until the window is as wide as the header asked for. */
static const int class_from_px[] = { 0, 300, 560, 720, 920 };

/* With so much width the sidebar takes some of it: names of actors are cut less often. */
#define ROOMY_FROM_PX    1200
#define ROOMY_SIDEBAR_PX 268

struct _DtlShell
{
  GtkWidget parent_instance;
  GtkWidget *box;
  GtkWidget *header;
  GtkStack *stack; /* of the panes, and the placeholder while there is nothing to show in them */
  GtkWidget *placeholder;
  DtlSidePane *outer;
  DtlSidePane *inner;
  DtlWidthClass width_class;
  DtlWidthClass wanted_class;
  int sidebar_px; /* the least width that the sidebar is given, -1: its own */
  int wanted_sidebar_px;
  double text_scale;                 /* for which the next were measured */
  int needed_px[DTL_WIDTH_WIDE + 1]; /* the least width of the header in each class, 0: not measured yet */
  guint tick_id;
};

enum
{
  PROP_HEADER = 1,
  PROP_SIDEBAR,
  PROP_CONTENT,
  PROP_EVIDENCE,
  PROP_PLACEHOLDER,
  PROP_SHOW_SIDEBAR,
  PROP_SHOW_EVIDENCE,
  PROP_WIDTH_CLASS,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (DtlShell, dtl_shell, GTK_TYPE_WIDGET)

/* Returns: how large the person wants text, 1 = 100 % */
double
dtl_shell_get_text_scale (GtkWidget *widget)
{
  int dpi = 0;

  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 ? dpi / (96.0 * PANGO_SCALE) : 1.0;
}

/* Notes what the header asks for now. While a change of class is under way that would be noted for the wrong one. */
static void
measure_header (DtlShell *self)
{
  double text_scale = dtl_shell_get_text_scale (GTK_WIDGET (self));

  if (text_scale != self->text_scale)
    memset (self->needed_px, 0, sizeof self->needed_px);
  self->text_scale = text_scale;
  if (self->header != NULL && self->tick_id == 0)
    gtk_widget_measure (self->header, GTK_ORIENTATION_HORIZONTAL, -1, &self->needed_px[self->width_class], NULL, NULL,
                        NULL);
}

static DtlWidthClass
class_for_width (DtlShell *self, int width_px)
{
  int best = DTL_WIDTH_WIDE;

  while (best > DTL_WIDTH_TINY &&
         (width_px < class_from_px[best] * self->text_scale || width_px < self->needed_px[best]))
    best -= 1;
  return (DtlWidthClass) best;
}

static gboolean
apply_width_class_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  DtlShell *self = DTL_SHELL (widget);

  self->tick_id = 0;
  if (self->sidebar_px != self->wanted_sidebar_px && dtl_side_pane_get_side (self->outer) != NULL)
    gtk_widget_set_size_request (dtl_side_pane_get_side (self->outer), self->wanted_sidebar_px, -1);
  self->sidebar_px = self->wanted_sidebar_px;
  if (self->width_class != self->wanted_class)
    {
      self->width_class = self->wanted_class;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WIDTH_CLASS]);
    }
  return G_SOURCE_REMOVE;
}

static void
dtl_shell_measure (GtkWidget *widget,
                   GtkOrientation orientation,
                   int for_size,
                   int *minimum,
                   int *natural,
                   int *minimum_baseline,
                   int *natural_baseline)
{
  DtlShell *self = DTL_SHELL (widget);
  int child_minimum = 0;

  if (orientation == GTK_ORIENTATION_VERTICAL && for_size >= 0)
    {
      gtk_widget_measure (self->box, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, NULL, NULL, NULL);
      for_size = MAX (for_size, child_minimum);
    }
  gtk_widget_measure (self->box, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MIN (*minimum, MIN_WIDTH_PX);
  *minimum_baseline = *natural_baseline = -1;
}

static void
dtl_shell_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  DtlShell *self = DTL_SHELL (widget);
  int minimum;

  gtk_widget_measure (self->box, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_allocate (self->box, MAX (width, minimum), height, baseline, NULL);
  measure_header (self);
  self->wanted_class = class_for_width (self, width);
  self->wanted_sidebar_px =
      width >= ROOMY_FROM_PX * self->text_scale ? (int) (ROOMY_SIDEBAR_PX * self->text_scale) : -1;
  if ((self->wanted_class != self->width_class || self->wanted_sidebar_px != self->sidebar_px) && self->tick_id == 0)
    self->tick_id = gtk_widget_add_tick_callback (widget, apply_width_class_cb, NULL, NULL);
}

static void
set_header (DtlShell *self, GtkWidget *header)
{
  g_assert (self->header == NULL);

  self->header = header;
  gtk_box_prepend (GTK_BOX (self->box), header);
}

static void
set_placeholder (DtlShell *self, GtkWidget *placeholder)
{
  g_assert (self->placeholder == NULL);

  self->placeholder = placeholder;
  gtk_stack_add_child (self->stack, placeholder);
  gtk_stack_set_visible_child (self->stack, placeholder);
}

static void
dtl_shell_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  DtlShell *self = DTL_SHELL (object);

  switch (id)
    {
    case PROP_HEADER:
      if (g_value_get_object (value) != NULL)
        set_header (self, g_value_get_object (value));
      break;
    case PROP_SIDEBAR:
      dtl_side_pane_set_side (self->outer, g_value_get_object (value));
      break;
    case PROP_CONTENT:
      dtl_side_pane_set_content (self->inner, g_value_get_object (value));
      break;
    case PROP_EVIDENCE:
      dtl_side_pane_set_side (self->inner, g_value_get_object (value));
      break;
    case PROP_PLACEHOLDER:
      if (g_value_get_object (value) != NULL)
        set_placeholder (self, g_value_get_object (value));
      break;
    case PROP_SHOW_SIDEBAR:
      dtl_shell_set_show_sidebar (self, g_value_get_boolean (value));
      break;
    case PROP_SHOW_EVIDENCE:
      dtl_shell_set_show_evidence (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
dtl_shell_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  DtlShell *self = DTL_SHELL (object);

  switch (id)
    {
    case PROP_HEADER:
      g_value_set_object (value, self->header);
      break;
    case PROP_SIDEBAR:
      g_value_set_object (value, dtl_side_pane_get_side (self->outer));
      break;
    case PROP_CONTENT:
      g_value_set_object (value, dtl_side_pane_get_content (self->inner));
      break;
    case PROP_EVIDENCE:
      g_value_set_object (value, dtl_side_pane_get_side (self->inner));
      break;
    case PROP_PLACEHOLDER:
      g_value_set_object (value, self->placeholder);
      break;
    case PROP_SHOW_SIDEBAR:
      g_value_set_boolean (value, dtl_shell_get_show_sidebar (self));
      break;
    case PROP_SHOW_EVIDENCE:
      g_value_set_boolean (value, dtl_shell_get_show_evidence (self));
      break;
    case PROP_WIDTH_CLASS:
      g_value_set_int (value, (int) self->width_class);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sidebar_revealed_cb (DtlShell *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_SIDEBAR]);
}

static void
evidence_revealed_cb (DtlShell *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_EVIDENCE]);
}

static void
dtl_shell_dispose (GObject *object)
{
  DtlShell *self = DTL_SHELL (object);

  if (self->tick_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick_id);
  self->tick_id = 0;
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (dtl_shell_parent_class)->dispose (object);
}

static GParamSpec *
widget_property (const char *name)
{
  return g_param_spec_object (name, NULL, NULL, GTK_TYPE_WIDGET, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
}

static GParamSpec *
boolean_property (const char *name)
{
  return g_param_spec_boolean (name, NULL, NULL, FALSE,
                               G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
}

static void
dtl_shell_class_init (DtlShellClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = dtl_shell_set_property;
  object_class->get_property = dtl_shell_get_property;
  object_class->dispose = dtl_shell_dispose;
  widget_class->measure = dtl_shell_measure;
  widget_class->size_allocate = dtl_shell_size_allocate;

  properties[PROP_HEADER] = widget_property ("header");
  properties[PROP_SIDEBAR] = widget_property ("sidebar");
  properties[PROP_CONTENT] = widget_property ("content");
  properties[PROP_EVIDENCE] = widget_property ("evidence");
  properties[PROP_PLACEHOLDER] = widget_property ("placeholder");
  properties[PROP_SHOW_SIDEBAR] = boolean_property ("show-sidebar");
  properties[PROP_SHOW_EVIDENCE] = boolean_property ("show-evidence");
  properties[PROP_WIDTH_CLASS] = g_param_spec_int ("width-class", NULL, NULL, DTL_WIDTH_TINY, DTL_WIDTH_WIDE,
                                                   DTL_WIDTH_WIDE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  gtk_widget_class_set_css_name (widget_class, "shell");
}

static void
dtl_shell_init (DtlShell *self)
{
  self->width_class = self->wanted_class = DTL_WIDTH_WIDE;
  self->sidebar_px = self->wanted_sidebar_px = -1;
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  self->outer = dtl_side_pane_new (GTK_PACK_START);
  self->inner = dtl_side_pane_new (GTK_PACK_END);
  dtl_side_pane_set_content (self->outer, GTK_WIDGET (self->inner));
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_stack_add_child (self->stack, GTK_WIDGET (self->outer));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->stack));
  g_signal_connect_swapped (self->outer, "notify::shown", G_CALLBACK (sidebar_revealed_cb), self);
  g_signal_connect_swapped (self->inner, "notify::shown", G_CALLBACK (evidence_revealed_cb), self);
}

DtlWidthClass
dtl_shell_get_width_class (DtlShell *self)
{
  g_return_val_if_fail (DTL_IS_SHELL (self), DTL_WIDTH_WIDE);
  return self->width_class;
}

static gboolean
has_panes (DtlShell *self)
{
  return gtk_stack_get_visible_child (self->stack) == GTK_WIDGET (self->outer);
}

gboolean
dtl_shell_get_show_sidebar (DtlShell *self)
{
  g_return_val_if_fail (DTL_IS_SHELL (self), FALSE);
  return has_panes (self) && dtl_side_pane_get_shown (self->outer);
}

void
dtl_shell_set_show_sidebar (DtlShell *self, gboolean show)
{
  g_return_if_fail (DTL_IS_SHELL (self));

  if (has_panes (self))
    dtl_side_pane_set_shown (self->outer, show);
}

gboolean
dtl_shell_get_show_evidence (DtlShell *self)
{
  g_return_val_if_fail (DTL_IS_SHELL (self), FALSE);
  return has_panes (self) && dtl_side_pane_get_shown (self->inner);
}

void
dtl_shell_set_show_evidence (DtlShell *self, gboolean show)
{
  g_return_if_fail (DTL_IS_SHELL (self));

  if (has_panes (self))
    dtl_side_pane_set_shown (self->inner, show);
}

/* Puts a banner across the window, below the header. */
void
dtl_shell_add_banner (DtlShell *self, GtkWidget *banner)
{
  g_return_if_fail (DTL_IS_SHELL (self));

  gtk_box_insert_child_after (GTK_BOX (self->box), banner, self->header);
}

/* Shows the panes, or the placeholder in their stead. */
void
dtl_shell_set_panes_visible (DtlShell *self, gboolean visible)
{
  g_return_if_fail (DTL_IS_SHELL (self));

  if (has_panes (self) == visible || (!visible && self->placeholder == NULL))
    return;
  gtk_stack_set_visible_child (self->stack, visible ? GTK_WIDGET (self->outer) : self->placeholder);
  sidebar_revealed_cb (self);
  evidence_revealed_cb (self);
}
