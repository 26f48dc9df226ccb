/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "service/dtl-event-label.h"

#include <glib/gi18n.h>

#include "service/dtl-term-label.h"

char *
dtl_claim_date_label (const DtlClaim *claim, DtlDateLabelStyle style)
{
  g_autoptr (DtlEdtf) value = NULL;

  g_return_val_if_fail (claim != NULL, NULL);

  if (claim->edtf == NULL)
    return g_strdup ("");
  value = dtl_edtf_parse (claim->edtf, NULL);
  if (value == NULL)
    return g_strdup (claim->edtf);
  if (dtl_edtf_get_shape (value) == DTL_EDTF_DATE)
    return dtl_date_label_unknown_day (value, style);

  return dtl_date_label (value, style);
}

/* As the ends of a stretch are told: "2018 to 2020", not "some day in 2018 to some day in 2020". */
static char *
plain_date_label (const DtlClaim *claim, DtlDateLabelStyle style)
{
  g_autoptr (DtlEdtf) value = claim->edtf ? dtl_edtf_parse (claim->edtf, NULL) : NULL;

  return value ? dtl_date_label (value, style) : g_strdup (claim->edtf ? claim->edtf : "");
}

char *
dtl_event_date_label (const DtlEvent *event, DtlDateLabelStyle style)
{
  const DtlClaim *start = dtl_event_get_start_claim (event);
  const DtlClaim *end = dtl_event_get_end_claim (event);
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (start == NULL && end == NULL)
    return g_strdup (_ ("Undated"));
  if (start != NULL)
    from = dtl_claim_date_label (start, style);
  if (end == NULL || end == start)
    return g_steal_pointer (&from);

  to = plain_date_label (end, style);
  if (from == NULL)
    /* Translators: %s is a date in words: "ended late September 2024" */
    return g_strdup_printf (_ ("ended %s"), to);

  g_free (from);
  from = plain_date_label (start, style);

  /* Translators: two dates in words, of a beginning and of an end */
  return g_strdup_printf (_ ("%1$s to %2$s"), from, to);
}

static gboolean
rests_on_supplied (const DtlColumns *columns, uint32_t row)
{
  uint32_t mark = columns->main_mark[row];

  return mark != DTL_NO_MARK && columns->marks[mark].is_supplied;
}

static const char *
remark (const DtlEvent *event, const DtlColumns *columns, uint32_t row)
{
  if (event->assertion == DTL_ASSERTION_ALLEGED)
    return dtl_term_label (DTL_VOCABULARY_ASSERTION, DTL_ASSERTION_ALLEGED);
  if (columns->flags[row] & DTL_EVENT_HAS_COMPETING)
    return _ ("sources differ");
  if (event->status == DTL_STATUS_PLANNED)
    return dtl_term_label (DTL_VOCABULARY_STATUS, DTL_STATUS_PLANNED);

  return NULL;
}

char *
dtl_event_date_label_for_line (const DtlEvent *event, const DtlColumns *columns, uint32_t row)
{
  g_autofree char *date = dtl_event_date_label (event, DTL_DATE_LABEL_SHORT);
  g_autofree char *bracketed = NULL;
  const char *note = remark (event, columns, row);

  bracketed = rests_on_supplied (columns, row) ? g_strdup_printf ("[%s]", date) : g_strdup (date);
  if (note == NULL)
    return g_steal_pointer (&bracketed);

  /* Translators: a date in words and one remark: "20 Jul 2024 · planned" */
  return g_strdup_printf (_ ("%1$s · %2$s"), bracketed, note);
}
