/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-evidence-layout.h. A GtkBox knows no share of a height. */
#include "config.h"

#include "app/source/dtl-evidence-layout.h"

#include "app/source/dtl-facts-cut.h"

/* Of the pane, beside words to read; and so much where it shows one more of the facts whole. */
#define FACTS_SHARE      0.55
#define MOST_FACTS_SHARE 0.64

struct _DtlEvidenceLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (DtlEvidenceLayout, dtl_evidence_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkSizeRequestMode
dtl_evidence_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
dtl_evidence_layout_measure (GtkLayoutManager *manager,
                             GtkWidget *widget,
                             GtkOrientation orientation,
                             int for_size,
                             int *minimum,
                             int *natural,
                             int *minimum_baseline,
                             int *natural_baseline)
{
  /* A height says nothing about how wide a part of it is. */
  int part_size = orientation == GTK_ORIENTATION_VERTICAL ? for_size : -1;

  *minimum = *natural = 0;
  *minimum_baseline = *natural_baseline = -1;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, orientation, part_size, &child_minimum, &child_natural, NULL, NULL);
      *minimum = orientation == GTK_ORIENTATION_VERTICAL ? *minimum + child_minimum : MAX (*minimum, child_minimum);
      *natural = orientation == GTK_ORIENTATION_VERTICAL ? *natural + child_natural : MAX (*natural, child_natural);
    }
}

static int
allocate_part (GtkWidget *child, int y, int width, int height)
{
  gtk_widget_size_allocate (child, &(GtkAllocation){ 0, y, width, height }, -1);
  return y + height;
}

static GtkWidget *
find_box (GtkWidget *facts)
{
  while (facts != NULL && !GTK_IS_BOX (facts))
    facts = gtk_widget_get_first_child (facts);
  return facts;
}

/* GTK 4.8 asks what is scrolled how high it is when as wide as it likes, so it is asked here. */
static int
find_whole_height (GtkWidget *facts, int width)
{
  int natural;

  if (GTK_IS_SCROLLED_WINDOW (facts))
    facts = gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (facts));
  gtk_widget_measure (facts, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  return natural;
}

/* Of facts that do not fit, beside their bar then, a part is to be seen whole rather than halved. */
static int
cut_facts (GtkWidget *facts, int width, int wanted, int most)
{
  GtkWidget *box = find_box (facts);
  int bar_width = 0;

  if (GTK_IS_SCROLLED_WINDOW (facts))
    gtk_widget_measure (gtk_scrolled_window_get_vscrollbar (GTK_SCROLLED_WINDOW (facts)), GTK_ORIENTATION_HORIZONTAL,
                        -1, &bar_width, NULL, NULL, NULL);
  return box != NULL ? dtl_facts_cut_find (box, width - bar_width, wanted, most) : wanted;
}

/* What the words need at least is theirs. */
static int
find_facts_height (GtkWidget *facts, GtkWidget *words, int width, int height)
{
  int facts_minimum, words_minimum, whole, wanted;

  gtk_widget_measure (facts, GTK_ORIENTATION_VERTICAL, width, &facts_minimum, NULL, NULL, NULL);
  gtk_widget_measure (words, GTK_ORIENTATION_VERTICAL, width, &words_minimum, NULL, NULL, NULL);
  whole = find_whole_height (facts, width);
  wanted = MIN ((int) (height * FACTS_SHARE), height - words_minimum);
  if (whole > wanted)
    whole = cut_facts (facts, width, wanted, MIN ((int) (height * MOST_FACTS_SHARE), height - words_minimum));
  return MAX (whole, facts_minimum);
}

static void
dtl_evidence_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  GtkWidget *facts = gtk_widget_get_first_child (widget);
  GtkWidget *line = gtk_widget_get_next_sibling (facts);
  GtkWidget *words = gtk_widget_get_last_child (widget);
  int line_height, y;

  if (!gtk_widget_should_layout (facts) || !gtk_widget_should_layout (words))
    {
      /* The line stays, out of the way: there is nothing to part. */
      allocate_part (line, 0, width, 1);
      if (gtk_widget_should_layout (facts))
        allocate_part (facts, 0, width, height);
      else if (gtk_widget_should_layout (words))
        allocate_part (words, 0, width, height);
      return;
    }
  gtk_widget_measure (line, GTK_ORIENTATION_VERTICAL, width, &line_height, NULL, NULL, NULL);
  y = allocate_part (facts, 0, width, find_facts_height (facts, words, width, height - line_height));
  y = allocate_part (line, y, width, line_height);
  allocate_part (words, y, width, MAX (height - y, 0));
}

static void
dtl_evidence_layout_class_init (DtlEvidenceLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->get_request_mode = dtl_evidence_layout_get_request_mode;
  manager_class->measure = dtl_evidence_layout_measure;
  manager_class->allocate = dtl_evidence_layout_allocate;
}

static void
dtl_evidence_layout_init (DtlEvidenceLayout *self)
{
}
