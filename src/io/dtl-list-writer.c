/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "io/dtl-list-writer.h"

#include "io/dtl-list-rows.h"

struct _DtlListWriter
{
  DtlListFormat format;
  GString *out;
  gboolean has_items;
  JsonGenerator *generator; /* for JSON */
  DtlTableWriter *table;    /* for the others */
  const DtlTableColumn *columns;
  guint n_columns;
};

int
dtl_list_format_from_name (const char *name)
{
  static const char *const names[] = {
    [DTL_LIST_FORMAT_TABLE] = "table",
    [DTL_LIST_FORMAT_TSV] = "tsv",
    [DTL_LIST_FORMAT_JSON] = "json",
    [DTL_LIST_FORMAT_CSV] = "csv",
  };

  g_return_val_if_fail (name != NULL, -1);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i], name))
      return (int) i;
  return -1;
}

static DtlTableFormat
table_format (DtlListFormat format)
{
  if (format == DTL_LIST_FORMAT_TABLE)
    return DTL_TABLE_ALIGNED;
  return format == DTL_LIST_FORMAT_CSV ? DTL_TABLE_CSV : DTL_TABLE_TSV;
}

DtlListWriter *
dtl_list_writer_new (DtlListKind kind, DtlListFormat format, GString *out)
{
  DtlListWriter *self;

  g_return_val_if_fail (out != NULL, NULL);

  self = g_new0 (DtlListWriter, 1);
  self->format = format;
  self->out = out;
  if (format == DTL_LIST_FORMAT_JSON)
    {
      self->generator = json_generator_new ();
      json_generator_set_pretty (self->generator, TRUE);
      json_generator_set_indent (self->generator, 2);
    }
  else
    {
      self->columns = dtl_list_rows_get_columns (kind, table_format (format), &self->n_columns);
      self->table = dtl_table_writer_new (table_format (format), self->columns, self->n_columns, out);
    }
  return self;
}

/** dtl_list_writer_free: @self: (nullable): frees it */
void
dtl_list_writer_free (DtlListWriter *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->generator);
  g_clear_pointer (&self->table, dtl_table_writer_free);
  g_free (self);
}

/* Strings in JSON have no line ends of their own, so that every one of them is layout. */
static void
append_indented (GString *out, const char *text)
{
  for (const char *c = text; *c != '\0'; c++)
    {
      g_string_append_c (out, *c);
      if (*c == '\n')
        g_string_append (out, "  ");
    }
}

static void
add_json (DtlListWriter *self, JsonNode *object)
{
  g_autofree char *text = NULL;

  json_generator_set_root (self->generator, object);
  text = json_generator_to_data (self->generator, NULL);
  g_string_append (self->out, self->has_items ? ",\n  " : "[\n  ");
  append_indented (self->out, text);
}

static void
add_row (DtlListWriter *self, JsonNode *object)
{
  g_autoptr (GPtrArray) cells = dtl_list_rows_flatten (json_node_get_object (object), self->columns, self->n_columns);

  dtl_table_writer_add_row (self->table, (const char *const *) cells->pdata);
}

void
dtl_list_writer_add (DtlListWriter *self, JsonNode *object)
{
  g_return_if_fail (self != NULL && object != NULL && JSON_NODE_HOLDS_OBJECT (object));

  if (self->format == DTL_LIST_FORMAT_JSON)
    add_json (self, object);
  else
    add_row (self, object);
  self->has_items = TRUE;
  json_node_unref (object);
}

void
dtl_list_writer_finish (DtlListWriter *self)
{
  g_return_if_fail (self != NULL);

  if (self->format == DTL_LIST_FORMAT_JSON)
    g_string_append (self->out, self->has_items ? "\n]\n" : "[]\n");
  else
    dtl_table_writer_finish (self->table);
}
