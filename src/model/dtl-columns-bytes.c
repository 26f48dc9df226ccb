/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A heading with the sizes, then array after array, as numbers of seven bits a byte, the lowest first, with the eighth
 * for "more". Where the next number is near the one before, the difference is written. That is the same on every
 * machine, and takes half the bytes that the columns take in memory: what costs time in reading are SQLite's pages.
 *
 * Who reads does not know who wrote, so nothing is taken over that could lead out of an array or that the rest of the
 * program does not expect; that it also says what the case says is for the cache to see to. Sources are not among it:
 * they are read apart. */
#include "config.h"

#include "model/dtl-columns-bytes.h"

#include <string.h>

#include "date/dtl-edtf.h"
#include "model/dtl-columns-private.h"

/* Another number for another form of all this. */
#define FORM 2

#define BUFFER_BYTES      4096
#define MOST_NUMBER_BYTES 10

static uint64_t
fold_sign (int64_t difference)
{
  return ((uint64_t) difference << 1) ^ (uint64_t) (difference >> 63);
}

static int64_t
unfold_sign (uint64_t folded)
{
  return (int64_t) ((folded >> 1) ^ (~(folded & 1) + 1));
}

/* Differences of any two numbers, without overflow. */
static int64_t
subtract (int64_t a, int64_t b)
{
  return (int64_t) ((uint64_t) a - (uint64_t) b);
}

static int64_t
add (int64_t a, int64_t b)
{
  return (int64_t) ((uint64_t) a + (uint64_t) b);
}

/* --- writing ---------------------------------------------------------------------------------------------------- */

typedef struct
{
  DtlColumnsWriteFunc write;
  gpointer user_data;
  gboolean has_failed;
  gsize n_bytes;
  uint8_t bytes[BUFFER_BYTES];
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
  if (BUFFER_BYTES - self->n_bytes < MOST_NUMBER_BYTES)
    flush (self);
  for (; number > 0x7f; number >>= 7)
    self->bytes[self->n_bytes++] = (uint8_t) (number | 0x80);
  self->bytes[self->n_bytes++] = (uint8_t) number;
}

