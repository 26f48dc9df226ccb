/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-row-list.h. */
#include "app/timeline/dtl-row-list.h"

struct _DtlRowList
{
  GObject parent_instance;
  DtlSession *session;
  uint32_t *rows;
  guint n_rows;
};

static void dtl_row_list_list_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DtlRowList,
                               dtl_row_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, dtl_row_list_list_init))

static GType
get_item_type (GListModel *list)
{
  return DTL_TYPE_EVENT_ROW;
}

static guint
get_n_items (GListModel *list)
{
  return DTL_ROW_LIST (list)->n_rows;
}

static gpointer
get_item (GListModel *list, guint position)
{
  DtlRowList *self = DTL_ROW_LIST (list);

  return position < self->n_rows ? dtl_event_row_new (self->session, self->rows[position]) : NULL;
}

static void
dtl_row_list_list_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
dtl_row_list_finalize (GObject *object)
{
  DtlRowList *self = DTL_ROW_LIST (object);

  g_clear_object (&self->session);
  g_free (self->rows);
  G_OBJECT_CLASS (dtl_row_list_parent_class)->finalize (object);
}

static void
dtl_row_list_class_init (DtlRowListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dtl_row_list_finalize;
}

static void
dtl_row_list_init (DtlRowList *self)
{
}

/**
 * dtl_row_list_new:
 * @session: of what case; kept referenced
 * @rows: of its columns, each within them; copied
 *
 * Returns: (transfer full): (element-type DtlEventRow)
 */
GListModel *
dtl_row_list_new (DtlSession *session, const uint32_t *rows, guint n_rows)
{
  DtlRowList *self;

  g_return_val_if_fail (DTL_IS_SESSION (session), NULL);

  self = g_object_new (DTL_TYPE_ROW_LIST, NULL);
  self->session = g_object_ref (session);
  self->rows = g_memdup2 (rows, n_rows * sizeof *rows);
  self->n_rows = n_rows;
  return G_LIST_MODEL (self);
}
