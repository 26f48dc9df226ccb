/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows are made from the JSON, so that a table cannot say anything else than the JSON does. */
#include "config.h"

#include "io/dtl-list-rows.h"

static const DtlTableColumn event_columns[] = {
  { "id", TRUE },         { "title", FALSE },     { "summary", FALSE }, { "kind", FALSE },      { "status", FALSE },
  { "assertion", FALSE }, { "importance", TRUE }, { "review", FALSE },  { "undated", TRUE },    { "main_role", FALSE },
  { "edtf", TRUE },       { "earliest", TRUE },   { "latest", TRUE },   { "actors", FALSE },    { "claims", FALSE },
  { "passages", FALSE },  { "tags", FALSE },      { "links", FALSE },   { "confidence", TRUE }, { "rule", FALSE },
};
/* Of the columns above: events have neither confidence nor rule. */
#define N_EVENT_COLUMNS (G_N_ELEMENTS (event_columns) - 2)

static const DtlTableColumn event_table[] = {
  { "id", TRUE },      { "edtf", TRUE },       { "title", FALSE },  { "kind", FALSE },
  { "status", FALSE }, { "assertion", FALSE }, { "actors", FALSE },
};
static const DtlTableColumn proposal_table[] = {
  { "id", TRUE },      { "edtf", TRUE },       { "title", FALSE }, { "kind", FALSE },
  { "actors", FALSE }, { "confidence", TRUE }, { "rule", FALSE },
};
static const DtlTableColumn actor_columns[] = {
  { "id", TRUE }, { "name", FALSE }, { "kind", FALSE }, { "aliases", FALSE }, { "parent", TRUE }, { "events", TRUE },
};
static const DtlTableColumn source_columns[] = {
  { "id", TRUE },      { "exhibit", TRUE }, { "title", FALSE }, { "publisher", FALSE },
  { "author", FALSE }, { "issued", TRUE },  { "tier", FALSE },  { "url", FALSE },
  { "file", FALSE },   { "sha256", TRUE },  { "texts", FALSE },
};
static const DtlTableColumn source_table[] = {
  { "id", TRUE },     { "exhibit", TRUE }, { "title", FALSE }, { "publisher", FALSE },
  { "issued", TRUE }, { "tier", FALSE },   { "file", FALSE },  { "texts", FALSE },
};
static const DtlTableColumn passage_columns[] = {
  { "id", TRUE },  { "source", TRUE }, { "file", FALSE }, { "text", FALSE },          { "start", TRUE },
  { "end", TRUE }, { "exact", FALSE }, { "page", TRUE },  { "attributed_to", FALSE },
};
static const DtlTableColumn passage_table[] = {
  { "id", TRUE },  { "source", TRUE },         { "text", FALSE },  { "start", TRUE },
  { "end", TRUE }, { "attributed_to", FALSE }, { "exact", FALSE },
};
static const DtlTableColumn claim_columns[] = {
  { "id", TRUE },       { "event", TRUE },   { "role", FALSE },     { "edtf", TRUE },
  { "earliest", TRUE }, { "latest", TRUE },  { "standing", FALSE }, { "reason", FALSE },
  { "basis", FALSE },   { "passage", TRUE }, { "rule", FALSE },     { "limit", FALSE },
};
static const DtlTableColumn claim_table[] = {
  { "id", TRUE },     { "event", TRUE },   { "role", FALSE },  { "edtf", TRUE },     { "standing", FALSE },
  { "basis", FALSE }, { "passage", TRUE }, { "limit", FALSE }, { "counted", FALSE },
};
static const DtlTableColumn finding_columns[] = {
  { "grade", FALSE }, { "rule", FALSE }, { "event", TRUE }, { "claims", TRUE }, { "message", FALSE },
};
static const DtlTableColumn history_columns[] = {
  { "change", TRUE }, { "when", TRUE }, { "who", FALSE }, { "label", FALSE }, { "rows", TRUE },
};

typedef struct
{
  const DtlTableColumn *all;
  guint n_all;
  const DtlTableColumn *table; /* NULL: the same */
  guint n_table;
} ListColumns;

