/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table (CSV or TSV) as events. Columns, in any order: id, title, start, end, actors, kind, summary, source, limit,
 * and those of a rule: anchor, comparator, amount, unit, counting, calendar, closed, month_end; --map names other
 * headings. Every event gets its proof: a passage in the source that its row names, or at its line of the table itself.
 * A row that cannot be taken is left out and reported with its line; the others go in. */
#include "config.h"

#include "base/dtl-gettext.h"
#include "io/dtl-csv-reader.h"
#include "service/dtl-import-batch-private.h"

#define IMPORTANCE 500

typedef enum
{
  FIELD_ID,
  FIELD_TITLE,
  FIELD_START,
  FIELD_END,
  FIELD_ACTORS,
  FIELD_KIND,
  FIELD_SUMMARY,
  FIELD_SOURCE,
  FIELD_LIMIT,
  FIELD_ANCHOR,
  FIELD_COMPARATOR,
  FIELD_AMOUNT,
  FIELD_UNIT,
  FIELD_COUNTING,
  FIELD_CALENDAR,
  FIELD_CLOSED,
  FIELD_MONTH_END,
  N_FIELDS
} Field;

static const char *const field_names[N_FIELDS + 1] = {
  "id",     "title",      "start",  "end",  "actors",   "kind",     "summary", "source",    "limit",
  "anchor", "comparator", "amount", "unit", "counting", "calendar", "closed",  "month_end", NULL,
};

typedef struct
{
  DtlImportJob *job;
  DtlImportNames *names;
  int columns[N_FIELDS]; /* index of the heading, -1 for none */
  GHashTable *seen_ids;  /* ids of this file */
  DtlImportBatch *batch; /* rows whose dates are counted from others */
} TableImport;

gboolean
dtl_import_check_field (const char *name, GError **error)
{
  g_autofree char *known = NULL;

  g_return_val_if_fail (name != NULL, FALSE);

  if (g_strv_contains (field_names, name))
    return TRUE;
  known = g_strjoinv (", ", (char **) field_names);
  g_set_error (error, DTL_SERVICE_ERROR, DTL_SERVICE_ERROR_ARGUMENT,
               _ ("--map %s: no such field; it is one of %s, as in --map title=Headline"), name, known);

  return FALSE;
}

/* --- the first line --------------------------------------------------------------------------------------------- */

static gboolean
fail_at_header (const TableImport *self, const char *heading, const char *format, GError **error)
{
  g_set_error (error, DTL_SERVICE_ERROR, DTL_SERVICE_ERROR_READ, format, self->job->path, heading);

  return FALSE;
}

/* Sets @column to -1 where there is no such heading. */
static gboolean
find_column (const TableImport *self, const DtlCsvRow *header, const char *wanted, int *column, GError **error)
{
  *column = -1;
  for (guint i = 0; i < header->n_fields; i++)
    {
      if (g_ascii_strcasecmp (header->fields[i], wanted) != 0)
        continue;
      if (*column >= 0)
        return fail_at_header (
            self, wanted, _ ("%s: line 1: the column “%s” stands there twice; give one of them another name"), error);
      *column = (int) i;
    }

  return TRUE;
}

static gboolean
find_field (TableImport *self, const DtlCsvRow *header, Field field, GError **error)
{
  const GHashTable *map = self->job->options->map;
  const char *mapped = map ? g_hash_table_lookup ((GHashTable *) map, field_names[field]) : NULL;

  if (!find_column (self, header, mapped ? mapped : field_names[field], &self->columns[field], error))
    return FALSE;
  if (mapped == NULL || self->columns[field] >= 0)
    return TRUE;

  g_set_error (error, DTL_SERVICE_ERROR, DTL_SERVICE_ERROR_ARGUMENT,
               _ ("%s: line 1: no column “%s” for --map %s; see how it is written there"), self->job->path, mapped,
               field_names[field]);

  return FALSE;
}

