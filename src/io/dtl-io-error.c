/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "io/dtl-io-error.h"

G_DEFINE_QUARK (dtl - io - error - quark, dtl_io_error)
