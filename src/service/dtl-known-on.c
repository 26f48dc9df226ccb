/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The day as of which a document is looked at, and what was known on it. */
#include "config.h"

#include "service/dtl-document-private.h"

#include "base/dtl-gettext.h"

void
dtl_known_on_clear (DtlKnownOn *self)
{
  g_clear_pointer (&self->edtf, g_free);
  g_clear_pointer (&self->knowledge, dtl_knowledge_free);
}

/* The day must have an end: "known on 2024-06/.." is no day. */
gboolean
dtl_known_on_set (DtlKnownOn *self, const char *edtf, gboolean may_be, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (DtlEdtf) value = edtf != NULL ? dtl_edtf_parse (edtf, &local) : NULL;

  if (local != NULL || (value != NULL && dtl_edtf_get_bounds (value)->end_latest == DTL_CIVIL_MAX))
    {
      g_set_error (error, DTL_SERVICE_ERROR, DTL_SERVICE_ERROR_ARGUMENT,
                   _ ("“%s” is not a day on which something can be known; write one as in 2024-06-20"), edtf);
      return FALSE;
    }
  dtl_known_on_clear (self);
  self->edtf = g_strdup (edtf);
  self->may_be = may_be;
  return TRUE;
}

gboolean
dtl_known_on_read (DtlKnownOn *self, DtlStore *store, const GPtrArray *sources, GError **error)
{
  g_autoptr (DtlEdtf) value = self->edtf != NULL ? dtl_edtf_parse (self->edtf, NULL) : NULL;
  DtlKnowledge *knowledge;

  if (value == NULL)
    return TRUE;
  knowledge = dtl_store_get_knowledge (store, sources, dtl_edtf_get_bounds (value)->end_latest, self->may_be, error);
  if (knowledge == NULL)
    return FALSE;
  g_clear_pointer (&self->knowledge, dtl_knowledge_free);
  self->knowledge = knowledge;
  return TRUE;
}
