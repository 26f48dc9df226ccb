/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a document is made of, for the files that are the document: dtl-document.c opens and answers, -edit.c has the
 * working copy, -ground.c has what drawings need of it, -work.c lends it to threads, -recover.c takes up what an
 * earlier run left. */
#pragma once

#include <glib/gstdio.h>
#include <sys/stat.h>

#include "service/dtl-document-private.h"

G_BEGIN_DECLS

struct _DtlDocument
{
  GObject parent_instance;

  char *path;
  struct stat identity; /* of the file that was read; all 0 where it could not be looked at */
  DtlStore *store;      /* the working copy's when there is one */
  DtlCaseInfo *info;
  DtlActorTable *actors;
  GPtrArray *sources;       /* (nullable): DtlSource; NULL where they are many, and nobody asked yet */
  GHashTable *source_index; /* id -> DtlSource, borrowed */
  GHashTable *lone_sources; /* id -> DtlSource, owned: those that were asked for one by one before all were read */
  guint n_sources;          /* 0 where they were not counted */
  DtlGround *ground;        /* (nullable): of all columns */
  DtlColumns *all_columns;
  DtlColumns *columns; /* of what was known on the day; else the same */
  DtlKnownOn known_on;
  DtlTitleCache *titles;
  DtlTitleCache *old_titles;    /* one generation back: layouts let go of their strings in their own time */
  DtlWorkingCopy *working_copy; /* (nullable): NULL also while it is lent to a thread */
  gboolean is_working;          /* a thread has the case; @store is for reading alone */
  gboolean was_unpublished;     /* when it was lent */
  DtlRecovery *recovery;        /* (nullable) */
  guint n_read;                 /* how often the tables were read */
};

/* Reads tables and columns from the store; on an error the document keeps what it had. */
gboolean dtl_document_read (DtlDocument *self, GError **error);
void dtl_document_forget (DtlDocument *self);
void dtl_document_ensure_sources (DtlDocument *self);
void dtl_document_show_columns (DtlDocument *self);
void dtl_document_look_at_file (DtlDocument *self, struct stat *identity);
void dtl_document_emit_changed (DtlDocument *self);
void dtl_document_emit_working_changed (DtlDocument *self);
gboolean dtl_document_check_idle (DtlDocument *self, GError **error);
void dtl_document_take_content (DtlDocument *self, DtlDocument *fresh);

G_END_DECLS
