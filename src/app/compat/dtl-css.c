/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-css.h. GTK 4.12 renamed the one call, 4.10 the other. */
#include "app/compat/dtl-css.h"

/**
 * dtl_css_load:
 * @css: rules, which take the place of those that @provider had
 */
void
dtl_css_load (GtkCssProvider *provider, const char *css)
{
  g_return_if_fail (GTK_IS_CSS_PROVIDER (provider));
  g_return_if_fail (css != NULL);

#if GTK_CHECK_VERSION(4, 12, 0)
  gtk_css_provider_load_from_string (provider, css);
#else
  gtk_css_provider_load_from_data (provider, css, -1);
#endif
}

/**
 * dtl_css_get_color:
 * @color: (out): the "color" of @widget as the style sheets have it now
 *
 * There is no call for the value of a named colour: give it to a widget that is never shown, and ask that.
 */
void
dtl_css_get_color (GtkWidget *widget, GdkRGBA *color)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (color != NULL);

#if GTK_CHECK_VERSION(4, 10, 0)
  gtk_widget_get_color (widget, color);
#else
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), color);
#endif
}
