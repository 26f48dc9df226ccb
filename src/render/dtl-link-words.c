/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sentence for each type, so that languages can order it as they do. */
#include "config.h"

#include "base/dtl-gettext.h"
#include "render/dtl-link-words.h"

static const char *
get_format (DtlLinkType type)
{
  switch (type)
    {
    case DTL_LINK_PART_OF:
      return _ ("“%1$s” is part of “%2$s”");
    case DTL_LINK_CAUSES:
      return _ ("“%1$s” causes “%2$s”");
    case DTL_LINK_RESPONDS_TO:
      return _ ("“%1$s” responds to “%2$s”");
    case DTL_LINK_AMENDS:
      return _ ("“%1$s” amends “%2$s”");
    case DTL_LINK_IMPLEMENTS:
      return _ ("“%1$s” implements “%2$s”");
    case DTL_LINK_SUPERSEDES:
      return _ ("“%1$s” supersedes “%2$s”");
    default:
      g_assert_not_reached ();
    }
}

char *
dtl_link_words (DtlLinkType type, const char *from, const char *to)
{
  g_return_val_if_fail (from != NULL && to != NULL, NULL);

  return g_strdup_printf (get_format (type), from, to);
}
