/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures and texts compared with files in tests/render/golden. With DTL_UPDATE_GOLDENS=1 the files are written
 * instead. On failure the out, ref and diff pictures are left in the build folder. */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* Every pixel must be the same. @name without ".png" */
void golden_compare_image (cairo_surface_t *image, const char *name);
void golden_compare_text (const char *text, const char *name);
/* @svg without what depends on the fonts of the machine (widths, baselines). (transfer full) */
char *golden_dup_svg_without_fonts (GBytes *svg);

G_END_DECLS
