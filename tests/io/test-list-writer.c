/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whole lists in the four formats; and that tables have a column for every key and no other. */
#include "io/dtl-list-rows.h"
#include "io/dtl-list-writer.h"

#include <string.h>

static JsonNode *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  JsonNode *node = json_from_string (text, &error);

  g_assert_no_error (error);
  return node;
}

static char *
write_list (DtlListKind kind, DtlListFormat format, const char *const *objects)
{
  GString *out = g_string_new (NULL);
  g_autoptr (DtlListWriter) writer = dtl_list_writer_new (kind, format, out);

  for (guint i = 0; objects[i] != NULL; i++)
    dtl_list_writer_add (writer, parse (objects[i]));
  dtl_list_writer_finish (writer);
  return g_string_free (out, FALSE);
}

static const char *const actors[] = {
  "{\"id\":\"1\",\"name\":\"Kaspersky\",\"kind\":\"organisation\",\"aliases\":[\"Kaspersky Lab\",\"KL\"],\"events\":9}",
  "{\"id\":\"2\",\"name\":\"=cmd\\nx\",\"kind\":\"person\",\"aliases\":[],\"parent\":\"1\",\"events\":0}",
  NULL,
};

static const char *const nothing[] = { NULL };

static void
test_formats (void)
{
  static const struct
  {
    DtlListFormat format;
    const char *expected;
  } rows[] = {
    { DTL_LIST_FORMAT_TABLE, "id  name       kind          aliases            parent  events\n"
                             "1   Kaspersky  organisation  Kaspersky Lab; KL          9\n"
                             "2   =cmd x     person                           1       0\n" },
    { DTL_LIST_FORMAT_TSV, "id\tname\tkind\taliases\tparent\tevents\n"
                           "1\tKaspersky\torganisation\tKaspersky Lab; KL\t\t9\n"
                           "2\t=cmd x\tperson\t\t1\t0\n" },
    { DTL_LIST_FORMAT_CSV, "id,name,kind,aliases,parent,events\r\n"
                           "1,Kaspersky,organisation,Kaspersky Lab; KL,,9\r\n"
                           "2,\"'=cmd\nx\",person,,1,0\r\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = write_list (DTL_LIST_ACTORS, rows[i].format, actors);

      g_assert_cmpstr (text, ==, rows[i].expected);
    }
}

/* Read back, JSON is what went in. */
static void
test_json (void)
{
  g_autofree char *text = write_list (DTL_LIST_ACTORS, DTL_LIST_FORMAT_JSON, actors);
  g_autoptr (JsonNode) list = parse (text);
  JsonArray *array = json_node_get_array (list);

  g_assert_cmpuint (json_array_get_length (array), ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (JsonNode) expected = parse (actors[i]);

      g_assert_true (json_node_equal (json_array_get_element (array, i), expected));
    }
  g_assert_true (g_str_has_prefix (text, "[\n  {\n    \"id\""));
  g_assert_true (g_str_has_suffix (text, "\n  }\n]\n"));
}

static void
test_empty (void)
{
  g_autofree char *json = write_list (DTL_LIST_FINDINGS, DTL_LIST_FORMAT_JSON, nothing);
  g_autofree char *csv = write_list (DTL_LIST_FINDINGS, DTL_LIST_FORMAT_CSV, nothing);

  g_assert_cmpstr (json, ==, "[]\n");
  g_assert_cmpstr (csv, ==, "grade,rule,event,claims,message\r\n");
}

static void
test_parts (void)
{
  static const char *const events[] = {
    "{\"id\":\"1\",\"title\":\"T\",\"undated\":false,\"edtf\":\"-0044\",\"actors\":[{\"id\":\"2\",\"name\":\"A\",\"role\":"
    "\"x\"},{\"id\":\"3\",\"name\":\"B\"}],\"claims\":[{\"id\":\"4\",\"role\":\"announced\",\"edtf\":\"-0044\",\"standing\":"
    "\"accepted\"}],\"passages\":[{\"id\":\"6\",\"stance\":\"supports\"}],\"tags\":[\"a\",\"b\"],\"links\":[{\"type\":"
    "\"amends\",\"event\":\"9\"}],\"confidence\":0.5,\"rule\":\"-verb\"}",
    NULL,
  };
  g_autofree char *text = write_list (DTL_LIST_PROPOSALS, DTL_LIST_FORMAT_CSV, events);

  g_assert_nonnull (strstr (text, "\r\n1,T,,,,,,,false,,-0044,,,A; B,announced -0044 accepted,6 supports,a; b,amends 9,"
                                  "0.5,'-verb\r\n"));
}

static void
test_nested (void)
{
  static const char *const sources[] = {
    "{\"id\":\"1\",\"exhibit\":1,\"issued\":{\"edtf\":\"2017~\",\"basis\":\"supplied\"},\"texts\":[{\"kind\":\"full\"},{"
    "\"kind\":\"summary\"}]}",
    NULL,
  };
  static const char *const claims[] = {
    "{\"id\":\"1\",\"rule\":{\"anchor\":\"source:5\",\"comparator\":\"=\",\"amount\":-30,\"unit\":\"days\",\"counting\":"
    "\"anchor_counted\"},\"limit\":\"last_allowed\"}",
    "{\"id\":\"2\",\"rule\":{\"anchor\":\"1\",\"comparator\":\"about\",\"amount\":5,\"unit\":\"business_days\","
    "\"counting\":\"anchor_not_counted\",\"calendar\":\"Office\",\"closed\":[\"2024-12-24\"]}}",
    NULL,
  };
  g_autofree char *source_text = write_list (DTL_LIST_SOURCES, DTL_LIST_FORMAT_TSV, sources);
  g_autofree char *claim_text = write_list (DTL_LIST_CLAIMS, DTL_LIST_FORMAT_TSV, claims);

  g_assert_nonnull (strstr (source_text, "\n1\t1\t\t\t\t2017~ supplied\t\t\t\t\tfull; summary\n"));
  g_assert_nonnull (strstr (claim_text, "\tsource:5 = -30 days anchor_counted\tlast_allowed\n"));
  g_assert_nonnull (strstr (claim_text, "\t1 about 5 business_days anchor_not_counted Office\t\n"));
}

static void
test_headings (void)
{
  static const char *const expected[] = {
    [DTL_LIST_EVENTS] =
        "id title summary kind status assertion importance review undated main_role edtf earliest latest "
        "actors claims passages tags links",
    [DTL_LIST_PROPOSALS] = "id title summary kind status assertion importance review undated main_role edtf earliest "
                           "latest actors claims passages tags links confidence rule",
    [DTL_LIST_ACTORS] = "id name kind aliases parent events",
    [DTL_LIST_SOURCES] = "id exhibit title publisher author issued tier url file sha256 texts",
    [DTL_LIST_PASSAGES] = "id source file text start end exact page attributed_to",
    [DTL_LIST_CLAIMS] = "id event role edtf earliest latest standing reason basis passage rule limit",
    [DTL_LIST_FINDINGS] = "grade rule event claims message",
    [DTL_LIST_HISTORY] = "change when who label rows",
  };

  for (guint kind = 0; kind < G_N_ELEMENTS (expected); kind++)
    {
      guint n_columns;
      const DtlTableColumn *columns = dtl_list_rows_get_columns ((DtlListKind) kind, DTL_TABLE_TSV, &n_columns);
      g_autoptr (GString) names = g_string_new (NULL);

      for (guint i = 0; i < n_columns; i++)
        g_string_append_printf (names, "%s%s", i > 0 ? " " : "", columns[i].name);
      g_assert_cmpstr (names->str, ==, expected[kind]);
    }
}

static void
test_format_names (void)
{
  g_assert_cmpint (dtl_list_format_from_name ("table"), ==, DTL_LIST_FORMAT_TABLE);
  g_assert_cmpint (dtl_list_format_from_name ("tsv"), ==, DTL_LIST_FORMAT_TSV);
  g_assert_cmpint (dtl_list_format_from_name ("json"), ==, DTL_LIST_FORMAT_JSON);
  g_assert_cmpint (dtl_list_format_from_name ("csv"), ==, DTL_LIST_FORMAT_CSV);
  g_assert_cmpint (dtl_list_format_from_name ("xml"), ==, -1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/io/list-writer/formats", test_formats);
  g_test_add_func ("/io/list-writer/json", test_json);
  g_test_add_func ("/io/list-writer/empty", test_empty);
  g_test_add_func ("/io/list-writer/parts", test_parts);
  g_test_add_func ("/io/list-writer/nested", test_nested);
  g_test_add_func ("/io/list-writer/headings", test_headings);
  g_test_add_func ("/io/list-writer/format-names", test_format_names);
  return g_test_run ();
}