static gboolean
is_used (const TableImport *self, int column)
{
  for (int field = 0; field < N_FIELDS; field++)
    {
      if (self->columns[field] == column)
        return TRUE;
    }

  return FALSE;
}

/* A date under another heading must not get lost without a word. */
static void
note_unused (const TableImport *self, const DtlCsvRow *header)
{
  g_autoptr (GPtrArray) unused = g_ptr_array_new ();

  for (guint i = 0; i < header->n_fields; i++)
    {
      if (*header->fields[i] != '\0' && !is_used (self, (int) i))
        g_ptr_array_add (unused, header->fields[i]);
    }
  if (unused->len == 0)
    return;
  g_ptr_array_add (unused, NULL);
  self->job->report->unused = g_strjoinv (", ", (char **) unused->pdata);
}

static gboolean
read_header (TableImport *self, const DtlCsvRow *header, GError **error)
{
  for (guint i = 0; i < header->n_fields; i++)
    g_strstrip (header->fields[i]);
  for (int field = 0; field < N_FIELDS; field++)
    {
      if (!find_field (self, header, field, error))
        return FALSE;
    }
  if (self->columns[FIELD_TITLE] < 0)
    return fail_at_header (
        self, field_names[FIELD_TITLE],
        _ ("%s: line 1: no column “%s”; the first line must name the columns, or say --map title=COLUMN"), error);
  note_unused (self, header);

  return TRUE;
}

/* --- a row ------------------------------------------------------------------------------------------------------ */

static const char *
cell (const TableImport *self, const DtlCsvRow *row, Field field)
{
  int column = self->columns[field];

  return column < 0 || column >= (int) row->n_fields ? "" : row->fields[column];
}

/* Tabs and line ends become one blank. */
static void
join_lines (char *text)
{
  char *out = text;

  for (const char *c = text; *c != '\0'; c++)
    {
      if (strchr ("\t\r\n", *c) == NULL)
        *out++ = *c;
      else if (out > text && out[-1] != ' ')
        *out++ = ' ';
    }
  *out = '\0';
}

/* Blanks around a cell mean nothing, and only a summary has lines. */
static void
tidy_cells (const TableImport *self, const DtlCsvRow *row)
{
  for (guint i = 0; i < row->n_fields; i++)
    {
      if ((int) i != self->columns[FIELD_SUMMARY])
        join_lines (row->fields[i]);
      g_strstrip (row->fields[i]);
    }
}

/* TRUE with @value NULL for an empty cell; FALSE with a reason for the report. */
static gboolean
read_date (const char *text, DtlEdtf **value, char **reason)
{
  g_autoptr (GError) local = NULL;

  *value = NULL;
  if (*text == '\0')
    return TRUE;
  *value = dtl_edtf_parse (text, &local);
  if (*value == NULL)
    *reason = g_strdup (local->message);

  return *value != NULL;
}

/* The dates of a row, or the reason why it cannot be taken. */
static char *
check_dates (const TableImport *self, const DtlCsvRow *row)
{
  g_autoptr (DtlEdtf) start = NULL;
  g_autoptr (DtlEdtf) end = NULL;
  char *reason = NULL;

  if (!read_date (cell (self, row, FIELD_START), &start, &reason) ||
      !read_date (cell (self, row, FIELD_END), &end, &reason))
    return reason;
  if (start != NULL && end != NULL &&
      dtl_edtf_get_bounds (end)->end_latest < dtl_edtf_get_bounds (start)->start_earliest)
    return g_strdup (_ ("the end lies before the start"));

  return NULL;
}

