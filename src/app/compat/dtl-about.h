/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The box that says what this program is. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void dtl_about_show (GtkWindow *parent, const char *first_property, ...) G_GNUC_NULL_TERMINATED;

G_END_DECLS
