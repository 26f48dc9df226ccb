/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The stamp: from which case, in which state, through which filter a picture was made. No clock: its day is the case's.
 */
#include "config.h"

#include <string.h>

#include "base/dtl-gettext.h"
#include "date/dtl-date-label.h"
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

/* "as known on 21 June 2024", in the case's or the asked language; NULL where all that there is is shown. */
static char *
known_in_words (DtlDocument *document)
{
  const char *edtf = dtl_document_get_known_on (document);
  g_autoptr (DtlEdtf) value = edtf != NULL ? dtl_edtf_parse (edtf, NULL) : NULL;
  g_autofree char *day = value != NULL ? dtl_date_label (value, DTL_DATE_LABEL_LONG) : NULL;

  if (day == NULL)
    return NULL;
  if (dtl_document_get_known_may_be (document))
    /* Translators: %s is a day in words; sources that may have been published by then count. */
    return g_strdup_printf (_ ("as may have been known on %s"), day);
  /* Translators: %s is a day in words; only sources published by then count. */
  return g_strdup_printf (_ ("as known on %s"), day);
}

static char *
case_in_words (DtlDocument *document, const char *hash)
{
  const char *title = dtl_document_get_title (document);
  g_autofree char *shown = g_strndup (hash, SHOWN_HASH_DIGITS);

  if (title == NULL || *title == '\0')
    return g_strdup_printf (_ ("Case %s"), shown);
  /* Translators: the title of the case, then digits by which its content is known again. */
  return g_strdup_printf (_ ("Case “%1$s”, %2$s"), title, shown);
}

static gboolean
add_full (GPtrArray *parts,
          DtlDocument *document,
          const DtlExportOptions *options,
          const DtlBitset *visible,
          GError **error)
{
  g_autofree char *hash = dtl_store_content_hash (dtl_document_get_store (document), error);
  g_autofree char *filter = options->filter ? dtl_document_describe_filter (document, options->filter) : NULL;
  uint32_t n_events = dtl_document_get_columns (document)->n_events;
  uint32_t n_hidden = n_events - dtl_bitset_count (visible);

  if (hash == NULL)
    return FALSE;
  g_ptr_array_add (parts, filter ? g_strdup_printf (_ ("Filter: %s"), filter) : g_strdup (_ ("No filter")));
  g_ptr_array_add (parts,
                   g_strdup_printf (ngettext ("%1$u of %2$u event hidden", "%1$u of %2$u events hidden", n_events),
                                    n_hidden, n_events));
  g_ptr_array_add (parts, case_in_words (document, hash));

  return TRUE;
}

static char *
span_in_words (int64_t from_seconds, int64_t to_seconds)
{
  g_autofree char *from = dtl_civil_format_day (dtl_civil_day_from_seconds (from_seconds));
  g_autofree char *to = dtl_civil_format_day (dtl_civil_day_from_seconds (to_seconds));
  g_autofree char *edtf = g_strdup_printf ("%s/%s", from, to);
  g_autoptr (DtlEdtf) value = dtl_edtf_parse (edtf, NULL);

  return value ? dtl_date_label (value, DTL_DATE_LABEL_LONG) : NULL;
}

/* What is seen, without a word on what is not; that it is a choice is said all the same. */
static void
add_neutral (GPtrArray *parts, DtlDocument *document, const DtlExportOptions *options, const DtlBitset *visible)
{
  DtlColumns *columns = dtl_document_get_columns (document);
  gboolean is_choice = options->has_span || options->n_lanes > 0 || dtl_bitset_count (visible) < columns->n_events;
  int64_t from = options->from_seconds;
  int64_t to = options->to_seconds;
  char *span = NULL;

  g_ptr_array_add (parts, g_strdup (is_choice ? _ ("A choice of events") : _ ("All events")));
  if (options->has_span || dtl_layout_get_extent (columns, visible, &from, &to))
    span = span_in_words (from, to);
  if (span != NULL)
    g_ptr_array_add (parts, span);
}

char *
dtl_export_stamp (DtlDocument *document, const DtlExportOptions *options, const DtlBitset *visible, GError **error)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  char *known = known_in_words (document);
  char *day;

  if (known != NULL)
    g_ptr_array_add (parts, known);
  if (options->stamp == DTL_EXPORT_STAMP_NEUTRAL)
    add_neutral (parts, document, options, visible);
  else if (!add_full (parts, document, options, visible, error))
    return NULL;
  day = day_in_words (document, options->dated);
  if (day != NULL && options->stamp == DTL_EXPORT_STAMP_NEUTRAL)
    {
      /* Translators: the day of the last change of what the picture shows. */
      g_ptr_array_add (parts, g_strdup_printf (_ ("as of %s"), day));
      g_clear_pointer (&day, g_free);
    }
  else if (day != NULL)
    g_ptr_array_add (parts, day);
  g_ptr_array_add (parts, NULL);

  return g_strjoinv (" · ", (char **) parts->pdata);
}
