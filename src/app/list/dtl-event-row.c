/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-event-row.h. */
#include "config.h"

#include "app/list/dtl-event-row.h"

#include <glib/gi18n.h>

#include "service/dtl-event-label.h"
#include "service/dtl-term-label.h"

struct _DtlEventRow
{
  GObject parent_instance;
  DtlSession *session;
  DtlColumns *columns; /* those that @row is of */
  uint32_t row;
  gboolean is_read;
  DtlLabelData label;
};

G_DEFINE_FINAL_TYPE (DtlEventRow, dtl_event_row, G_TYPE_OBJECT)

static void
dtl_event_row_finalize (GObject *object)
{
  DtlEventRow *self = DTL_EVENT_ROW (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->columns, dtl_columns_unref);
  dtl_label_data_clear (&self->label);
  G_OBJECT_CLASS (dtl_event_row_parent_class)->finalize (object);
}

static void
dtl_event_row_class_init (DtlEventRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dtl_event_row_finalize;
}

static void
dtl_event_row_init (DtlEventRow *self)
{
}

/**
 * dtl_event_row_new:
 * @session: of what case; kept referenced
 * @row: of its columns
 *
 * Returns: (transfer full)
 */
DtlEventRow *
dtl_event_row_new (DtlSession *session, uint32_t row)
{
  DtlEventRow *self;

  g_return_val_if_fail (DTL_IS_SESSION (session), NULL);

  self = g_object_new (DTL_TYPE_EVENT_ROW, NULL);
  self->session = g_object_ref (session);
  dtl_event_row_set_row (self, row);
  return self;
}

/* Shows another event from now on; who shows it has to ask anew.
 * @row: of the columns as they are now */
void
dtl_event_row_set_row (DtlEventRow *self, uint32_t row)
{
  DtlColumns *columns;

  g_return_if_fail (DTL_IS_EVENT_ROW (self));

  columns = dtl_document_get_columns (dtl_session_get_document (self->session));
  g_assert (row < columns->n_events);
  if (self->columns == columns && self->row == row)
    return;
  dtl_columns_ref (columns);
  g_clear_pointer (&self->columns, dtl_columns_unref);
  self->columns = columns;
  self->row = row;
  dtl_label_data_clear (&self->label);
  self->is_read = FALSE;
}

/* Returns: the row of the columns */
uint32_t
dtl_event_row_get_row (DtlEventRow *self)
{
  g_return_val_if_fail (DTL_IS_EVENT_ROW (self), DTL_NO_ROW);
  return self->row;
}

/* Returns: (transfer none) */
DtlSession *
dtl_event_row_get_session (DtlEventRow *self)
{
  g_return_val_if_fail (DTL_IS_EVENT_ROW (self), NULL);
  return self->session;
}

/* The case may have been read anew since; rows are other events then, until the list makes its own anew. */
static gboolean
is_current (DtlEventRow *self)
{
  return self->columns == dtl_document_get_columns (dtl_session_get_document (self->session));
}

/* Returns: whether the search found this event */
gboolean
dtl_event_row_is_hit (DtlEventRow *self)
{
  DtlBitset *hits;

  g_return_val_if_fail (DTL_IS_EVENT_ROW (self), FALSE);

  hits = dtl_session_get_hits (self->session);
  return hits != NULL && is_current (self) && dtl_bitset_get (hits, self->row);
}

/* Returns: whether sources tell other dates than the one that is shown */
gboolean
dtl_event_row_has_competing (DtlEventRow *self)
{
  g_return_val_if_fail (DTL_IS_EVENT_ROW (self), FALSE);
  return (self->columns->flags[self->row] & DTL_EVENT_HAS_COMPETING) != 0;
}

/**
 * dtl_event_row_get_mark:
 * @role: (out): of the claim that the mark on the line stands for
 * @is_hollow: (out): as of what is planned
 * @colour: (out): of its first actor, -1 for none
 */