static char *
check_row (TableImport *self, const DtlCsvRow *row)
{
  const char *id = cell (self, row, FIELD_ID);

  if (*cell (self, row, FIELD_TITLE) == '\0')
    return g_strdup (_ ("no title"));
  if (*id != '\0' && !g_hash_table_add (self->seen_ids, g_strdup (id)))
    return g_strdup_printf (_ ("the id “%s” stands in this file twice"), id);

  if (dtl_term_value (DTL_VOCABULARY_LIMIT, cell (self, row, FIELD_LIMIT)) < 0 &&
      *cell (self, row, FIELD_LIMIT) != '\0')
    return g_strdup_printf (_ ("“%1$s”: “%2$s” is not a known word"), "limit", cell (self, row, FIELD_LIMIT));

  return check_dates (self, row);
}

static gboolean
takes_part (const DtlEvent *event, DtlId actor)
{
  for (guint i = 0; i < event->participations->len; i++)
    {
      if (((const DtlParticipation *) g_ptr_array_index (event->participations, i))->actor == actor)
        return TRUE;
    }

  return FALSE;
}

static gboolean
add_actors (TableImport *self, DtlEvent *event, const char *names, GError **error)
{
  g_auto (GStrv) list = g_strsplit (names, ";", -1);

  for (char **name = list; *name != NULL; name++)
    {
      DtlId actor;

      g_strstrip (*name);
      if (**name == '\0')
        continue;
      actor = dtl_import_names_find_actor (self->names, *name, error);
      if (actor == DTL_ID_NONE)
        return FALSE;
      if (!takes_part (event, actor))
        g_ptr_array_add (event->participations, dtl_participation_new (actor, NULL));
    }

  return TRUE;
}

static gboolean
add_evidence (TableImport *self, DtlEvent *event, const DtlCsvRow *row, GError **error)
{
  g_autoptr (DtlPassage) passage = dtl_passage_new ();
  gboolean is_table = FALSE;

  passage->source = dtl_import_names_find_source (self->names, cell (self, row, FIELD_SOURCE), &is_table, error);
  if (passage->source == DTL_ID_NONE)
    return FALSE;
  if (is_table)
    passage->line = (int) row->line;
  if (!dtl_store_put_passage (self->job->store, passage, error))
    return FALSE;
  g_ptr_array_add (event->evidence, dtl_evidence_new (passage->id, DTL_STANCE_SUPPORTS));

  return TRUE;
}

static DtlLimit
read_limit (const TableImport *self, const DtlCsvRow *row)
{
  return (DtlLimit) MAX (dtl_term_value (DTL_VOCABULARY_LIMIT, cell (self, row, FIELD_LIMIT)), DTL_LIMIT_NONE);
}

static DtlClaim *
add_claim (DtlEvent *event, DtlClaimRole role, const char *edtf, DtlId passage)
{
  DtlClaim *claim = dtl_claim_new ();

  claim->role = role;
  claim->edtf = g_strdup (edtf);
  claim->passage = passage;
  claim->standing = DTL_STANDING_ACCEPTED;
  claim->basis = DTL_BASIS_STATED;
  g_ptr_array_add (event->claims, claim);

  return claim;
}

/* A row with an end lasts: it began and ended. */
static void
add_dates (TableImport *self, DtlEvent *event, const DtlCsvRow *row)
{
  const char *start = cell (self, row, FIELD_START);
  const char *end = cell (self, row, FIELD_END);
  const DtlEvidence *evidence = g_ptr_array_index (event->evidence, 0);
  DtlClaimRole role = *end == '\0' ? dtl_event_kind_main_role (event->kind) : DTL_ROLE_BEGAN;

  if (*start != '\0')
    add_claim (event, role, start, evidence->passage)->limit = read_limit (self, row);
  if (*end != '\0')
    {
      add_claim (event, DTL_ROLE_ENDED, end, evidence->passage);
      event->main_role = DTL_ROLE_BEGAN;
    }
}

