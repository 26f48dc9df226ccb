/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns of what was known, made from those of the whole case. */
#include "config.h"

#include "model/dtl-knowledge.h"

typedef struct
{
  const DtlKnowledge *knowledge;
  const DtlColumns *columns;
  const GPtrArray *sources;
  DtlColumnsBuilder *builder;
  GArray *claims; /* DtlKnownClaim of one event */
} Limiter;

static void
settle_row (Limiter *self, uint32_t row)
{
  const DtlColumns *columns = self->columns;

  g_array_set_size (self->claims, 0);
  for (uint32_t i = columns->mark_first[row]; i < columns->mark_first[row + 1]; i++)
    {
      const DtlColumnsMark *mark = &columns->marks[i];
      DtlKnownClaim claim = { columns->mark_claim[i], mark->role, mark->standing };

      g_array_append_val (self->claims, claim);
    }
  dtl_knowledge_settle (self->knowledge, (DtlKnownClaim *) self->claims->data, self->claims->len);
}

/* Returns: whether one of the marks is of a competing claim. */
static gboolean
add_marks (Limiter *self, uint32_t row)
{
  const DtlColumns *columns = self->columns;
  gboolean has_competing = FALSE;

  for (uint32_t i = 0; i < self->claims->len; i++)
    {
      DtlMark mark = dtl_columns_get_mark (columns, columns->mark_first[row] + i);
      uint32_t anchor = mark.anchor_mark;

      if (!dtl_knowledge_has_claim (self->knowledge, mark.claim))
        continue;
      mark.standing = g_array_index (self->claims, DtlKnownClaim, i).standing;
      mark.anchor_mark = DTL_NO_MARK;
      has_competing |= mark.standing == DTL_STANDING_COMPETING;
      dtl_columns_builder_add_mark (self->builder, columns->id[row], &mark,
                                    anchor != DTL_NO_MARK ? columns->mark_claim[anchor] : DTL_ID_NONE);
    }
  return has_competing;
}

static void
add_belongings (Limiter *self, uint32_t row)
{
  const DtlColumns *columns = self->columns;

  for (uint32_t i = columns->actor_first[row]; i < columns->actor_first[row + 1]; i++)
    dtl_columns_builder_add_actor (self->builder, columns->id[row], columns->actor_index[i]);
  for (uint32_t i = columns->source_first[row]; i < columns->source_first[row + 1]; i++)
    {
      const DtlSource *source = g_ptr_array_index (self->sources, columns->source_index[i]);

      if (dtl_knowledge_has_source (self->knowledge, source->id))
        dtl_columns_builder_add_source (self->builder, columns->id[row], columns->source_index[i]);
    }
}

/* Each is there twice; that of its beginning is enough, and the builder drops those that lead to what is not known. */
static void
add_links (Limiter *self)
{
  const DtlColumns *columns = self->columns;

  for (uint32_t i = 0; i < columns->n_links; i++)
    if (columns->links[i].is_from)
      dtl_columns_builder_add_link (self->builder, columns->id[columns->links[i].row],
                                    columns->id[columns->links[i].other], columns->links[i].type);
}

/* The role of the mark that is its start is tried first, as it was; where that one is not known, roles follow in their
 * order, as for every event. */
static int
main_role (const DtlColumns *columns, uint32_t row)
{
  uint32_t main_mark = dtl_columns_get_main_mark (columns, row);

  return main_mark != DTL_NO_MARK ? (int) columns->marks[main_mark].role : -1;
}

static void
add_row (Limiter *self, uint32_t row)
{
  const DtlColumns *columns = self->columns;
  DtlColumnsEvent event = {
    .id = columns->id[row],
    .importance = columns->importance[row],
    .kind = columns->kind[row],
    .status = dtl_knowledge_has_status (self->knowledge, columns->id[row]) ? columns->status[row] : DTL_STATUS_UNKNOWN,
    .assertion = columns->assertion[row],
    .main_role = main_role (columns, row),
    .flags = columns->flags[row] & ~DTL_EVENT_HAS_COMPETING,
  };

  settle_row (self, row);
  if (add_marks (self, row))
    event.flags |= DTL_EVENT_HAS_COMPETING;
  add_belongings (self, row);
  dtl_columns_builder_add_event (self->builder, &event);
}

DtlColumns *
dtl_knowledge_limit_columns (const DtlKnowledge *self, const DtlColumns *columns, const GPtrArray *sources)
{
  g_autoptr (DtlColumnsBuilder) builder = NULL;
  g_autoptr (GArray) claims = NULL;
  Limiter limiter = { self, columns, sources, NULL, NULL };

  g_return_val_if_fail (self != NULL && columns != NULL && sources != NULL, NULL);

  limiter.builder = builder = dtl_columns_builder_new ();
  limiter.claims = claims = g_array_new (FALSE, FALSE, sizeof (DtlKnownClaim));
  for (uint32_t row = 0; row < columns->n_events; row++)
    if (dtl_knowledge_has_event (self, columns->id[row]))
      add_row (&limiter, row);
  add_links (&limiter);
  dtl_columns_builder_set_era_kind (builder, columns->era_kind);
  return dtl_columns_builder_finish (builder);
}
