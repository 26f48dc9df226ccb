/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-event-cell.h. Cells are reused for other rows as the list scrolls, so their parts are made once, by column.
 * GTK's own widgets around a cell have no name before 4.12; the cell names them, since it alone knows what they show.
 */
#include "config.h"

#include "app/list/dtl-event-cell.h"

#include <glib/gi18n.h>

#include "app/dtl-mark-icon.h"

#define SPACING_PX 6

/*
 * DtlEventCell:
 * @hit_icon, @remark, @detail: (nullable): of the title alone
 * @mark: (nullable): of the kind alone
 */
struct _DtlEventCell
{
  GtkWidget parent_instance;
  DtlEventColumn column;
  GtkWidget *hit_icon;
  DtlMarkIcon *mark;
  GtkLabel *label;
  GtkLabel *remark;
  GtkLabel *detail;
  DtlEventRow *row;
};

G_DEFINE_FINAL_TYPE (DtlEventCell, dtl_event_cell, GTK_TYPE_WIDGET)

static gboolean
dtl_event_cell_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  DtlEventCell *self = DTL_EVENT_CELL (widget);
  g_autofree char *text = NULL;

  if (self->row == NULL)
    return FALSE;
  text = dtl_event_row_dup_tooltip (self->row, self->column);
  gtk_tooltip_set_text (tooltip, text);
  return *text != '\0';
}

static void
dtl_event_cell_dispose (GObject *object)
{
  DtlEventCell *self = DTL_EVENT_CELL (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->row);
  G_OBJECT_CLASS (dtl_event_cell_parent_class)->dispose (object);
}

static void
dtl_event_cell_class_init (DtlEventCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dtl_event_cell_dispose;
  widget_class->query_tooltip = dtl_event_cell_query_tooltip;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "eventcell");
}

static void
dtl_event_cell_init (DtlEventCell *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), SPACING_PX);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

/* --- parts ------------------------------------------------------------------------------------------------------ */

static GtkLabel *
make_label (void)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (NULL));

  gtk_label_set_ellipsize (label, PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (label, 0);
  return label;
}

static void
add_title_parts (DtlEventCell *self)
{
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING_PX);

  self->hit_icon = gtk_image_new_from_icon_name ("edit-find-symbolic");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->hit_icon), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Found by the search"), -1);
  gtk_widget_set_parent (self->hit_icon, GTK_WIDGET (self));
  self->remark = make_label ();
  gtk_label_set_ellipsize (self->remark, PANGO_ELLIPSIZE_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->remark), "pill-label");
  gtk_widget_set_valign (GTK_WIDGET (self->remark), GTK_ALIGN_CENTER);
  self->detail = make_label ();
  gtk_widget_add_css_class (GTK_WIDGET (self->detail), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->detail), "caption");
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->label));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->remark));
  gtk_box_append (GTK_BOX (lines), line);
  gtk_box_append (GTK_BOX (lines), GTK_WIDGET (self->detail));
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_widget_set_valign (lines, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (lines, GTK_WIDGET (self));
}

