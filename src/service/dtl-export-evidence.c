/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The proof that prints with the picture. Passages are numbered in the order in which their events stand on the line; a
 * passage that proves several events has one number. */
#include "config.h"

#include <string.h>

#include "base/dtl-gettext.h"
#include "model/dtl-claim-name.h"
#include "model/dtl-derive.h"
#include "service/dtl-event-label.h"
#include "service/dtl-export-private.h"

#define ROWS_BETWEEN_QUESTIONS 64

typedef struct
{
  DtlExportEvidence *result;
  GHashTable *number_of_passage; /* DtlId -> number */
  GHashTable *used_sources;      /* set of DtlId */
  gboolean is_discreet;
} EvidenceBuilder;

/* Links are followed by whoever reads the picture: only the web. */
static char *
dup_web_uri (const DtlSource *source)
{
  if (source == NULL || source->url == NULL)
    return NULL;
  if (g_str_has_prefix (source->url, "https://") || g_str_has_prefix (source->url, "http://"))
    return g_strdup (source->url);

  return NULL;
}

char *
dtl_export_source_label (const DtlSource *source)
{
  g_autofree char *label = dtl_source_dup_label (source);

  return g_strdup_printf (_ ("%1$s, exhibit %2$d"), label, source->exhibit);
}

/* Whether the title was only made from the file's name, with its extension or without. */
static gboolean
is_titled_by_file (const DtlSource *source)
{
  gsize length = source->title != NULL ? strlen (source->title) : 0;

  return length > 0 && strncmp (source->title, source->file_name, length) == 0 &&
         (source->file_name[length] == '\0' || source->file_name[length] == '.');
}

void
dtl_export_make_discreet (const DtlSource *source, DtlSource *copy)
{
  *copy = *source;
  if (source->file_name == NULL)
    return;
  if (is_titled_by_file (source))
    copy->title = NULL;
  copy->file_name = NULL;
}

static char *
issued_in_words (const DtlSource *source)
{
  g_autoptr (DtlEdtf) value = source->issued_edtf ? dtl_edtf_parse (source->issued_edtf, NULL) : NULL;
  g_autofree char *words = value ? dtl_date_label (value, DTL_DATE_LABEL_LONG) : NULL;

  if (words == NULL)
    return g_strdup (_ ("undated"));
  if (source->issued_basis == DTL_BASIS_SUPPLIED)
    return g_strdup_printf ("[%s]", words);

  return g_steal_pointer (&words);
}

static char *
source_line (const DtlSource *source)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (source->author != NULL)
    g_ptr_array_add (parts, g_strdup (source->author));
  if (source->title != NULL || source->file_name != NULL)
    g_ptr_array_add (parts, g_strdup (source->title ? source->title : source->file_name));
  if (source->publisher != NULL)
    g_ptr_array_add (parts, g_strdup (source->publisher));
  if (parts->len == 0)
    g_ptr_array_add (parts, g_strdup_printf (_ ("Exhibit %d"), source->exhibit));
  g_ptr_array_add (parts, issued_in_words (source));
  if (source->relayed_from != NULL)
    g_ptr_array_add (parts, g_strdup_printf (_ ("relaying %s"), source->relayed_from));
  g_ptr_array_add (parts, NULL);

  return g_strjoinv (", ", (char **) parts->pdata);
}

/* The anchor whose words are printed: in the best text, else in any; NULL where no words are known. */
static const DtlAnchor *
find_words (const DtlSource *source, const DtlPassage *passage, DtlTextKind *kind)
{
  const DtlAnchor *found = NULL;

  for (guint i = 0; i < source->texts->len; i++)
    {
      const DtlSourceText *text = g_ptr_array_index (source->texts, i);
      const DtlAnchor *anchor = dtl_passage_get_anchor (passage, text->id);

      if (anchor == NULL || anchor->exact == NULL || (found != NULL && text->kind >= *kind))
        continue;
      found = anchor;
      *kind = text->kind;
    }

  return found;
}

