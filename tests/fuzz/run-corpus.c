/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Feeds the files of a folder to a fuzz target, each once, as ordinary test cases; what stands in for libFuzzer where
 * there is none. It finds nothing new: it keeps found inputs from failing again. A target that has no seeds fails,
 * since it would test nothing.
 */
#include <glib.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static void
test_file (gconstpointer path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  g_autofree uint8_t *exact = NULL;
  size_t size = 0;

  g_file_get_contents (path, &contents, &size, &error);
  g_assert_no_error (error);

  /* GLib puts a NUL behind what it reads. A copy without it lets AddressSanitizer see a read past the end. */
  exact = g_memdup2 (contents, size);
  g_assert_cmpint (LLVMFuzzerTestOneInput (exact, size), ==, 0);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) folder = NULL;
  const char *name;
  unsigned n_files = 0;

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);

  folder = g_dir_open (argv[1], 0, &error);
  g_assert_no_error (error);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *test_path = g_strconcat ("/corpus/", name, NULL);

      g_test_add_data_func_full (test_path, g_build_filename (argv[1], name, NULL), test_file, g_free);
      n_files++;
    }
  g_assert_cmpuint (n_files, >, 0);
  return g_test_run ();
}
