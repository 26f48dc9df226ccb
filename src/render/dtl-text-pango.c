/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text measured and shaped with Pango. One font description a style, two caches: widths (small, many: layout asks for
 * thousands) and shaped lines (large, few: what is on the picture).
 *
 * For files the context is one of our own: hinting and metrics hinting off, positions not rounded, 96 dpi, so that the
 * same text has the same width at every scale and on every machine with these fonts. On screen it is the widget's. */
#include "config.h"

#include "render/dtl-text-pango.h"

#include <math.h>
#include <string.h>

#include "render/dtl-line-cache-private.h"

/* A large case asks for several strings an event, over and over while a picture is fitted; a cache that is smaller than
 * one round keeps nothing for the next. At most some 35 MB. */
#define MAX_WIDTHS  262144
#define MAX_LINES   4096
#define MAX_PLACES  8192
#define FILE_FAMILY "Cantarell, Noto Sans, Sans"
#define FILE_DPI    96.0

typedef struct
{
  double size_px;
  PangoWeight weight;
  PangoStyle style;
} StyleSpec;

static const StyleSpec style_specs[DTL_N_ALL_TEXT_STYLES] = {
  [DTL_TEXT_TITLE] = { 12.5, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL },
  [DTL_TEXT_DATE] = { 11, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL },
  [DTL_TEXT_LANE] = { 12.5, PANGO_WEIGHT_BOLD, PANGO_STYLE_NORMAL },
  [DTL_TEXT_TICK] = { 11, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL },
  [DTL_TEXT_TICK_TOP] = { 13, PANGO_WEIGHT_BOLD, PANGO_STYLE_NORMAL },
  [DTL_TEXT_CLUSTER] = { 11, PANGO_WEIGHT_BOLD, PANGO_STYLE_NORMAL },
  [DTL_TEXT_CLUSTER_TITLE] = { 11, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL },
  [DTL_TEXT_CLUSTER_ALLEGED] = { 11, PANGO_WEIGHT_NORMAL, PANGO_STYLE_ITALIC },
  [DTL_TEXT_NOTE] = { 11, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL },
  [DTL_TEXT_ALLEGED] = { 12.5, PANGO_WEIGHT_NORMAL, PANGO_STYLE_ITALIC },
  [DTL_TEXT_NUMBER] = { 9, PANGO_WEIGHT_BOLD, PANGO_STYLE_NORMAL },
  [DTL_TEXT_PAGE_TITLE] = { 22, PANGO_WEIGHT_BOLD, PANGO_STYLE_NORMAL },
  [DTL_TEXT_SUBTITLE] = { 13, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL },
  [DTL_TEXT_HEADING] = { 15, PANGO_WEIGHT_BOLD, PANGO_STYLE_NORMAL },
  [DTL_TEXT_BODY] = { 12.5, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL },
  [DTL_TEXT_SMALL] = { 10, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL },
};

struct _DtlTextPango
{
  DtlTextMeasure measure; /* first: the interface that layout gets is this very object */
  gatomicrefcount ref_count;
  PangoContext *context;
  DtlTextLine *scratch; /* (nullable): measured last, in @scratch_style, and not kept */
  DtlTextStyle scratch_style;
  PangoFontDescription *fonts[DTL_N_ALL_TEXT_STYLES];
  PangoAttrList *attributes[DTL_N_ALL_TEXT_STYLES];
  int heights_px[DTL_N_ALL_TEXT_STYLES];
  int baselines_px[DTL_N_ALL_TEXT_STYLES];
  DtlLineCache *widths;
  DtlLineCache *lines;
  DtlLineCache *places; /* of LetterPlaces */
  double scale;
  gboolean is_for_files;
};

/* Files have no ligatures: text copied or searched from a PDF comes letter by letter. */
static PangoAttrList *
make_attributes (DtlTextPango *self, const PangoFontDescription *font)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_font_desc_new (font));
  if (self->is_for_files)
    pango_attr_list_insert (attributes, pango_attr_font_features_new ("liga=0, clig=0"));
  return attributes;
}

