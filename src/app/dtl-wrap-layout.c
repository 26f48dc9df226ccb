/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-wrap-layout.h. GtkFlowBox sets its children in columns of one width, which pills are not made for. */
#include "app/dtl-wrap-layout.h"

#define SPACING_PX 6

struct _DtlWrapLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (DtlWrapLayout, dtl_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

struct _DtlWrapBox
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (DtlWrapBox, dtl_wrap_box, GTK_TYPE_WIDGET)

static GtkSizeRequestMode
dtl_wrap_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
child_size (GtkWidget *child, int available, int *width, int *height)
{
  int minimum, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  *width = MAX (minimum, MIN (natural, available));
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, *width, NULL, height, NULL, NULL);
}

/* Sets the children into lines of @width and returns the height that they need; allocates them if @allocate. */
static int
place (GtkWidget *widget, int width, gboolean allocate)
{
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int x = 0, y = 0, line_height = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      int child_width, child_height;

      if (!gtk_widget_should_layout (child))
        continue;
      child_size (child, width, &child_width, &child_height);
      if (x > 0 && x + child_width > width)
        {
          x = 0;
          y += line_height + SPACING_PX;
          line_height = 0;
        }
      if (allocate)
        gtk_widget_size_allocate (
            child, &(GtkAllocation){ mirrored ? width - x - child_width : x, y, child_width, child_height }, -1);
      x += child_width + SPACING_PX;
      line_height = MAX (line_height, child_height);
    }
  return y + line_height;
}

static void
dtl_wrap_layout_measure (GtkLayoutManager *manager,
                         GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  int widest = 0, sum = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural, NULL, NULL);
      widest = MAX (widest, child_minimum);
      sum += child_natural + (sum > 0 ? SPACING_PX : 0);
    }
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = widest;
      *natural = MAX (widest, sum);
    }
  else
    *minimum = *natural = place (widget, for_size < 0 ? MAX (widest, sum) : for_size, FALSE);
}

static void
dtl_wrap_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  place (widget, width, TRUE);
}

static void
dtl_wrap_layout_class_init (DtlWrapLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->get_request_mode = dtl_wrap_layout_get_request_mode;
  manager_class->measure = dtl_wrap_layout_measure;
  manager_class->allocate = dtl_wrap_layout_allocate;
}

static void
dtl_wrap_layout_init (DtlWrapLayout *self)
{
}

static void
dtl_wrap_box_dispose (GObject *object)
{
  dtl_wrap_box_clear (DTL_WRAP_BOX (object));
  G_OBJECT_CLASS (dtl_wrap_box_parent_class)->dispose (object);
}

static void
dtl_wrap_box_class_init (DtlWrapBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dtl_wrap_box_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), DTL_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
dtl_wrap_box_init (DtlWrapBox *self)
{
}

GtkWidget *
dtl_wrap_box_new (void)
{
  return g_object_new (DTL_TYPE_WRAP_BOX, NULL);
}

/* Takes @child as the last one. */
void
dtl_wrap_box_append (DtlWrapBox *self, GtkWidget *child)
{
  g_return_if_fail (DTL_IS_WRAP_BOX (self));
  gtk_widget_insert_before (child, GTK_WIDGET (self), NULL);
}

void
dtl_wrap_box_clear (DtlWrapBox *self)
{
  GtkWidget *child;

  g_return_if_fail (DTL_IS_WRAP_BOX (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}
