/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps the place of a text view's cursor in view while sizes settle, until the person scrolls. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _DtlPassageFollower DtlPassageFollower;

DtlPassageFollower *dtl_passage_follower_new (GtkTextView *text_view);
void dtl_passage_follower_free (DtlPassageFollower *self);
void dtl_passage_follower_start (DtlPassageFollower *self);

G_END_DECLS
