/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the description of the bundled sample case into records. In it things refer to each other by short keys, and a
 * passage in our summary is given by its words; ids and positions are made here, in the order of the file, so that the
 * case is the same every time. */
#pragma once

#include "model/dtl-records.h"

G_BEGIN_DECLS

/**
 * DtlSampleCase: everything owned.
 * @label: what the making of the case is called in its log
 * @actors: (element-type DtlActor)
 * @sources: (element-type DtlSource): with the summary's words, and the full text by hash alone
 * @passages: (element-type DtlPassage)
 * @events: (element-type DtlEvent)
 * @links: (element-type DtlLink)
 */
typedef struct
{
  char *title;
  char *language;
  char *label;
  char *description;
  GPtrArray *actors;
  GPtrArray *sources;
  GPtrArray *passages;
  GPtrArray *events;
  GPtrArray *links;
} DtlSampleCase;

void dtl_sample_case_free (DtlSampleCase *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtlSampleCase, dtl_sample_case_free)

/* Answers with a file that the description names, "summaries/register.txt". (transfer full) (nullable) */
typedef GBytes *(*DtlSampleLoadFunc) (const char *name, gpointer user_data, GError **error);

/**
 * dtl_sample_read:
 * @description: JSON
 * @words: (nullable): JSON with the words of another language, in place of those in @description
 * @load: gives the summaries
 * @user_data: for @load
 * @error: DTL_IO_ERROR with the key at fault, or what @load says
 *
 * Returns: (transfer full) (nullable)
 */
DtlSampleCase *
dtl_sample_read (GBytes *description, GBytes *words, DtlSampleLoadFunc load, gpointer user_data, GError **error);

G_END_DECLS
