/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Paints the hand-built case to files, to be looked at: paint-sample FOLDER. Not a test. */
#include <cairo.h>
#include <math.h>

#include "render/dtl-painter.h"
#include "sample-case.h"

typedef struct
{
  const char *name;
  int width_px;
  int height_px;
  DtlThemeName theme;
  gboolean high_contrast;
  double text_scale;
  const char *from; /* EDTF of the span */
  const char *selected;
} View;

static const View views[] = {
  { "light", 900, 700, DTL_THEME_LIGHT, FALSE, 1, "2017/2024", "Sale of Kaspersky banned" },
  { "dark", 900, 700, DTL_THEME_DARK, FALSE, 1, "2017/2024", "Sale of Kaspersky banned" },
  { "print", 900, 700, DTL_THEME_PRINT, FALSE, 1, "2017/2024", NULL },
  { "contrast", 900, 700, DTL_THEME_DARK, TRUE, 1, "2017/2024", "Refunds" },
  { "year", 1280, 800, DTL_THEME_LIGHT, FALSE, 1, "2024-05/2024-10", "Sale of Kaspersky banned" },
  { "year-2017", 1280, 800, DTL_THEME_DARK, FALSE, 1, "2017-06/2018-08", "Washington office to close" },
  { "narrow", 360, 640, DTL_THEME_LIGHT, FALSE, 1, "2024-04/2024-11", "Rejects the decision" },
  { "large", 1280, 800, DTL_THEME_LIGHT, FALSE, 2, "2017/2024", "Federal networks ban" },
};

static DtlLayout *
make_layout (SampleCase *sample, const View *view, DtlTextPango *text, DtlViewport *viewport)
{
  g_autoptr (DtlEdtf) span = dtl_edtf_parse (view->from, NULL);
  const DtlBounds *bounds = dtl_edtf_get_bounds (span);
  DtlLayoutInput input;

  *viewport = (DtlViewport){ .scale = { 1 }, .width_px = view->width_px - (view->width_px > 520 ? 170 : 0) };
  dtl_viewport_fit (viewport, bounds->start_earliest, bounds->end_latest, 24);
  sample_case_init_input (sample, &input);
  input.scale = viewport->scale;
  input.measure = dtl_text_pango_get_measure (text);
  dtl_painter_init_metrics (&input.metrics, text, view->width_px);
  return dtl_layout_new (&input);
}

static void
paint_view (SampleCase *sample, const View *view, const char *folder)
{
  g_autoptr (DtlTextPango) text = dtl_text_pango_new (NULL, NULL, view->text_scale);
  DtlPaintOptions options = { .theme = dtl_theme_get (view->theme, view->high_contrast),
                              .text = text,
                              .selected_row = UINT32_MAX,
                              .show_notes = TRUE,
                              .is_interactive = TRUE };
  g_autoptr (DtlLayout) layout = make_layout (sample, view, text, &options.viewport);
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, view->width_px, view->height_px);
  cairo_t *cr = cairo_create (image);
  DtlSurface *surface = dtl_surface_new_cairo (cr, text);
  g_autofree char *path = g_strdup_printf ("%s/%s.png", folder, view->name);

  options.layout = layout;
  dtl_painter_init_frame (&options.frame, layout, text, view->width_px, view->height_px);
  options.viewport.width_px = view->width_px - options.frame.header_width_px;
  if (view->selected != NULL)
    options.selected_row = sample_case_find (sample, view->selected);
  dtl_painter_paint (&options, surface);
  dtl_painter_paint_overlay (&options, surface, sample_case_find (sample, "New offices planned"), TRUE);
  dtl_surface_free (surface);
  cairo_destroy (cr);
  cairo_surface_write_to_png (image, path);
  cairo_surface_destroy (image);
  g_print ("%s\n", path);
}

static void
write_picture (SampleCase *sample,
               const char *folder,
               const char *name,
               DtlPictureFormat format,
               DtlThemeName theme,
               int width_px,
               int height_px)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *path = g_strdup_printf ("%s/%s", folder, name);
  DtlPicture picture;

  sample_case_init_picture (sample, &picture, format);
  picture.theme = theme;
  picture.width_px = width_px;
  picture.height_px = height_px > 0 ? height_px : dtl_picture_natural_height_px (&picture);
  bytes = dtl_picture_render (&picture, &error);
  if (bytes == NULL)
    {
      g_printerr ("%s: %s\n", path, error->message);
      return;
    }
  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), NULL);
  g_print ("%s\n", path);
}

int
main (int argc, char **argv)
{
  g_autoptr (SampleCase) sample = sample_case_new ();
  const char *folder = argc > 1 ? argv[1] : ".";

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    paint_view (sample, &views[i], folder);
  write_picture (sample, folder, "picture.png", DTL_PICTURE_PNG, DTL_THEME_PRINT, 1280, 0);
  write_picture (sample, folder, "picture-800.png", DTL_PICTURE_PNG, DTL_THEME_LIGHT, 1280, 800);
  write_picture (sample, folder, "picture.pdf", DTL_PICTURE_PDF, DTL_THEME_PRINT, 1123, 794);
  write_picture (sample, folder, "picture.svg", DTL_PICTURE_SVG, DTL_THEME_LIGHT, 1280, 0);
  sample_case_set_actor_on (sample, "Switzerland", FALSE);
  sample_case_set_actor_on (sample, "Kaspersky", FALSE);
  write_picture (sample, folder, "picture-dark.png", DTL_PICTURE_PNG, DTL_THEME_DARK, 900, 0);
  paint_view (sample, &(View){ "filtered", 900, 500, DTL_THEME_LIGHT, FALSE, 1, "2023/2024-07", NULL }, folder);
  return 0;
}
