/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the overview says: which span is seen and how many events are in it, and what a fold is. And, with
 * DATELINE_DEBUG=layout in the environment, where it stands, for tests:
 *
 *   overview X Y WIDTH HEIGHT LENS_X0 LENS_X1     in coordinates of the window's surface
 */
#include "config.h"

#include <glib/gi18n.h>

#include "app/compat/dtl-announce.h"
#include "app/timeline/dtl-overview-private.h"
#include "date/dtl-date-label.h"

/* A span shorter than so many days is told by the day, one longer than so many by the year. */
#define DAYS_LIMIT  90
#define YEARS_LIMIT (60 * 365)

/* --- tooltips --------------------------------------------------------------------------------------------------- */

gboolean
dtl_overview_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  DtlOverview *self = DTL_OVERVIEW (widget);

  if (keyboard || self->is_held || !dtl_overview_ensure_span (self))
    return FALSE;
  for (guint i = 0; i < self->folds->len; i++)
    {
      const DtlFold *fold = &g_array_index (self->folds, DtlFold, i);
      double x0 = dtl_strip_get_x (&self->strip, fold->from_seconds);
      double x1 = dtl_strip_get_x (&self->strip, fold->to_seconds);
      g_autofree char *words = NULL;

      if (x < x0 || x > x1)
        continue;
      words = dtl_fold_describe (fold);
      gtk_tooltip_set_text (tooltip, words);
      gtk_tooltip_set_tip_area (tooltip,
                                &(GdkRectangle){ (int) x0, 0, (int) (x1 - x0), gtk_widget_get_height (widget) });
      return TRUE;
    }
  return FALSE;
}

/* --- label and value -------------------------------------------------------------------------------------------- */

/* A moment in words, as exactly as a span of this length asks for. */
static char *
describe_moment (int64_t civil_seconds, double span_days)
{
  DtlCivilDay day = dtl_civil_from_day_number (dtl_civil_day_from_seconds (civil_seconds));
  g_autofree char *edtf = dtl_civil_format (&day);
  g_autoptr (DtlEdtf) value = NULL;
  char *dash = strchr (edtf + 1, '-');

  if (dash != NULL && span_days > YEARS_LIMIT)
    *dash = '\0';
  else if (dash != NULL && span_days > DAYS_LIMIT && (dash = strchr (dash + 1, '-')) != NULL)
    *dash = '\0';
  value = dtl_edtf_parse (edtf, NULL);
  return value != NULL ? dtl_date_label (value, DTL_DATE_LABEL_LONG) : g_steal_pointer (&edtf);
}

static void
count_events (DtlOverview *self, int64_t from, int64_t to, guint *n_seen, guint *n_all)
{
  DtlColumns *columns = dtl_document_get_columns (dtl_session_get_document (self->session));
  DtlBitset *visible = dtl_session_get_visible (self->session);

  *n_seen = *n_all = 0;
  for (uint32_t row = 0; row < columns->n_dated; row++)
    {
      int64_t start, end;

      if (!dtl_bitset_get (visible, row))
        continue;
      dtl_columns_get_reach (columns, row, &start, &end);
      *n_all += 1;
      *n_seen += start <= to && end >= from;
    }
}

static char *
describe_view (DtlOverview *self)
{
  int64_t from, to;
  double days;
  guint n_seen, n_all;
  g_autofree char *from_words = NULL;
  g_autofree char *to_words = NULL;

  dtl_overview_get_view_span (self, &from, &to);
  days = ((double) to - (double) from) / DTL_SECONDS_PER_DAY;
  from_words = describe_moment (from, days);
  to_words = describe_moment (to, days);
  count_events (self, from, to, &n_seen, &n_all);
  return g_strdup_printf (
      /* Translators: first and last date that are in view, then how many of the dated events that show are */
      ngettext ("Visible: %1$s to %2$s, %3$u of %4$u dated event", "Visible: %1$s to %2$s, %3$u of %4$u dated events",
                n_all),
      from_words, to_words, n_seen, n_all);
}

/* Says what is seen; aloud if it was a key of ours that changed it. */
void
dtl_overview_update_words (DtlOverview *self)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (self);
  g_autofree char *words = NULL;
  int64_t from, to;
  DtlLens lens;

  gtk_accessible_update_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Overview"), -1);
  if (!dtl_overview_ensure_span (self))
    {
      gtk_accessible_update_property (accessible, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, _ ("No dated events show"), -1);
      return;
    }
  words = describe_view (self);
  dtl_overview_get_view_span (self, &from, &to);
  dtl_lens_init (&lens, &self->strip, from, to);
  gtk_accessible_update_property (accessible, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, words, GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 0.0,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, 100.0, GTK_ACCESSIBLE_PROPERTY_VALUE_NOW,
                                  ((lens.x0_px + lens.x1_px) / 2 - self->strip.x0_px) / self->strip.width_px * 100, -1);
  if (self->was_key)
    dtl_announce (GTK_WIDGET (self), words);
  self->was_key = FALSE;
}

/* --- for tests -------------------------------------------------------------------------------------------------- */

void
dtl_overview_print_place (DtlOverview *self)
{
  const GDebugKey keys[] = { { "layout", 1 } };
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
  graphene_point_t origin;
  double surface_x, surface_y;
  DtlLens lens;

  if (g_parse_debug_string (g_getenv ("DATELINE_DEBUG"), keys, G_N_ELEMENTS (keys)) == 0 || native == NULL ||
      !dtl_overview_ensure_span (self) ||
      !gtk_widget_compute_point (GTK_WIDGET (self), GTK_WIDGET (native), &GRAPHENE_POINT_INIT (0, 0), &origin))
    return;
  gtk_native_get_surface_transform (native, &surface_x, &surface_y);
  dtl_overview_get_lens (self, &lens);
  g_printerr ("overview %.0f %.0f %d %d %.1f %.1f\n", origin.x + surface_x, origin.y + surface_y,
              gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)),
              origin.x + surface_x + lens.x0_px, origin.x + surface_x + lens.x1_px);
}
