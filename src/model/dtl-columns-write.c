/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Columns are written: see dtl-columns-bytes-private.h for the form. */
#include "config.h"

#include "model/dtl-columns-bytes-private.h"

typedef struct
{
  DtlColumnsWriteFunc write;
  gpointer user_data;
  gboolean has_failed;
  gsize n_bytes;
  uint8_t bytes[DTL_COLUMNS_BUFFER_BYTES];
} Out;

static void
flush (Out *self)
{
  if (self->n_bytes > 0 && !self->has_failed)
    self->has_failed = !self->write (self->bytes, self->n_bytes, self->user_data);
  self->n_bytes = 0;
}

static void
put (Out *self, uint64_t number)
{
  if (DTL_COLUMNS_BUFFER_BYTES - self->n_bytes < DTL_COLUMNS_NUMBER_BYTES)
    flush (self);
  for (; number > 0x7f; number >>= 7)
    self->bytes[self->n_bytes++] = (uint8_t) (number | 0x80);
  self->bytes[self->n_bytes++] = (uint8_t) number;
}

static void
put_heading (Out *out, const DtlColumns *self)
{
  put (out, DTL_COLUMNS_FORM);
  put (out, self->n_events);
  put (out, self->n_dated);
  put (out, self->n_marks);
  put (out, self->n_participations);
  put (out, ((const DtlColumnsFull *) self)->n_other_bounds);
  put (out, self->n_anchors);
  put (out, self->n_links);
  put (out, self->era_kind);
}

static void
put_events (Out *out, const DtlColumns *self)
{
  const uint32_t *rows = ((const DtlColumnsFull *) self)->rows_by_id;
  int64_t before = 0;

  for (uint32_t i = 0; i < self->n_events; i++)
    {
      put (out, dtl_columns_fold_sign (dtl_columns_subtract (self->id[rows[i]], before)));
      put (out, rows[i]);
      before = self->id[rows[i]];
    }
  for (uint32_t row = 0; row < self->n_events; row++)
    {
      put (out, self->mark_first[row + 1] - self->mark_first[row]);
      put (out, self->actor_first[row + 1] - self->actor_first[row]);
      put (out, self->importance[row]);
      put (out, self->kind[row]);
      put (out, self->status[row]);
      put (out, self->assertion[row]);
      put (out, self->flags[row]);
    }
}

/* What most marks do not have comes last, in the high bits. */
static uint32_t
pack_mark (const DtlColumnsMark *mark)
{
  return mark->role | (uint32_t) mark->is_main << 3 | (uint32_t) mark->precision << 4 | (uint32_t) mark->form << 7 |
         (uint32_t) mark->standing << 9 | (uint32_t) mark->limit << 11 | (uint32_t) mark->is_derived << 13 |
         (uint32_t) mark->is_stretch << 14 | (uint32_t) mark->is_supplied << 15 | (uint32_t) mark->bound_flags << 16;
}

static void
put_marks (Out *out, const DtlColumns *self)
{
  int64_t day = 0;

  for (uint32_t row = 0; row < self->n_events; row++)
    for (uint32_t i = self->mark_first[row]; i < self->mark_first[row + 1]; i++)
      {
        put (out, dtl_columns_fold_sign (dtl_columns_subtract (self->mark_claim[i], self->id[row])));
        put (out, dtl_columns_fold_sign (self->marks[i].day - day));
        put (out, self->marks[i].reach);
        put (out, pack_mark (&self->marks[i]));
        day = self->marks[i].day;
      }
}

static void
put_others (Out *out, const DtlColumns *self)
{
  for (uint32_t i = 0; i < self->n_participations; i++)
    put (out, self->actor_index[i]);
  for (uint32_t i = 0; i < ((const DtlColumnsFull *) self)->n_other_bounds; i++)
    {
      put (out, dtl_columns_fold_sign (self->other_bounds[i].start_earliest));
      put (out, dtl_columns_fold_sign (self->other_bounds[i].start_latest));
      put (out, dtl_columns_fold_sign (self->other_bounds[i].end_earliest));
      put (out, dtl_columns_fold_sign (self->other_bounds[i].end_latest));
      put (out, self->other_bounds[i].flags);
    }
  for (uint32_t i = 0; i < self->n_anchors; i++)
    {
      put (out, self->anchors[i].mark);
      put (out, (uint32_t) (self->anchors[i].anchor_mark + 1));
    }
  for (uint32_t i = 0; i < self->n_links; i++)
    {
      put (out, self->links[i].row);
      put (out, self->links[i].other);
      put (out, self->links[i].type);
      put (out, self->links[i].is_from);
    }
}

/**
 * dtl_columns_write:
 * @self: columns; their sources are left out
 * @write: called with all bytes, in order
 *
 * Returns: FALSE where @write stopped it
 */
gboolean
dtl_columns_write (const DtlColumns *self, DtlColumnsWriteFunc write, gpointer user_data)
{
  Out out = { .write = write, .user_data = user_data };

  g_return_val_if_fail (self != NULL && write != NULL, FALSE);

  put_heading (&out, self);
  put_events (&out, self);
  put_marks (&out, self);
  put_others (&out, self);
  flush (&out);
  return !out.has_failed;
}
