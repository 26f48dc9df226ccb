/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "service/dtl-document-ground.h"

#include "service/dtl-document-parts-private.h"

void
dtl_document_prepare (DtlDocument *self)
{
  g_return_if_fail (DTL_IS_DOCUMENT (self));

  self->n_sources = dtl_document_count_sources (self, G_MAXUINT);
  g_clear_pointer (&self->ground, dtl_ground_free);
  self->ground = dtl_ground_new (self->all_columns, self->actors);
}

DtlGround *
dtl_document_get_ground (DtlDocument *self)
{
  g_return_val_if_fail (DTL_IS_DOCUMENT (self), NULL);

  return self->ground != NULL && dtl_ground_is_of (self->ground, self->columns) ? self->ground : NULL;
}

DtlLayout *
dtl_document_make_layout (DtlDocument *self, const DtlLayoutInput *input)
{
  DtlGround *ground;

  g_return_val_if_fail (DTL_IS_DOCUMENT (self) && input != NULL, NULL);

  ground = dtl_document_get_ground (self);
  return ground != NULL ? dtl_ground_make_layout (ground, input) : dtl_layout_new (input);
}

/* (nullable): NULL where not all events are @visible, too */
static DtlGround *
get_ground_of_all (DtlDocument *self, const DtlBitset *visible)
{
  DtlGround *ground = dtl_document_get_ground (self);

  return ground != NULL && dtl_bitset_count (visible) == visible->n_bits ? ground : NULL;
}

gboolean
dtl_document_get_extent (DtlDocument *self, const DtlBitset *visible, int64_t *from_seconds, int64_t *to_seconds)
{
  DtlGround *ground;

  g_return_val_if_fail (DTL_IS_DOCUMENT (self) && visible != NULL, FALSE);

  ground = get_ground_of_all (self, visible);
  return ground != NULL ? dtl_ground_get_extent (ground, from_seconds, to_seconds)
                        : dtl_layout_get_extent (dtl_document_get_columns (self), visible, from_seconds, to_seconds);
}

GArray *
dtl_document_find_folds (DtlDocument *self, const DtlBitset *visible)
{
  DtlGround *ground;

  g_return_val_if_fail (DTL_IS_DOCUMENT (self) && visible != NULL, NULL);

  ground = get_ground_of_all (self, visible);
  return ground != NULL ? dtl_ground_dup_folds (ground)
                        : dtl_folds_find (dtl_document_get_columns (self), visible, NULL);
}

DtlPlaces *
dtl_document_find_places (DtlDocument *self)
{
  DtlGround *ground;
  DtlPlaces *places;

  g_return_val_if_fail (DTL_IS_DOCUMENT (self), NULL);

  ground = dtl_document_get_ground (self);
  places = ground != NULL ? dtl_ground_take_places (ground) : NULL;
  return places != NULL ? places : dtl_places_new (dtl_document_get_columns (self));
}