/* What is measured is often cut next, and painted later. */
static const DtlTextLine *
find_measured (DtlTextPango *self, DtlTextStyle style, const char *text)
{
  gpointer cached;

  if (dtl_line_cache_lookup (self->lines, style, text, &cached))
    return cached;
  if (self->scratch != NULL && self->scratch_style == style &&
      g_str_equal (dtl_text_line_get_text (self->scratch), text))
    return self->scratch;
  g_clear_pointer (&self->scratch, dtl_text_line_free);
  self->scratch = dtl_text_line_new (self->context, self->attributes[style], text);
  self->scratch_style = style;
  if (dtl_text_line_get_run (self->scratch) == NULL)
    return self->scratch;
  dtl_line_cache_insert (self->lines, style, text, self->scratch);
  return g_steal_pointer (&self->scratch);
}

static int
measure_width_px (DtlTextMeasure *measure, DtlTextStyle style, const char *text)
{
  DtlTextPango *self = (DtlTextPango *) measure;
  gpointer cached;
  int width_px;

  g_assert (style < DTL_N_ALL_TEXT_STYLES && text != NULL);
  /* What is measured to be painted has a line, which is asked for next. */
  if (dtl_line_cache_lookup (self->lines, style, text, &cached))
    return dtl_text_line_get_width_px (cached);
  if (dtl_line_cache_lookup (self->widths, style, text, &cached))
    return GPOINTER_TO_INT (cached);
  width_px = dtl_text_line_get_width_px (find_measured (self, style, text));
  dtl_line_cache_insert (self->widths, style, text, GINT_TO_POINTER (width_px));
  return width_px;
}

/** LetterPlaces: where the letters of a text end, for cutting it again and again. @n_bytes, @end: of each letter */
typedef struct
{
  guint n;
  struct
  {
    uint16_t n_bytes;
    uint16_t end_px;
  } letters[];
} LetterPlaces;

/* Where the letters of a line end that runs from left to right; none are told of any other: there the start is not what
 * stands on the left. */
static LetterPlaces *
places_new (const DtlTextLine *line, const char *text)
{
  const PangoGlyphItem *run = dtl_text_line_get_run (line);
  guint n = (guint) g_utf8_strlen (text, -1);
  LetterPlaces *self = g_malloc0 (sizeof (LetterPlaces) + n * sizeof self->letters[0]);
  g_autofree int *widths = NULL;
  const char *at = text;
  int end = 0;

  if (run == NULL || run->item->analysis.level % 2 != 0 || run->item->num_chars != (int) n)
    return self;
  widths = g_new (int, n);
  pango_glyph_item_get_logical_widths ((PangoGlyphItem *) run, text, widths);
  for (guint i = 0; i < n; i++)
    {
      end += widths[i];
      at = g_utf8_next_char (at);
      if (end >= PANGO_SCALE * UINT16_MAX || at - text > UINT16_MAX)
        break;
      self->letters[i].n_bytes = (uint16_t) (at - text);
      self->letters[i].end_px = (uint16_t) ((end + PANGO_SCALE - 1) / PANGO_SCALE);
      self->n++;
    }
  return self;
}

static gsize
measure_prefix_bytes (DtlTextMeasure *measure, DtlTextStyle style, const char *text, int width_px)
{
  DtlTextPango *self = (DtlTextPango *) measure;
  const LetterPlaces *places;
  gpointer cached;
  guint low = 0;
  guint high;

  if (!dtl_line_cache_lookup (self->places, style, text, &cached))
    {
      cached = places_new (find_measured (self, style, text), text);
      dtl_line_cache_insert (self->places, style, text, cached);
    }
  places = cached;
  high = places->n;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (places->letters[middle].end_px <= width_px)
        low = middle + 1;
      else
        high = middle;
    }
  return low > 0 ? places->letters[low - 1].n_bytes : 0;
}

/* How far the fonts go up and down that write the language's sample: what pango_context_get_metrics() answers as well,
 * for which it loads and shapes an alphabet of each. */
static void
find_reach (DtlTextPango *self, DtlTextStyle style, int *ascent, int *descent)
{
  const char *sample = pango_language_get_sample_string (pango_context_get_language (self->context));
  GList *items = pango_itemize (self->context, sample, 0, (int) strlen (sample), self->attributes[style], NULL);

  *ascent = *descent = 0;
  for (GList *l = items; l != NULL; l = l->next)
    {
      PangoRectangle logical;

      pango_font_get_glyph_extents (((PangoItem *) l->data)->analysis.font, PANGO_GLYPH_EMPTY, NULL, &logical);
      *ascent = MAX (*ascent, -logical.y);
      *descent = MAX (*descent, logical.y + logical.height);
    }
  g_list_free_full (items, (GDestroyNotify) pango_item_free);
}