static void
put_heading (Out *out, const DtlColumns *self)
{
  put (out, FORM);
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
      put (out, fold_sign (subtract (self->id[rows[i]], before)));
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
        put (out, fold_sign (subtract (self->mark_claim[i], self->id[row])));
        put (out, fold_sign (self->marks[i].day - day));
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
      put (out, fold_sign (self->other_bounds[i].start_earliest));
      put (out, fold_sign (self->other_bounds[i].start_latest));
      put (out, fold_sign (self->other_bounds[i].end_earliest));
      put (out, fold_sign (self->other_bounds[i].end_latest));
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

/* --- reading ---------------------------------------------------------------------------------------------------- */

/** In: @n_left: bytes that were not read yet. @at, @end: in @bytes. After a failure all numbers are 0. */
typedef struct
{
  DtlColumnsReadFunc read;
  gpointer user_data;
  guint64 n_left;
  gboolean has_failed;
  gsize at;
  gsize end;
  uint8_t bytes[BUFFER_BYTES];
} In;

/* Reads on, behind what is left in the buffer. */
static void
fill (In *self)
{
  gsize n_kept = self->end - self->at;
  gsize n = (gsize) MIN (self->n_left, BUFFER_BYTES - n_kept);

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

  if (self->end - self->at < MOST_NUMBER_BYTES)
    fill (self);
  for (int shift = 0; shift < 7 * MOST_NUMBER_BYTES && self->at < self->end; shift += 7)
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

  if (take (in) != FORM)
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
      id = add (id, unfold_sign (take (in)));
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
        self->mark_claim[i] = add (self->id[row], unfold_sign (take (in)));
        day = (int32_t) add (day, unfold_sign (take (in)));
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
      self->other_bounds[i].start_earliest = unfold_sign (take (in));
      self->other_bounds[i].start_latest = unfold_sign (take (in));
      self->other_bounds[i].end_earliest = unfold_sign (take (in));
      self->other_bounds[i].end_latest = unfold_sign (take (in));
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

/* --- whether it makes sense ------------------------------------------------------------------------------------- */

/* Where each row's entries begin in an array of @n_entries. */
static gboolean
check_firsts (const uint32_t *first, uint32_t n_rows, uint32_t n_entries)
{
  gboolean is_good = first[0] == 0 && first[n_rows] == n_entries;

  for (uint32_t row = 0; row < n_rows; row++)
    is_good &= first[row] <= first[row + 1];
  return is_good;
}

/* That ids rise is enough: then each row is there once. */
static gboolean
check_ids (const DtlColumns *self)
{
  const uint32_t *rows = ((const DtlColumnsFull *) self)->rows_by_id;

  for (uint32_t i = 0; i < self->n_events; i++)
    if (rows[i] >= self->n_events || (i > 0 && self->id[rows[i - 1]] >= self->id[rows[i]]))
      return FALSE;
  return TRUE;
}

static gboolean
check_kinds (const DtlColumns *self, guint n_own_kinds)
{
  gboolean is_good = TRUE;

  for (uint32_t row = 0; row < self->n_events; row++)
    {
      uint8_t kind = self->kind[row];

      is_good &= kind <= DTL_EVENT_KIND_OTHER ||
                 (kind >= DTL_EVENT_KIND_FIRST_OWN && (guint) (kind - DTL_EVENT_KIND_FIRST_OWN) < n_own_kinds);
    }
  return is_good;
}

static gboolean
check_actors (const DtlColumns *self, uint32_t n_actors)
{
  if (!check_firsts (self->actor_first, self->n_events, self->n_participations))
    return FALSE;
  for (uint32_t row = 0; row < self->n_events; row++)
    for (uint32_t i = self->actor_first[row]; i < self->actor_first[row + 1]; i++)
      if (self->actor_index[i] >= n_actors ||
          (i > self->actor_first[row] && self->actor_index[i - 1] >= self->actor_index[i]))
        return FALSE;
  return TRUE;
}

static gboolean
check_mark (const DtlColumns *self, const DtlColumnsMark *mark)
{
  return (mark->form != DTL_MARK_FORM_OTHER || mark->reach < ((const DtlColumnsFull *) self)->n_other_bounds) &&
         mark->standing <= DTL_STANDING_COMPETING && mark->limit <= DTL_LIMIT_LAST_ALLOWED &&
         mark->precision <= DTL_PRECISION_SECOND;
}

static gboolean
check_other_bounds (const DtlColumns *self)
{
  for (uint32_t i = 0; i < ((const DtlColumnsFull *) self)->n_other_bounds; i++)
    {
      const DtlBounds *bounds = &self->other_bounds[i];

      if (bounds->start_earliest > bounds->start_latest || bounds->end_earliest > bounds->end_latest ||
          bounds->start_earliest > bounds->end_earliest || bounds->start_latest > bounds->end_latest)
        return FALSE;
    }
  return TRUE;
}

/* One main mark for each dated row, none for the others, and the rows by the start of these. */
static gboolean
check_marks (const DtlColumns *self)
{
  int64_t start = INT64_MIN;

  if (!check_firsts (self->mark_first, self->n_events, self->n_marks))
    return FALSE;
  for (uint32_t row = 0; row < self->n_events; row++)
    {
      guint n_main = 0;

      for (uint32_t i = self->mark_first[row]; i < self->mark_first[row + 1]; i++)
        {
          if (!check_mark (self, &self->marks[i]))
            return FALSE;
          if (self->marks[i].is_main)
            {
              int64_t before = start;

              n_main++;
              start = dtl_columns_get_bounds (self, i).start_earliest;
              if (start < before)
                return FALSE;
            }
        }
      if (n_main != (row < self->n_dated))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_anchors (const DtlColumns *self)
{
  for (uint32_t i = 0; i < self->n_anchors; i++)
    if (self->anchors[i].mark >= self->n_marks || (i > 0 && self->anchors[i - 1].mark >= self->anchors[i].mark) ||
        (self->anchors[i].anchor_mark >= self->n_marks && self->anchors[i].anchor_mark != DTL_NO_MARK))
      return FALSE;
  return TRUE;
}

static gboolean
check_links (const DtlColumns *self)
{
  for (uint32_t i = 0; i < self->n_links; i++)
    if (self->links[i].row >= self->n_events || self->links[i].other >= self->n_events ||
        self->links[i].row == self->links[i].other || self->links[i].type > DTL_LINK_SUPERSEDES ||
        (i > 0 && self->links[i - 1].row > self->links[i].row))
      return FALSE;
  return TRUE;
}

static gboolean
check (const DtlColumns *self, const DtlColumnsLimits *limits)
{
  return check_ids (self) && check_kinds (self, limits->n_own_kinds) && check_other_bounds (self) &&
         check_marks (self) && check_actors (self, limits->n_actors) && check_anchors (self) && check_links (self);
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
  return check (self, limits) ? g_steal_pointer (&self) : NULL;
}
