/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Speaking a language in one thread: a picture has the words of its own language whatever the process speaks, off the
 * main thread too, and on a system without a single locale. What base/dtl-gettext.h translates between entering and
 * leaving is in that language; numbers and times of the C library are those of "C". */
#pragma once

#include <glib.h>

#include "base/dtl-catalogue.h"
#include "base/dtl-plain-locale.h"

G_BEGIN_DECLS

/** DtlLanguage: what to go back to. Enter and leave in the same thread; they nest. */
typedef struct
{
  DtlPlainLocale locale;
  const DtlCatalogue *catalogue;
  gboolean is_speaking;
} DtlLanguage;

void dtl_language_enter (DtlLanguage *self, const char *language);
void dtl_language_leave (DtlLanguage *self);

gboolean dtl_language_is_known (const char *language);
char *dtl_language_match (const char *language);
GStrv dtl_language_list (void);
char *dtl_language_get_name (const char *language);

/* For base/dtl-gettext.c: whether this thread speaks a language of its own, and (nullable) its messages; NULL is
 * English. */
gboolean dtl_language_is_speaking (const DtlCatalogue **catalogue);

G_END_DECLS
