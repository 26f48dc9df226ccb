/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whole pictures: sizes, words, links, what is counted as left out, and the same bytes whatever surrounds the process.
 * Programs that read the formats are asked too, where they are installed. */
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>
#include <time.h>

#include "sample-case.h"

static GBytes *
render (SampleCase *sample, DtlPicture *picture)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = dtl_picture_render (picture, &error);

  g_assert_no_error (error);
  return bytes;
}

static char *
dup_text (GBytes *bytes)
{
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static char *
render_svg (SampleCase *sample, int width_px, int height_px)
{
  g_autoptr (GBytes) bytes = NULL;
  DtlPicture picture;

  sample_case_init_picture (sample, &picture, DTL_PICTURE_SVG);
  picture.width_px = width_px;
  picture.height_px = height_px > 0 ? height_px : dtl_picture_natural_height_px (&picture);
  bytes = render (sample, &picture);
  return dup_text (bytes);
}

static guint32
u32_at (const guint8 *data)
{
  guint32 value;

  memcpy (&value, data, 4);
  return GUINT32_FROM_BE (value);
}

static void
test_png_size (void)
{
  static const double scales[] = { 1, 1.5, 2 };
  g_autoptr (SampleCase) sample = sample_case_new ();

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      g_autoptr (GBytes) bytes = NULL;
      const guint8 *data;
      DtlPicture picture;

      sample_case_init_picture (sample, &picture, DTL_PICTURE_PNG);
      picture.width_px = 801;
      picture.height_px = 602;
      picture.scale = scales[i];
      bytes = render (sample, &picture);
      data = g_bytes_get_data (bytes, NULL);
      g_assert_cmpint (memcmp (data, "\x89PNG\r\n\x1a\n", 8), ==, 0);
      g_assert_cmpuint (u32_at (data + 16), ==, (guint32) (801 * scales[i] + 0.5));
      g_assert_cmpuint (u32_at (data + 20), ==, (guint32) (602 * scales[i] + 0.5));
    }
}

/* The chunk is "iTXt" "Title\0" 0 0 "en\0" "Title\0" "Ü", whose checksum was computed with zlib. */
static void
test_png_title (void)
{
  static const char chunk[] = "\x00\x00\x00\x13iTXtTitle\0\0\0en\0Title\0\xc3\x9c\x62\x01\xb1\x8f";
  g_autoptr (SampleCase) sample = sample_case_new ();
  g_autoptr (GBytes) bytes = NULL;
  DtlPicture picture;

  sample_case_init_picture (sample, &picture, DTL_PICTURE_PNG);
  picture.title = "Ü";
  bytes = render (sample, &picture);
  g_assert_nonnull (memmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), chunk, sizeof chunk - 1));
}

/* Everything that could get into a file by accident is changed between the two. */
static void
test_same_bytes (gconstpointer data)
{
  DtlPictureFormat format = GPOINTER_TO_UINT (data);
  g_autofree char *zone = g_strdup (g_getenv ("TZ"));
  g_autoptr (GBytes) first = NULL;
  g_autoptr (GBytes) second = NULL;

  {
    g_autoptr (SampleCase) sample = sample_case_new ();
    DtlPicture picture;

    sample_case_init_picture (sample, &picture, format);
    first = render (sample, &picture);
  }
  g_setenv ("TZ", "Pacific/Kiritimati", TRUE);
  g_setenv ("LANGUAGE", "de", TRUE);
  g_setenv ("SOURCE_DATE_EPOCH", "1", TRUE);
  tzset ();
  setlocale (LC_ALL, "POSIX");
  {
    g_autoptr (SampleCase) other = sample_case_new ();
    g_autoptr (SampleCase) sample = sample_case_new ();
    g_autofree char *unrelated = render_svg (other, 700, 900);
    DtlPicture picture;

    sample_case_init_picture (sample, &picture, format);
    second = render (sample, &picture);
  }
  setlocale (LC_ALL, "C.UTF-8");
  g_setenv ("TZ", zone != NULL ? zone : "UTC", TRUE);
  g_setenv ("LANGUAGE", "en", TRUE);
  g_unsetenv ("SOURCE_DATE_EPOCH");
  tzset ();
  g_assert_cmpuint (g_bytes_get_size (first), >, 1000);
  g_assert_true (g_bytes_equal (first, second));
}

