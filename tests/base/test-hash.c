/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SHA-256 against the examples of FIPS 180-4, and what counts as one; row ids against their layout. */
#include "base/dtl-hash.h"
#include "base/dtl-id.h"

#include <string.h>

#define HASH_OF_NOTHING "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
#define HASH_OF_ABC     "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

static void
test_sha256 (void)
{
  g_autofree char *nothing = dtl_sha256_hex (NULL, 0);
  g_autofree char *abc = dtl_sha256_hex ("abcdef", 3);

  g_assert_cmpstr (nothing, ==, HASH_OF_NOTHING);
  g_assert_cmpstr (abc, ==, HASH_OF_ABC);
}

static void
test_is_sha256 (void)
{
  g_autofree char *upper = g_ascii_strup (HASH_OF_ABC, -1);

  g_assert_true (dtl_is_sha256_hex (HASH_OF_ABC));
  g_assert_false (dtl_is_sha256_hex (NULL));
  g_assert_false (dtl_is_sha256_hex (""));
  g_assert_false (dtl_is_sha256_hex (upper));
  g_assert_false (dtl_is_sha256_hex (HASH_OF_ABC "0"));
  g_assert_false (dtl_is_sha256_hex (&HASH_OF_ABC[1]));
}

static void
test_id (void)
{
  g_assert_cmpint (dtl_id_make (0, 1), ==, 1);
  g_assert_cmpint (dtl_id_make (1, 0), ==, INT64_C (4294967296));
  g_assert_cmpint (dtl_id_make (0x7fffffff, 0xffffffff), ==, INT64_MAX);
  g_assert_cmpint (dtl_id_make (0xffffffff, 5), >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/hash/sha256", test_sha256);
  g_test_add_func ("/base/hash/is-sha256", test_is_sha256);
  g_test_add_func ("/base/id/make", test_id);
  return g_test_run ();
}
