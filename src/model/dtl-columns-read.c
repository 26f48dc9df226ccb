/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Columns are read: see dtl-columns-bytes-private.h for the form. Who reads does not know who wrote, so nothing is
 * taken over that could lead out of an array or that the rest of the program does not expect; that it also says what
 * the case says is for the cache to see to. */
#include "config.h"

#include <string.h>

#include "model/dtl-columns-bytes-private.h"

/** In: @n_left: bytes that were not read yet. @at, @end: in @bytes. After a failure all numbers are 0. */
typedef struct
{
  DtlColumnsReadFunc read;
  gpointer user_data;
  guint64 n_left;
  gboolean has_failed;
  gsize at;
  gsize end;
  uint8_t bytes[DTL_COLUMNS_BUFFER_BYTES];
} In;

/* Reads on, behind what is left in the buffer. */
static void
fill (In *self)
{
  gsize n_kept = self->end - self->at;
  gsize n = (gsize) MIN (self->n_left, DTL_COLUMNS_BUFFER_BYTES - n_kept);

  memmove (self->bytes, self->bytes + self->at, n_kept);
  self->at = 0;
  self->end = n_kept;
  if (n == 0)
    return;
  if (!self->read (self->bytes + n_kept, n, self->user_data))
    {
      self->has_failed = TRUE;
      self->n_left = 0;
      return;
    }
  self->end += n;
  self->n_left -= n;
}

static uint64_t
fail (In *self)
{
  self->has_failed = TRUE;
  self->at = self->end = 0;
  self->n_left = 0;
  return 0;
}

/* Numbers of several bytes, and the last ones of all. */
static uint64_t
take_long (In *self)
{
  uint64_t number = 0;

  if (self->end - self->at < DTL_COLUMNS_NUMBER_BYTES)
    fill (self);
  for (int shift = 0; shift < 7 * DTL_COLUMNS_NUMBER_BYTES && self->at < self->end; shift += 7)
    {
      uint8_t byte = self->bytes[self->at++];

      number |= (uint64_t) (byte & 0x7f) << shift;
      if (byte <= 0x7f)
        return number;
    }
  return fail (self);
}

/* Most numbers are of one byte. */
static inline uint64_t
take (In *self)
{
  if (self->at < self->end && self->bytes[self->at] <= 0x7f)
    return self->bytes[self->at++];
  return take_long (self);
}

static inline uint64_t
take_up_to (In *self, uint64_t most)
{
  uint64_t number = take (self);

  return number <= most ? number : fail (self);
}

/* A count of things that take at least @n_bytes each, so that nobody can ask for more memory than there are bytes. */
static uint32_t
take_count (In *self, guint n_bytes)
{
  return (uint32_t) take_up_to (self, MIN ((self->n_left + self->end - self->at) / n_bytes, INT32_MAX));
}

static DtlColumns *
take_heading (In *in)
{
  DtlColumns *self;
  uint32_t n_events, n_dated, n_marks;

  if (take (in) != DTL_COLUMNS_FORM)
    fail (in);
  n_events = take_count (in, 9);
  n_dated = (uint32_t) take_up_to (in, n_events);
  n_marks = take_count (in, 4);
  self = dtl_columns_alloc (n_events, n_marks);
  self->n_dated = n_dated;
  self->n_participations = take_count (in, 1);
  ((DtlColumnsFull *) self)->n_other_bounds = take_count (in, 5);
  self->n_anchors = take_count (in, 2);
  self->n_links = take_count (in, 4);
  self->era_kind = (uint8_t) take_up_to (in, G_MAXUINT8);
  self->actor_first = g_new0 (uint32_t, (gsize) n_events + 1);
  self->actor_index = g_new0 (uint32_t, (gsize) self->n_participations + 1);
  self->source_first = g_new0 (uint32_t, (gsize) n_events + 1);
  self->source_index = g_new0 (uint32_t, 1);
  self->other_bounds = g_new0 (DtlBounds, (gsize) ((DtlColumnsFull *) self)->n_other_bounds);
  self->anchors = g_new0 (DtlColumnsAnchor, (gsize) self->n_anchors);
  self->links = g_new0 (DtlColumnsLink, (gsize) self->n_links);
  return self;
}

static void
take_ids (In *in, DtlColumns *self)
{
  uint32_t *rows = ((DtlColumnsFull *) self)->rows_by_id;
  int64_t id = 0;

  for (uint32_t i = 0; i < self->n_events; i++)
    {
      id = dtl_columns_add (id, dtl_columns_unfold_sign (take (in)));
      rows[i] = (uint32_t) take_up_to (in, self->n_events - 1);
      self->id[rows[i]] = id;
    }
}

