/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person types, as EDTF: EDTF itself, EDTF loosely written, and plain words in English, German, French and
 * Russian. Pure: no clock, no locale; the languages to try come as arguments. `dateline edtf` does not use it, it is
 * strict. */
#pragma once

#include "date/dtl-edtf.h"

G_BEGIN_DECLS

/**
 * DtlDateEntryForm: how it was written.
 * @DTL_DATE_ENTRY_STRICT: EDTF as the profile has it
 * @DTL_DATE_ENTRY_LENIENT: without words, but not as the profile has it: `19`, `{1667, 1668}`, 20.6.2024
 * @DTL_DATE_ENTRY_WORDS: in words of a language
 */
typedef enum
{
  DTL_DATE_ENTRY_STRICT,
  DTL_DATE_ENTRY_LENIENT,
  DTL_DATE_ENTRY_WORDS,
} DtlDateEntryForm;

/**
 * DtlDateEntry: what was understood.
 * @value: the first choice; its text is what to show as written in EDTF
 * @form: how it was written
 * @language: (nullable): "en", "de", "fr" or "ru", whose words it has; NULL where it has none. Never freed
 * @alternatives: (element-type DtlEdtf): what else it may mean, best first; empty where it is clear
 */
typedef struct
{
  DtlEdtf *value;
  DtlDateEntryForm form;
  const char *language;
  GPtrArray *alternatives;
} DtlDateEntry;

DtlDateEntry *dtl_date_entry_read (const char *text, const char *language, GError **error);
void dtl_date_entry_free (DtlDateEntry *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtlDateEntry, dtl_date_entry_free)

G_END_DECLS
