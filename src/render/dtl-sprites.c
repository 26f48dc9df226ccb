/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "render/dtl-sprites-private.h"

#include <math.h>
#include <string.h>

#define MAX_WIDTH_PX  256
#define MAX_HEIGHT_PX 48
#define MAX_SPRITES   1024

/* Places are told apart by so many parts of a pixel. */
#define PHASES 16

/** Sprite: @key: of the shape, its phase behind it */
typedef struct
{
  GBytes *key;
  cairo_pattern_t *pattern;
  int width_px;
  int height_px;
} Sprite;

struct _DtlSprites
{
  double scale;
  GHashTable *sprites; /* set of Sprite, by key */
  GByteArray *key;     /* the one in hand */
};

static void
sprite_free (gpointer data)
{
  Sprite *self = data;

  g_bytes_unref (self->key);
  cairo_pattern_destroy (self->pattern);
  g_free (self);
}

DtlSprites *
dtl_sprites_new (double scale)
{
  DtlSprites *self = g_new0 (DtlSprites, 1);

  self->scale = scale;
  self->sprites = g_hash_table_new_full (g_bytes_hash, g_bytes_equal, NULL, sprite_free);
  self->key = g_byte_array_new ();
  return self;
}

void
dtl_sprites_free (DtlSprites *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->sprites);
  g_byte_array_unref (self->key);
  g_free (self);
}

/* Where the shape's top left lies within its pixel. */
static int
phase_of (double px)
{
  return (int) floor ((px - floor (px)) * PHASES + 0.5);
}

static Sprite *
make_sprite (DtlSprites *self, const cairo_rectangle_t *area, DtlSpriteDraw draw, gpointer user_data)
{
  Sprite *sprite = g_new0 (Sprite, 1);
  double base_x = floor (area->x);
  double base_y = floor (area->y);
  cairo_surface_t *image;
  cairo_t *cr;

  sprite->width_px = (int) (ceil (area->x + area->width) - base_x);
  sprite->height_px = (int) (ceil (area->y + area->height) - base_y);
  image = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) ceil (sprite->width_px * self->scale),
                                      (int) ceil (sprite->height_px * self->scale));
  cairo_surface_set_device_scale (image, self->scale, self->scale);
  cr = cairo_create (image);
  cairo_translate (cr, -base_x, -base_y);
  draw (cr, user_data);
  cairo_destroy (cr);
  sprite->pattern = cairo_pattern_create_for_surface (image);
  cairo_pattern_set_filter (sprite->pattern, CAIRO_FILTER_NEAREST);
  cairo_surface_destroy (image);
  return sprite;
}

static Sprite *
find_sprite (DtlSprites *self,
             const cairo_rectangle_t *area,
             gconstpointer key,
             gsize key_bytes,
             DtlSpriteDraw draw,
             gpointer user_data)
{
  int place[] = { phase_of (area->x), phase_of (area->y) };
  g_autoptr (GBytes) wanted = NULL;
  Sprite *sprite;

  g_byte_array_set_size (self->key, 0);
  g_byte_array_append (self->key, key, (guint) key_bytes);
  g_byte_array_append (self->key, (const guint8 *) place, sizeof place);
  wanted = g_bytes_new_static (self->key->data, self->key->len);
  sprite = g_hash_table_lookup (self->sprites, wanted);
  if (sprite != NULL)
    return sprite;
  if (g_hash_table_size (self->sprites) >= MAX_SPRITES)
    g_hash_table_remove_all (self->sprites);
  sprite = make_sprite (self, area, draw, user_data);
  sprite->key = g_bytes_new (self->key->data, self->key->len);
  g_hash_table_replace (self->sprites, sprite->key, sprite);
  return sprite;
}

gboolean
dtl_sprites_paint (DtlSprites *self,
                   cairo_t *cr,
                   const cairo_rectangle_t *area,
                   gconstpointer key,
                   gsize key_bytes,
                   DtlSpriteDraw draw,
                   gpointer user_data)
{
  cairo_matrix_t matrix;
  Sprite *sprite;

  if (area->width > MAX_WIDTH_PX || area->height > MAX_HEIGHT_PX)
    return FALSE;
  sprite = find_sprite (self, area, key, key_bytes, draw, user_data);
  cairo_matrix_init_translate (&matrix, -floor (area->x), -floor (area->y));
  cairo_pattern_set_matrix (sprite->pattern, &matrix);
  cairo_set_source (cr, sprite->pattern);
  cairo_rectangle (cr, floor (area->x), floor (area->y), sprite->width_px, sprite->height_px);
  cairo_fill (cr);
  return TRUE;
}
