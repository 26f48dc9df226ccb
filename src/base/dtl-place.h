/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the program's own files are: installed, or in the folder that it was built in. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *dtl_place_get_locale_folder (void);

G_END_DECLS
