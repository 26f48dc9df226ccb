/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-column-sorter.h. Before GTK 4.10 a column view does not say by which of its columns it sorts, so it is asked
 * with a question whose answer tells: it passes the question on to the sorter of that column first, which notes itself
 * and answers "smaller", and turns the answer round when it sorts downwards. */
#include "app/list/dtl-column-sorter.h"

struct _DtlColumnSorter
{
  GtkSorter parent_instance;
  DtlEventColumn column;
};

G_DEFINE_FINAL_TYPE (DtlColumnSorter, dtl_column_sorter, GTK_TYPE_SORTER)

#define DTL_TYPE_SORTER_PROBE (dtl_sorter_probe_get_type ())
G_DECLARE_FINAL_TYPE (DtlSorterProbe, dtl_sorter_probe, DTL, SORTER_PROBE, GObject)

/* The question. */
struct _DtlSorterProbe
{
  GObject parent_instance;
  DtlEventColumn column;
};

G_DEFINE_FINAL_TYPE (DtlSorterProbe, dtl_sorter_probe, G_TYPE_OBJECT)

static void
dtl_sorter_probe_class_init (DtlSorterProbeClass *klass)
{
}

static void
dtl_sorter_probe_init (DtlSorterProbe *self)
{
  self->column = DTL_N_EVENT_COLUMNS;
}

static GtkOrdering
dtl_column_sorter_compare (GtkSorter *sorter, gpointer item1, gpointer item2)
{
  if (!DTL_IS_SORTER_PROBE (item1))
    return GTK_ORDERING_EQUAL;
  DTL_SORTER_PROBE (item1)->column = DTL_COLUMN_SORTER (sorter)->column;
  return GTK_ORDERING_SMALLER;
}

static GtkSorterOrder
dtl_column_sorter_get_order (GtkSorter *sorter)
{
  return GTK_SORTER_ORDER_PARTIAL;
}

static void
dtl_column_sorter_class_init (DtlColumnSorterClass *klass)
{
  GTK_SORTER_CLASS (klass)->compare = dtl_column_sorter_compare;
  GTK_SORTER_CLASS (klass)->get_order = dtl_column_sorter_get_order;
}

static void
dtl_column_sorter_init (DtlColumnSorter *self)
{
}

/* Returns: (transfer full) */
GtkSorter *
dtl_column_sorter_new (DtlEventColumn column)
{
  DtlColumnSorter *self = g_object_new (DTL_TYPE_COLUMN_SORTER, NULL);

  self->column = column;
  return GTK_SORTER (self);
}

/**
 * dtl_column_sorter_probe:
 * @view_sorter: the sorter of a column view whose columns have sorters of this type
 * @column: (out): by what it sorts
 * @descending: (out): whether downwards
 *
 * Returns: FALSE if it sorts by nothing
 */
gboolean
dtl_column_sorter_probe (GtkSorter *view_sorter, DtlEventColumn *column, gboolean *descending)
{
  g_autoptr (DtlSorterProbe) probe = g_object_new (DTL_TYPE_SORTER_PROBE, NULL);
  g_autoptr (DtlSorterProbe) other = g_object_new (DTL_TYPE_SORTER_PROBE, NULL);
  GtkOrdering answer;

  g_return_val_if_fail (GTK_IS_SORTER (view_sorter), FALSE);

  answer = gtk_sorter_compare (view_sorter, probe, other);
  /* Turned round, the second may have been passed on as the first. */
  if (probe->column == DTL_N_EVENT_COLUMNS)
    probe->column = other->column;
  *column = probe->column;
  *descending = answer == GTK_ORDERING_LARGER;
  return answer != GTK_ORDERING_EQUAL && *column != DTL_N_EVENT_COLUMNS;
}
