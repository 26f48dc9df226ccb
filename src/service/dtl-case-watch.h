/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How an open case and its file stand to each other: whether the file is still what was read, whether it can be
 * written where it is, and whether it lacks something that the person did. Used from the document's thread. */
#pragma once

#include "service/dtl-document.h"

G_BEGIN_DECLS

/**
 * DtlFileStanding: what is not as it should be; 0 where all is well.
 * @DTL_FILE_STANDING_GONE: there is no such file any more
 * @DTL_FILE_STANDING_CHANGED: another program has written the file since it was read
 * @DTL_FILE_STANDING_KEPT: what the person did last is in the working copy alone
 * @DTL_FILE_STANDING_READ_ONLY: the file's folder cannot be written
 */
typedef enum
{
  DTL_FILE_STANDING_GONE = 1 << 0,
  DTL_FILE_STANDING_CHANGED = 1 << 1,
  DTL_FILE_STANDING_KEPT = 1 << 2,
  DTL_FILE_STANDING_READ_ONLY = 1 << 3,
} DtlFileStanding;

#define DTL_TYPE_CASE_WATCH (dtl_case_watch_get_type ())
G_DECLARE_FINAL_TYPE (DtlCaseWatch, dtl_case_watch, DTL, CASE_WATCH, GObject)

/** DtlCaseWatch::changed: the standing is another one. */

DtlCaseWatch *dtl_case_watch_new (DtlDocument *document);
DtlFileStanding dtl_case_watch_get_standing (DtlCaseWatch *self);
void dtl_case_watch_check (DtlCaseWatch *self);

G_END_DECLS
