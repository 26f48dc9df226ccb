/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "service/dtl-event-label.h"

#include "base/dtl-gettext.h"
#include "service/dtl-term-label.h"

static char *
unknown_day_label (const char *edtf, DtlDateLabelStyle style)
{
  g_autoptr (DtlEdtf) value = NULL;

  if (edtf == NULL)
    return g_strdup ("");
  value = dtl_edtf_parse (edtf, NULL);
  if (value == NULL)
    return g_strdup (edtf);
  if (dtl_edtf_get_shape (value) == DTL_EDTF_DATE)
    return dtl_date_label_unknown_day (value, style);

  return dtl_date_label (value, style);
}

char *
dtl_claim_date_label (const DtlClaim *claim, DtlDateLabelStyle style)
{
  g_return_val_if_fail (claim != NULL, NULL);

  if (claim->edtf == NULL && claim->has_rule)
    return g_strdup (C_ ("computed date", "no date"));
  return unknown_day_label (claim->edtf, style);
}

/* As the ends of a stretch are told: "2018 to 2020", not "some day in 2018 to some day in 2020". */
static char *
plain_label (const char *edtf, DtlDateLabelStyle style)
{
  g_autoptr (DtlEdtf) value = dtl_edtf_parse (edtf, NULL);

  return value ? dtl_date_label (value, style) : g_strdup (edtf);
}

static char *
range_label (const char *start_edtf, const char *end_edtf, DtlDateLabelStyle style)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (start_edtf == NULL && end_edtf == NULL)
    return g_strdup (_ ("Undated"));
  if (end_edtf == NULL)
    return unknown_day_label (start_edtf, style);

  to = plain_label (end_edtf, style);
  if (start_edtf == NULL)
    /* Translators: %s is a date in words: "ended late September 2024" */
    return g_strdup_printf (_ ("ended %s"), to);
  from = plain_label (start_edtf, style);

  /* Translators: two dates in words, of a beginning and of an end */
  return g_strdup_printf (_ ("%1$s to %2$s"), from, to);
}

char *
dtl_event_date_label (const DtlEvent *event, DtlDateLabelStyle style)
{
  const DtlClaim *start;
  const DtlClaim *end;

  g_return_val_if_fail (event != NULL, NULL);

  start = dtl_event_get_start_claim (event);
  end = dtl_event_get_end_claim (event);

  return range_label (start ? start->edtf : NULL, end && end != start ? end->edtf : NULL, style);
}

static gboolean
rests_on_supplied (const DtlColumns *columns, uint32_t row)
{
  uint32_t mark = dtl_columns_get_main_mark (columns, row);

  return mark != DTL_NO_MARK && columns->marks[mark].is_supplied;
}

static const char *
remark (const DtlColumns *columns, uint32_t row)
{
  if (columns->assertion[row] == DTL_ASSERTION_ALLEGED)
    return dtl_term_label (DTL_VOCABULARY_ASSERTION, DTL_ASSERTION_ALLEGED);
  if (columns->flags[row] & DTL_EVENT_HAS_COMPETING)
    return _ ("sources differ");
  if (columns->status[row] == DTL_STATUS_PLANNED)
    return dtl_term_label (DTL_VOCABULARY_STATUS, DTL_STATUS_PLANNED);

  return NULL;
}

char *
dtl_date_label_for_list (const char *start_edtf, const char *end_edtf, const DtlColumns *columns, uint32_t row)
{
  g_autofree char *date = NULL;

  g_return_val_if_fail (columns != NULL && row < columns->n_events, NULL);

  date = range_label (start_edtf, end_edtf, DTL_DATE_LABEL_SHORT);
  return rests_on_supplied (columns, row) ? g_strdup_printf ("[%s]", date) : g_steal_pointer (&date);
}

char *
dtl_date_label_for_line (const char *start_edtf, const char *end_edtf, const DtlColumns *columns, uint32_t row)
{
  g_autofree char *bracketed = NULL;
  const char *note;

  g_return_val_if_fail (columns != NULL && row < columns->n_events, NULL);

  bracketed = dtl_date_label_for_list (start_edtf, end_edtf, columns, row);
  note = remark (columns, row);
  if (note == NULL)
    return g_steal_pointer (&bracketed);

  /* Translators: a date in words and one remark: "20 Jul 2024 · planned" */
  return g_strdup_printf (_ ("%1$s · %2$s"), bracketed, note);
}

static DtlId
find_end_claim (const DtlColumns *columns, uint32_t row)
{
  DtlId found = DTL_ID_NONE;

  for (uint32_t i = columns->mark_first[row]; i < columns->mark_first[row + 1]; i++)
    {
      const DtlColumnsMark *mark = &columns->marks[i];
      DtlId claim = columns->mark_claim[i];

      if (mark->role == DTL_ROLE_ENDED && mark->standing == DTL_STANDING_ACCEPTED &&
          (found == DTL_ID_NONE || claim < found))
        found = claim;
    }

  return found;
}

gboolean
dtl_event_label_read (DtlStore *store, const DtlColumns *columns, uint32_t row, DtlLabelData *label, GError **error)
{
  uint32_t main_mark;
  DtlId start, end;

  g_return_val_if_fail (store != NULL && columns != NULL && row < columns->n_events && label != NULL, FALSE);

  main_mark = dtl_columns_get_main_mark (columns, row);
  start = main_mark != DTL_NO_MARK ? columns->mark_claim[main_mark] : DTL_ID_NONE;
  end = find_end_claim (columns, row);

  return dtl_store_get_label_data (store, columns->id[row], start, end != start ? end : DTL_ID_NONE, label, error);
}
