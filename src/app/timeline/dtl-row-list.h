/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Some rows of the columns as a list of DtlEventRow, each made only when it is asked for. The list never changes. */
#pragma once

#include "app/list/dtl-event-row.h"

G_BEGIN_DECLS

#define DTL_TYPE_ROW_LIST (dtl_row_list_get_type ())
G_DECLARE_FINAL_TYPE (DtlRowList, dtl_row_list, DTL, ROW_LIST, GObject)

GListModel *dtl_row_list_new (DtlSession *session, const uint32_t *rows, guint n_rows);

G_END_DECLS
