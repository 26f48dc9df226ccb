/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/dtl-plain-locale.h"

void
dtl_plain_locale_enter (DtlPlainLocale *self)
{
  locale_t base = duplocale (uselocale ((locale_t) 0));

  self->plain = newlocale (LC_MESSAGES_MASK | LC_NUMERIC_MASK | LC_TIME_MASK, "C", base);
  self->before = uselocale (self->plain);
}

void
dtl_plain_locale_leave (DtlPlainLocale *self)
{
  uselocale (self->before);
  freelocale (self->plain);
}