/* Returns: (transfer floating): an empty cell for @column */
GtkWidget *
dtl_event_cell_new (DtlEventColumn column)
{
  DtlEventCell *self = g_object_new (DTL_TYPE_EVENT_CELL, NULL);

  self->column = column;
  self->label = make_label ();
  if (column == DTL_EVENT_COLUMN_TITLE)
    {
      add_title_parts (self);
      return GTK_WIDGET (self);
    }
  if (column == DTL_EVENT_COLUMN_KIND)
    {
      self->mark = g_object_new (DTL_TYPE_MARK_ICON, "valign", GTK_ALIGN_CENTER, NULL);
      gtk_widget_set_parent (GTK_WIDGET (self->mark), GTK_WIDGET (self));
    }
  gtk_widget_set_parent (GTK_WIDGET (self->label), GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

/* --- content ---------------------------------------------------------------------------------------------------- */

static void
name_widget (GtkWidget *widget, const char *name)
{
  if (widget != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* The cell's frame says what it holds, the row's title and date. */
static void
name_parents (DtlEventCell *self, const char *text)
{
  GtkWidget *frame = gtk_widget_get_parent (GTK_WIDGET (self));
  GtkWidget *parent = frame != NULL ? gtk_widget_get_parent (frame) : NULL;
  g_autofree char *name = NULL;

  /* Translators: read aloud for an empty cell of the list */
  name_widget (frame, *text != '\0' ? text : C_ ("cell", "empty"));
  if (self->column != DTL_EVENT_COLUMN_TITLE || parent == NULL || GTK_IS_LIST_BASE (parent))
    return;
  name = dtl_event_row_dup_label (self->row);
  name_widget (parent, name);
}

/* Date, remark and actors, as far as there are any. */
static char *
describe_detail (DtlEventCell *self, const char *remark)
{
  g_autofree char *date = dtl_event_row_dup_text (self->row, DTL_EVENT_COLUMN_DATE);
  g_autofree char *actors = dtl_event_row_dup_text (self->row, DTL_EVENT_COLUMN_ACTORS);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;

  g_strv_builder_add (builder, date);
  if (*remark != '\0')
    g_strv_builder_add (builder, remark);
  if (*actors != '\0')
    g_strv_builder_add (builder, actors);
  parts = g_strv_builder_end (builder);
  /* Translators: in the second line of a narrow list, between date, remark and actors */
  return g_strjoinv (C_ ("row of a narrow list", " · "), parts);
}

static void
fill_title (DtlEventCell *self, gboolean is_compact)
{
  g_autofree char *remark = dtl_event_row_dup_remark (self->row);
  g_autofree char *detail = is_compact ? describe_detail (self, remark) : NULL;

  gtk_label_set_text (self->remark, remark);
  gtk_widget_set_visible (GTK_WIDGET (self->remark), *remark != '\0' && !is_compact);
  gtk_label_set_text (self->detail, detail != NULL ? detail : "");
  gtk_widget_set_visible (GTK_WIDGET (self->detail), is_compact);
}

static void
fill_mark (DtlEventCell *self)
{
  DtlClaimRole role;
  gboolean is_hollow;
  int colour;

  dtl_event_row_get_mark (self->row, &role, &is_hollow, &colour);
  dtl_mark_icon_set_look (self->mark, role, is_hollow, colour);
}

/**
 * dtl_event_cell_set_row:
 * @row: (nullable): what to show; kept referenced
 * @is_compact: whether this is the only column
 */
void
dtl_event_cell_set_row (DtlEventCell *self, DtlEventRow *row, gboolean is_compact)
{
  g_autofree char *text = NULL;

  g_return_if_fail (DTL_IS_EVENT_CELL (self));

  g_set_object (&self->row, row);
  if (row == NULL)
    return;
  text = dtl_event_row_dup_text (row, self->column);
  if (self->column == DTL_EVENT_COLUMN_DATE && dtl_event_row_has_competing (row))
    {
      g_autofree char *marked = g_strdup_printf ("%s ≠", text);

      gtk_label_set_text (self->label, marked);
    }
  else
    gtk_label_set_text (self->label, text);
  if (self->column == DTL_EVENT_COLUMN_TITLE)
    {
      fill_title (self, is_compact);
      dtl_event_cell_update_hit (self);
    }
  else if (self->mark != NULL)
    fill_mark (self);
  name_parents (self, text);
}

/* Marks what the search found: by a sign and by weight. While nothing is searched for there is no room for the sign. */
void
dtl_event_cell_update_hit (DtlEventCell *self)
{
  gboolean is_hit;

  g_return_if_fail (DTL_IS_EVENT_CELL (self));

  if (self->row == NULL || self->hit_icon == NULL)
    return;
  is_hit = dtl_event_row_is_hit (self->row);
  gtk_widget_set_visible (self->hit_icon, dtl_session_get_hits (dtl_event_row_get_session (self->row)) != NULL);
  gtk_widget_set_child_visible (self->hit_icon, is_hit);
  if (is_hit)
    gtk_widget_add_css_class (GTK_WIDGET (self), "hit");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "hit");
  name_parents (self, gtk_label_get_text (self->label));
}

DtlEventColumn
dtl_event_cell_get_column (DtlEventCell *self)
{
  g_return_val_if_fail (DTL_IS_EVENT_CELL (self), DTL_N_EVENT_COLUMNS);
  return self->column;
}

/* Returns: (nullable) (transfer none) */
DtlEventRow *
dtl_event_cell_get_row (DtlEventCell *self)
{
  g_return_val_if_fail (DTL_IS_EVENT_CELL (self), NULL);
  return self->row;
}

static DtlEventCell *
find_below (GtkWidget *widget)
{
  if (DTL_IS_EVENT_CELL (widget))
    return DTL_EVENT_CELL (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      DtlEventCell *found = find_below (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/**
 * dtl_event_cell_find:
 * @widget: (nullable): any widget, such as one that was picked
 *
 * Returns: (nullable) (transfer none): a cell of the row that @widget is a part of; NULL if it is part of none
 */
DtlEventCell *
dtl_event_cell_find (GtkWidget *widget)
{
  for (; widget != NULL && !GTK_IS_LIST_BASE (widget); widget = gtk_widget_get_parent (widget))
    {
      if (DTL_IS_EVENT_CELL (widget))
        return DTL_EVENT_CELL (widget);
      if (g_strcmp0 (gtk_widget_get_css_name (widget), "row") == 0)
        return find_below (widget);
    }
  return NULL;
}
