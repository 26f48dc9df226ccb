/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The state of one reading, shared by the files that read the parts of a sample's description. */
#pragma once

#include <json-glib/json-glib.h>

#include "io/dtl-sample-reader.h"

G_BEGIN_DECLS

/** DtlSampleReader: @keys: "actor:kaspersky" -> the record's DtlId; one name space a kind of thing. */
typedef struct
{
  DtlSampleCase *sample;
  GHashTable *keys;
  uint32_t counter;
  DtlSampleLoadFunc load;
  gpointer user_data;
  GError *error; /* the first one; readers go on with empty values and the whole is thrown away */
} DtlSampleReader;

void dtl_sample_fail (DtlSampleReader *self, const char *key, const char *format, ...) G_GNUC_PRINTF (3, 4);
DtlId dtl_sample_new_id (DtlSampleReader *self);
void dtl_sample_remember (DtlSampleReader *self, const char *kind, JsonObject *object, DtlId id);
/* The id behind a key that @object has under @member; DTL_ID_NONE if it has none, an error if nobody has that key. */
DtlId dtl_sample_resolve (DtlSampleReader *self, const char *kind, JsonObject *object, const char *member);
DtlId dtl_sample_resolve_key (DtlSampleReader *self, const char *kind, const char *key);

/* Members with their defaults; of another type than wanted counts as an error. */
char *dtl_sample_dup_string (DtlSampleReader *self, JsonObject *object, const char *member);
int64_t dtl_sample_get_int (DtlSampleReader *self, JsonObject *object, const char *member, int64_t fallback);
int dtl_sample_get_term (DtlSampleReader *self,
                         JsonObject *object,
                         const char *member,
                         DtlVocabulary vocabulary,
                         int fallback);
GStrv dtl_sample_dup_strings (DtlSampleReader *self, JsonObject *object, const char *member);
/* Calls @read for each object of an array member; a missing array is empty. */
typedef void (*DtlSampleReadFunc) (DtlSampleReader *self, JsonObject *object, gpointer target);
void dtl_sample_each (DtlSampleReader *self,
                      JsonObject *object,
                      const char *member,
                      DtlSampleReadFunc read,
                      gpointer target);
JsonObject *dtl_sample_get_object (DtlSampleReader *self, JsonObject *object, const char *member);

/* dtl-sample-words.c: @description in the language of @words. */
gboolean dtl_sample_translate (JsonObject *description, GBytes *words, GError **error);

/* The parts. */
void dtl_sample_read_source (DtlSampleReader *self, JsonObject *object, gpointer target);
void dtl_sample_read_passage (DtlSampleReader *self, JsonObject *object, gpointer target);
void dtl_sample_read_event (DtlSampleReader *self, JsonObject *object, gpointer target);
/* Claims may hang on claims of later events: their rules are read when all have ids. */
void dtl_sample_read_rules (DtlSampleReader *self, JsonObject *event, gpointer target);

G_END_DECLS
