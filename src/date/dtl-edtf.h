/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One EDTF value (ISO 8601-2, the Library of Congress profile), kept as written, with what follows from it.
 * Strict: what the profile does not have is an error with its place. Words that a person types are read elsewhere. */
#pragma once

#include "date/dtl-bounds.h"
#include "date/dtl-civil.h"

G_BEGIN_DECLS

/** DTL_DATE_ERROR: the errors of this room. */
#define DTL_DATE_ERROR (dtl_date_error_quark ())
GQuark dtl_date_error_quark (void);

/**
 * DtlDateError:
 * @DTL_DATE_ERROR_SYNTAX: not EDTF; the message has the 1-based position in characters and what was expected there
 * @DTL_DATE_ERROR_NO_SUCH_DAY: well formed, but not in the calendar (2023-02-29)
 * @DTL_DATE_ERROR_ORDER: an interval or stretch whose end lies before its start
 * @DTL_DATE_ERROR_UNSUPPORTED: a date with which nothing can be counted
 * @DTL_DATE_ERROR_AMBIGUOUS: what was typed has two meanings, which the message names
 * @DTL_DATE_ERROR_RANGE: a computation left the range of dates
 */
typedef enum
{
  DTL_DATE_ERROR_SYNTAX,
  DTL_DATE_ERROR_NO_SUCH_DAY,
  DTL_DATE_ERROR_ORDER,
  DTL_DATE_ERROR_UNSUPPORTED,
  DTL_DATE_ERROR_AMBIGUOUS,
  DTL_DATE_ERROR_RANGE,
} DtlDateError;

/**
 * DtlEdtfShape:
 * @DTL_EDTF_DATE: one date, of whatever precision
 * @DTL_EDTF_INTERVAL: `a/b`: it lasts
 * @DTL_EDTF_ONE_OF: `[...]`: one of these, it is not known which
 * @DTL_EDTF_ALL_OF: `{...}`: all of these
 */
typedef enum
{
  DTL_EDTF_DATE,
  DTL_EDTF_INTERVAL,
  DTL_EDTF_ONE_OF,
  DTL_EDTF_ALL_OF,
} DtlEdtfShape;

/** DtlPrecision: the finest component that was written with a known or masked value. */
typedef enum
{
  DTL_PRECISION_YEAR,
  DTL_PRECISION_SEASON, /* two-digit codes 21 to 41 in the place of the month */
  DTL_PRECISION_MONTH,
  DTL_PRECISION_DAY,
  DTL_PRECISION_SECOND,
} DtlPrecision;

/** DtlQualifier: what is said about one component. */
typedef enum
{
  DTL_QUALIFIER_NONE = 0,
  DTL_QUALIFIER_UNCERTAIN = 1 << 0,
  DTL_QUALIFIER_APPROXIMATE = 1 << 1,
} DtlQualifier;

/**
 * DtlEdtfDate: one date of a value, component by component.
 *
 * Digits that are unknown (`X`) are in the masks: bit n set means that the digit worth 10^n is unknown, and the number
 * has 0 in its place. A component that was not written is 0 with an empty mask (see @precision).
 * DTL_EDTF_YEAR_MASK_NEGATIVE is set beside the digits of a masked year with a minus sign, since `-XXXX` has no digit
 * that could carry it.
 */
#define DTL_EDTF_YEAR_MASK_NEGATIVE (1u << 31)

typedef struct
{
  int64_t year;
  uint32_t year_mask;
  uint8_t significant_digits; /* `S` suffix; 0 when absent */
  uint8_t month;              /* 1 to 12, or 21 to 41 for a season code */
  uint8_t month_mask;
  uint8_t day;
  uint8_t day_mask;
  uint8_t hour, minute, second;
  gboolean has_offset; /* an offset or Z was written: kept, never applied */
  int16_t offset_minutes;
  DtlPrecision precision;
  uint8_t year_qualifiers, month_qualifiers, day_qualifiers; /* DtlQualifier */
  DtlBounds bounds;
} DtlEdtfDate;

/**
 * DtlEdtfEndpoint: what stands at one end of an interval or of an element of a set.
 */
typedef enum
{
  DTL_ENDPOINT_DATE,
  DTL_ENDPOINT_OPEN,    /* `..` */
  DTL_ENDPOINT_UNKNOWN, /* nothing, beside a slash */
} DtlEndpointKind;

typedef struct
{
  DtlEndpointKind kind;
  DtlEdtfDate date; /* meaningful for DTL_ENDPOINT_DATE */
} DtlEdtfEndpoint;

/**
 * DtlEdtfElement: one element of a value. A DATE has one with first alone; an INTERVAL one with first and last;
 * a ONE_OF or ALL_OF has one or more, each a date (@is_range FALSE) or a range `a..b`.
 */
typedef struct
{
  gboolean is_range;
  DtlEdtfEndpoint first;
  DtlEdtfEndpoint last; /* meaningful when @is_range, or for an interval */
} DtlEdtfElement;

/** DtlEdtf: an immutable, reference-counted EDTF value. */
typedef struct _DtlEdtf DtlEdtf;

DtlEdtf *dtl_edtf_parse (const char *text, GError **error);
DtlEdtf *dtl_edtf_new_day (int64_t year, int month, int day);
DtlEdtf *dtl_edtf_new_one_of_days (int64_t first_day, int64_t last_day);
DtlEdtf *dtl_edtf_ref (DtlEdtf *self);
void dtl_edtf_unref (DtlEdtf *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtlEdtf, dtl_edtf_unref)

const char *dtl_edtf_get_text (const DtlEdtf *self);
int dtl_edtf_get_level (const DtlEdtf *self);
DtlEdtfShape dtl_edtf_get_shape (const DtlEdtf *self);
const DtlBounds *dtl_edtf_get_bounds (const DtlEdtf *self);
guint dtl_edtf_get_n_elements (const DtlEdtf *self);
const DtlEdtfElement *dtl_edtf_get_element (const DtlEdtf *self, guint index);
DtlPrecision dtl_edtf_get_precision (const DtlEdtf *self);
int dtl_edtf_compare (const DtlEdtf *a, const DtlEdtf *b);

/* "2024-06-20" for a day, "-inf", "inf" for open ends, "unknown": as `dateline edtf` and the JSON keys earliest and
 * latest print. Years outside 0 to 9999 as plain signed numbers of at least four digits. */
char *dtl_edtf_format_earliest (const DtlEdtf *self);
char *dtl_edtf_format_latest (const DtlEdtf *self);

G_END_DECLS
