/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-palette-css.h. The palette itself is render's; here it is only written as CSS, anew whenever the person turns
 * dark style or high contrast on. Widgets carry the class of their number and so follow without being told. */
#include "app/dtl-palette-css.h"

#include <adwaita.h>

#include "app/compat/dtl-css.h"

/* A multiple of the palette, which comes round by itself. */
#define N_CLASSES 56

static GtkCssProvider *provider;

/* Returns: (transfer none): the theme that the window is in */
const DtlTheme *
dtl_palette_css_get_theme (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  return dtl_theme_get (adw_style_manager_get_dark (manager) ? DTL_THEME_DARK : DTL_THEME_LIGHT,
                        adw_style_manager_get_high_contrast (manager));
}

/* Numbers of CSS have a point in every language. */
static void
append_rgba (GString *css, DtlColour colour)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (css, "rgba(%d,%d,%d,", (int) (colour.red * 255 + 0.5), (int) (colour.green * 255 + 0.5),
                          (int) (colour.blue * 255 + 0.5));
  g_string_append_printf (css, "%s)", g_ascii_formatd (text, sizeof text, "%.3f", colour.alpha));
}

/**
 * dtl_palette_css_get_style:
 * @index: of an actor's colour
 * @style: (out caller-allocates): what its check and pill are coloured with
 */
void
dtl_palette_css_get_style (const DtlTheme *theme, int index, DtlActorStyle *style)
{
  DtlColour white = { 1, 1, 1, 1 };
  DtlColour black = { 0, 0, 0, 1 };
  DtlColour fill;
  gboolean is_light;

  g_return_if_fail (theme != NULL && style != NULL);

  fill = dtl_theme_get_actor_colour (theme, index);
  is_light = dtl_colour_contrast (fill, black) > dtl_colour_contrast (fill, white);
  style->check = fill;
  style->check_sign = is_light ? black : white;
  style->check_edge = dtl_theme_get_actor_outline (theme, index);
  style->pill = fill;
  style->pill.alpha = 0.22;
  style->pill_edge = dtl_theme_get_actor_outline (theme, index);
}

static void
append_class (GString *css, const DtlTheme *theme, int index)
{
  DtlActorStyle style;

  dtl_palette_css_get_style (theme, index, &style);
  g_string_append_printf (css,
                          "checkbutton.actor-%d > check:checked { background-image: none; background-color: ", index);
  append_rgba (css, style.check);
  g_string_append (css, "; color: ");
  append_rgba (css, style.check_sign);
  g_string_append_printf (css, "; }\ncheckbutton.actor-%d > check { box-shadow: inset 0 0 0 2px ", index);
  append_rgba (css, style.check_edge);
  g_string_append_printf (css, "; }\n.pill-label.actor-%d { background-color: ", index);
  append_rgba (css, style.pill);
  g_string_append (css, "; box-shadow: inset 0 0 0 1px ");
  append_rgba (css, style.pill_edge);
  g_string_append (css, "; }\n");
}

static void
update (void)
{
  const DtlTheme *theme = dtl_palette_css_get_theme ();
  g_autoptr (GString) css = g_string_new (NULL);

  for (int i = 0; i < N_CLASSES; i++)
    append_class (css, theme, i);
  dtl_css_load (provider, css->str);
}

/* Adds the classes to @display, once. */
void
dtl_palette_css_install (GdkDisplay *display)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  g_return_if_fail (GDK_IS_DISPLAY (display));

  if (provider != NULL)
    return;
  provider = gtk_css_provider_new ();
  update ();
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  g_signal_connect (manager, "notify::dark", G_CALLBACK (update), NULL);
  g_signal_connect (manager, "notify::high-contrast", G_CALLBACK (update), NULL);
}

/**
 * dtl_palette_css_watch:
 * @object: whom the theme matters to; not kept
 * @changed: called with @object alone whenever dtl_palette_css_get_theme() answers otherwise, as long as @object lives
 */
void
dtl_palette_css_watch (gpointer object, GCallback changed)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  g_return_if_fail (G_IS_OBJECT (object) && changed != NULL);

  g_signal_connect_object (manager, "notify::dark", changed, object, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", changed, object, G_CONNECT_SWAPPED);
}

/* Gives @widget the colour of an actor (DtlActor.colour); a negative one gives it none. */
void
dtl_palette_css_set_actor (GtkWidget *widget, int colour)
{
  g_autofree char *name = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (colour < 0)
    return;
  name = g_strdup_printf ("actor-%d", colour % N_CLASSES);
  gtk_widget_add_css_class (widget, name);
}
