/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the widget tests share: an application that talks to no other, the sample case, and a main loop that runs until
 * something is so. */
#pragma once

#include "app/dtl-application.h"
#include "app/dtl-session.h"

G_BEGIN_DECLS

DtlApplication *app_support_init (int *argc, char ***argv);
const char *app_support_get_sample (void);
DtlSession *app_support_new_session (void);
DtlId app_support_find_event (DtlSession *session, const char *title_start);
DtlId app_support_find_actor (DtlSession *session, const char *name);
char *app_support_make_case (const char *name, const char *words);
void app_support_settle (void);

typedef gboolean (*AppSupportCondition) (gpointer data);
void app_support_wait_for (AppSupportCondition condition, gpointer data);

GtkWidget *app_support_find_widget (GtkWidget *root, GType type, const char *css_class);
int app_support_finish (void);

G_END_DECLS
