/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Measured labels: see the header. Kept by row in a hash table, because in a case of a million events only those are
 * ever asked for that get a mark of their own. */
#include "config.h"

#include "layout/dtl-labels-private.h"

struct _DtlLabels
{
  gatomicrefcount ref_count;
  DtlTitleProvider *titles;
  DtlTextMeasure *measure;
  int max_width_px;
  gboolean is_inline;
  DtlTimeAsker has_time; /* (nullable) */
  gpointer user_data;
  gboolean waits;
  GArray *put_off;    /* of uint32_t */
  GHashTable *labels; /* row -> DtlLabel */
  GHashTable *cuts;   /* of Cut, by what they are of and where they are cut */
  int ellipsis_px;
  GStringChunk *strings;
};

/** Cut: a title as it stands where only @n_bytes of it have room. @text: (nullable): where nothing is left */
typedef struct
{
  const char *full_title;
  gsize n_bytes;
  const char *text;
  int width_px;
} Cut;

static guint
cut_hash (gconstpointer key)
{
  const Cut *cut = key;

  return g_direct_hash (cut->full_title) * 31 + (guint) cut->n_bytes;
}

static gboolean
cut_equal (gconstpointer a, gconstpointer b)
{
  const Cut *first = a;
  const Cut *second = b;

  return first->full_title == second->full_title && first->n_bytes == second->n_bytes;
}

