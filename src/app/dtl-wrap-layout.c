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

/** Line: the children from @first up to @end (NULL for the rest), not all of which are visible. */
typedef struct
{
  GtkWidget *first;
  GtkWidget *end;
  int height;
} Line;

/* As many children as fit into @width, but at least one. */
static Line
find_line (GtkWidget *first, int width)
{
  Line line = { first, first, 0 };
  int x = 0;

  for (; line.end != NULL; line.end = gtk_widget_get_next_sibling (line.end))
    {
      int child_width, child_height;

      if (!gtk_widget_should_layout (line.end))
        continue;
      child_size (line.end, width, &child_width, &child_height);
      if (x > 0 && x + child_width > width)
        break;
      x += child_width + SPACING_PX;
      line.height = MAX (line.height, child_height);
    }
  return line;
}

/* Lower children stand in the middle of their line. */
static void
allocate_line (const Line *line, int y, int width, gboolean mirrored)
{
  int x = 0;

  for (GtkWidget *child = line->first; child != line->end; child = gtk_widget_get_next_sibling (child))
    {
      int child_width, child_height;

      if (!gtk_widget_should_layout (child))
        continue;
      child_size (child, width, &child_width, &child_height);
      gtk_widget_size_allocate (child,
                                &(GtkAllocation){ mirrored ? width - x - child_width : x,
                                                  y + (line->height - child_height) / 2, child_width, child_height },
                                -1);
      x += child_width + SPACING_PX;
    }
}

/* Sets the children into lines of @width and returns the height that they need; allocates them if @allocate. */
static int
place (GtkWidget *widget, int width, gboolean allocate)
{
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkWidget *child = gtk_widget_get_first_child (widget);
  int y = 0;

  while (child != NULL)
    {
      Line line = find_line (child, width);

      if (allocate)
        allocate_line (&line, y, width, mirrored);
      y += line.height > 0 ? line.height + SPACING_PX : 0;
      child = line.end;
    }
  return MAX (y - SPACING_PX, 0);
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