void
dtl_event_row_get_mark (DtlEventRow *self, DtlClaimRole *role, gboolean *is_hollow, int *colour)
{
  const DtlColumns *columns;
  uint32_t main_mark;
  DtlActorTable *actors;

  g_return_if_fail (DTL_IS_EVENT_ROW (self));

  columns = self->columns;
  main_mark = dtl_columns_get_main_mark (columns, self->row);
  actors = dtl_document_get_actors (dtl_session_get_document (self->session));
  *role = main_mark != DTL_NO_MARK ? columns->marks[main_mark].role : DTL_ROLE_OCCURRED;
  *is_hollow = columns->status[self->row] == DTL_STATUS_PLANNED;
  *colour = -1;
  if (is_current (self) && columns->actor_first[self->row] < columns->actor_first[self->row + 1])
    *colour = dtl_actor_table_get (actors, columns->actor_index[columns->actor_first[self->row]])->colour;
}

/* --- words ------------------------------------------------------------------------------------------------------ */

static void
read_label (DtlEventRow *self)
{
  g_autoptr (GError) error = NULL;

  if (self->is_read)
    return;
  self->is_read = TRUE;
  if (!dtl_event_label_read (dtl_document_get_store (dtl_session_get_document (self->session)), self->columns,
                             self->row, &self->label, &error))
    g_info ("A row of the list could not be read: %s", error->message);
}

static char *
join_actors (DtlEventRow *self)
{
  DtlActorTable *actors = dtl_document_get_actors (dtl_session_get_document (self->session));
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) strv = NULL;

  for (uint32_t i = self->columns->actor_first[self->row]; i < self->columns->actor_first[self->row + 1]; i++)
    g_strv_builder_add (names, dtl_actor_table_get (actors, self->columns->actor_index[i])->name);
  strv = g_strv_builder_end (names);
  /* Translators: between the names of actors */
  return g_strjoinv (C_ ("between names", ", "), strv);
}

static char *
join_exhibits (DtlEventRow *self)
{
  GString *numbers = g_string_new (NULL);
  g_autoptr (GPtrArray) sources = dtl_document_list_event_sources (dtl_session_get_document (self->session), self->row);

  for (guint i = 0; i < sources->len; i++)
    {
      if (numbers->len > 0)
        g_string_append (numbers, C_ ("between numbers", ", "));
      g_string_append_printf (numbers, "%d", ((const DtlSource *) g_ptr_array_index (sources, i))->exhibit);
    }
  return g_string_free (numbers, FALSE);
}

/* A line for each: number and publisher. */
static char *
list_sources (DtlEventRow *self)
{
  GString *lines = g_string_new (NULL);
  g_autoptr (GPtrArray) sources = dtl_document_list_event_sources (dtl_session_get_document (self->session), self->row);

  for (guint i = 0; i < sources->len; i++)
    {
      const DtlSource *source = g_ptr_array_index (sources, i);
      g_autofree char *label = dtl_source_dup_label (source);

      /* Translators: number of an exhibit, then who published it */
      g_string_append_printf (lines, C_ ("exhibit", "%1$d · %2$s"), source->exhibit, label);
      g_string_append_c (lines, '\n');
    }
  if (lines->len > 0)
    g_string_truncate (lines, lines->len - 1);
  return g_string_free (lines, FALSE);
}

/* Own kinds have the name that the person gave them. */
static char *
name_kind (DtlEventRow *self)
{
  DtlTitleProvider *titles = dtl_document_get_titles (dtl_session_get_document (self->session));

  return g_strdup (titles->get_group_name (titles, DTL_GROUP_KIND, self->columns->kind[self->row]));
}

static char *
name_status (DtlEventRow *self)
{
  DtlStatus status = self->columns->status[self->row];

  return g_strdup (status != DTL_STATUS_UNKNOWN ? dtl_term_label (DTL_VOCABULARY_STATUS, (int) status) : "");
}

/**
 * dtl_event_row_dup_text:
 *
 * Returns: (transfer full): what the list shows in @column; "" for nothing
 */
