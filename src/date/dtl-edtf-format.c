/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The earliest and latest day of a value in ASCII, for the command line and JSON. Printed from the components, not from
 * the seconds, so that years which saturate the bounds are still right. Dates for people are in dtl-date-label.c. */
#include "config.h"

#include "date/dtl-edtf-private.h"

/* The day at one end of an endpoint. FALSE where it is open or unknown. */
static gboolean
endpoint_day (const DtlEdtfEndpoint *endpoint, gboolean latest, DtlCivilDay *day)
{
  DtlCivilDay first, last;

  if (endpoint->kind != DTL_ENDPOINT_DATE || !dtl_edtf_date_range (&endpoint->date, &first, &last))
    return FALSE;
  *day = latest ? last : first;
  return TRUE;
}

static const DtlEdtfEndpoint *
end_of_element (const DtlEdtf *self, const DtlEdtfElement *element, gboolean latest)
{
  return latest && (element->is_range || self->shape == DTL_EDTF_INTERVAL) ? &element->last : &element->first;
}

static char *
format_end (const DtlEdtf *self, gboolean latest)
{
  DtlCivilDay best = { 0, 1, 1 }, day;

  for (guint i = 0; i < self->elements->len; i++)
    {
      const DtlEdtfElement *element = &g_array_index (self->elements, DtlEdtfElement, i);
      const DtlEdtfEndpoint *endpoint = end_of_element (self, element, latest);

      if (!endpoint_day (endpoint, latest, &day))
        return g_strdup (endpoint->kind == DTL_ENDPOINT_UNKNOWN ? "unknown" : (latest ? "inf" : "-inf"));
      if (i == 0 || (latest ? dtl_civil_compare (&day, &best) > 0 : dtl_civil_compare (&day, &best) < 0))
        best = day;
    }
  return dtl_civil_format (&best);
}

/**
 * dtl_edtf_format_earliest:
 * @self: a value
 *
 * Returns: (transfer full): the earliest day as "2024-06-20", "-inf" where open, "unknown" where unknown
 */
char *
dtl_edtf_format_earliest (const DtlEdtf *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return format_end (self, FALSE);
}

/**
 * dtl_edtf_format_latest:
 * @self: a value
 *
 * Returns: (transfer full): the latest day as "2024-06-20", "inf" where open, "unknown" where unknown
 */
char *
dtl_edtf_format_latest (const DtlEdtf *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return format_end (self, TRUE);
}
