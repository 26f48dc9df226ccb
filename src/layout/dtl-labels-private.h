/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Titles and date labels with their widths, measured once for all zoom steps, and what becomes of a label where room is
 * short. */
#pragma once

#include "layout/dtl-layout.h"

G_BEGIN_DECLS

/* A title is not cut to less than this. */
#define DTL_LABEL_SHORTEST_PX 60

/* Between title and date in a label of one line. */
#define DTL_INLINE_GAP_PX 8

/**
 * DtlLabel: of one row. All strings are owned by the labels or the title provider.
 * @full_title: (nullable): NULL while the provider does not know it, or where it is empty
 * @title: (nullable): the same within the metrics' label_max_width_px
 * @date: (nullable)
 * @full_width_px: of the full title
 * @both_width_px: of title and date together, as they stand
 */
typedef struct
{
  const char *full_title;
  const char *title;
  const char *date;
  int full_width_px;
  int title_width_px;
  int date_width_px;
  int both_width_px;
} DtlLabel;

/** DtlLabelStep: what is left of a label, from the best to the worst. */
typedef enum
{
  DTL_LABEL_TITLE_AND_DATE,
  DTL_LABEL_TITLE,
  DTL_LABEL_ELLIPSIS,
  DTL_LABEL_NONE,
  DTL_N_LABEL_STEPS,
} DtlLabelStep;

typedef struct _DtlLabels DtlLabels;

/* @is_inline: whether the date stands behind the title */
DtlLabels *dtl_labels_new (DtlTitleProvider *titles, DtlTextMeasure *measure, int max_width_px, gboolean is_inline);
DtlLabels *dtl_labels_ref (DtlLabels *self);
void dtl_labels_unref (DtlLabels *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtlLabels, dtl_labels_unref)

/* By value: what it points to lives as long as @self. */
DtlLabel dtl_labels_get (DtlLabels *self, uint32_t row);
/* Who is asked before a row is asked for and measured that was not before; NULL, as at first, for no limit. */
void dtl_labels_set_budget (DtlLabels *self, DtlTimeAsker has_time, gpointer user_data);
gboolean dtl_labels_have_time (const DtlLabels *self);
/* Whether there is a limit; and whether, in spite of any time, all that was not measured before is put off for now. */
gboolean dtl_labels_have_limit (const DtlLabels *self);
void dtl_labels_set_waiting (DtlLabels *self, gboolean waits);
/* How many rows were put off, because there was no time, and were not taken since: they have labels without words. */
guint dtl_labels_count_put_off (const DtlLabels *self);
/* Adds those from number @first on to @rows (of uint32_t), and forgets them. */
void dtl_labels_take_put_off (DtlLabels *self, guint first, GArray *rows);
/* Measures rows until there is no time. Returns: whether all are measured */
gboolean dtl_labels_measure_rows (DtlLabels *self, const uint32_t *rows, guint n_rows);
/* The best step that @room_px allows, DTL_LABEL_NONE at worst. */
DtlLabelStep dtl_label_fit (const DtlLabel *self, int64_t room_px);
/* The title cut to @room_px; (nullable) where nothing is left of it; lives as long as @self. */
const char *dtl_labels_ellipsize (DtlLabels *self, const DtlLabel *label, int room_px, int *width_px);
/* A copy of @text that lives as long as @self. */
const char *dtl_labels_intern (DtlLabels *self, const char *text);

G_END_DECLS
