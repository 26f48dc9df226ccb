/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

/* The real ones of GLib and the C library, which the header's names stand for elsewhere. */
#include <glib/gi18n.h>

#undef _
#undef N_
#undef C_
#undef NC_

static const char *
process_pgettext (const char *context_and_message, gsize message_at)
{
  return g_dpgettext (NULL, context_and_message, message_at);
}

static const char *
process_ngettext (const char *one, const char *many, gulong number)
{
  return ngettext (one, many, number);
}

static const char *
process_gettext (const char *message)
{
  return gettext (message);
}

#include "base/dtl-gettext.h"
#include "base/dtl-language.h"

/**
 * dtl_gettext:
 * @message: what stands in the program
 *
 * Returns: (transfer none): it in the language of this thread, or @message
 */
const char *
dtl_gettext (const char *message)
{
  const DtlCatalogue *catalogue;
  const char *words;

  if (!dtl_language_is_speaking (&catalogue))
    return process_gettext (message);
  words = catalogue != NULL && *message != '\0' ? dtl_catalogue_lookup (catalogue, message) : NULL;
  return words != NULL ? words : message;
}

/**
 * dtl_ngettext:
 * @one: what stands in the program for one thing
 * @many: and for several
 * @number: how many
 *
 * Returns: (transfer none): the form for @number in the language of this thread
 */
const char *
dtl_ngettext (const char *one, const char *many, gulong number)
{
  const DtlCatalogue *catalogue;
  const char *words;

  if (!dtl_language_is_speaking (&catalogue))
    return process_ngettext (one, many, number);
  words = catalogue != NULL ? dtl_catalogue_lookup_plural (catalogue, one, number) : NULL;
  if (words != NULL)
    return words;
  return number == 1 ? one : many;
}

/**
 * dtl_pgettext:
 * @context_and_message: both, with a \004 between them
 * @message_at: where the message begins, in bytes
 *
 * Returns: (transfer none): the message in the language of this thread
 */
const char *
dtl_pgettext (const char *context_and_message, gsize message_at)
{
  const DtlCatalogue *catalogue;
  const char *words;

  if (!dtl_language_is_speaking (&catalogue))
    return process_pgettext (context_and_message, message_at);
  words = catalogue != NULL ? dtl_catalogue_lookup (catalogue, context_and_message) : NULL;
  return words != NULL ? words : context_and_message + message_at;
}

/**
 * dtl_pgettext_dynamic:
 * @context: the context
 * @message: what stands in the program, marked elsewhere with NC_
 *
 * Returns: (transfer none): @message in the language of this thread
 */
const char *
dtl_pgettext_dynamic (const char *context, const char *message)
{
  g_autofree char *both = g_strconcat (context, "\004", message, NULL);
  gsize message_at = strlen (context) + 1;
  const char *words = dtl_pgettext (both, message_at);

  return words == both + message_at ? message : words;
}