static void
ensure_metrics (DtlTextPango *self, DtlTextStyle style)
{
  int ascent, descent;

  if (self->heights_px[style] > 0)
    return;
  find_reach (self, style, &ascent, &descent);
  self->heights_px[style] = (int) ceil ((double) (ascent + descent) / PANGO_SCALE);
  self->baselines_px[style] = (int) ceil ((double) ascent / PANGO_SCALE);
}

static int
measure_height_px (DtlTextMeasure *measure, DtlTextStyle style)
{
  DtlTextPango *self = (DtlTextPango *) measure;

  g_assert (style < DTL_N_ALL_TEXT_STYLES);
  ensure_metrics (self, style);
  return self->heights_px[style];
}

static PangoContext *
new_file_context (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_cairo_context_set_resolution (context, FILE_DPI);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_base_dir (context, PANGO_DIRECTION_WEAK_LTR);
  return context;
}

static void
load_fonts (DtlTextPango *self, const char *font_family)
{
  const PangoFontDescription *base = pango_context_get_font_description (self->context);

  for (guint i = 0; i < DTL_N_ALL_TEXT_STYLES; i++)
    {
      PangoFontDescription *font = base != NULL ? pango_font_description_copy (base) : pango_font_description_new ();

      if (font_family != NULL)
        pango_font_description_set_family (font, font_family);
      pango_font_description_set_weight (font, style_specs[i].weight);
      pango_font_description_set_style (font, style_specs[i].style);
      pango_font_description_set_absolute_size (font, MAX (style_specs[i].size_px * self->scale, DTL_TEXT_MIN_PX) *
                                                          PANGO_SCALE);
      self->fonts[i] = font;
      self->attributes[i] = make_attributes (self, font);
    }
}

