/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The most important of a stretch of a lane. They are in the blocks of the pyramid that have the best, so that nobody
 * looks into any other; and a lowest block remembers in which order its entries are, so that of these, too, only those
 * are looked at that may be chosen: priorities lie far apart in memory, and to read them is what costs. */
#include "config.h"

#include "layout/dtl-lanes-private.h"

#include <string.h>

/* A lowest block has its order in one number. */
G_STATIC_ASSERT (DTL_LANE_FAN == 16);

static uint64_t
get_priority (const DtlLaneRows *self, const DtlRowOrder *order, uint32_t entry)
{
  return dtl_row_order_get_priority (order, self->rows[entry]);
}

/**
 * Piece: some entries from @first to before @end, with the best of them: a block of a level above the lowest; or what a
 * lowest block has there from place @rank on in its order; or one that is chosen.
 */
typedef struct
{
  int level; /* CHOSEN for one that is */
  guint rank;
  uint32_t first;
  uint32_t end;
  uint32_t best;
  uint64_t priority;
} Piece;

#define CHOSEN (-1)

/** Choice: the pieces with the best entries so far, the best first. */
typedef struct
{
  const DtlLaneRows *lane;
  const DtlRowOrder *order;
  guint n_most;
  guint n;
  Piece pieces[DTL_LANE_MAX_CHOSEN];
} Choice;

static void
add_piece (Choice *self, const Piece *piece)
{
  guint at = self->n;

  while (at > 0 &&
         dtl_lane_is_better (piece->priority, piece->best, self->pieces[at - 1].priority, self->pieces[at - 1].best))
    at--;
  if (at == self->n_most)
    return;
  if (self->n < self->n_most)
    self->n++;
  memmove (&self->pieces[at + 1], &self->pieces[at], (self->n - at - 1) * sizeof (Piece));
  self->pieces[at] = *piece;
}

/* The order in a lowest block; places behind the end of the lane are somewhere in it, too. */
static uint64_t
make_ranks (const DtlLaneRows *self, const DtlRowOrder *order, uint32_t block)
{
  uint64_t priorities[DTL_LANE_FAN];
  uint64_t ranks = 0;
  guint places[DTL_LANE_FAN];

  for (guint i = 0; i < DTL_LANE_FAN; i++)
    {
      uint32_t entry = block * DTL_LANE_FAN + i;
      guint at = i;

      priorities[i] = entry < self->n_rows ? get_priority (self, order, entry) : 0;
      for (; at > 0 && priorities[i] > priorities[places[at - 1]]; at--)
        places[at] = places[at - 1];
      places[at] = i;
    }
  for (guint i = 0; i < DTL_LANE_FAN; i++)
    ranks |= (uint64_t) places[i] << (4 * i);
  return ranks;
}

/* The best of a lowest block from @rank on that is within its bounds. Nobody else of the block is looked at. */
static void
add_next_of_block (Choice *self, Piece piece)
{
  const DtlLaneRows *lane = self->lane;
  uint32_t block = piece.first / DTL_LANE_FAN;

  if (lane->ranks[block] == 0)
    lane->ranks[block] = make_ranks (lane, self->order, block);
  for (; piece.rank < DTL_LANE_FAN; piece.rank++)
    {
      piece.best = block * DTL_LANE_FAN + (uint32_t) (lane->ranks[block] >> (4 * piece.rank)) % DTL_LANE_FAN;
      if (piece.best < piece.first || piece.best >= piece.end)
        continue;
      piece.priority = get_priority (lane, self->order, piece.best);
      add_piece (self, &piece);
      return;
    }
}

/* A block, or @level CHOSEN: a part of a lowest one. */
static void
add_block (Choice *self, int level, uint32_t first, uint32_t end)
{
  Piece piece = { MAX (level, 0), 0, first, end, 0, 0 };
  uint32_t block = level >= 0 ? first >> (4 * (level + 1)) : 0;

  if (level < 0)
    {
      add_next_of_block (self, piece);
      return;
    }
  piece.best = self->lane->best[level][block];
  piece.priority = self->lane->priority[level][block];
  add_piece (self, &piece);
}

/* What is in a block above the lowest instead of it. The best of that is the block's own. */
static void
open_block (Choice *self, guint at)
{
  Piece piece = self->pieces[at];
  uint32_t part = UINT32_C (1) << (4 * piece.level);

  self->n--;
  memmove (&self->pieces[at], &self->pieces[at + 1], (self->n - at) * sizeof (Piece));
  for (uint32_t first = piece.first; first < piece.end; first += part)
    add_block (self, piece.level - 1, first, MIN (first + part, piece.end));
}

/* Whoever is the best of all that are left is chosen. */
static void
choose_best (Choice *self, guint at)
{
  Piece next = self->pieces[at];

  self->pieces[at].level = CHOSEN;
  next.rank++;
  add_next_of_block (self, next);
}

guint
dtl_lane_rows_choose (const DtlLaneRows *self,
                      const DtlRowOrder *order,
                      uint32_t first,
                      uint32_t end,
                      guint n,
                      uint32_t *chosen)
{
  Choice choice;
  uint32_t size;

  /* Asked for every few pixels, so that pieces are not set to nothing first. */
  choice.lane = self;
  choice.order = order;
  choice.n_most = MIN (n, DTL_LANE_MAX_CHOSEN);
  choice.n = 0;
  for (uint32_t entry = first; entry < end; entry += size)
    {
      int level = dtl_lane_rows_find_level (self, entry, end, &size);

      if (level < 0)
        size = MIN (end - entry, DTL_LANE_FAN - entry % DTL_LANE_FAN);
      add_block (&choice, level, entry, entry + size);
    }
  for (guint i = 0; i < choice.n;)
    if (choice.pieces[i].level > 0)
      open_block (&choice, i);
    else
      choose_best (&choice, i++);
  for (guint i = 0; i < choice.n; i++)
    chosen[i] = choice.pieces[i].best;
  return choice.n;
}
