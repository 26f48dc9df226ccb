/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-accels.h. Keys that work only while the canvas has the focus (arrows, +, -, 0) are the canvas' own. */
#include "app/dtl-accels.h"

static const DtlAccel accels[] = {
  { "app.new-window", { "<Shift><Control>n" } },
  { "app.quit", { "<Control>q" } },
  { "app.preferences", { "<Control>comma" } },
  { "app.shortcuts", { "<Control>question" } },
  { "app.help", { "F1" } },
  { "window.close", { "<Control>w" } },
  { "win.open", { "<Control>o" } },
  { "win.new-case", { "<Control>n" } },
  { "win.export", { "<Control>e" } },
  { "win.print", { "<Control>p" } },
  { "win.undo", { "<Control>z" } },
  { "win.redo", { "<Shift><Control>z", "<Control>y" } },
  { "win.zoom-in", { "<Control>plus", "<Control>equal", "<Control>KP_Add" } },
  { "win.zoom-out", { "<Control>minus", "<Control>KP_Subtract" } },
  { "win.zoom-fit", { "<Control>0", "<Control>KP_0" } },
  { "win.fold-empty", { "<Shift><Control>f" } },
  { "win.fold-selected", { "<Control>j" } },
  { "win.unfold-all", { "<Shift><Control>j" } },
  { "win.view-back", { "<Alt>Left" } },
  { "win.view-forward", { "<Alt>Right" } },
  { "win.show-legend", { "<Control>l" } },
  { "win.present", { "F5", "F11" } },
  { "win.show-timeline", { "<Control>1" } },
  { "win.show-list", { "<Control>2" } },
  { "win.find", { "<Control>f" } },
  { "win.find-next", { "<Control>g" } },
  { "win.find-previous", { "<Shift><Control>g" } },
  { "win.next-pane", { "F6" } },
  { "win.previous-pane", { "<Shift>F6" } },
  { "win.toggle-evidence", { "F9" } },
  { "win.toggle-sidebar", { "<Shift>F9" } },
  { "win.next-passage", { "<Alt>Down", "<Control>Page_Down" } },
  { "win.previous-passage", { "<Alt>Up", "<Control>Page_Up" } },
  { "win.show-all", { "<Shift><Control>a" } },
};

/* Returns: (transfer none): the table, @n_accels long */
const DtlAccel *
dtl_accels_get (guint *n_accels)
{
  *n_accels = G_N_ELEMENTS (accels);
  return accels;
}

void
dtl_accels_install (GtkApplication *application)
{
  g_return_if_fail (GTK_IS_APPLICATION (application));

  for (guint i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (application, accels[i].action, accels[i].keys);
}
