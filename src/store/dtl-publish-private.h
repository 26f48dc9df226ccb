/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Publishing, step by step, so that a test can come between any two of them. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** DtlPublishStep: what comes next when the hook is called. */
typedef enum
{
  DTL_PUBLISH_WRITE,
  DTL_PUBLISH_CACHE,
  DTL_PUBLISH_CHECK,
  DTL_PUBLISH_SYNC,
  DTL_PUBLISH_EXCHANGE,
  DTL_PUBLISH_COMPARE,
  DTL_PUBLISH_N_STEPS,
} DtlPublishStep;

/**
 * DtlPublishHook:
 * @step: what comes next
 * @temporary: path of the new file
 * @data: as given
 *
 * Returns: FALSE to fail here as if the disk had
 */
typedef gboolean (*DtlPublishHook) (DtlPublishStep step, const char *temporary, gpointer data);

/**
 * DtlPublishing:
 * @working_copy: absolute path of a working copy; it is read through a connection of its own, in any thread
 * @target: absolute path of the person's file
 * @expected_sha256: (nullable): see dtl_store_publish()
 * @hook, @hook_data: (nullable): for tests
 * @cache_min_events: for tests: how many events a case has for which caches are kept; 0 for the usual number
 * @no_exchange: for tests: do as on file systems that cannot exchange two files
 */
typedef struct
{
  const char *working_copy;
  const char *target;
  const char *expected_sha256;
  DtlPublishHook hook;
  gpointer hook_data;
  int64_t cache_min_events;
  gboolean no_exchange;
} DtlPublishing;

gboolean dtl_publish (const DtlPublishing *publishing, char **sha256, GError **error);

G_END_DECLS
