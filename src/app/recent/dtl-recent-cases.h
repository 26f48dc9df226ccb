/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cases opened last, as the desktop remembers them: by their files' names alone, nothing that stands in a case. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* More than these are not offered. */
#define DTL_RECENT_CASES_MAX 10

void dtl_recent_cases_add (const char *path);
GStrv dtl_recent_cases_get_uris (guint max);
void dtl_recent_cases_clear (void);
char *dtl_recent_cases_describe_folder (const char *path);
char *dtl_recent_cases_name (const char *path);
GMenuModel *dtl_recent_cases_get_menu (void);

G_END_DECLS
