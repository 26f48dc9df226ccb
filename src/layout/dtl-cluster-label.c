/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands in the pill of a cluster, from the most to the least:
 *
 *   ( +12  Title of the most impor… )     count and title, where enough is free up to what is next
 *   ( +12 events )                        the count in words
 *   ( +12 )                               the count
 */
#include "config.h"

#include <limits.h>

#include "base/dtl-gettext.h"
#include "layout/dtl-placer-private.h"

/* Beside what stands in a pill. */
#define PILL_PADDING_PX 8
/* Between count and title. */
#define TITLE_GAP_PX 6
/* The least that a title is given, in heights of its text: about two words. */
#define TITLE_LINES 6

static int
measure (const DtlPlacer *self, DtlTextStyle style, const char *text)
{
  DtlTextMeasure *measurer = self->layout->input.measure;

  return measurer->width_px (measurer, style, text);
}

static char *
dup_count (guint n_events)
{
  return g_strdup_printf ("+%u", n_events);
}

static char *
dup_words (guint n_events)
{
  /* Translators: a pill on the line that stands for several events. */
  const char *format = ngettext ("+%u event", "+%u events", n_events);

  return g_strdup_printf (format, n_events);
}

static int
get_least_title_px (const DtlPlacer *self)
{
  DtlTextMeasure *measurer = self->layout->input.measure;

  return TITLE_LINES * measurer->height_px (measurer, DTL_TEXT_CLUSTER_TITLE);
}

int
dtl_cluster_measure_count (const DtlPlacer *self, guint n_events)
{
  g_autofree char *count = dup_count (n_events);

  return measure (self, DTL_TEXT_CLUSTER, count) + 2 * PILL_PADDING_PX;
}

int
dtl_cluster_measure_title_slot (const DtlPlacer *self, int count_slot_px)
{
  if (self->layout->input.titles == NULL)
    return count_slot_px;
  return count_slot_px + TITLE_GAP_PX + get_least_title_px (self);
}

static void
set_words (const DtlPlacer *self, int64_t room_px, DtlItem *item)
{
  g_autofree char *label = dup_words (item->n_events);

  if (measure (self, DTL_TEXT_CLUSTER, label) > room_px)
    {
      g_free (label);
      label = dup_count (item->n_events);
    }
  item->label = dtl_labels_intern (self->layout->labels, label);
  item->label_width_px = measure (self, DTL_TEXT_CLUSTER, label);
}

/* Returns: FALSE where there is no room for it, or no time to ask for it yet */
static gboolean
set_title (const DtlPlacer *self, int64_t room_px, DtlItem *item)
{
  g_autofree char *count = dup_count (item->n_events);
  g_autofree char *title = NULL;
  int count_px = measure (self, DTL_TEXT_CLUSTER, count);
  int64_t title_room_px = room_px - count_px - TITLE_GAP_PX;
  DtlLabel label;

  if (title_room_px < get_least_title_px (self))
    return FALSE;
  label = dtl_labels_get (self->layout->labels, item->row);
  if (label.full_title == NULL)
    return FALSE;
  title_room_px = MIN (title_room_px, self->layout->input.metrics.label_max_width_px);
  title = dtl_text_measure_ellipsize (self->layout->input.measure, DTL_TEXT_CLUSTER_TITLE, label.full_title,
                                      (int) title_room_px);
  if (title == NULL)
    return FALSE;
  item->label = dtl_labels_intern (self->layout->labels, count);
  item->cluster_title = dtl_labels_intern (self->layout->labels, title);
  item->cluster_title_dx_px = count_px + TITLE_GAP_PX;
  item->label_width_px = item->cluster_title_dx_px + measure (self, DTL_TEXT_CLUSTER_TITLE, title);
  return TRUE;
}

void
dtl_cluster_set_label (const DtlPlacer *self, int64_t x0_px, int64_t end_px, DtlItem *item)
{
  int64_t room_px = end_px - x0_px - 2 * PILL_PADDING_PX;

  if (!set_title (self, room_px, item))
    set_words (self, room_px, item);
  item->x0_px = x0_px;
  item->x1_px = x0_px + item->label_width_px + 2 * PILL_PADDING_PX;
  item->label_x_px = x0_px + PILL_PADDING_PX;
}
