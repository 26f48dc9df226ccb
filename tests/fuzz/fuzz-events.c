/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as a list of events: each of them can be taken or says why not, on one line. */
#include "io/dtl-events-json.h"

#include <stdint.h>
#include <string.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static void
check_claim (const DtlIncomingClaim *incoming)
{
  const DtlClaim *claim = incoming->claim;

  g_assert_nonnull (claim);
  g_assert_true (claim->has_rule == (incoming->anchor != NULL));
  g_assert_true (claim->has_rule || claim->edtf != NULL);
  g_assert_true ((claim->rule.calendar == DTL_CALENDAR_OWN) == (claim->rule.own_calendar != NULL));
}

static void
check_event (const DtlIncomingEvent *event)
{
  g_assert_cmpuint (event->line, >, 0);
  if (event->problem != NULL)
    {
      g_assert_true (g_utf8_validate (event->problem, -1, NULL));
      return;
    }
  g_assert_true (event->event->title != NULL && *event->event->title != '\0');
  for (guint i = 0; i < event->claims->len; i++)
    check_claim (g_ptr_array_index (event->claims, i));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) events = dtl_events_read_json (bytes, &error);

  g_assert_true ((events == NULL) == (error != NULL));
  for (guint i = 0; events != NULL && i < events->len; i++)
    check_event (g_ptr_array_index (events, i));
  return 0;
}
