/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is asked of a source and its passages: which text to show, where a passage stands in it, how to name it. */
#include "config.h"

#include "base/dtl-gettext.h"
#include "model/dtl-records.h"

const DtlSourceText *
dtl_source_get_best_text (const DtlSource *self)
{
  const DtlSourceText *best = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->texts->len; i++)
    {
      const DtlSourceText *text = g_ptr_array_index (self->texts, i);

      if (text->is_present && (best == NULL || text->kind < best->kind))
        best = text;
    }
  return best;
}

const DtlAnchor *
dtl_passage_get_anchor (const DtlPassage *self, DtlId text)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->anchors->len; i++)
    {
      const DtlAnchor *anchor = g_ptr_array_index (self->anchors, i);

      if (anchor->text == text)
        return anchor;
    }
  return NULL;
}

static gboolean
is_known (const char *text)
{
  return text != NULL && text[0] != '\0';
}

char *
dtl_source_dup_label (const DtlSource *self)
{
  const char *candidates[4];
  g_autofree char *label = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  candidates[0] = self->publisher;
  candidates[1] = self->author;
  candidates[2] = self->title;
  candidates[3] = self->file_name;
  for (guint i = 0; label == NULL && i < G_N_ELEMENTS (candidates); i++)
    if (is_known (candidates[i]))
      label = g_strdup (candidates[i]);
  if (label == NULL)
    label = g_strdup_printf (_ ("Exhibit %d"), self->exhibit);

  if (self->issued_edtf != NULL && self->issued_basis == DTL_BASIS_SUPPLIED)
    return g_strdup_printf ("[%s]", label);
  return g_steal_pointer (&label);
}
