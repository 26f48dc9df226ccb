/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which form of a word goes with a number: the "Plural-Forms" of a translation, an expression of C in one variable. */
#pragma once

#include <glib.h>
#include <stdint.h>

G_BEGIN_DECLS

/** DTL_PLURAL_MAX_FORMS: no language needs more. */
#define DTL_PLURAL_MAX_FORMS 6

/**
 * DtlPlural: a rule that was found to be whole.
 * @n_forms: 1 to DTL_PLURAL_MAX_FORMS
 * @expression: (transfer none): borrowed from the text it was read from
 */
typedef struct
{
  guint n_forms;
  const char *expression;
} DtlPlural;

/* Reads "nplurals=2; plural=n != 1;". FALSE if it is anything else. */
gboolean dtl_plural_parse (DtlPlural *self, const char *text);
/* The form for @number, from 0 to n_forms - 1. */
guint dtl_plural_form (const DtlPlural *self, uint64_t number);

G_END_DECLS
