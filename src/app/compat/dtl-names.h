/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names for what GTK and libadwaita put into their own widgets without one, and which a screen reader would therefore
 * call by its class. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void dtl_names_complete (GtkWidget *root);

G_END_DECLS
