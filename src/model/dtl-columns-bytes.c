/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A heading with the sizes, then array after array. Who reads does not know who wrote, so nothing is taken over that
 * could lead out of an array or that the rest of the program does not expect; that it also says what the case says is
 * for the cache to see to. Sources are not among it: they are read apart. */
#include "config.h"

#include "model/dtl-columns-bytes.h"

#include <string.h>

#include "date/dtl-edtf.h"
#include "model/dtl-columns-private.h"

#define MAX_PIECES 16

/* A mark of known values: where it lies otherwise in memory, all marks do. */
#define EXAMPLE_MARK                                                                                                   \
  {                                                                                                                    \
    .day = -2, .reach = 0x01020304, .bound_flags = 0x55, .form = 2, .role = 5, .standing = 1, .limit = 2,              \
    .precision = 3, .is_stretch = 1, .is_main = 1                                                                      \
  }

/** Heading: @form: of all this; another number for another one */
typedef struct
{
  uint32_t form;
  uint32_t n_events;
  uint32_t n_dated;
  uint32_t n_marks;
  uint32_t n_participations;
  uint32_t n_other_bounds;
  uint32_t n_anchors;
  uint32_t n_links;
  uint32_t era_kind;
  DtlColumnsMark example;
} Heading;

#define FORM 1

typedef struct
{
  gpointer bytes;
  gsize n_bytes;
} Piece;

static void
fill_heading (Heading *heading, const DtlColumns *columns)
{
  const DtlColumnsMark example = EXAMPLE_MARK;

  memset (heading, 0, sizeof *heading);
  heading->form = FORM;
  heading->n_events = columns->n_events;
  heading->n_dated = columns->n_dated;
  heading->n_marks = columns->n_marks;
  heading->n_participations = columns->n_participations;
  heading->n_other_bounds = ((const DtlColumnsFull *) columns)->n_other_bounds;
  heading->n_anchors = columns->n_anchors;
  heading->n_links = columns->n_links;
  heading->era_kind = columns->era_kind;
  heading->example = example;
}

/* The arrays, whether they are to be written or to be filled. @links: of the columns, or a copy. Returns: how many */
static guint
list_pieces (const DtlColumns *self, DtlColumnsLink *links, Piece *pieces)
{
  const DtlColumnsFull *full = (const DtlColumnsFull *) self;
  const Piece all[] = {
    { self->id, self->n_events * sizeof (DtlId) },
    { full->rows_by_id, self->n_events * sizeof (uint32_t) },
    { self->mark_first, ((gsize) self->n_events + 1) * sizeof (uint32_t) },
    { self->actor_first, ((gsize) self->n_events + 1) * sizeof (uint32_t) },
    { self->importance, self->n_events * sizeof (uint16_t) },
    { self->kind, self->n_events },
    { self->status, self->n_events },
    { self->assertion, self->n_events },
    { self->flags, self->n_events },
    { self->mark_claim, self->n_marks * sizeof (DtlId) },
    { self->marks, self->n_marks * sizeof (DtlColumnsMark) },
    { self->actor_index, self->n_participations * sizeof (uint32_t) },
    { self->other_bounds, full->n_other_bounds * sizeof (DtlBounds) },
    { self->anchors, self->n_anchors * sizeof (DtlColumnsAnchor) },
    { links, self->n_links * sizeof (DtlColumnsLink) },
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (all) <= MAX_PIECES);
  memcpy (pieces, all, sizeof all);
  return G_N_ELEMENTS (all);
}

/* What fills a link up to its size in memory has never been written. */
static DtlColumnsLink *
copy_links (const DtlColumns *self)
{
  DtlColumnsLink *links = g_new0 (DtlColumnsLink, (gsize) self->n_links + 1);

  for (uint32_t i = 0; i < self->n_links; i++)
    {
      links[i].row = self->links[i].row;
      links[i].other = self->links[i].other;
      links[i].type = self->links[i].type;
      links[i].is_from = self->links[i].is_from;
    }
  return links;
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
  g_autofree DtlColumnsLink *links = NULL;
  Piece pieces[MAX_PIECES];
  Heading heading;
  guint n_pieces;

  g_return_val_if_fail (self != NULL && write != NULL, FALSE);

  fill_heading (&heading, self);
  links = copy_links (self);
  n_pieces = list_pieces (self, links, pieces);
  if (!write (&heading, sizeof heading, user_data))
    return FALSE;
  for (guint i = 0; i < n_pieces; i++)
    if (pieces[i].n_bytes > 0 && !write (pieces[i].bytes, pieces[i].n_bytes, user_data))
      return FALSE;
  return TRUE;
}

