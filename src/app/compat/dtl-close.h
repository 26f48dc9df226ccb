/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Closing a window as a whole, whatever it asks or shows at the moment. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void dtl_close_window (GtkWindow *window);

G_END_DECLS
