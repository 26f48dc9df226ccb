/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The steps from each version of the format to the next. Only working copies are ever migrated; a person's file of an
 * older version is read as it is and replaced whole when it is published. */
#pragma once

#include "store/dtl-sql-connection-private.h"

G_BEGIN_DECLS

/* Runs the steps from @from (0: an empty database) to the current version, in one transaction. */
gboolean dtl_migrations_run (DtlSqlConnection *connection, int from, GError **error);

G_END_DECLS
