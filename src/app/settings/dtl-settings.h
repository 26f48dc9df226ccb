/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person chose for the program (data/dateline.gschema.xml.in). Nothing of a case is kept here. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GSettings *dtl_settings_get (void);
int dtl_settings_get_first_weekday (void);

G_END_DECLS
