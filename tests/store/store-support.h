/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of the store share: a folder of their own, and a small case that has one of everything. */
#pragma once

#include <glib.h>

#include "store/dtl-store.h"

G_BEGIN_DECLS

/** Fixture: a folder that is removed afterwards, and an empty working copy in it. */
typedef struct
{
  char *folder;
  char *path; /* of the working copy */
  DtlStore *store;
} Fixture;

#define TEST_NOW     INT64_C (1718841600)
#define TEST_REPLICA 7

void fixture_set_up (Fixture *self, gconstpointer data);
void fixture_tear_down (Fixture *self, gconstpointer data);
/* A path in the folder. (transfer full) */
char *fixture_path (Fixture *self, const char *name);
/* Closes the working copy and opens it again. */
void fixture_reopen (Fixture *self);

/** Sample: ids of what fill_case() puts in. */
typedef struct
{
  DtlId department;
  DtlId company;
  DtlId source;
  DtlId summary_text;
  DtlId full_text;
  DtlId passage;
  DtlId announcement;
  DtlId announced_claim;
  DtlId ban;
  DtlId effective_claim;
} Sample;

#define SAMPLE_SUMMARY "Our summary: the Department bans new sales. It names 20 July."

/* One change, "Fill the case". */
void fill_case (DtlStore *store, Sample *sample);

void begin (DtlStore *store, const char *label);
void commit (DtlStore *store);
/* Names in a folder, sorted and joined by spaces. (transfer full) */
char *list_folder (const char *folder);
/* Runs SQL on a database file, as another program would. */
void run_sql (const char *path, const char *sql);
/* First column of all rows, lines joined by newline; NULL as "NULL". (transfer full) */
char *ask_sql (const char *path, const char *sql);

G_END_DECLS
