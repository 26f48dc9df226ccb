/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Marks and translates words, in place of glib/gi18n.h: the same names, but in the language that this thread speaks
 * (base/dtl-language.h), and in that of the process where it speaks none of its own. Rooms below app use this alone. */
#pragma once

#include <glib.h>
#include <libintl.h>
#include <string.h>

G_BEGIN_DECLS

const char *dtl_gettext (const char *message) G_GNUC_FORMAT (1);
const char *dtl_ngettext (const char *one, const char *many, gulong number) G_GNUC_FORMAT (1) G_GNUC_FORMAT (2);
const char *dtl_pgettext (const char *context_and_message, gsize message_at) G_GNUC_FORMAT (1);
const char *dtl_pgettext_dynamic (const char *context, const char *message) G_GNUC_FORMAT (2);

#undef _
#undef N_
#undef C_
#undef NC_
#undef ngettext
#define _(message)                  dtl_gettext (message)
#define N_(message)                 (message)
#define C_(context, message)        dtl_pgettext (context "\004" message, strlen (context) + 1)
#define NC_(context, message)       (message)
#define ngettext(one, many, number) dtl_ngettext (one, many, number)

G_END_DECLS
