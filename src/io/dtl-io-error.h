/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The errors of the readers and writers. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define DTL_IO_ERROR (dtl_io_error_quark ())
GQuark dtl_io_error_quark (void);

/**
 * DtlIoError: messages name the line or key, and the way out.
 * @DTL_IO_ERROR_SYNTAX: not what the format allows there
 * @DTL_IO_ERROR_ENCODING: not UTF-8
 * @DTL_IO_ERROR_TOO_LARGE: larger, longer or deeper than the reader takes
 * @DTL_IO_ERROR_REFERENCE: names something that is not there
 */
typedef enum
{
  DTL_IO_ERROR_SYNTAX,
  DTL_IO_ERROR_ENCODING,
  DTL_IO_ERROR_TOO_LARGE,
  DTL_IO_ERROR_REFERENCE,
} DtlIoError;

G_END_DECLS
