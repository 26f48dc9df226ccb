/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The actions that show and hide what stands on the line or beside it: checks in the menu whose states are settings, so
 * that they are the same in every window and the next time. Who shows it listens to the setting. */
#include "config.h"

#include "app/dtl-window-private.h"
#include "app/settings/dtl-settings.h"

/* Actions of the window, and keys of the settings. */
static const char *const toggles[] = { "show-overview", "show-legend", "show-links", "fold-empty" };

static void
change_state_cb (GAction *action, GVariant *value, gpointer user_data)
{
  g_settings_set_boolean (dtl_settings_get (), g_action_get_name (action), g_variant_get_boolean (value));
}

static void
setting_changed_cb (GSimpleAction *action, const char *key)
{
  g_simple_action_set_state (action, g_variant_new_boolean (g_settings_get_boolean (dtl_settings_get (), key)));
}

static void
add_toggle (DtlWindow *self, const char *key)
{
  GVariant *state = g_variant_new_boolean (g_settings_get_boolean (dtl_settings_get (), key));
  g_autoptr (GSimpleAction) action = g_simple_action_new_stateful (key, NULL, state);
  g_autofree char *detailed_signal = g_strdup_printf ("changed::%s", key);

  g_signal_connect (action, "change-state", G_CALLBACK (change_state_cb), NULL);
  g_signal_connect_object (dtl_settings_get (), detailed_signal, G_CALLBACK (setting_changed_cb), action,
                           G_CONNECT_SWAPPED);
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (action));
}

/* Adds them to the window. */
void
dtl_window_toggles_init (DtlWindow *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (toggles); i++)
    add_toggle (self, toggles[i]);
}

/* Possible with a case alone. */
void
dtl_window_toggles_update (DtlWindow *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (toggles); i++)
    {
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), toggles[i]);

      if (action != NULL)
        g_simple_action_set_enabled (G_SIMPLE_ACTION (action), self->session != NULL);
    }
}
