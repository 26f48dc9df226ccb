/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The errors of this room. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define DTL_TEXT_ERROR (dtl_text_error_quark ())
GQuark dtl_text_error_quark (void);

/**
 * DtlTextError:
 * @DTL_TEXT_ERROR_ENCODING: bytes that are not UTF-8; the message has the position of the first
 * @DTL_TEXT_ERROR_NUL: a NUL byte, which no text has
 * @DTL_TEXT_ERROR_TOO_LARGE: more than DTL_TEXT_MAX_BYTES
 * @DTL_TEXT_ERROR_NOT_FOUND: words that do not stand in the text
 * @DTL_TEXT_ERROR_AMBIGUOUS: words that stand in the text more than once
 */
typedef enum
{
  DTL_TEXT_ERROR_ENCODING,
  DTL_TEXT_ERROR_NUL,
  DTL_TEXT_ERROR_TOO_LARGE,
  DTL_TEXT_ERROR_NOT_FOUND,
  DTL_TEXT_ERROR_AMBIGUOUS,
} DtlTextError;

G_END_DECLS