static gboolean
add_event (TableImport *self, const DtlCsvRow *row, GError **error)
{
  g_autoptr (DtlEvent) event = dtl_event_new ();
  const char *summary = cell (self, row, FIELD_SUMMARY);

  event->title = g_strdup (cell (self, row, FIELD_TITLE));
  event->summary = *summary ? g_strdup (summary) : NULL;
  event->importance = IMPORTANCE;
  event->review = DTL_REVIEW_ACCEPTED;
  event->kind = dtl_import_names_find_kind (self->names, cell (self, row, FIELD_KIND), error);
  if (event->kind < 0 || !add_actors (self, event, cell (self, row, FIELD_ACTORS), error) ||
      !add_evidence (self, event, row, error))
    return FALSE;
  add_dates (self, event, row);
  if (!dtl_store_put_event (self->job->store, event, error))
    return FALSE;
  if (self->columns[FIELD_ANCHOR] >= 0 && *cell (self, row, FIELD_ID) != '\0')
    dtl_import_batch_note_stored (self->batch, cell (self, row, FIELD_ID), event);
  self->job->report->n_events++;

  return TRUE;
}

/* --- a row that counts from others ------------------------------------------------------------------------------ */

static gboolean
has_rule (const TableImport *self, const DtlCsvRow *row)
{
  return *cell (self, row, FIELD_ANCHOR) != '\0' || *cell (self, row, FIELD_AMOUNT) != '\0';
}

static void
add_incoming_date (DtlIncomingEvent *event, DtlClaimRole role, const char *edtf, DtlLimit limit)
{
  DtlClaim *claim = *edtf != '\0' ? dtl_incoming_event_add_claim (event)->claim : NULL;

  if (claim == NULL)
    return;
  claim->role = role;
  claim->edtf = g_strdup (edtf);
  claim->limit = limit;
}

/* "2024-12-24; 2024-12-31" */
static GStrv
split_days (const char *text)
{
  GStrv days = g_strsplit_set (text, "; ", -1);
  gsize n_days = 0;

  for (gsize i = 0; days[i] != NULL; i++)
    {
      if (*days[i] != '\0')
        days[n_days++] = days[i];
      else
        g_free (days[i]);
    }
  days[n_days] = NULL;

  return days;
}

/* Beside a stated date, the computed one competes: the checker tells whether they agree. The limit is that of the date
 * that the source tells. */
static void
add_rule (const TableImport *self, DtlIncomingEvent *event, DtlClaimRole role, const DtlCsvRow *row)
{
  g_auto (GStrv) closed = split_days (cell (self, row, FIELD_CLOSED));
  const DtlIncomingRule words = { cell (self, row, FIELD_ANCHOR),   cell (self, row, FIELD_COMPARATOR),
                                  cell (self, row, FIELD_AMOUNT),   cell (self, row, FIELD_UNIT),
                                  cell (self, row, FIELD_COUNTING), cell (self, row, FIELD_CALENDAR),
                                  (const char *const *) closed,     cell (self, row, FIELD_MONTH_END) };
  gboolean is_beside = *cell (self, row, FIELD_START) != '\0';
  DtlIncomingClaim *claim = dtl_incoming_event_add_claim (event);

  claim->claim->role = role;
  claim->claim->standing = is_beside ? DTL_STANDING_COMPETING : DTL_STANDING_ACCEPTED;
  claim->claim->limit = is_beside ? DTL_LIMIT_NONE : read_limit (self, row);
  dtl_incoming_event_set_rule (event, claim, &words);
}