static const ListColumns lists[] = {
  [DTL_LIST_EVENTS] = { event_columns, N_EVENT_COLUMNS, event_table, G_N_ELEMENTS (event_table) },
  [DTL_LIST_PROPOSALS] = { event_columns, G_N_ELEMENTS (event_columns), proposal_table, G_N_ELEMENTS (proposal_table) },
  [DTL_LIST_ACTORS] = { actor_columns, G_N_ELEMENTS (actor_columns), NULL, 0 },
  [DTL_LIST_SOURCES] = { source_columns, G_N_ELEMENTS (source_columns), source_table, G_N_ELEMENTS (source_table) },
  [DTL_LIST_PASSAGES] = { passage_columns, G_N_ELEMENTS (passage_columns), passage_table,
                          G_N_ELEMENTS (passage_table) },
  [DTL_LIST_CLAIMS] = { claim_columns, G_N_ELEMENTS (claim_columns), claim_table, G_N_ELEMENTS (claim_table) },
  [DTL_LIST_FINDINGS] = { finding_columns, G_N_ELEMENTS (finding_columns), NULL, 0 },
  [DTL_LIST_HISTORY] = { history_columns, G_N_ELEMENTS (history_columns), NULL, 0 },
};

/* How an object inside a cell is told: the members of the first row that has the cell's name, in this order. */
static const struct
{
  const char *name;
  const char *members[8];
} parts[] = {
  { "actors", { "name" } },
  { "claims", { "role", "edtf", "standing" } },
  { "passages", { "id", "stance" } },
  { "links", { "type", "event" } },
  { "texts", { "kind" } },
  { "issued", { "edtf", "basis" } },
  { "rule", { "anchor", "comparator", "amount", "unit", "counting", "calendar", "month_end" } },
};

const DtlTableColumn *
dtl_list_rows_get_columns (DtlListKind kind, DtlTableFormat format, guint *n_columns)
{
  const ListColumns *list;

  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (lists) && n_columns != NULL, NULL);

  list = &lists[kind];
  if (format == DTL_TABLE_ALIGNED && list->table != NULL)
    {
      *n_columns = list->n_table;
      return list->table;
    }
  *n_columns = list->n_all;
  return list->all;
}

static char *
dup_value (JsonNode *node)
{
  GType type = json_node_get_value_type (node);

  if (type == G_TYPE_STRING)
    return json_node_dup_string (node);
  if (type == G_TYPE_BOOLEAN)
    return g_strdup (json_node_get_boolean (node) ? "true" : "false");
  if (type == G_TYPE_DOUBLE)
    {
      char buffer[G_ASCII_DTOSTR_BUF_SIZE];

      return g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%.6g", json_node_get_double (node)));
    }
  return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
}

static char *
dup_object (const char *name, JsonObject *object)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    for (guint j = 0; g_str_equal (parts[i].name, name) && parts[i].members[j] != NULL; j++)
      {
        JsonNode *member = json_object_get_member (object, parts[i].members[j]);
        g_autofree char *value = member != NULL ? dup_value (member) : NULL;

        if (value != NULL)
          g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", value);
      }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
dup_cell (const char *name, JsonNode *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    return dup_object (name, json_node_get_object (node));
  if (JSON_NODE_HOLDS_VALUE (node))
    return dup_value (node);
  return NULL;
}

static char *
dup_list (const char *name, JsonArray *array)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *cell = dup_cell (name, json_array_get_element (array, i));

      if (cell != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", cell);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

GPtrArray *
dtl_list_rows_flatten (JsonObject *object, const DtlTableColumn *columns, guint n_columns)
{
  GPtrArray *cells;

  g_return_val_if_fail (object != NULL && columns != NULL, NULL);

  cells = g_ptr_array_new_full (n_columns, g_free);
  for (guint i = 0; i < n_columns; i++)
    {
      JsonNode *node = json_object_get_member (object, columns[i].name);

      if (node == NULL)
        g_ptr_array_add (cells, NULL);
      else if (JSON_NODE_HOLDS_ARRAY (node))
        g_ptr_array_add (cells, dup_list (columns[i].name, json_node_get_array (node)));
      else
        g_ptr_array_add (cells, dup_cell (columns[i].name, node));
    }
  return cells;
}
