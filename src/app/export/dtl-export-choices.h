/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person chooses in the export dialog: as plain values, from and to the settings, and as the options that
 * service takes. Knows no widgets. What belongs to a case (title, span) is never kept in the settings. */
#pragma once

#include "service/dtl-export.h"

G_BEGIN_DECLS

/** DtlExportWhat: which part of the time; numbers as in the settings' schema. */
typedef enum
{
  DTL_EXPORT_WHAT_WHOLE,
  DTL_EXPORT_WHAT_VIEW,
  DTL_EXPORT_WHAT_SPAN,
  DTL_N_EXPORT_WHATS,
} DtlExportWhat;

/** DtlExportSize: numbers as in the settings' schema. @DTL_EXPORT_SIZE_NATURAL: as high as everything needs; a PDF has
 * pages of A4 then. */
typedef enum
{
  DTL_EXPORT_SIZE_NATURAL,
  DTL_EXPORT_SIZE_REPORT,
  DTL_EXPORT_SIZE_FULL_HD,
  DTL_EXPORT_SIZE_SQUARE,
  DTL_EXPORT_SIZE_A4,
  DTL_EXPORT_SIZE_A3,
  DTL_EXPORT_SIZE_LETTER,
  DTL_EXPORT_SIZE_OWN,
  DTL_N_EXPORT_SIZES,
} DtlExportSize;

/**
 * DtlExportChoices:
 * @own_width_px, @own_height_px: for DTL_EXPORT_SIZE_OWN, at scale 1
 * @scale: pixels of a PNG for each px
 * @links: whether links between events are drawn: at first as in the window
 * @folds: whether empty stretches are folded; a picture of the view has its folds instead
 * @from, @to: EDTF, for DTL_EXPORT_WHAT_SPAN; "" where nothing was written
 * @title: as it is printed; "" for none
 */
typedef struct
{
  DtlPictureFormat format;
  DtlExportWhat what;
  DtlExportSize size;
  int own_width_px;
  int own_height_px;
  double scale;
  DtlThemeName theme;
  DtlExportStamp stamp;
  gboolean folds;
  gboolean legend;
  gboolean links;
  gboolean passages;
  gboolean sources;
  char *from;
  char *to;
  char *title;
} DtlExportChoices;

/** DtlExportView: what the window shows, for DTL_EXPORT_WHAT_VIEW. @folds: what of it is folded */
typedef struct
{
  DtlGrouping grouping;
  int64_t from_seconds;
  int64_t to_seconds;
  guint first_lane;
  guint n_lanes;
  DtlFold folds[DTL_FOLDS_MOST];
  guint n_folds;
} DtlExportView;

/** DtlExportField: which entry an error is about. */
typedef enum
{
  DTL_EXPORT_FIELD_NONE,
  DTL_EXPORT_FIELD_FROM,
  DTL_EXPORT_FIELD_TO,
} DtlExportField;

void dtl_export_choices_load (DtlExportChoices *self, GSettings *settings);
void dtl_export_choices_save (const DtlExportChoices *self, GSettings *settings);
void dtl_export_choices_clear (DtlExportChoices *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DtlExportChoices, dtl_export_choices_clear)

const char *dtl_export_choices_get_extension (const DtlExportChoices *self);
char *dtl_export_choices_suggest_name (const DtlExportChoices *self);
DtlExportField dtl_export_choices_check (const DtlExportChoices *self, char **message);
gboolean dtl_export_choices_make_options (const DtlExportChoices *self,
                                          const DtlExportView *view,
                                          const DtlFilter *filter,
                                          const char *language,
                                          DtlExportOptions *options);

G_END_DECLS