static void
assert_size_error (SampleCase *sample, DtlPictureFormat format, int width_px, int height_px, double scale)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  DtlPicture picture;

  sample_case_init_picture (sample, &picture, format);
  picture.width_px = width_px;
  picture.height_px = height_px;
  picture.scale = scale;
  bytes = dtl_picture_render (&picture, &error);
  g_assert_error (error, DTL_RENDER_ERROR, DTL_RENDER_ERROR_SIZE);
  g_assert_null (bytes);
}

static void
test_sizes_refused (void)
{
  g_autoptr (SampleCase) sample = sample_case_new ();

  assert_size_error (sample, DTL_PICTURE_PNG, 32768, 800, 1);
  assert_size_error (sample, DTL_PICTURE_PNG, 1280, 20000, 2);
  assert_size_error (sample, DTL_PICTURE_PNG, 1280, 800, 0);
  assert_size_error (sample, DTL_PICTURE_PNG, 1280, 0, 1);
  assert_size_error (sample, DTL_PICTURE_SVG, 100, 800, 1);
  assert_size_error (sample, DTL_PICTURE_SVG, 1280, 150, 1);
  assert_size_error (sample, DTL_PICTURE_PDF, 1280, 150, 1);
}

static void
test_words (void)
{
  g_autoptr (SampleCase) sample = sample_case_new ();
  g_autofree char *svg = render_svg (sample, 1280, 0);

  g_assert_nonnull (strstr (svg, "<title>Kaspersky and US Policy</title>"));
  g_assert_nonnull (strstr (svg, "<desc>22 events, 2 sources</desc>"));
  g_assert_nonnull (strstr (svg, "xml:lang=\"en\""));
  g_assert_nonnull (strstr (svg, ">Passages<"));
  g_assert_nonnull (strstr (svg, ">Sources by Exhibit Number<"));
  g_assert_nonnull (strstr (svg, "case 3f2a91bc"));
  /* Words of a source stand between quotation marks, our summary never does. */
  g_assert_nonnull (strstr (svg, ">“The company says that it does not accept the decision.”<"));
  g_assert_nonnull (strstr (svg, ">The senator works for a law that keeps the products off the computers"));
  g_assert_nonnull (strstr (svg, ">Our summary, not the words of [The Daily Example], exhibit 1<"));
  g_assert_null (strstr (svg, "no room for"));
  g_assert_null (strstr (svg, "not shown whole"));
}

/* The legend has what is in view and no more. */
static void
test_legend (void)
{
  g_autoptr (SampleCase) sample = sample_case_new ();
  g_autofree char *all = render_svg (sample, 1280, 0);
  g_autofree char *few = NULL;

  g_assert_nonnull (strstr (all, ">alleged<"));
  g_assert_nonnull (strstr (all, ">goes on<"));
  sample_case_set_actor_on (sample, "Kaspersky", FALSE);
  sample_case_set_actor_on (sample, "Switzerland", FALSE);
  sample_case_set_actor_on (sample, "Jeanne Shaheen", FALSE);
  few = render_svg (sample, 1280, 0);
  g_assert_null (strstr (few, ">alleged<"));
  g_assert_null (strstr (few, ">goes on<"));
  g_assert_nonnull (strstr (few, ">hollow: planned<"));
  g_assert_nonnull (strstr (few, " events hidden by the filter<"));
}

