/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-event-columns.h. All columns but the title's have a width of their own, so that nothing moves while one
 * scrolls; what is left over is the title's. */
#include "config.h"

#include "app/list/dtl-event-columns.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/list/dtl-column-sorter.h"

/* Below this there is one column of two lines; text at 100 %. */
#define ONE_COLUMN_BELOW_PX 440
#define MIN_TITLE_PX        210
/* The date's column is as wide as the dates of the case are, up to this. */
#define MAX_DATE_PX 310
/* With so much beside all columns, those that are often cut get more. */
#define ROOMY_FROM_PX 240

typedef struct
{
  const char *name; /* in actions and settings */
  const char *title;
  int width_px;
  int more_px; /* where there is room to spare */
} ColumnLook;

static const ColumnLook looks[DTL_N_EVENT_COLUMNS] = {
  [DTL_EVENT_COLUMN_DATE] = { "date", NC_ ("column", "Date"), 150, 0 },
  [DTL_EVENT_COLUMN_TITLE] = { "title", NC_ ("column", "Title"), MIN_TITLE_PX, 0 },
  [DTL_EVENT_COLUMN_ACTORS] = { "actors", NC_ ("column", "Actors"), 180, 80 },
  [DTL_EVENT_COLUMN_KIND] = { "kind", NC_ ("column", "Kind"), 160, 40 },
  [DTL_EVENT_COLUMN_STATUS] = { "status", NC_ ("column", "Status"), 130, 0 },
  [DTL_EVENT_COLUMN_SOURCES] = { "sources", NC_ ("column", "Sources"), 100, 0 },
};

/* The columns that a wider list gains, one after the other. */
static const DtlEventColumn gained[] = {
  DTL_EVENT_COLUMN_ACTORS,
  DTL_EVENT_COLUMN_KIND,
  DTL_EVENT_COLUMN_SOURCES,
  DTL_EVENT_COLUMN_STATUS,
};

/* Returns: (transfer none): the stable name of a column */
const char *
dtl_event_column_get_name (DtlEventColumn column)
{
  g_return_val_if_fail (column < DTL_N_EVENT_COLUMNS, NULL);
  return looks[column].name;
}

/* Returns: FALSE if there is no column of this stable name */
gboolean
dtl_event_column_from_name (const char *name, DtlEventColumn *column)
{
  for (int i = 0; i < DTL_N_EVENT_COLUMNS; i++)
    if (g_strcmp0 (looks[i].name, name) == 0)
      {
        *column = (DtlEventColumn) i;
        return TRUE;
      }
  return FALSE;
}

/* Returns: (transfer none): the title of a column in the person's language */
const char *
dtl_event_column_get_title (DtlEventColumn column)
{
  g_return_val_if_fail (column < DTL_N_EVENT_COLUMNS, NULL);
  return g_dpgettext2 (GETTEXT_PACKAGE, "column", looks[column].title);
}

/**
 * dtl_event_column_new:
 * @factory: (transfer none): makes its cells
 * @header_menu: (transfer none): what its header offers beside being clicked
 *
 * Returns: (transfer full)
 */
GtkColumnViewColumn *
dtl_event_column_new (DtlEventColumn column, GtkListItemFactory *factory, GMenuModel *header_menu)
{
  GtkColumnViewColumn *self = gtk_column_view_column_new (dtl_event_column_get_title (column), g_object_ref (factory));
  g_autoptr (GtkSorter) sorter = dtl_column_sorter_new (column);

  gtk_column_view_column_set_sorter (self, sorter);
  gtk_column_view_column_set_header_menu (self, header_menu);
  gtk_column_view_column_set_resizable (self, column != DTL_EVENT_COLUMN_TITLE);
  gtk_column_view_column_set_expand (self, column == DTL_EVENT_COLUMN_TITLE);
  return self;
}

/**
 * dtl_event_columns_limit_date:
 * @width_px: what the widest date needs
 *
 * Returns: how wide the date's column is to be for it
 */
int
dtl_event_columns_limit_date (int width_px, double text_scale)
{
  return CLAMP (width_px, (int) (looks[DTL_EVENT_COLUMN_DATE].width_px * text_scale), (int) (MAX_DATE_PX * text_scale));
}

/**
 * dtl_event_columns_fit:
 * @width_px: of the list
 * @text_scale: how large the person wants text, 1 = 100 %
 * @date_px: how wide the date's column is to be, see dtl_event_columns_limit_date()
 */
DtlEventColumnsFit
dtl_event_columns_fit (int width_px, double text_scale, int date_px)
{
  double left = width_px / text_scale;
  DtlEventColumnsFit fit = DTL_EVENT_COLUMNS_ONE;

  if (left < ONE_COLUMN_BELOW_PX)
    return fit;
  fit |= 1u << DTL_EVENT_COLUMN_DATE;
  left -= date_px / text_scale + MIN_TITLE_PX;
  for (guint i = 0; i < G_N_ELEMENTS (gained) && left >= looks[gained[i]].width_px; i++)
    {
      fit |= 1u << gained[i];
      left -= looks[gained[i]].width_px;
    }
  if (fit == DTL_EVENT_COLUMNS_ALL && left >= ROOMY_FROM_PX)
    fit |= DTL_EVENT_COLUMNS_ROOMY;
  return fit;
}

/**
 * dtl_event_columns_apply:
 * @columns: (array): all of them, by DtlEventColumn
 *
 * Shows the columns of @fit in their own widths. Before GTK 4.12 a column view takes the width of what does not show
 * away from what does, so that is nothing.
 */
void
dtl_event_columns_apply (GtkColumnViewColumn *const *columns, DtlEventColumnsFit fit, double text_scale, int date_px)
{
  for (int i = 0; i < DTL_N_EVENT_COLUMNS; i++)
    {
      gboolean is_visible = (fit & (1u << i)) != 0;
      int width_px = looks[i].width_px + ((fit & DTL_EVENT_COLUMNS_ROOMY) != 0 ? looks[i].more_px : 0);

      width_px = i == DTL_EVENT_COLUMN_DATE ? date_px : (int) (width_px * text_scale);
      if (i != DTL_EVENT_COLUMN_TITLE)
        gtk_column_view_column_set_fixed_width (columns[i], is_visible ? width_px : 0);
      gtk_column_view_column_set_visible (columns[i], is_visible);
    }
}

static void
name_titles (GtkWidget *header)
{
  for (GtkWidget *title = gtk_widget_get_first_child (header); title != NULL;
       title = gtk_widget_get_next_sibling (title))
    for (GtkWidget *part = gtk_widget_get_first_child (title); part != NULL; part = gtk_widget_get_first_child (part))
      if (GTK_IS_LABEL (part))
        gtk_accessible_update_property (GTK_ACCESSIBLE (title), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                        gtk_label_get_text (GTK_LABEL (part)), -1);
}

/**
 * dtl_event_columns_name_headers:
 * @view: with all its columns
 *
 * Gives the row of headers, and each of them, a name for who listens.
 */
void
dtl_event_columns_name_headers (GtkColumnView *view)
{
  GtkWidget *header;

  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  header = gtk_widget_get_first_child (GTK_WIDGET (view));
  if (header == NULL || GTK_IS_LIST_BASE (header))
    return;
  gtk_accessible_update_property (GTK_ACCESSIBLE (header), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Columns"), -1);
  name_titles (header);
}
