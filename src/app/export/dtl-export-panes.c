/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-export-panes.h. The first child is the picture, the second one the options. */
#include "app/export/dtl-export-panes.h"

/* How much of a narrow window the picture takes, and how much of a wide one the options. */
#define PICTURE_SHARE 0.4
#define OPTIONS_SHARE 0.38
#define OPTIONS_MIN   340
#define OPTIONS_MAX   460
/* Less than this is no preview. */
#define PICTURE_MIN_WIDTH 320

struct _DtlExportPanes
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (DtlExportPanes, dtl_export_panes, GTK_TYPE_WIDGET)

static int
minimum_of (GtkWidget *child, GtkOrientation orientation, int for_size)
{
  int minimum;

  gtk_widget_measure (child, orientation, for_size, &minimum, NULL, NULL, NULL);
  return minimum;
}

static int
get_options_width (GtkWidget *options, int width)
{
  int minimum = MAX (minimum_of (options, GTK_ORIENTATION_HORIZONTAL, -1), OPTIONS_MIN);

  return MAX (minimum, MIN ((int) (width * OPTIONS_SHARE), OPTIONS_MAX));
}

static gboolean
is_wide (GtkWidget *picture, GtkWidget *options, int width)
{
  int picture_min = MAX (minimum_of (picture, GTK_ORIENTATION_HORIZONTAL, -1), PICTURE_MIN_WIDTH);

  return width >= picture_min + get_options_width (options, width);
}

static void
dtl_export_panes_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  GtkWidget *picture = gtk_widget_get_first_child (widget);
  GtkWidget *options = gtk_widget_get_last_child (widget);
  int picture_min = minimum_of (picture, orientation, -1);
  int options_min = minimum_of (options, orientation, -1);

  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? MAX (picture_min, options_min) : picture_min + options_min;
  *natural = MAX (*minimum, orientation == GTK_ORIENTATION_HORIZONTAL ? 960 : 560);
  *minimum_baseline = *natural_baseline = -1;
}

static void
allocate_side_by_side (GtkWidget *picture, GtkWidget *options, int width, int height, gboolean is_mirrored)
{
  int options_width = get_options_width (options, width);
  int picture_width = width - options_width;

  gtk_widget_size_allocate (picture, &(GtkAllocation){ is_mirrored ? options_width : 0, 0, picture_width, height }, -1);
  gtk_widget_size_allocate (options, &(GtkAllocation){ is_mirrored ? 0 : picture_width, 0, options_width, height }, -1);
}

static void
allocate_above (GtkWidget *picture, GtkWidget *options, int width, int height)
{
  int picture_min = minimum_of (picture, GTK_ORIENTATION_VERTICAL, width);
  int options_min = minimum_of (options, GTK_ORIENTATION_VERTICAL, width);
  int picture_height = MIN (MAX (picture_min, (int) (height * PICTURE_SHARE)), MAX (height - options_min, picture_min));

  gtk_widget_size_allocate (picture, &(GtkAllocation){ 0, 0, width, picture_height }, -1);
  gtk_widget_size_allocate (
      options, &(GtkAllocation){ 0, picture_height, width, MAX (height - picture_height, options_min) }, -1);
}

static void
dtl_export_panes_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GtkWidget *picture = gtk_widget_get_first_child (widget);
  GtkWidget *options = gtk_widget_get_last_child (widget);

  if (is_wide (picture, options, width))
    allocate_side_by_side (picture, options, width, height, gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL);
  else
    allocate_above (picture, options, width, height);
}

static void
dtl_export_panes_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (dtl_export_panes_parent_class)->dispose (object);
}

static void
dtl_export_panes_class_init (DtlExportPanesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dtl_export_panes_dispose;
  widget_class->measure = dtl_export_panes_measure;
  widget_class->size_allocate = dtl_export_panes_size_allocate;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
dtl_export_panes_init (DtlExportPanes *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}
