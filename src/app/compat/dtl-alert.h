/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A question, or something that has to be read, over a window. Heading and body are plain text, whatever stands in
 * them. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * DtlAlertResponse:
 * @id: what the callback is told
 * @label: a verb, with mnemonic
 * @appearance: whether it is the suggested or a destructive one
 */
typedef struct
{
  const char *id;
  const char *label;
  AdwResponseAppearance appearance;
} DtlAlertResponse;

/* @response: the id of the chosen one; that of the first one when the person pressed Escape */
typedef void (*DtlAlertCallback) (const char *response, gpointer user_data);

void dtl_alert_show (GtkWindow *parent,
                     const char *heading,
                     const char *body,
                     const DtlAlertResponse *responses,
                     guint n_responses,
                     DtlAlertCallback callback,
                     gpointer user_data);

G_END_DECLS
