/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "io/dtl-csv-safety.h"

#include <string.h>

/* What starts a formula, and the blanks that some programs skip before one. */
static gboolean
starts_formula (const char *text)
{
  return text[0] != '\0' && strchr ("=+-@\t\r", text[0]) != NULL;
}

/**
 * dtl_csv_needs_apostrophe:
 * @text: text of a field, not a number or date
 *
 * Apostrophes already there count as text: `'=1` is written as `''=1`, so that nothing is lost on the way back.
 *
 * Returns: whether an apostrophe is to be written before it
 */
gboolean
dtl_csv_needs_apostrophe (const char *text)
{
  g_return_val_if_fail (text != NULL, FALSE);

  return starts_formula (text + strspn (text, "'"));
}

/**
 * dtl_csv_has_apostrophe:
 * @text: a field as it stands in a file
 *
 * Returns: whether its first apostrophe is one that dtl_csv_needs_apostrophe() asked for
 */
gboolean
dtl_csv_has_apostrophe (const char *text)
{
  g_return_val_if_fail (text != NULL, FALSE);

  return text[0] == '\'' && dtl_csv_needs_apostrophe (text);
}