static gboolean
add_to_batch (TableImport *self, const DtlCsvRow *row, GError **error)
{
  DtlIncomingEvent *event = dtl_incoming_event_new ((guint) row->line);
  const char *summary = cell (self, row, FIELD_SUMMARY), *end = cell (self, row, FIELD_END);
  g_auto (GStrv) actors = g_strsplit (cell (self, row, FIELD_ACTORS), ";", -1);
  int kind = dtl_import_names_find_kind (self->names, cell (self, row, FIELD_KIND), error);
  DtlClaimRole role = *end == '\0' ? dtl_event_kind_main_role (MAX (kind, 0)) : DTL_ROLE_BEGAN;

  dtl_import_batch_add (self->batch, event);
  event->key = g_strdup (cell (self, row, FIELD_ID));
  event->source = g_strdup (cell (self, row, FIELD_SOURCE));
  event->event->title = g_strdup (cell (self, row, FIELD_TITLE));
  event->event->summary = *summary ? g_strdup (summary) : NULL;
  event->event->kind_name = g_strdup (cell (self, row, FIELD_KIND));
  event->event->importance = IMPORTANCE;
  for (gsize i = 0; actors[i] != NULL; i++)
    {
      if (*g_strstrip (actors[i]) != '\0')
        dtl_incoming_event_add_actor (event, actors[i], NULL);
    }
  add_incoming_date (event, role, cell (self, row, FIELD_START), read_limit (self, row));
  add_rule (self, event, role, row);
  add_incoming_date (event, DTL_ROLE_ENDED, end, DTL_LIMIT_NONE);
  if (*end != '\0')
    event->event->main_role = DTL_ROLE_BEGAN;

  return kind >= 0;
}

static gboolean
import_row (TableImport *self, const DtlCsvRow *row, GError **error)
{
  g_autofree char *reason = NULL;

  tidy_cells (self, row);
  reason = check_row (self, row);
  if (reason != NULL)
    {
      /* Translators: a line number of a table and why the row was left out */
      dtl_import_job_skip (self->job, g_strdup_printf (_ ("line %d: %s"), (int) row->line, reason));
      return TRUE;
    }
  if (has_rule (self, row) ? add_to_batch (self, row, error) : add_event (self, row, error))
    return TRUE;
  /* Translators: a file and a line of it, before what went wrong there */
  g_prefix_error (error, _ ("%s: line %u: "), self->job->path, row->line);

  return FALSE;
}

/* --- the table -------------------------------------------------------------------------------------------------- */

static guint
count_lines (GBytes *bytes)
{
  gsize n_bytes;
  const char *text = g_bytes_get_data (bytes, &n_bytes);
  const char *end = text + n_bytes;
  guint n_lines = 1;

  while ((text = memchr (text, '\n', (gsize) (end - text))) != NULL)
    {
      n_lines++;
      text++;
    }

  return n_lines;
}

static gboolean
import_rows (TableImport *self, DtlCsvReader *reader, GError **error)
{
  guint n_lines = count_lines (self->job->bytes);
  const DtlCsvRow *row;
  g_autoptr (GError) local = NULL;

  row = dtl_csv_reader_next (reader, &local);
  if (row != NULL && !read_header (self, row, error))
    return FALSE;
  while (row != NULL && (row = dtl_csv_reader_next (reader, &local)) != NULL)
    {
      if (!import_row (self, row, error) || !dtl_import_job_go_on (self->job, row->line, n_lines, error))
        return FALSE;
    }
  if (local == NULL)
    return TRUE;

  g_set_error (error, DTL_SERVICE_ERROR, DTL_SERVICE_ERROR_READ, "%s: %s", self->job->path, local->message);

  return FALSE;
}

gboolean
dtl_import_table (DtlImportJob *job, GError **error)
{
  TableImport self = { .job = job };
  g_autoptr (DtlImportNames) names = NULL;
  g_autoptr (GHashTable) seen_ids = NULL;
  g_autoptr (DtlImportBatch) batch = NULL;
  g_autoptr (DtlCsvReader) reader = NULL;
  gboolean is_done;

  if (!dtl_import_find_earlier (job, error))
    return FALSE;
  if (job->report->is_known)
    return TRUE;

  self.names = names = dtl_import_names_new (job);
  self.seen_ids = seen_ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  reader = dtl_csv_reader_new (job->bytes, g_str_equal (job->importer, "tsv") ? '\t' : ',');
  dtl_store_set_bulk (job->store, TRUE);
  self.batch = batch = dtl_import_batch_new (job, names);
  is_done = import_rows (&self, reader, error) && dtl_import_batch_write (batch, error);
  dtl_store_set_bulk (job->store, FALSE);

  return is_done;
}
