/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether an open database is a sound case. */
#pragma once

#include "store/dtl-sql-connection-private.h"

G_BEGIN_DECLS

/**
 * DtlVerifyDepth:
 * @DTL_VERIFY_IF_SMALL: identity and schema, and every page where the file is small enough for nobody to notice
 * @DTL_VERIFY_PAGES: identity, schema and every page
 */
typedef enum
{
  DTL_VERIFY_IF_SMALL,
  DTL_VERIFY_PAGES,
} DtlVerifyDepth;

gboolean dtl_verify_case (DtlSqlConnection *db, DtlVerifyDepth depth, GError **error);

G_END_DECLS