static void
take_events (In *in, DtlColumns *self)
{
  take_ids (in, self);
  for (uint32_t row = 0; row < self->n_events; row++)
    {
      self->mark_first[row + 1] =
          self->mark_first[row] + (uint32_t) take_up_to (in, self->n_marks - self->mark_first[row]);
      self->actor_first[row + 1] =
          self->actor_first[row] + (uint32_t) take_up_to (in, self->n_participations - self->actor_first[row]);
      self->importance[row] = (uint16_t) take_up_to (in, 1000);
      self->kind[row] = (uint8_t) take_up_to (in, G_MAXUINT8);
      self->status[row] = (uint8_t) take_up_to (in, DTL_STATUS_WITHDRAWN);
      self->assertion[row] = (uint8_t) take_up_to (in, DTL_ASSERTION_INTENTION);
      self->flags[row] = (uint8_t) take_up_to (in, G_MAXUINT8);
    }
}

static void
unpack_mark (DtlColumnsMark *mark, uint32_t packed)
{
  mark->role = packed & 7;
  mark->is_main = packed >> 3 & 1;
  mark->precision = packed >> 4 & 7;
  mark->form = packed >> 7 & 3;
  mark->standing = packed >> 9 & 3;
  mark->limit = packed >> 11 & 3;
  mark->is_derived = packed >> 13 & 1;
  mark->is_stretch = packed >> 14 & 1;
  mark->is_supplied = packed >> 15 & 1;
  mark->bound_flags = packed >> 16 & 0xff;
}

static void
take_marks (In *in, DtlColumns *self)
{
  int32_t day = 0;

  for (uint32_t row = 0; row < self->n_events; row++)
    for (uint32_t i = self->mark_first[row]; i < self->mark_first[row + 1]; i++)
      {
        self->mark_claim[i] = dtl_columns_add (self->id[row], dtl_columns_unfold_sign (take (in)));
        day = (int32_t) dtl_columns_add (day, dtl_columns_unfold_sign (take (in)));
        self->marks[i].day = day;
        self->marks[i].reach = (uint32_t) take_up_to (in, UINT32_MAX);
        unpack_mark (&self->marks[i], (uint32_t) take_up_to (in, (1 << 24) - 1));
      }
}

static void
take_others (In *in, DtlColumns *self)
{
  for (uint32_t i = 0; i < self->n_participations; i++)
    self->actor_index[i] = (uint32_t) take_up_to (in, UINT32_MAX);
  for (uint32_t i = 0; i < ((DtlColumnsFull *) self)->n_other_bounds; i++)
    {
      self->other_bounds[i].start_earliest = dtl_columns_unfold_sign (take (in));
      self->other_bounds[i].start_latest = dtl_columns_unfold_sign (take (in));
      self->other_bounds[i].end_earliest = dtl_columns_unfold_sign (take (in));
      self->other_bounds[i].end_latest = dtl_columns_unfold_sign (take (in));
      self->other_bounds[i].flags = (uint32_t) take_up_to (in, UINT32_MAX);
    }
  for (uint32_t i = 0; i < self->n_anchors; i++)
    {
      self->anchors[i].mark = (uint32_t) take_up_to (in, UINT32_MAX);
      self->anchors[i].anchor_mark = (uint32_t) take_up_to (in, UINT32_MAX) - 1;
    }
  for (uint32_t i = 0; i < self->n_links; i++)
    {
      self->links[i].row = (uint32_t) take_up_to (in, UINT32_MAX);
      self->links[i].other = (uint32_t) take_up_to (in, UINT32_MAX);
      self->links[i].type = (uint8_t) take_up_to (in, G_MAXUINT8);
      self->links[i].is_from = take_up_to (in, 1) != 0;
    }
}

/**
 * dtl_columns_read:
 * @read: gives what dtl_columns_write() wrote, maybe elsewhere and by another program
 * @limits: what the numbers in it may refer to
 *
 * Returns: (transfer full) (nullable): columns without sources; NULL where they were written in another form, or make
 * no sense
 */
DtlColumns *
dtl_columns_read (DtlColumnsReadFunc read, const DtlColumnsLimits *limits, gpointer user_data)
{
  In in = { .read = read, .user_data = user_data };
  g_autoptr (DtlColumns) self = NULL;

  g_return_val_if_fail (read != NULL && limits != NULL, NULL);

  in.n_left = limits->n_bytes;
  self = take_heading (&in);
  if (!in.has_failed)
    take_events (&in, self);
  if (!in.has_failed)
    take_marks (&in, self);
  if (!in.has_failed)
    take_others (&in, self);
  if (in.has_failed || in.n_left > 0 || in.at < in.end)
    return NULL;
  return dtl_columns_make_sense (self, limits) ? g_steal_pointer (&self) : NULL;
}
