/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-filter-pane.h. As wide as text of this size needs, whatever the names. */
#include "config.h"

#include "app/outline/dtl-filter-pane.h"

#include "app/dtl-shell.h"
#include "app/outline/dtl-date-filter.h"
#include "app/outline/dtl-facet-section.h"
#include "app/outline/dtl-known-section.h"

#define WIDTH_PX   220
#define MOST_SCALE 1.4 /* wider than this the line would have no room beside it */

struct _DtlFilterPane
{
  GtkWidget parent_instance;
  GtkWidget *scroller;
  GtkBox *box;
  DtlActorsPane *actors;
  DtlDateFilter *dates;
  DtlKnownSection *known;
  DtlFacetSection *facets[DTL_N_FACETS];
};

G_DEFINE_FINAL_TYPE (DtlFilterPane, dtl_filter_pane, GTK_TYPE_WIDGET)

static void
dtl_filter_pane_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  DtlFilterPane *self = DTL_FILTER_PANE (widget);

  gtk_widget_measure (self->scroller, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = MAX (*minimum, (int) (WIDTH_PX * MIN (dtl_shell_get_text_scale (widget), MOST_SCALE)));
  *minimum_baseline = *natural_baseline = -1;
}

static void
dtl_filter_pane_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_allocate (DTL_FILTER_PANE (widget)->scroller, width, height, baseline, NULL);
}

static void
dtl_filter_pane_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), DTL_TYPE_FILTER_PANE);
  G_OBJECT_CLASS (dtl_filter_pane_parent_class)->dispose (object);
}

static void
dtl_filter_pane_class_init (DtlFilterPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dtl_filter_pane_dispose;
  widget_class->measure = dtl_filter_pane_measure;
  widget_class->size_allocate = dtl_filter_pane_size_allocate;
  g_type_ensure (DTL_TYPE_ACTORS_PANE);
  g_type_ensure (DTL_TYPE_DATE_FILTER);
  g_type_ensure (DTL_TYPE_KNOWN_SECTION);
  gtk_widget_class_set_template_from_resource (widget_class, "/dateline/ui/dtl-filter-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, DtlFilterPane, scroller);
  gtk_widget_class_bind_template_child (widget_class, DtlFilterPane, box);
  gtk_widget_class_bind_template_child (widget_class, DtlFilterPane, actors);
  gtk_widget_class_bind_template_child (widget_class, DtlFilterPane, dates);
  gtk_widget_class_bind_template_child (widget_class, DtlFilterPane, known);
}

static void
dtl_filter_pane_init (DtlFilterPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (DtlFacet facet = 0; facet < DTL_N_FACETS; facet++)
    {
      GtkWidget *section = dtl_facet_section_new (facet);

      self->facets[facet] = DTL_FACET_SECTION (section);
      gtk_box_append (self->box, section);
    }
}

/**
 * dtl_filter_pane_set_session:
 * @session: (nullable): whose filter
 */
void
dtl_filter_pane_set_session (DtlFilterPane *self, DtlSession *session)
{
  g_return_if_fail (DTL_IS_FILTER_PANE (self));

  dtl_actors_pane_set_session (self->actors, session);
  dtl_date_filter_set_session (self->dates, session);
  dtl_known_section_set_session (self->known, session);
  for (DtlFacet facet = 0; facet < DTL_N_FACETS; facet++)
    dtl_facet_section_set_session (self->facets[facet], session);
}