DtlTextPango *
dtl_text_pango_new (PangoContext *context, const char *font_family, double scale)
{
  DtlTextPango *self;

  g_return_val_if_fail (scale > 0.0, NULL);
  self = g_new0 (DtlTextPango, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->measure.width_px = measure_width_px;
  self->measure.height_px = measure_height_px;
  self->measure.prefix_bytes = measure_prefix_bytes;
  self->is_for_files = context == NULL;
  self->context = context != NULL ? g_object_ref (context) : new_file_context ();
  self->scale = scale;
  if (self->is_for_files)
    pango_context_set_language (self->context, pango_language_from_string ("en"));
  load_fonts (self, self->is_for_files && font_family == NULL ? FILE_FAMILY : font_family);
  self->widths = dtl_line_cache_new (MAX_WIDTHS, NULL);
  self->lines = dtl_line_cache_new (MAX_LINES, (GDestroyNotify) dtl_text_line_free);
  self->places = dtl_line_cache_new (MAX_PLACES, g_free);
  return self;
}

DtlTextPango *
dtl_text_pango_ref (DtlTextPango *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
dtl_text_pango_unref (DtlTextPango *self)
{
  g_return_if_fail (self != NULL);
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  dtl_line_cache_free (self->widths);
  dtl_line_cache_free (self->lines);
  dtl_line_cache_free (self->places);
  g_clear_pointer (&self->scratch, dtl_text_line_free);
  for (guint i = 0; i < DTL_N_ALL_TEXT_STYLES; i++)
    {
      pango_font_description_free (self->fonts[i]);
      pango_attr_list_unref (self->attributes[i]);
    }
  g_object_unref (self->context);
  g_free (self);
}

void
dtl_text_pango_set_language (DtlTextPango *self, const char *language)
{
  g_return_if_fail (self != NULL && language != NULL);
  pango_context_set_language (self->context, pango_language_from_string (language));
  g_clear_pointer (&self->scratch, dtl_text_line_free);
  dtl_line_cache_clear (self->widths);
  dtl_line_cache_clear (self->lines);
  dtl_line_cache_clear (self->places);
  memset (self->heights_px, 0, sizeof self->heights_px);
}

double
dtl_text_pango_get_scale (DtlTextPango *self)
{
  g_return_val_if_fail (self != NULL, 1.0);
  return self->scale;
}

gboolean
dtl_text_pango_is_for_files (DtlTextPango *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return self->is_for_files;
}

DtlTextMeasure *
dtl_text_pango_get_measure (DtlTextPango *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return &self->measure;
}

const PangoFontDescription *
dtl_text_pango_get_font (DtlTextPango *self, DtlTextStyle style)
{
  g_return_val_if_fail (self != NULL && style < DTL_N_ALL_TEXT_STYLES, NULL);
  return self->fonts[style];
}

DtlTextLine *
dtl_text_pango_find_line (DtlTextPango *self, DtlTextStyle style, const char *text)
{
  gpointer cached;

  g_return_val_if_fail (self != NULL && style < DTL_N_ALL_TEXT_STYLES && text != NULL, NULL);
  return dtl_line_cache_lookup (self->lines, style, text, &cached) ? cached : NULL;
}

DtlTextLine *
dtl_text_pango_get_line (DtlTextPango *self, DtlTextStyle style, const char *text)
{
  gpointer cached;
  DtlTextLine *line;

  g_return_val_if_fail (self != NULL && style < DTL_N_ALL_TEXT_STYLES && text != NULL, NULL);
  if (dtl_line_cache_lookup (self->lines, style, text, &cached))
    return cached;
  line = dtl_text_line_new (self->context, self->attributes[style], text);
  dtl_line_cache_insert (self->lines, style, text, line);
  return line;
}

int
dtl_text_pango_get_baseline_px (DtlTextPango *self, DtlTextStyle style)
{
  g_return_val_if_fail (self != NULL && style < DTL_N_ALL_TEXT_STYLES, 0);
  ensure_metrics (self, style);
  return self->baselines_px[style];
}

/* @letters: PangoFont to a set of its glyphs */
static void
collect_letters (gpointer line, gpointer letters)
{
  const PangoGlyphItem *run = dtl_text_line_get_run (line);
  GHashTable *glyphs;

  if (run == NULL)
    return;
  glyphs = g_hash_table_lookup (letters, run->item->analysis.font);
  if (glyphs == NULL)
    g_hash_table_insert (letters, run->item->analysis.font, glyphs = g_hash_table_new (NULL, NULL));
  for (int i = 0; i < run->glyphs->num_glyphs; i++)
    if (run->glyphs->glyphs[i].glyph < PANGO_GLYPH_EMPTY)
      g_hash_table_add (glyphs, GUINT_TO_POINTER (run->glyphs->glyphs[i].glyph));
}

static void
show_letters (PangoFont *font, GHashTable *letters, cairo_t *cr, double x, double baseline)
{
  g_autofree cairo_glyph_t *glyphs = g_new (cairo_glyph_t, g_hash_table_size (letters));
  GHashTableIter iter;
  gpointer letter;
  int n = 0;

  g_hash_table_iter_init (&iter, letters);
  while (g_hash_table_iter_next (&iter, &letter, NULL))
    glyphs[n++] = (cairo_glyph_t){ GPOINTER_TO_UINT (letter), x, baseline };
  cairo_set_scaled_font (cr, pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (font)));
  cairo_show_glyphs (cr, glyphs, n);
}

void
dtl_text_pango_show_letters (DtlTextPango *self, cairo_t *cr, double x, double baseline)
{
  g_autoptr (GHashTable) letters = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_hash_table_unref);
  GHashTableIter iter;
  gpointer font, glyphs;

  g_return_if_fail (self != NULL && cr != NULL);
  dtl_line_cache_foreach (self->lines, collect_letters, letters);
  g_hash_table_iter_init (&iter, letters);
  while (g_hash_table_iter_next (&iter, &font, &glyphs))
    show_letters (font, glyphs, cr, x, baseline);
}

GStrv
dtl_text_pango_wrap (DtlTextPango *self, DtlTextStyle style, const char *text, int width_px)
{
  g_autoptr (PangoLayout) layout = NULL;
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();

  g_return_val_if_fail (self != NULL && style < DTL_N_ALL_TEXT_STYLES && text != NULL, NULL);
  layout = pango_layout_new (self->context);
  pango_layout_set_attributes (layout, self->attributes[style]);
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_width (layout, MAX (width_px, 1) * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  for (GSList *l = pango_layout_get_lines_readonly (layout); l != NULL; l = l->next)
    {
      const PangoLayoutLine *line = l->data;
      g_autofree char *words = g_strndup (text + line->start_index, line->length);

      g_strv_builder_add (lines, g_strchomp (words));
    }
  return g_strv_builder_end (lines);
}
