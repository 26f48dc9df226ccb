/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The offsets are those of SQLite's file format (https://www.sqlite.org/fileformat2.html, section 1.3). */
#include "config.h"

#include "store/dtl-case-file-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <inttypes.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/dtl-gettext.h"
#include "store/dtl-store.h"

#define HEADER_BYTES          100
#define OFFSET_PAGE_SIZE      16
#define OFFSET_CHANGE_COUNTER 24
#define OFFSET_N_PAGES        28
#define OFFSET_USER_VERSION   60
#define OFFSET_APPLICATION_ID 68
#define OFFSET_VALID_FOR      92

static const uint8_t sqlite_magic[16] = "SQLite format 3";
static const uint8_t journal_magic[8] = { 0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7 };

char *
dtl_case_file_resolve (const char *path)
{
  return g_canonicalize_filename (path, NULL);
}

static uint32_t
big_endian_32 (const uint8_t *bytes)
{
  return (uint32_t) bytes[0] << 24 | (uint32_t) bytes[1] << 16 | (uint32_t) bytes[2] << 8 | bytes[3];
}

static gboolean
fail (const char *path, DtlStoreError code, const char *format, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, DTL_STORE_ERROR, code, format, name);
  return FALSE;
}

static gboolean
fail_read (const char *path, int error_number, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  if (error_number == ENOENT || error_number == ENOTDIR)
    return fail (path, DTL_STORE_ERROR_NOT_FOUND, _ ("“%s” does not exist. Check the name, or make a new case there."),
                 error);
  g_set_error (error, DTL_STORE_ERROR, DTL_STORE_ERROR_SQL, _ ("“%s” cannot be read: %s. Check your rights to it."),
               name, g_strerror (error_number));
  return FALSE;
}

static gboolean
judge_kind (const char *path, const struct stat *status, GError **error)
{
  if (S_ISDIR (status->st_mode))
    return fail (path, DTL_STORE_ERROR_NOT_A_CASE, _ ("“%s” is a folder, not a case. Choose the .dateline file in it."),
                 error);
  if (!S_ISREG (status->st_mode))
    return fail (path, DTL_STORE_ERROR_NOT_A_CASE, _ ("“%s” is not an ordinary file. Choose a .dateline file."), error);
  if (status->st_size == 0)
    return fail (path, DTL_STORE_ERROR_NOT_A_CASE,
                 _ ("“%s” is empty, so there is no case in it. Open a copy of it, or make a new case."), error);
  return TRUE;
}

static gssize
read_all (int fd, uint8_t *bytes, size_t n_bytes)
{
  size_t n_read = 0;

  while (n_read < n_bytes)
    {
      ssize_t n = read (fd, bytes + n_read, n_bytes - n_read);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        return n < 0 ? -1 : (gssize) n_read;
      n_read += n;
    }
  return n_read;
}

/* Returns how many bytes were read, or -1 with @error set. */
static gssize
read_header (const char *path, uint8_t *header, struct stat *status, GError **error)
{
  int fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY, 0);
  gssize n_read = -1;

  if (fd < 0)
    {
      fail_read (path, errno, error);
      return -1;
    }
  if (fstat (fd, status) != 0)
    fail_read (path, errno, error);
  else if (judge_kind (path, status, error))
    {
      n_read = read_all (fd, header, HEADER_BYTES);
      if (n_read < 0)
        fail_read (path, errno, error);
    }
  close (fd);
  return n_read;
}

static gboolean
judge_version (const char *path, uint32_t version, GError **error)
{
  g_autofree char *name = NULL;

  if (version <= DTL_STORE_SCHEMA_VERSION)
    return TRUE;
  name = g_filename_display_name (path);
  g_set_error (
      error, DTL_STORE_ERROR, DTL_STORE_ERROR_NEWER,
      _ ("“%s” was saved by a newer Dateline: it needs Dateline of format %u or later, and this one reads up to "
         "format %d. Update Dateline."),
      name, version, DTL_STORE_SCHEMA_VERSION);
  return FALSE;
}