static char *
place_in_words (const DtlSource *source, const DtlPassage *passage)
{
  g_autofree char *label = dtl_source_dup_label (source);
  const char *name = source->file_name ? source->file_name : source->title;

  if (name == NULL)
    name = label;
  if (passage->line > 0)
    return g_strdup_printf (_ ("line %1$d of %2$s"), passage->line, name);
  if (passage->page > 0)
    return g_strdup_printf (_ ("page %1$d of %2$s"), passage->page, name);

  return g_strdup (name);
}

/* What is said of @source: all, or, in @copy, less. */
static const DtlSource *
choose_words (const EvidenceBuilder *self, const DtlSource *source, DtlSource *copy)
{
  if (!self->is_discreet)
    return source;
  dtl_export_make_discreet (source, copy);

  return copy;
}

static DtlPicturePassage *
make_passage (const EvidenceBuilder *self, const DtlPassage *passage, const DtlSource *whole, guint number)
{
  DtlPicturePassage *printed = g_new0 (DtlPicturePassage, 1);
  DtlDocument *document = self->result->document;
  DtlSource less;
  const DtlSource *source = choose_words (self, whole, &less);
  DtlTextKind kind = DTL_TEXT_FULL;
  const DtlAnchor *anchor = find_words (source, passage, &kind);
  const DtlActor *speaker = dtl_document_find_actor (document, passage->attributed_to);

  printed->number = number;
  printed->is_summary = anchor != NULL && kind == DTL_TEXT_SUMMARY;
  printed->is_place = anchor == NULL;
  printed->text = anchor ? g_strdup (anchor->exact) : place_in_words (source, passage);
  printed->source_label = dtl_export_source_label (source);
  printed->attributed_to = speaker ? g_strdup (speaker->name) : NULL;
  printed->uri = dup_web_uri (source);

  return printed;
}