/* Every "#name" that is linked or used has its id. */
static void
assert_references (const char *svg)
{
  g_autoptr (GRegex) references = g_regex_new ("(?:href=\"|url\\()#([^\")]*)", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  for (g_regex_match (references, svg, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *name = g_match_info_fetch (match, 1);
      g_autofree char *id = g_strdup_printf (" id=\"%s\"", name);

      g_assert_nonnull (strstr (svg, id));
    }
}

static void
test_svg_links (void)
{
  g_autoptr (SampleCase) sample = sample_case_new ();
  g_autofree char *whole = render_svg (sample, 1280, 0);
  g_autofree char *cut = render_svg (sample, 1280, 560);

  g_assert_nonnull (strstr (whole, "xlink:href=\"#passage-1\""));
  g_assert_nonnull (strstr (whole, "xlink:href=\"https://example.org/network-ban\""));
  g_assert_nonnull (strstr (whole, "xlink:href=\"https://example.org/article/1?lang=en&amp;print=1\""));
  g_assert_nonnull (strstr (cut, "no room for"));
  g_assert_null (strstr (cut, "#passage-3"));
  assert_references (whole);
  assert_references (cut);
}

/* What does not fit is counted, and the counts are right. */
static void
test_cut_is_counted (void)
{
  g_autoptr (SampleCase) sample = sample_case_new ();
  g_autofree char *svg = render_svg (sample, 1280, 400);
  g_autofree char *tall = render_svg (sample, 1280, 2400);

  g_assert_nonnull (strstr (svg, " lanes below not shown whole · no room for "));
  g_assert_nonnull (strstr (svg, "no room for 2 sources"));
  g_assert_null (strstr (svg, ">Federal networks ban<"));
  g_assert_nonnull (strstr (tall, ">Federal networks ban<"));
  g_assert_null (strstr (tall, "no room for"));
}

static void
ignore_element (GMarkupParseContext *context,
                const char *name,
                const char **keys,
                const char **values,
                gpointer user_data,
                GError **error)
{
  *(guint *) user_data += strcmp (name, "text") == 0;
}

static void
test_svg_is_xml (void)
{
  static const GMarkupParser parser = { .start_element = ignore_element };
  g_autoptr (SampleCase) sample = sample_case_new ();
  g_autofree char *svg = render_svg (sample, 1280, 0);
  g_autoptr (GError) error = NULL;
  guint n_texts = 0;
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, &n_texts, NULL);

  g_markup_parse_context_parse (context, svg, -1, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_texts, >, 60);
}

static void
test_pdf_parts (void)
{
  static const char *const parts[] = {
    "/Lang (en)",  "(D:20240620000000", "/Dest (passage-3)", "(https://example.org/network-ban)",
    "(passage-1)", "/Outlines",         "/Title (Sources)",
  };
  g_autoptr (SampleCase) sample = sample_case_new ();
  g_autoptr (GBytes) bytes = NULL;
  DtlPicture picture;

  sample_case_init_picture (sample, &picture, DTL_PICTURE_PDF);
  bytes = render (sample, &picture);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (memmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), parts[i], strlen (parts[i])) == NULL)
      g_error ("%s is not in the PDF", parts[i]);
}

/* Nothing to show is a picture too, and so is a moment. */
static void
test_edges (void)
{
  static const char *const actors[] = { "Kaspersky", "Department of Commerce", "Jeanne Shaheen",
                                        "Best Buy",  "Homeland Security",      "Switzerland" };
  g_autoptr (SampleCase) sample = sample_case_new ();
  DtlPicture picture;

  sample_case_init_picture (sample, &picture, DTL_PICTURE_SVG);
  picture.to_seconds = picture.from_seconds;
  g_bytes_unref (render (sample, &picture));
  picture.from_seconds = INT64_MIN;
  picture.to_seconds = INT64_MAX;
  g_bytes_unref (render (sample, &picture));
  for (guint i = 0; i < G_N_ELEMENTS (actors); i++)
    sample_case_set_actor_on (sample, actors[i], FALSE);
  for (int format = DTL_PICTURE_PNG; format <= DTL_PICTURE_SVG; format++)
    {
      sample_case_init_picture (sample, &picture, format);
      picture.passages = NULL;
      picture.sources = NULL;
      picture.title = NULL;
      picture.subtitle = NULL;
      picture.stamp = NULL;
      picture.dated = NULL;
      picture.language = NULL;
      g_bytes_unref (render (sample, &picture));
    }
}

/* What @program says about the picture on its standard output; NULL where it is not installed. */
static char *
ask_program (GBytes *bytes, const char *program, const char *option, const char *option2)
{
  g_autofree char *found = g_find_program_in_path (program);
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "dateline-picture-XXXXXX", NULL);
  g_autoptr (GError) error = NULL;
  const char *arguments[] = { program, option, path, option2, NULL };
  char *output = NULL;
  int status = 0;
  int file;

  if (found == NULL)
    return NULL;
  file = g_mkstemp (path);
  g_assert_cmpint (file, >=, 0);
  g_close (file, NULL);
  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL, &status, &error);
  g_assert_no_error (error);
  g_unlink (path);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  return output;
}

static gboolean
has (GBytes *svg, const char *words)
{
  gsize n_bytes;
  const char *text = g_bytes_get_data (svg, &n_bytes);

  return g_strstr_len (text, (gssize) n_bytes, words) != NULL;
}