/* Whether the file is as long as its header says. The header's count is only good when the two counters agree. */
static gboolean
judge_length (const char *path, const uint8_t *header, int64_t size_bytes, GError **error)
{
  int64_t page_bytes = (int64_t) header[OFFSET_PAGE_SIZE] << 8 | header[OFFSET_PAGE_SIZE + 1];
  int64_t wanted_bytes = (page_bytes == 1 ? 65536 : page_bytes) * big_endian_32 (header + OFFSET_N_PAGES);
  g_autofree char *name = NULL;

  if (big_endian_32 (header + OFFSET_CHANGE_COUNTER) != big_endian_32 (header + OFFSET_VALID_FOR) ||
      size_bytes >= wanted_bytes)
    return TRUE;
  name = g_filename_display_name (path);
  g_set_error (error, DTL_STORE_ERROR, DTL_STORE_ERROR_DAMAGED,
               _ ("“%s” is damaged: it is cut off after %" PRId64 " of %" PRId64
                  " bytes. Copy it again, or open an older "
                  "copy of it."),
               name, size_bytes, wanted_bytes);
  return FALSE;
}

static gboolean
judge_header (const char *path, const uint8_t *header, gssize n_bytes, int64_t size_bytes, GError **error)
{
  if (n_bytes < (gssize) sizeof sqlite_magic || memcmp (header, sqlite_magic, sizeof sqlite_magic) != 0)
    return fail (
        path, DTL_STORE_ERROR_NOT_A_CASE,
        _ ("“%s” is not a case, whatever its name says. Open it with the program that made it, or import it into "
           "a case."),
        error);
  if (n_bytes < HEADER_BYTES)
    return fail (path, DTL_STORE_ERROR_DAMAGED,
                 _ ("“%s” is damaged: only its beginning is there. Copy it again, or open an older copy of it."),
                 error);
  if (big_endian_32 (header + OFFSET_APPLICATION_ID) != DTL_STORE_APPLICATION_ID)
    return fail (path, DTL_STORE_ERROR_NOT_A_CASE,
                 _ ("“%s” is a database of another program, not a case. Open it with the program that made it."),
                 error);
  return judge_version (path, big_endian_32 (header + OFFSET_USER_VERSION), error) &&
         judge_length (path, header, size_bytes, error);
}

/* Whether the file @path + @suffix begins with @magic, or, without magic, has anything in it. */
static gboolean
has_companion (const char *path, const char *suffix, const uint8_t *magic, size_t n_magic)
{
  g_autofree char *companion = g_strconcat (path, suffix, NULL);
  g_autofree uint8_t *bytes = g_malloc0 (n_magic + 1);
  int fd = g_open (companion, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY, 0);
  gssize n_read;

  if (fd < 0)
    return FALSE;
  n_read = read_all (fd, bytes, MAX (n_magic, 1));
  close (fd);
  return n_read >= (gssize) MAX (n_magic, 1) && (magic == NULL || memcmp (bytes, magic, n_magic) == 0);
}

/* We never write a file in place, so somebody else did, and has not finished. Reading on would show half of it. */
static gboolean
judge_companions (const char *path, GError **error)
{
  if (has_companion (path, "-journal", journal_magic, sizeof journal_magic) || has_companion (path, "-wal", NULL, 0))
    return fail (
        path, DTL_STORE_ERROR_DAMAGED,
        _ ("“%s” was being changed in place by another program that has not finished: there is a journal beside "
           "it. Close that program, or open an older copy."),
        error);
  return TRUE;
}

gboolean
dtl_case_file_judge (const char *path, GError **error)
{
  uint8_t header[HEADER_BYTES];
  struct stat status;
  gssize n_bytes;

  n_bytes = read_header (path, header, &status, error);
  return n_bytes >= 0 && judge_header (path, header, n_bytes, status.st_size, error) && judge_companions (path, error);
}
