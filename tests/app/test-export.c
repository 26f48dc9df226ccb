/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The choices of the export dialog without the dialog: kept in the settings, checked, and made options of. */
#include "config.h"

#include "app-support.h"
#include "app/export/dtl-export-choices.h"
#include "app/settings/dtl-settings.h"

static const DtlExportView view = { .grouping = DTL_GROUP_KIND,
                                    .from_seconds = 1000,
                                    .to_seconds = 2000,
                                    .first_lane = 2,
                                    .n_lanes = 3 };

static void
set_text (char **member, const char *text)
{
  g_free (*member);
  *member = g_strdup (text);
}

static void
test_settings (void)
{
  GSettings *settings = dtl_settings_get ();
  g_auto (DtlExportChoices) before = { 0 };
  g_auto (DtlExportChoices) after = { 0 };

  dtl_export_choices_load (&before, settings);
  before.format = DTL_PICTURE_SVG;
  before.what = DTL_EXPORT_WHAT_SPAN;
  before.size = DTL_EXPORT_SIZE_OWN;
  before.own_width_px = 640;
  before.own_height_px = 481;
  before.scale = 3;
  before.theme = DTL_THEME_DARK;
  before.stamp = DTL_EXPORT_STAMP_NEUTRAL;
  before.folds = TRUE;
  before.legend = FALSE;
  before.passages = before.sources = TRUE;
  set_text (&before.title, "Operation Seagull");
  set_text (&before.from, "2017");
  dtl_export_choices_save (&before, settings);

  dtl_export_choices_load (&after, settings);
  g_assert_cmpint (after.format, ==, DTL_PICTURE_SVG);
  g_assert_cmpint (after.what, ==, DTL_EXPORT_WHAT_SPAN);
  g_assert_cmpint (after.size, ==, DTL_EXPORT_SIZE_OWN);
  g_assert_cmpint (after.own_width_px, ==, 640);
  g_assert_cmpint (after.own_height_px, ==, 481);
  g_assert_cmpfloat (after.scale, ==, 3);
  g_assert_cmpint (after.theme, ==, DTL_THEME_DARK);
  g_assert_cmpint (after.stamp, ==, DTL_EXPORT_STAMP_NEUTRAL);
  g_assert_true (after.folds);
  g_assert_false (after.legend);
  g_assert_true (after.passages && after.sources);
  /* What belongs to a case is not kept. */
  g_assert_cmpstr (after.title, ==, "");
  g_assert_cmpstr (after.from, ==, "");
}

static void
test_options (void)
{
  g_auto (DtlExportChoices) choices = { 0 };
  DtlExportOptions options;

  dtl_export_choices_load (&choices, dtl_settings_get ());
  choices.format = DTL_PICTURE_PNG;
  choices.size = DTL_EXPORT_SIZE_FULL_HD;
  choices.scale = 2;
  choices.what = DTL_EXPORT_WHAT_VIEW;
  g_assert_true (dtl_export_choices_make_options (&choices, &view, NULL, "de", &options));
  g_assert_cmpint (options.width_px, ==, 1920);
  g_assert_cmpint (options.height_px, ==, 1080);
  g_assert_cmpfloat (options.scale, ==, 2);
  g_assert_true (options.has_span && options.is_exact);
  g_assert_cmpint (options.from_seconds, ==, 1000);
  g_assert_cmpint (options.to_seconds, ==, 2000);
  g_assert_cmpuint (options.first_lane, ==, 2);
  g_assert_cmpuint (options.n_lanes, ==, 3);
  g_assert_cmpint (options.grouping, ==, DTL_GROUP_KIND);
  g_assert_cmpstr (options.language, ==, "de");

  choices.what = DTL_EXPORT_WHAT_WHOLE;
  choices.size = DTL_EXPORT_SIZE_NATURAL;
  choices.format = DTL_PICTURE_PDF;
  g_assert_true (dtl_export_choices_make_options (&choices, &view, NULL, NULL, &options));
  g_assert_cmpint (options.width_px, ==, 0);
  g_assert_cmpfloat (options.scale, ==, 1);
  g_assert_false (options.has_span);
  g_assert_cmpuint (options.n_lanes, ==, 0);
}

static void
test_span (void)
{
  static const struct
  {
    const char *from;
    const char *to;
    DtlExportField wrong;
  } rows[] = {
    { "2017", "2024-06", DTL_EXPORT_FIELD_NONE },
    { " 2017 ", "2017", DTL_EXPORT_FIELD_NONE },
    { "", "2024", DTL_EXPORT_FIELD_FROM },
    { "soon", "2024", DTL_EXPORT_FIELD_FROM },
    { "../2017", "2024", DTL_EXPORT_FIELD_FROM },
    { "2017", "", DTL_EXPORT_FIELD_TO },
    { "2017", "2017/..", DTL_EXPORT_FIELD_TO },
    { "2018", "2017", DTL_EXPORT_FIELD_TO },
    { "late 2017", "June 2018", DTL_EXPORT_FIELD_NONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (DtlExportChoices) choices = { 0 };
      g_autofree char *message = NULL;
      DtlExportOptions options;

      g_test_message ("%s to %s", rows[i].from, rows[i].to);
      dtl_export_choices_load (&choices, dtl_settings_get ());
      choices.what = DTL_EXPORT_WHAT_SPAN;
      set_text (&choices.from, rows[i].from);
      set_text (&choices.to, rows[i].to);
      g_assert_cmpint (dtl_export_choices_check (&choices, &message), ==, rows[i].wrong);
      g_assert_true ((message != NULL) == (rows[i].wrong != DTL_EXPORT_FIELD_NONE));
      g_assert_true (dtl_export_choices_make_options (&choices, &view, NULL, NULL, &options) == (message == NULL));
    }
}

static void
test_name (void)
{
  g_auto (DtlExportChoices) choices = { 0 };
  g_autofree char *name = NULL;
  g_autofree char *empty = NULL;

  dtl_export_choices_load (&choices, dtl_settings_get ());
  choices.format = DTL_PICTURE_PDF;
  set_text (&choices.title, "../Who: when/where?");
  name = dtl_export_choices_suggest_name (&choices);
  g_assert_cmpstr (name, ==, "-.-Who- when-where-.pdf");
  set_text (&choices.title, "");
  empty = dtl_export_choices_suggest_name (&choices);
  g_assert_cmpstr (empty, ==, "Timeline.pdf");
}

int
main (int argc, char **argv)
{
  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/choices/settings", test_settings);
  g_test_add_func ("/export/choices/options", test_options);
  g_test_add_func ("/export/choices/span", test_span);
  g_test_add_func ("/export/choices/name", test_name);
  return g_test_run ();
}
