/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small shapes as images: marks, signs and pills of which there are hundreds in a frame. Each is drawn once, with the
 * antialiasing that it would have in its place, and copied from then on. For screens alone: in files shapes stay
 * shapes.
 */
#pragma once

#include <cairo.h>

#include "render/dtl-surface.h"

G_BEGIN_DECLS

/* Draws a shape on a context of its own, moved so that its place is where it would be. */
typedef void (*DtlSpriteDraw) (cairo_t *cr, gpointer user_data);

/**
 * dtl_sprites_paint:
 * @cr: where it goes
 * @area: what the shape covers, its outline included
 * @key, @key_bytes: what tells the shape from all others, but for its place
 * @draw: draws it
 *
 * Returns: FALSE where it is too large to be kept, and nothing was painted
 */
gboolean dtl_sprites_paint (DtlSprites *self,
                            cairo_t *cr,
                            const cairo_rectangle_t *area,
                            gconstpointer key,
                            gsize key_bytes,
                            DtlSpriteDraw draw,
                            gpointer user_data);

G_END_DECLS