/* An axis of any time at all would say that something happened then. */
static void
test_nothing_dated (void)
{
  g_autoptr (SampleCase) sample = sample_case_new ();
  g_autoptr (GBytes) dated = NULL;
  g_autoptr (GBytes) timeless = NULL;
  DtlPicture picture;

  sample_case_init_picture (sample, &picture, DTL_PICTURE_SVG);
  picture.from_seconds = 1;
  picture.to_seconds = 0;
  timeless = render (sample, &picture);
  picture.from_seconds = 0;
  dated = render (sample, &picture);
  g_assert_true (has (dated, "1970"));
  g_assert_false (has (timeless, "1970"));
}

static void
test_a_place_is_no_quotation (void)
{
  g_autoptr (SampleCase) sample = sample_case_new ();
  g_autoptr (GBytes) words = NULL;
  g_autoptr (GBytes) place = NULL;
  DtlPicturePassage *passage;
  DtlPicture picture;

  sample_case_init_picture (sample, &picture, DTL_PICTURE_SVG);
  passage = g_ptr_array_index (picture.passages, 0);
  g_free (passage->text);
  passage->text = g_strdup ("line 7 of fees.csv");
  passage->is_summary = FALSE;
  words = render (sample, &picture);
  passage->is_place = TRUE;
  place = render (sample, &picture);
  g_assert_true (has (words, "“line 7 of fees.csv”"));
  g_assert_false (has (place, "“line 7 of fees.csv”"));
  g_assert_true (has (place, "line 7 of fees.csv"));
}

static void
test_programs_read_it (void)
{
  g_autoptr (SampleCase) sample = sample_case_new ();
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GBytes) svg = NULL;
  g_autofree char *urls = NULL;
  g_autofree char *words = NULL;
  g_autofree char *checked = NULL;
  g_autofree char *linted = NULL;
  DtlPicture picture;

  sample_case_init_picture (sample, &picture, DTL_PICTURE_PDF);
  pdf = render (sample, &picture);
  picture.format = DTL_PICTURE_SVG;
  svg = render (sample, &picture);
  urls = ask_program (pdf, "pdfinfo", "-url", NULL);
  words = ask_program (pdf, "pdftotext", "-layout", "-");
  checked = ask_program (pdf, "qpdf", "--check", NULL);
  linted = ask_program (svg, "xmllint", "--noout", NULL);
  if (urls != NULL)
    g_assert_nonnull (strstr (urls, "https://example.org/article/2?lang=en&print=1"));
  if (words != NULL)
    {
      g_assert_nonnull (strstr (words, "Washington office to close"));
      g_assert_nonnull (strstr (words, "Our summary, not the words of"));
      g_assert_nonnull (strstr (words, "Data centre opens"));
    }
  if (urls == NULL && words == NULL && checked == NULL && linted == NULL)
    g_test_skip ("none of pdfinfo, pdftotext, qpdf, xmllint is installed");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/picture/png/size", test_png_size);
  g_test_add_func ("/picture/png/title", test_png_title);
  g_test_add_data_func ("/picture/same-bytes/png", GUINT_TO_POINTER (DTL_PICTURE_PNG), test_same_bytes);
  g_test_add_data_func ("/picture/same-bytes/pdf", GUINT_TO_POINTER (DTL_PICTURE_PDF), test_same_bytes);
  g_test_add_data_func ("/picture/same-bytes/svg", GUINT_TO_POINTER (DTL_PICTURE_SVG), test_same_bytes);
  g_test_add_func ("/picture/sizes-refused", test_sizes_refused);
  g_test_add_func ("/picture/words", test_words);
  g_test_add_func ("/picture/legend", test_legend);
  g_test_add_func ("/picture/svg/links", test_svg_links);
  g_test_add_func ("/picture/cut-is-counted", test_cut_is_counted);
  g_test_add_func ("/picture/svg/is-xml", test_svg_is_xml);
  g_test_add_func ("/picture/pdf/parts", test_pdf_parts);
  g_test_add_func ("/picture/edges", test_edges);
  g_test_add_func ("/picture/nothing-dated", test_nothing_dated);
  g_test_add_func ("/picture/place", test_a_place_is_no_quotation);
  g_test_add_func ("/picture/programs-read-it", test_programs_read_it);
  return g_test_run ();
}
