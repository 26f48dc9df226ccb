/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The action that shows and hides the overview: a check in the menu whose state is the setting, so that it is the same
 * in every window and the next time. The timeline's view listens to the setting itself. */
#include "config.h"

#include "app/dtl-window-private.h"
#include "app/settings/dtl-settings.h"

#define KEY "show-overview"

static void
change_state_cb (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  g_settings_set_boolean (dtl_settings_get (), KEY, g_variant_get_boolean (value));
}

static void
setting_changed_cb (GSimpleAction *action)
{
  g_simple_action_set_state (action, g_variant_new_boolean (g_settings_get_boolean (dtl_settings_get (), KEY)));
}

/* Adds win.show-overview. */
void
dtl_window_overview_init (DtlWindow *self)
{
  GVariant *state = g_variant_new_boolean (g_settings_get_boolean (dtl_settings_get (), KEY));
  g_autoptr (GSimpleAction) action = g_simple_action_new_stateful (KEY, NULL, state);

  g_signal_connect (action, "change-state", G_CALLBACK (change_state_cb), NULL);
  g_signal_connect_object (dtl_settings_get (), "changed::" KEY, G_CALLBACK (setting_changed_cb), action,
                           G_CONNECT_SWAPPED);
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (action));
}

/* Possible with a case alone. */
void
dtl_window_overview_update (DtlWindow *self)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), KEY);

  if (action != NULL)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (action), self->session != NULL);
}