/* What is not in the file any more has no number: a case may be damaged there, and is still drawn. */
static gboolean
number_passage (EvidenceBuilder *self, DtlId id, guint *number, GError **error)
{
  DtlExportEvidence *result = self->result;
  g_autoptr (DtlPassage) passage = NULL;
  g_autoptr (GError) local = NULL;
  const DtlSource *source;
  gpointer known = g_hash_table_lookup (self->number_of_passage, &id);

  *number = GPOINTER_TO_UINT (known);
  if (known != NULL)
    return TRUE;

  passage = dtl_store_get_passage (dtl_document_get_store (result->document), id, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  source = passage ? dtl_document_find_source (result->document, passage->source) : NULL;
  if (source == NULL)
    return TRUE;

  *number = result->passages->len + 1;
  g_hash_table_insert (self->number_of_passage, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (*number));
  g_hash_table_add (self->used_sources, g_memdup2 (&source->id, sizeof source->id));
  g_ptr_array_add (result->passages, make_passage (self, passage, source, *number));

  return TRUE;
}

/* "Today" and "about that time" are told by the passage. */
static gboolean
is_counted (const DtlClaim *claim)
{
  return claim->has_rule && claim->rule.amount != 0 && claim->standing != DTL_STANDING_REJECTED;
}

/* A computed date is no source's word; how it was counted is its proof. */
static void
number_countings (EvidenceBuilder *self, const DtlEvent *event, uint32_t row)
{
  DtlExportEvidence *result = self->result;

  for (guint i = 0; i < event->claims->len; i++)
    {
      const DtlClaim *claim = g_ptr_array_index (event->claims, i);
      g_autofree char *anchor = NULL;
      g_autofree char *name = NULL;
      g_autofree char *words = NULL;
      DtlPicturePassage *printed;

      if (!is_counted (claim))
        continue;
      anchor = dtl_document_dup_anchor_edtf (result->document, &claim->rule);
      name = dtl_claim_name (event->title, claim->role);
      words = dtl_rule_describe_value (&claim->rule, anchor, claim->edtf);
      printed = g_new0 (DtlPicturePassage, 1);
      printed->number = result->passages->len + 1;
      printed->is_place = TRUE;
      /* Translators: a date of an event, and how it was counted */
      printed->text = g_strdup_printf (C_ ("computed date of", "%1$s: %2$s"), name, words);
      printed->source_label = g_strdup (_ ("Computed, not the words of a source"));
      g_ptr_array_add (result->passages, printed);
      if (result->number_by_row[row] == 0)
        result->number_by_row[row] = printed->number;
    }
}

static gboolean
number_row (EvidenceBuilder *self, uint32_t row, GError **error)
{
  DtlExportEvidence *result = self->result;
  g_autoptr (DtlEvent) event = dtl_document_read_event (result->document, row, error);

  if (event == NULL)
    return FALSE;
  for (guint i = 0; i < event->evidence->len; i++)
    {
      DtlEvidence *evidence = g_ptr_array_index (event->evidence, i);
      guint number;

      if (!number_passage (self, evidence->passage, &number, error))
        return FALSE;
      if (result->number_by_row[row] == 0)
        result->number_by_row[row] = number;
    }
  number_countings (self, event, row);

  return TRUE;
}

static void
list_sources (EvidenceBuilder *self)
{
  GPtrArray *sources;

  if (g_hash_table_size (self->used_sources) == 0)
    return;
  sources = dtl_document_get_sources (self->result->document);
  for (guint i = 0; i < sources->len; i++)
    {
      DtlSource *source = g_ptr_array_index (sources, i);
      DtlPictureSource *printed;
      DtlSource less;

      if (!g_hash_table_contains (self->used_sources, &source->id))
        continue;
      printed = g_new0 (DtlPictureSource, 1);
      printed->exhibit = source->exhibit;
      printed->text = source_line (choose_words (self, source, &less));
      printed->uri = dup_web_uri (source);
      g_ptr_array_add (self->result->sources, printed);
    }
}

/**
 * dtl_export_evidence_new:
 * @document: the case
 * @visible: (nullable): rows whose evidence is printed; NULL when the picture has none, and only links are asked for
 * @is_discreet: whether names of files are left out
 * @run: (nullable): for progress and stopping
 * @error: DTL_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): numbered passages and their sources
 */
DtlExportEvidence *
dtl_export_evidence_new (DtlDocument *document,
                         const DtlBitset *visible,
                         gboolean is_discreet,
                         const DtlExportRun *run,
                         GError **error)
{
  g_autoptr (DtlExportEvidence) self = g_new0 (DtlExportEvidence, 1);
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GHashTable) used = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  EvidenceBuilder builder = { self, numbers, used, is_discreet };

  self->document = document;
  self->n_rows = dtl_document_get_columns (document)->n_events;
  self->number_by_row = g_new0 (guint, self->n_rows);
  self->passages = g_ptr_array_new_with_free_func ((GDestroyNotify) dtl_picture_passage_free);
  self->sources = g_ptr_array_new_with_free_func ((GDestroyNotify) dtl_picture_source_free);

  for (uint32_t row = 0; visible != NULL && row < self->n_rows; row++)
    {
      if (row % ROWS_BETWEEN_QUESTIONS == 0 &&
          !dtl_export_go_on (run, DTL_EXPORT_PHASE_READING, (double) row / self->n_rows, error))
        return NULL;
      if (dtl_bitset_get (visible, row) && !number_row (&builder, row, error))
        return NULL;
    }
  list_sources (&builder);

  return g_steal_pointer (&self);
}

void
dtl_export_evidence_free (DtlExportEvidence *self)
{
  if (self == NULL)
    return;
  g_free (self->number_by_row);
  g_clear_pointer (&self->passages, g_ptr_array_unref);
  g_clear_pointer (&self->sources, g_ptr_array_unref);
  g_free (self);
}

guint
dtl_export_evidence_number (uint32_t row, gpointer user_data)
{
  DtlExportEvidence *self = user_data;

  return row < self->n_rows ? self->number_by_row[row] : 0;
}

char *
dtl_export_first_uri (uint32_t row, gpointer user_data)
{
  DtlExportEvidence *self = user_data;
  DtlColumns *columns = dtl_document_get_columns (self->document);
  GPtrArray *sources;

  /* A few addresses of very many. */
  if (!dtl_document_has_sources (self->document))
    return dtl_store_get_event_uri (dtl_document_get_store (self->document), columns->id[row], NULL);
  sources = dtl_document_get_sources (self->document);
  for (uint32_t i = columns->source_first[row]; i < columns->source_first[row + 1]; i++)
    {
      char *uri = dup_web_uri (g_ptr_array_index (sources, columns->source_index[i]));

      if (uri != NULL)
        return uri;
    }

  return NULL;
}
