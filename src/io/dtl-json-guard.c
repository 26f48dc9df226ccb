/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The guard knows the tokens of JSON (RFC 8259), not its grammar: what it lets through is short, shallow, UTF-8, and
 * has strings that json-glib can take; whether it is well formed json-glib says. */
#include "config.h"

#include "io/dtl-json-guard.h"

#include <string.h>

#include "base/dtl-gettext.h"

typedef struct
{
  const char *begin;
  const char *next;
  const char *end;
  guint depth;
  gboolean has_root; /* whether a value has begun */
  gboolean in_root;  /* whether it goes on at depth 0: a number or a word */
} Guard;

static gboolean
fail (const Guard *self, GError **error, DtlIoError code, const char *what)
{
  guint line = 1;

  for (const char *at = self->begin; at < self->next && at < self->end; at++)
    line += *at == '\n';
  g_set_error (error, DTL_IO_ERROR, (int) code, _ ("line %u of the JSON: %s"), line, what);
  return FALSE;
}

/* The code unit of `uXXXX` at @next, or -1. */
static int
read_code_unit (const Guard *self)
{
  int unit = 0;

  if (self->end - self->next < 5 || *self->next != 'u')
    return -1;
  for (int i = 1; i <= 4; i++)
    {
      int digit = g_ascii_xdigit_value (self->next[i]);

      if (digit < 0)
        return -1;
      unit = unit * 16 + digit;
    }
  return unit;
}

static gboolean
is_surrogate (int unit, int first)
{
  return unit >= first && unit < first + 0x400;
}

/* From behind the backslash. A NUL is refused beside what JSON does not have: C strings would end there. */
static gboolean
skip_escape (Guard *self, GError **error)
{
  int unit;

  if (self->next < self->end && *self->next != '\0' && strchr ("\"\\/bfnrt", *self->next) != NULL)
    {
      self->next++;
      return TRUE;
    }
  unit = read_code_unit (self);
  if (unit <= 0)
    return fail (self, error, DTL_IO_ERROR_SYNTAX, _ ("a backslash is followed by something that is no escape"));
  self->next += 5;
  if (is_surrogate (unit, 0xd800) && self->next < self->end && *self->next == '\\')
    {
      self->next++;
      if (is_surrogate (read_code_unit (self), 0xdc00))
        {
          self->next += 5;
          return TRUE;
        }
    }
  if (is_surrogate (unit, 0xd800) || is_surrogate (unit, 0xdc00))
    return fail (self, error, DTL_IO_ERROR_SYNTAX, _ ("half of a pair of surrogates stands alone"));
  return TRUE;
}

/* From behind the opening quote to behind the closing one. */
static gboolean
skip_string (Guard *self, GError **error)
{
  while (self->next < self->end)
    {
      guchar c = (guchar) *self->next++;

      if (c == '"')
        return TRUE;
      if (c < 0x20)
        return fail (self, error, DTL_IO_ERROR_SYNTAX, _ ("a control character stands in a string; escape it"));
      if (c == '\\' && !skip_escape (self, error))
        return FALSE;
    }
  return fail (self, error, DTL_IO_ERROR_SYNTAX, _ ("a string is not closed"));
}

/* json-glib takes a second value behind the first, forgets one of them and never frees it. */
static gboolean
check_root (Guard *self, char c, GError **error)
{
  gboolean is_scalar = strchr ("0123456789+-.eEtrufalsn", c) != NULL;

  if (self->depth > 0 || strchr (" \t\r\n]},:", c) != NULL)
    self->in_root = FALSE;
  else if (is_scalar && self->in_root)
    return TRUE;
  else if (self->has_root)
    return fail (self, error, DTL_IO_ERROR_SYNTAX, _ ("something stands behind the end"));
  else
    {
      self->has_root = TRUE;
      self->in_root = is_scalar;
    }
  return TRUE;
}

static gboolean
skip_token (Guard *self, GError **error)
{
  char c = *self->next++;

  if (!check_root (self, c, error))
    return FALSE;
  if (c == '"')
    return skip_string (self, error);
  if (c == '[' || c == '{')
    {
      if (++self->depth > DTL_JSON_MAX_DEPTH)
        return fail (self, error, DTL_IO_ERROR_TOO_LARGE, _ ("nested more than 100 deep; flatten it"));
    }
  else if ((c == ']' || c == '}') && self->depth > 0)
    self->depth--;
  else if (c == '\0' || strchr (" \t\r\n,:0123456789+-.eE]}trufalsn", c) == NULL)
    return fail (self, error, DTL_IO_ERROR_SYNTAX, _ ("a character that JSON does not have"));
  return TRUE;
}

/**
 * dtl_json_check:
 * @data: bytes that should be JSON
 * @n_bytes: how many
 * @error: DTL_IO_ERROR_TOO_LARGE, _ENCODING or _SYNTAX, with the line
 *
 * Returns: whether json-glib can be given it
 */
gboolean
dtl_json_check (const char *data, gsize n_bytes, GError **error)
{
  const char *begin = n_bytes > 0 ? data : "";
  Guard guard = { begin, begin, begin + n_bytes, 0, FALSE, FALSE };
  const char *bad;

  g_return_val_if_fail (data != NULL || n_bytes == 0, FALSE);

  if (n_bytes > DTL_JSON_MAX_BYTES)
    {
      g_set_error (error, DTL_IO_ERROR, DTL_IO_ERROR_TOO_LARGE,
                   _ ("the JSON has more than %u MiB; split it into smaller files"), DTL_JSON_MAX_BYTES >> 20);
      return FALSE;
    }
  if (!g_utf8_validate_len (begin, n_bytes, &bad))
    {
      guard.next = bad;
      return fail (&guard, error, DTL_IO_ERROR_ENCODING, _ ("not UTF-8 text; save it as UTF-8"));
    }
  while (guard.next < guard.end)
    if (!skip_token (&guard, error))
      return FALSE;
  return TRUE;
}

/**
 * dtl_json_parse:
 * @bytes: bytes that should be JSON; a byte order mark is passed over
 * @error: DTL_IO_ERROR, with the line
 *
 * Returns: (transfer full) (nullable): the value
 */
JsonNode *
dtl_json_parse (GBytes *bytes, GError **error)
{
  g_autoptr (JsonParser) parser = NULL;
  g_autoptr (GError) reason = NULL;
  const char *data;
  JsonNode *root = NULL;
  gsize n_bytes;

  g_return_val_if_fail (bytes != NULL, NULL);

  data = g_bytes_get_data (bytes, &n_bytes);
  if (n_bytes >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    {
      data += 3;
      n_bytes -= 3;
    }
  if (!dtl_json_check (data, n_bytes, error))
    return NULL;
  parser = json_parser_new_immutable ();
  if (n_bytes > 0 && json_parser_load_from_data (parser, data, (gssize) n_bytes, &reason))
    root = json_parser_get_root (parser);
  if (root == NULL)
    {
      g_set_error (error, DTL_IO_ERROR, DTL_IO_ERROR_SYNTAX, _ ("not JSON: %s"),
                   reason != NULL ? reason->message : _ ("it is empty"));
      return NULL;
    }
  return json_node_ref (root);
}
