/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-export-choices.h. */
#include "config.h"

#include "app/export/dtl-export-choices.h"

#include <glib/gi18n.h>

#include "date/dtl-date-entry.h"

/* By DtlExportSize; paper lies, at 96 px an inch. */
static const struct
{
  int width_px;
  int height_px;
} sizes[DTL_N_EXPORT_SIZES] = {
  [DTL_EXPORT_SIZE_REPORT] = { 1600, 900 },  [DTL_EXPORT_SIZE_FULL_HD] = { 1920, 1080 },
  [DTL_EXPORT_SIZE_SQUARE] = { 1200, 1200 }, [DTL_EXPORT_SIZE_A4] = { 1123, 794 },
  [DTL_EXPORT_SIZE_A3] = { 1587, 1123 },     [DTL_EXPORT_SIZE_LETTER] = { 1056, 816 },
};

/**
 * dtl_export_choices_load:
 * @self: (out caller-allocates): to be cleared with dtl_export_choices_clear()
 * @settings: what was chosen last
 */
void
dtl_export_choices_load (DtlExportChoices *self, GSettings *settings)
{
  g_return_if_fail (self != NULL && G_IS_SETTINGS (settings));

  *self = (DtlExportChoices){
    .format = (DtlPictureFormat) g_settings_get_enum (settings, "export-format"),
    .what = (DtlExportWhat) g_settings_get_enum (settings, "export-what"),
    .size = (DtlExportSize) g_settings_get_enum (settings, "export-size"),
    .own_width_px = g_settings_get_int (settings, "export-width"),
    .own_height_px = g_settings_get_int (settings, "export-height"),
    .scale = g_settings_get_double (settings, "export-scale"),
    .theme = (DtlThemeName) g_settings_get_enum (settings, "export-theme"),
    .stamp = (DtlExportStamp) g_settings_get_enum (settings, "export-stamp"),
    .folds = g_settings_get_boolean (settings, "export-folds"),
    .legend = g_settings_get_boolean (settings, "export-legend"),
    .links = g_settings_get_boolean (settings, "show-links"),
    .passages = g_settings_get_boolean (settings, "export-passages"),
    .sources = g_settings_get_boolean (settings, "export-sources"),
    .from = g_strdup (""),
    .to = g_strdup (""),
    .title = g_strdup (""),
  };
}

/* Keeps everything but title, span and links: these are as in the window. */
void
dtl_export_choices_save (const DtlExportChoices *self, GSettings *settings)
{
  g_return_if_fail (self != NULL && G_IS_SETTINGS (settings));

  g_settings_set_enum (settings, "export-format", (int) self->format);
  g_settings_set_enum (settings, "export-what", (int) self->what);
  g_settings_set_enum (settings, "export-size", (int) self->size);
  g_settings_set_int (settings, "export-width", self->own_width_px);
  g_settings_set_int (settings, "export-height", self->own_height_px);
  g_settings_set_double (settings, "export-scale", self->scale);
  g_settings_set_enum (settings, "export-theme", (int) self->theme);
  g_settings_set_enum (settings, "export-stamp", (int) self->stamp);
  g_settings_set_boolean (settings, "export-folds", self->folds);
  g_settings_set_boolean (settings, "export-legend", self->legend);
  g_settings_set_boolean (settings, "export-passages", self->passages);
  g_settings_set_boolean (settings, "export-sources", self->sources);
}

void
dtl_export_choices_clear (DtlExportChoices *self)
{
  g_clear_pointer (&self->from, g_free);
  g_clear_pointer (&self->to, g_free);
  g_clear_pointer (&self->title, g_free);
}

/* Returns: (transfer none): without a dot */
const char *
dtl_export_choices_get_extension (const DtlExportChoices *self)
{
  static const char *const extensions[] = {
    [DTL_PICTURE_PNG] = "png", [DTL_PICTURE_PDF] = "pdf", [DTL_PICTURE_SVG] = "svg"
  };

  g_return_val_if_fail (self != NULL, NULL);

  return extensions[self->format];
}

/* A title is no file name: what no file system takes is left out.
 * Returns: (transfer full): the title, with the extension of the format */
char *
dtl_export_choices_suggest_name (const DtlExportChoices *self)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  name = g_strdup (*self->title != '\0' ? self->title : _ ("Timeline"));
  g_strdelimit (name, "/\\:*?\"<>|\n\r\t", '-');
  /* A dot at the start hides a file. */
  if (*name == '.')
    *name = '-';
  return g_strdup_printf ("%s.%s", name, dtl_export_choices_get_extension (self));
}

