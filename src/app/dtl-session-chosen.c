/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Several events selected at once. A set of one is no set: it is the selected event. What the filter hides leaves it.
 */
#include "app/dtl-session-private.h"

void
dtl_session_forget_chosen (DtlSession *self)
{
  g_clear_pointer (&self->chosen, dtl_bitset_unref);
  g_clear_pointer (&self->chosen_ids, g_array_unref);
}

static uint32_t
first_row (const DtlBitset *rows)
{
  uint32_t row = dtl_bitset_find_next (rows, 0);

  return row < rows->n_bits ? row : DTL_NO_ROW;
}

static GArray *
list_ids (const DtlColumns *columns, const DtlBitset *rows)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (DtlId));

  for (uint32_t row = dtl_bitset_find_next (rows, 0); row < rows->n_bits; row = dtl_bitset_find_next (rows, row + 1))
    g_array_append_val (ids, columns->id[row]);
  return ids;
}

/* Takes @rows. A set of one is no set. */
static void
take_chosen (DtlSession *self, DtlBitset *rows)
{
  dtl_session_forget_chosen (self);
  if (dtl_bitset_count (rows) >= 2)
    {
      self->chosen_ids = list_ids (dtl_document_get_columns (self->document), rows);
      self->chosen = rows;
    }
  else
    dtl_bitset_unref (rows);
}

/* To be called when other rows show. */
void
dtl_session_update_chosen (DtlSession *self)
{
  DtlBitset *rows;

  if (self->chosen == NULL)
    return;
  rows = dtl_bitset_copy (self->chosen);
  dtl_bitset_and (rows, self->visible);
  take_chosen (self, rows);
}

/* To be called when rows are others: finds the events again. */
void
dtl_session_find_chosen (DtlSession *self)
{
  DtlBitset *rows;

  if (self->chosen == NULL)
    return;
  rows = dtl_filter_find_rows (dtl_document_get_columns (self->document), self->chosen_ids);
  dtl_bitset_and (rows, self->visible);
  take_chosen (self, rows);
}

/* Returns: (nullable) (transfer none): the rows that are selected, where these are several; all of them show */
DtlBitset *
dtl_session_get_chosen (DtlSession *self)
{
  g_return_val_if_fail (DTL_IS_SESSION (self), NULL);
  return self->chosen;
}

/* Returns: how many events are selected */
guint
dtl_session_get_n_chosen (DtlSession *self)
{
  g_return_val_if_fail (DTL_IS_SESSION (self), 0);

  if (self->chosen_ids != NULL)
    return self->chosen_ids->len;
  return self->selected != DTL_ID_NONE ? 1 : 0;
}

/* Returns: whether the event of this row is selected, alone or among others */
gboolean
dtl_session_is_chosen (DtlSession *self, uint32_t row)
{
  g_return_val_if_fail (DTL_IS_SESSION (self), FALSE);

  if (self->chosen != NULL)
    return row < self->chosen->n_bits && dtl_bitset_get (self->chosen, row);
  return row != DTL_NO_ROW && row == dtl_session_get_selected_row (self);
}

/**
 * dtl_session_choose:
 * @rows: what is to be selected, as far as it shows; copied
 * @main_row: whose proof is shown; DTL_NO_ROW, or one that is none of them: the one before if it stays, else the first
 */
void
dtl_session_choose (DtlSession *self, const DtlBitset *rows, uint32_t main_row)
{
  DtlColumns *columns;
  g_autoptr (DtlBitset) chosen = NULL;

  g_return_if_fail (DTL_IS_SESSION (self));
  g_return_if_fail (rows != NULL && rows->n_bits == self->visible->n_bits);

  columns = dtl_document_get_columns (self->document);
  chosen = dtl_bitset_copy (rows);
  dtl_bitset_and (chosen, self->visible);
  if (main_row >= chosen->n_bits || !dtl_bitset_get (chosen, main_row))
    main_row = dtl_session_get_selected_row (self);
  if (main_row >= chosen->n_bits || !dtl_bitset_get (chosen, main_row))
    main_row = first_row (chosen);
  if (dtl_bitset_count (chosen) < 2)
    {
      dtl_session_select_row (self, main_row);
      return;
    }
  dtl_session_forget_chosen (self);
  if (self->selected != columns->id[main_row])
    self->passage = DTL_ID_NONE;
  self->selected = columns->id[main_row];
  self->chosen_ids = list_ids (columns, chosen);
  self->chosen = g_steal_pointer (&chosen);
  dtl_session_emit_selection_changed (self);
}

/* Returns: (transfer full): what is selected now, for more or less of it */
static DtlBitset *
dup_chosen (DtlSession *self)
{
  DtlBitset *rows;
  uint32_t selected = dtl_session_get_selected_row (self);

  if (self->chosen != NULL)
    return dtl_bitset_copy (self->chosen);
  rows = dtl_bitset_new (self->visible->n_bits, FALSE);
  if (selected < rows->n_bits && dtl_bitset_get (self->visible, selected))
    dtl_bitset_set (rows, selected, TRUE);
  return rows;
}

/* Takes one event in, or out. */
void
dtl_session_toggle_chosen (DtlSession *self, uint32_t row)
{
  g_autoptr (DtlBitset) rows = NULL;

  g_return_if_fail (DTL_IS_SESSION (self));
  g_return_if_fail (row < self->visible->n_bits);

  rows = dup_chosen (self);
  dtl_bitset_set (rows, row, !dtl_bitset_get (rows, row));
  dtl_session_choose (self, rows, row);
}

/* Everything that shows. */
void
dtl_session_choose_all (DtlSession *self)
{
  g_return_if_fail (DTL_IS_SESSION (self));
  dtl_session_choose (self, self->visible, DTL_NO_ROW);
}
