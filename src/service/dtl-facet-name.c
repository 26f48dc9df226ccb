/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The model has numbers, the case its own kinds and its sources, and the language is the person's: here they meet. */
#include "config.h"

#include "service/dtl-facet-name.h"

#include "base/dtl-gettext.h"
#include "service/dtl-term-label.h"

static char *
name_kind (DtlDocument *document, int kind)
{
  g_autoptr (GPtrArray) own = NULL;

  if (kind < DTL_EVENT_KIND_FIRST_OWN)
    return g_strdup (dtl_term_label (DTL_VOCABULARY_EVENT_KIND, kind));
  own = dtl_store_get_own_kinds (dtl_document_get_store (document), NULL);
  if (own == NULL || (guint) (kind - DTL_EVENT_KIND_FIRST_OWN) >= own->len)
    return g_strdup (dtl_term_label (DTL_VOCABULARY_EVENT_KIND, DTL_EVENT_KIND_OTHER));
  return g_strdup (g_ptr_array_index (own, kind - DTL_EVENT_KIND_FIRST_OWN));
}

static char *
name_source (DtlDocument *document, DtlId id)
{
  const DtlSource *source = dtl_document_find_source (document, id);

  if (id == DTL_ID_NONE)
    return g_strdup (C_ ("instead of a source's name", "no source"));
  return source != NULL ? dtl_source_dup_label (source) : g_strdup ("");
}

/**
 * dtl_facet_name:
 * @document: whose kinds and sources
 * @facet: of what
 * @value: one of its values
 *
 * Returns: (transfer full): the value in the person's language, as it stands within a sentence
 */
char *
dtl_facet_name (DtlDocument *document, DtlFacet facet, int64_t value)
{
  g_return_val_if_fail (DTL_IS_DOCUMENT (document), NULL);

  switch (facet)
    {
    case DTL_FACET_KIND:
      return name_kind (document, (int) value);
    case DTL_FACET_STATUS:
      return g_strdup (dtl_term_label (DTL_VOCABULARY_STATUS, (int) value));
    case DTL_FACET_ASSERTION:
      return g_strdup (dtl_term_label (DTL_VOCABULARY_ASSERTION, (int) value));
    case DTL_FACET_SOURCE:
      return name_source (document, value);
    default:
      g_return_val_if_reached (NULL);
    }
}

static char *
name_cb (DtlFacet facet, int64_t value, gpointer user_data)
{
  return dtl_facet_name (user_data, facet, value);
}

/**
 * dtl_document_describe_filter:
 * @document: the case
 * @filter: what shows of it
 *
 * Returns: (transfer full) (nullable): the filter in words, for the stamp on a picture; NULL if it is empty
 */
char *
dtl_document_describe_filter (DtlDocument *document, const DtlFilter *filter)
{
  g_return_val_if_fail (DTL_IS_DOCUMENT (document) && filter != NULL, NULL);

  return dtl_filter_describe (filter, dtl_document_get_actors (document), name_cb, document);
}
