/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The stamp: from which case, in which state, through which filter a picture was made. No clock: its day is the case's.
 */
#include "config.h"

#include <string.h>

#include "base/dtl-gettext.h"
#include "date/dtl-date-label.h"
#include "service/dtl-document-private.h"
#include "service/dtl-export-private.h"
#include "service/dtl-facet-name.h"

/* Enough of SHA-256 to tell cases apart by eye; `dateline list CASE history` has the rest. */
#define SHOWN_HASH_DIGITS 16

/* A year is not padded to its first of January: metadata that can only tell days then tell none. */
static char *
dup_single_day (const char *edtf)
{
  g_autoptr (DtlEdtf) value = dtl_edtf_parse (edtf, NULL);
  g_autofree char *earliest = value ? dtl_edtf_format_earliest (value) : NULL;
  g_autofree char *latest = value ? dtl_edtf_format_latest (value) : NULL;

  if (earliest == NULL || g_strcmp0 (earliest, latest) != 0 || strlen (earliest) != strlen ("YYYY-MM-DD") ||
      !g_ascii_isdigit (*earliest))
    return NULL;

  return g_steal_pointer (&earliest);
}

char *
dtl_export_day (DtlDocument *document, const char *dated)
{
  int64_t changed = dtl_document_get_last_change (document);

  if (dated != NULL)
    return dup_single_day (dated);
  if (changed == 0)
    return NULL;

  return dtl_civil_format_day (dtl_civil_day_from_seconds (changed));
}

static char *
day_in_words (DtlDocument *document, const char *dated)
{
  g_autofree char *day = dated ? g_strdup (dated) : dtl_export_day (document, NULL);
  g_autoptr (DtlEdtf) value = day ? dtl_edtf_parse (day, NULL) : NULL;

  return value ? dtl_date_label (value, DTL_DATE_LABEL_LONG) : NULL;
}

char *
dtl_export_stamp (DtlDocument *document,
                  const DtlFilter *filter,
                  const DtlBitset *visible,
                  const char *dated,
                  GError **error)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *hash = dtl_store_content_hash (dtl_document_get_store (document), error);
  g_autofree char *filter_words = NULL;
  char *day;
  uint32_t n_events = dtl_document_get_columns (document)->n_events;
  uint32_t n_hidden = n_events - dtl_bitset_count (visible);

  if (hash == NULL)
    return NULL;

  filter_words = filter ? dtl_document_describe_filter (document, filter) : NULL;
  g_ptr_array_add (parts, filter_words ? g_strdup_printf (_ ("Filter: %s"), filter_words) : g_strdup (_ ("No filter")));
  g_ptr_array_add (parts,
                   g_strdup_printf (ngettext ("%1$u of %2$u event hidden", "%1$u of %2$u events hidden", n_events),
                                    n_hidden, n_events));
  g_ptr_array_add (parts, g_strdup_printf (_ ("Case %.*s"), SHOWN_HASH_DIGITS, hash));
  day = day_in_words (document, dated);
  if (day != NULL)
    g_ptr_array_add (parts, day);
  g_ptr_array_add (parts, NULL);

  return g_strjoinv (" · ", (char **) parts->pdata);
}
