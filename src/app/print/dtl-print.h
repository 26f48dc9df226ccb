/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Printing: the pages that the export writes as PDF, on the paper that the person chooses. */
#pragma once

#include <gtk/gtk.h>

#include "app/dtl-session.h"
#include "app/export/dtl-export-choices.h"

G_BEGIN_DECLS

GtkPrintOperation *dtl_print_new (GtkWindow *parent, DtlSession *session, const DtlExportView *view);
void dtl_print_start (GtkWindow *parent, DtlSession *session, const DtlExportView *view);

G_END_DECLS