/* EDTF, or in words. */
static DtlEdtf *
parse_date (const char *text, char **message)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  g_autoptr (DtlDateEntry) read = NULL;

  if (*stripped == '\0')
    *message = g_strdup (_ ("Write a date, as in 2024-06 or 2024-06-20."));
  else if ((read = dtl_date_entry_read (stripped, g_get_language_names ()[0], &error)) == NULL)
    *message = g_strdup_printf (_ ("%s. Write a date, as in 2024-06 or 2024-06-20."), error->message);
  return read != NULL ? dtl_edtf_ref (read->value) : NULL;
}

static DtlExportField
find_span (const DtlExportChoices *self, int64_t *from_seconds, int64_t *to_seconds, char **message)
{
  g_autoptr (DtlEdtf) from = parse_date (self->from, message);
  g_autoptr (DtlEdtf) to = from != NULL ? parse_date (self->to, message) : NULL;

  if (from == NULL)
    return DTL_EXPORT_FIELD_FROM;
  if (to == NULL)
    return DTL_EXPORT_FIELD_TO;
  *from_seconds = dtl_edtf_get_bounds (from)->start_earliest;
  *to_seconds = dtl_edtf_get_bounds (to)->end_latest;
  if (*from_seconds == DTL_CIVIL_MIN)
    *message = g_strdup (_ ("This date has no beginning. Write one, as in 2024-06-20."));
  if (*from_seconds == DTL_CIVIL_MIN)
    return DTL_EXPORT_FIELD_FROM;
  if (*to_seconds < DTL_CIVIL_MAX && *from_seconds < *to_seconds)
    return DTL_EXPORT_FIELD_NONE;
  *message = g_strdup (*to_seconds < DTL_CIVIL_MAX ? _ ("The end lies before the beginning. Exchange them.")
                                                   : _ ("This date has no end. Write one, as in 2024-06-20."));
  return DTL_EXPORT_FIELD_TO;
}

/**
 * dtl_export_choices_check:
 * @message: (out) (transfer full) (nullable): what is wrong and what to do, where something is
 *
 * Returns: the entry that has to be corrected before there can be a picture
 */
DtlExportField
dtl_export_choices_check (const DtlExportChoices *self, char **message)
{
  int64_t from, to;

  g_return_val_if_fail (self != NULL && message != NULL, DTL_EXPORT_FIELD_NONE);

  *message = NULL;
  return self->what == DTL_EXPORT_WHAT_SPAN ? find_span (self, &from, &to, message) : DTL_EXPORT_FIELD_NONE;
}

static gboolean
set_span (const DtlExportChoices *self, const DtlExportView *view, DtlExportOptions *options)
{
  g_autofree char *ignored = NULL;

  switch (self->what)
    {
    case DTL_EXPORT_WHAT_VIEW:
      options->has_span = options->is_exact = TRUE;
      options->from_seconds = view->from_seconds;
      options->to_seconds = view->to_seconds;
      options->first_lane = view->first_lane;
      options->n_lanes = view->n_lanes;
      options->folds = view->folds;
      options->n_folds = view->n_folds;
      return TRUE;
    case DTL_EXPORT_WHAT_SPAN:
      options->has_span = TRUE;
      return find_span (self, &options->from_seconds, &options->to_seconds, &ignored) == DTL_EXPORT_FIELD_NONE;
    case DTL_EXPORT_WHAT_WHOLE:
    default:
      return TRUE;
    }
}

/**
 * dtl_export_choices_make_options:
 * @view: what the window shows
 * @filter: what shows at all
 * @language: (nullable): of the picture, instead of the case's
 * @options: (out caller-allocates): borrows from @self, @filter and @language
 *
 * Returns: FALSE if something has to be corrected before, see dtl_export_choices_check()
 */
gboolean
dtl_export_choices_make_options (const DtlExportChoices *self,
                                 const DtlExportView *view,
                                 const DtlFilter *filter,
                                 const char *language,
                                 DtlExportOptions *options)
{
  gboolean is_own = self->size == DTL_EXPORT_SIZE_OWN;

  g_return_val_if_fail (self != NULL && view != NULL && options != NULL, FALSE);

  dtl_export_options_init (options);
  options->format = self->format;
  options->filter = filter;
  options->title = self->title;
  options->grouping = view->grouping;
  options->theme = self->theme;
  options->width_px = is_own ? self->own_width_px : sizes[self->size].width_px;
  options->height_px = is_own ? self->own_height_px : sizes[self->size].height_px;
  options->scale = self->format == DTL_PICTURE_PNG ? self->scale : 1;
  options->folds_empty = self->folds;
  options->legend = self->legend;
  options->links = self->links;
  options->passages = self->passages;
  options->sources = self->sources;
  options->stamp = self->stamp;
  options->language = language;
  return set_span (self, view, options);
}
