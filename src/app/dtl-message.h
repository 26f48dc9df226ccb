/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Telling a person something: toasts and dialogs, always as plain text. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

AdwToast *dtl_message_new_toast (const char *text);
void dtl_message_show_error (GtkWindow *parent, const char *heading, const char *body);

/* Called with TRUE when the person chose to go on. */
typedef void (*DtlMessageCallback) (GObject *owner, gboolean go_on, const char *detail);

void dtl_message_ask (GtkWindow *parent,
                      const char *heading,
                      const char *body,
                      const char *go_on_label,
                      const char *detail,
                      GObject *owner,
                      DtlMessageCallback callback);

G_END_DECLS
