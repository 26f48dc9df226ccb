/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The "C" locale for messages, numbers and times of this thread alone: what goes into a picture has the same words and
 * digits whatever language the process speaks. The encoding of characters stays as it is. */
#pragma once

#include <locale.h>

/** DtlPlainLocale: what to go back to. Enter and leave in the same thread; they nest. */
typedef struct
{
  locale_t plain;
  locale_t before;
} DtlPlainLocale;

void dtl_plain_locale_enter (DtlPlainLocale *self);
void dtl_plain_locale_leave (DtlPlainLocale *self);
