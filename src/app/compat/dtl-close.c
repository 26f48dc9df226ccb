/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-close.h. From libadwaita 1.5 on dialogs stand within their window, which, asked to close, closes its dialog
 * instead of itself. */
#include "app/compat/dtl-close.h"

#if ADW_CHECK_VERSION(1, 5, 0)

static AdwDialog *
get_dialog (GtkWindow *window)
{
  if (ADW_IS_APPLICATION_WINDOW (window))
    return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
  return ADW_IS_WINDOW (window) ? adw_window_get_visible_dialog (ADW_WINDOW (window)) : NULL;
}

static void
close_dialogs (GtkWindow *window)
{
  AdwDialog *last = NULL;
  AdwDialog *dialog;

  while ((dialog = get_dialog (window)) != NULL && dialog != last)
    {
      last = dialog;
      adw_dialog_force_close (dialog);
    }
}

#endif

/**
 * dtl_close_window:
 * @window: a window of the application
 *
 * Asks @window to close, as its button does, without the dialogs in it: each is answered as if a person had left it.
 */
void
dtl_close_window (GtkWindow *window)
{
  g_return_if_fail (GTK_IS_WINDOW (window));

#if ADW_CHECK_VERSION(1, 5, 0)
  close_dialogs (window);
#endif
  gtk_window_close (window);
}
