/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Handing something to another program: a web page or manual to its viewer, a folder to the file manager. Whether an
 * address may be opened at all is the caller's question. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void dtl_launch_uri (GtkWidget *widget, const char *uri);
void dtl_launch_folder_of (GtkWidget *widget, GFile *file);

G_END_DECLS
