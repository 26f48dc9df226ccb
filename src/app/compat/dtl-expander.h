/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps the focus out of what an expander hides. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void dtl_expander_guard (GtkExpander *expander);

G_END_DECLS