/* --- reading ---------------------------------------------------------------------------------------------------- */

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
check_terms (const DtlColumns *self, guint n_own_kinds)
{
  gboolean is_good = TRUE;

  for (uint32_t row = 0; row < self->n_events; row++)
    {
      uint8_t kind = self->kind[row];

      is_good &= kind <= DTL_EVENT_KIND_OTHER ||
                 (kind >= DTL_EVENT_KIND_FIRST_OWN && (guint) (kind - DTL_EVENT_KIND_FIRST_OWN) < n_own_kinds);
      is_good &= self->status[row] <= DTL_STATUS_WITHDRAWN && self->assertion[row] <= DTL_ASSERTION_INTENTION;
      is_good &= self->importance[row] <= 1000;
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
  return check_ids (self) && check_terms (self, limits->n_own_kinds) && check_other_bounds (self) &&
         check_marks (self) && check_actors (self, limits->n_actors) && check_anchors (self) && check_links (self);
}

/* Whether the sizes are those of what there is to read, and of columns that this machine wrote. */
static gboolean
check_heading (const Heading *heading, const DtlColumnsLimits *limits)
{
  const DtlColumnsMark example = EXAMPLE_MARK;
  DtlColumnsFull sizes = { .columns = { .n_events = heading->n_events,
                                        .n_marks = heading->n_marks,
                                        .n_participations = heading->n_participations,
                                        .n_anchors = heading->n_anchors,
                                        .n_links = heading->n_links },
                           .n_other_bounds = heading->n_other_bounds };
  Piece pieces[MAX_PIECES];
  guint n_pieces = list_pieces (&sizes.columns, NULL, pieces);
  guint64 n_bytes = sizeof *heading;

  for (guint i = 0; i < n_pieces; i++)
    n_bytes += pieces[i].n_bytes;
  return heading->form == FORM && memcmp (&heading->example, &example, sizeof example) == 0 &&
         n_bytes == limits->n_bytes && heading->n_dated <= heading->n_events && heading->era_kind <= G_MAXUINT8;
}

static DtlColumns *
alloc (const Heading *heading)
{
  DtlColumns *self = dtl_columns_alloc (heading->n_events, heading->n_marks);

  self->n_dated = heading->n_dated;
  self->n_participations = heading->n_participations;
  self->n_anchors = heading->n_anchors;
  self->n_links = heading->n_links;
  self->era_kind = (uint8_t) heading->era_kind;
  self->actor_first = g_new (uint32_t, (gsize) heading->n_events + 1);
  self->actor_index = g_new (uint32_t, (gsize) heading->n_participations + 1);
  self->source_first = g_new0 (uint32_t, (gsize) heading->n_events + 1);
  self->source_index = g_new0 (uint32_t, 1);
  self->other_bounds = g_new (DtlBounds, (gsize) heading->n_other_bounds);
  self->anchors = g_new (DtlColumnsAnchor, (gsize) heading->n_anchors);
  self->links = g_new (DtlColumnsLink, (gsize) heading->n_links);
  ((DtlColumnsFull *) self)->n_other_bounds = heading->n_other_bounds;
  return self;
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
  g_autoptr (DtlColumns) self = NULL;
  Piece pieces[MAX_PIECES];
  Heading heading;
  guint n_pieces;

  g_return_val_if_fail (read != NULL && limits != NULL, NULL);

  if (!read (&heading, sizeof heading, user_data) || !check_heading (&heading, limits))
    return NULL;
  self = alloc (&heading);
  n_pieces = list_pieces (self, self->links, pieces);
  for (guint i = 0; i < n_pieces; i++)
    if (pieces[i].n_bytes > 0 && !read (pieces[i].bytes, pieces[i].n_bytes, user_data))
      return NULL;
  return check (self, limits) ? g_steal_pointer (&self) : NULL;
}
