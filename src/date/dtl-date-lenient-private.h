/* SPDX-License-Identifier: GPL-3.0-or-later */
/* EDTF as people write it. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *dtl_date_lenient_tidy (const char *text);
char *dtl_date_lenient_other (const char *text);

G_END_DECLS
