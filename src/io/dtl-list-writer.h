/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A whole list in one of the four formats of the command line. JSON, TSV and CSV are appended as they come, so that the
 * caller may write out and empty the string in between. */
#pragma once

#include "io/dtl-list-json.h"

G_BEGIN_DECLS

typedef enum
{
  DTL_LIST_FORMAT_TABLE,
  DTL_LIST_FORMAT_TSV,
  DTL_LIST_FORMAT_JSON,
  DTL_LIST_FORMAT_CSV,
} DtlListFormat;

/* "table", "tsv", "json", "csv"; -1 for another name. */
int dtl_list_format_from_name (const char *name);

typedef struct _DtlListWriter DtlListWriter;

/* @out: appended to; must stay until the writer is finished. (transfer full) */
DtlListWriter *dtl_list_writer_new (DtlListKind kind, DtlListFormat format, GString *out);
void dtl_list_writer_free (DtlListWriter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtlListWriter, dtl_list_writer_free)

/* @object: (transfer full): one of dtl-list-json.h, of the writer's kind */
void dtl_list_writer_add (DtlListWriter *self, JsonNode *object);
/* Once, after the last. */
void dtl_list_writer_finish (DtlListWriter *self);

G_END_DECLS