DtlLabels *
dtl_labels_new (DtlTitleProvider *titles, DtlTextMeasure *measure, int max_width_px, gboolean is_inline)
{
  DtlLabels *self = g_new0 (DtlLabels, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->titles = titles;
  self->measure = measure;
  self->max_width_px = max_width_px;
  self->is_inline = is_inline;
  self->labels = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->cuts = g_hash_table_new_full (cut_hash, cut_equal, g_free, NULL);
  self->ellipsis_px = measure->width_px (measure, DTL_TEXT_TITLE, DTL_TEXT_ELLIPSIS);
  self->put_off = g_array_new (FALSE, FALSE, sizeof (uint32_t));
  self->strings = g_string_chunk_new (4096);
  return self;
}

DtlLabels *
dtl_labels_ref (DtlLabels *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
dtl_labels_unref (DtlLabels *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_hash_table_unref (self->labels);
  g_hash_table_unref (self->cuts);
  g_array_unref (self->put_off);
  g_string_chunk_free (self->strings);
  g_free (self);
}

void
dtl_labels_set_budget (DtlLabels *self, DtlTimeAsker has_time, gpointer user_data)
{
  self->has_time = has_time;
  self->user_data = user_data;
  g_array_set_size (self->put_off, 0);
}

gboolean
dtl_labels_have_time (const DtlLabels *self)
{
  return !self->waits && (self->has_time == NULL || self->has_time (self->user_data));
}

gboolean
dtl_labels_have_limit (const DtlLabels *self)
{
  return self->has_time != NULL;
}

void
dtl_labels_set_waiting (DtlLabels *self, gboolean waits)
{
  self->waits = waits;
}

guint
dtl_labels_count_put_off (const DtlLabels *self)
{
  return self->put_off->len;
}

void
dtl_labels_take_put_off (DtlLabels *self, guint first, GArray *rows)
{
  g_array_append_vals (rows, &g_array_index (self->put_off, uint32_t, first), self->put_off->len - first);
  g_array_set_size (self->put_off, first);
}

const char *
dtl_labels_intern (DtlLabels *self, const char *text)
{
  return g_string_chunk_insert_const (self->strings, text);
}

static const Cut *
get_cut (DtlLabels *self, const char *full_title, gsize n_bytes)
{
  Cut key = { full_title, n_bytes, NULL, 0 };
  const Cut *known = g_hash_table_lookup (self->cuts, &key);
  g_autofree char *text = NULL;
  Cut *cut;

  if (known != NULL)
    return known;
  cut = g_memdup2 (&key, sizeof key);
  text = dtl_text_measure_cut (full_title, n_bytes);
  if (text != NULL)
    {
      cut->text = dtl_labels_intern (self, text);
      cut->width_px = self->measure->width_px (self->measure, DTL_TEXT_TITLE, text);
    }
  g_hash_table_add (self->cuts, cut);
  return cut;
}

/* What dtl_text_measure_ellipsize() does at first, with cuts that are known: at each zoom nearly the same are asked
 * for.
 */
static const Cut *
find_cut (DtlLabels *self, const DtlLabel *label, int room_px)
{
  gsize n_bytes;
  const Cut *cut;

  if (self->measure->prefix_bytes == NULL || room_px <= self->ellipsis_px)
    return NULL;
  n_bytes = self->measure->prefix_bytes (self->measure, DTL_TEXT_TITLE, label->full_title, room_px - self->ellipsis_px);
  cut = n_bytes > 0 ? get_cut (self, label->full_title, n_bytes) : NULL;
  return cut != NULL && cut->text != NULL && cut->width_px <= room_px ? cut : NULL;
}

const char *
dtl_labels_ellipsize (DtlLabels *self, const DtlLabel *label, int room_px, int *width_px)
{
  g_autofree char *shortened = NULL;
  const Cut *cut;

  *width_px = label->full_width_px;
  if (label->full_width_px <= room_px)
    return label->full_title;
  cut = find_cut (self, label, room_px);
  if (cut != NULL)
    {
      *width_px = cut->width_px;
      return cut->text;
    }
  *width_px = 0;
  shortened = dtl_text_measure_ellipsize (self->measure, DTL_TEXT_TITLE, label->full_title, room_px);
  if (shortened == NULL)
    return NULL;
  *width_px = self->measure->width_px (self->measure, DTL_TEXT_TITLE, shortened);
  return dtl_labels_intern (self, shortened);
}

static const char *
not_empty (const char *text)
{
  return text != NULL && text[0] != '\0' ? text : NULL;
}

static void
measure_label (DtlLabels *self, DtlLabel *label)
{
  if (label->full_title != NULL)
    label->full_width_px = self->measure->width_px (self->measure, DTL_TEXT_TITLE, label->full_title);
  label->title_width_px = label->full_width_px;
  label->title = label->full_title;
  if (label->title_width_px > self->max_width_px)
    label->title = dtl_labels_ellipsize (self, label, self->max_width_px, &label->title_width_px);
  if (label->date != NULL)
    label->date_width_px = self->measure->width_px (self->measure, DTL_TEXT_DATE, label->date);
  if (self->is_inline && label->date != NULL)
    label->both_width_px = label->title_width_px + DTL_INLINE_GAP_PX + label->date_width_px;
  else
    label->both_width_px = MAX (label->title_width_px, label->date_width_px);
}

static DtlLabel
ask (DtlLabels *self, uint32_t row)
{
  const char *title = self->titles != NULL ? self->titles->get_title (self->titles, row) : NULL;
  const char *date = self->titles != NULL ? self->titles->get_date_label (self->titles, row) : NULL;
  DtlLabel label = { 0 };

  label.full_title = not_empty (title);
  label.date = label.full_title != NULL ? not_empty (date) : NULL;
  measure_label (self, &label);
  /* "Not yet" is asked again. */
  if (title != NULL && date != NULL)
    g_hash_table_insert (self->labels, GUINT_TO_POINTER (row), g_memdup2 (&label, sizeof label));
  return label;
}

DtlLabel
dtl_labels_get (DtlLabels *self, uint32_t row)
{
  const DtlLabel *known = g_hash_table_lookup (self->labels, GUINT_TO_POINTER (row));
  DtlLabel none = { 0 };

  if (known != NULL)
    return *known;
  if (dtl_labels_have_time (self))
    return ask (self, row);
  g_array_append_val (self->put_off, row);
  return none;
}

gboolean
dtl_labels_measure_rows (DtlLabels *self, const uint32_t *rows, guint n_rows)
{
  for (guint i = 0; i < n_rows; i++)
    {
      if (g_hash_table_contains (self->labels, GUINT_TO_POINTER (rows[i])))
        continue;
      if (!dtl_labels_have_time (self))
        return FALSE;
      ask (self, rows[i]);
    }
  return TRUE;
}

DtlLabelStep
dtl_label_fit (const DtlLabel *self, int64_t room_px)
{
  if (self->title == NULL)
    return DTL_LABEL_NONE;
  if (self->both_width_px <= room_px)
    return DTL_LABEL_TITLE_AND_DATE;
  if (self->title_width_px <= room_px)
    return DTL_LABEL_TITLE;
  return room_px >= DTL_LABEL_SHORTEST_PX ? DTL_LABEL_ELLIPSIS : DTL_LABEL_NONE;
}