char *
dtl_event_row_dup_text (DtlEventRow *self, DtlEventColumn column)
{
  g_return_val_if_fail (DTL_IS_EVENT_ROW (self), NULL);

  if (!is_current (self))
    return g_strdup ("");
  switch (column)
    {
    case DTL_EVENT_COLUMN_DATE:
      read_label (self);
      return dtl_date_label_for_list (self->label.start_edtf, self->label.end_edtf, self->columns, self->row);
    case DTL_EVENT_COLUMN_TITLE:
      read_label (self);
      return g_strdup (self->label.title != NULL ? self->label.title : "");
    case DTL_EVENT_COLUMN_ACTORS:
      return join_actors (self);
    case DTL_EVENT_COLUMN_KIND:
      return name_kind (self);
    case DTL_EVENT_COLUMN_STATUS:
      return name_status (self);
    case DTL_EVENT_COLUMN_SOURCES:
      return join_exhibits (self);
    case DTL_N_EVENT_COLUMNS:
    default:
      return g_strdup ("");
    }
}

/* The date as it stands in the case, and that there are others. */
static char *
describe_edtf (DtlEventRow *self)
{
  GString *lines = g_string_new (NULL);

  read_label (self);
  if (self->label.start_edtf != NULL)
    g_string_append (lines, self->label.start_edtf);
  if (self->label.end_edtf != NULL)
    /* Translators: the date of an end, after that of the beginning; both as EDTF */
    g_string_append_printf (lines, lines->len > 0 ? C_ ("EDTF", " to %s") : "%s", self->label.end_edtf);
  if (dtl_event_row_has_competing (self))
    g_string_append_printf (lines, "%s%s", lines->len > 0 ? "\n" : "", _ ("Sources differ about the date"));
  return g_string_free (lines, FALSE);
}

/**
 * dtl_event_row_dup_tooltip:
 *
 * Returns: (transfer full): what is more to be known about the cell in @column; "" for nothing
 */
char *
dtl_event_row_dup_tooltip (DtlEventRow *self, DtlEventColumn column)
{
  g_return_val_if_fail (DTL_IS_EVENT_ROW (self), NULL);

  if (!is_current (self))
    return g_strdup ("");
  if (column == DTL_EVENT_COLUMN_DATE)
    return describe_edtf (self);
  if (column == DTL_EVENT_COLUMN_SOURCES)
    return list_sources (self);
  return dtl_event_row_dup_text (self, column);
}

/* Returns: (transfer full): "alleged", "denied" …; "" for what is told as a fact */
char *
dtl_event_row_dup_remark (DtlEventRow *self)
{
  DtlAssertion assertion;

  g_return_val_if_fail (DTL_IS_EVENT_ROW (self), NULL);

  assertion = self->columns->assertion[self->row];
  return g_strdup (assertion != DTL_ASSERTION_FACT ? dtl_term_label (DTL_VOCABULARY_ASSERTION, (int) assertion) : "");
}

/* Returns: (transfer full): the row for who listens: title, date, and what the row shows by its looks */
char *
dtl_event_row_dup_label (DtlEventRow *self)
{
  g_autofree char *title = NULL;
  g_autofree char *date = NULL;
  g_autofree char *remark = NULL;
  const char *parts[6];
  int n = 0;

  g_return_val_if_fail (DTL_IS_EVENT_ROW (self), NULL);

  title = dtl_event_row_dup_text (self, DTL_EVENT_COLUMN_TITLE);
  date = dtl_event_row_dup_text (self, DTL_EVENT_COLUMN_DATE);
  remark = dtl_event_row_dup_remark (self);
  parts[n++] = title;
  parts[n++] = date;
  if (*remark != '\0')
    parts[n++] = remark;
  if (dtl_event_row_has_competing (self))
    parts[n++] = _ ("Sources differ about the date");
  if (dtl_event_row_is_hit (self))
    parts[n++] = _ ("Found by the search");
  parts[n] = NULL;
  /* Translators: between what is said of an event: its title, its date, its actors */
  return g_strjoinv (C_ ("between parts of a description", "; "), (char **) parts);
}
