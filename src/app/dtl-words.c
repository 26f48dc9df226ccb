/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-words.h. */
#include "config.h"

#include "app/dtl-words.h"

#include <glib/gi18n.h>

#include "date/dtl-date-label.h"
#include "service/dtl-term-label.h"

/* Returns: (transfer static): a decision about a date as a sign; never shown without its word within reach */
const char *
dtl_words_standing_sign (DtlStanding standing)
{
  switch (standing)
    {
    case DTL_STANDING_ACCEPTED:
      return "✓";
    case DTL_STANDING_COMPETING:
      return "≠";
    case DTL_STANDING_REJECTED:
    default:
      return "✗";
    }
}

/* Returns: (transfer none): the kind of @event; an own kind under the name that the person gave it */
const char *
dtl_words_kind (const DtlEvent *event)
{
  g_return_val_if_fail (event != NULL, "");

  if (event->kind < DTL_EVENT_KIND_FIRST_OWN)
    return dtl_term_label (DTL_VOCABULARY_EVENT_KIND, event->kind);
  return event->kind_name != NULL ? event->kind_name : "";
}

/* Returns: (transfer full): when @source was issued, in [brackets] where a person supplied that; "undated" if nobody
 * did */
char *
dtl_words_issued (const DtlSource *source)
{
  g_autoptr (DtlEdtf) value = NULL;
  g_autofree char *words = NULL;

  g_return_val_if_fail (source != NULL, NULL);

  if (source->issued_edtf == NULL)
    return g_strdup (C_ ("source", "undated"));
  value = dtl_edtf_parse (source->issued_edtf, NULL);
  words = value != NULL ? dtl_date_label (value, DTL_DATE_LABEL_LONG) : g_strdup (source->issued_edtf);
  if (source->issued_basis == DTL_BASIS_SUPPLIED)
    return g_strdup_printf ("[%s]", words);
  return g_steal_pointer (&words);
}

/* Returns: (transfer full): the last part of @path as valid UTF-8, to be shown */
char *
dtl_words_file_name (const char *path)
{
  g_autofree char *base = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  base = g_path_get_basename (path);
  return g_filename_display_name (base);
}

/* So much of a pill is always to be read, as of "Exhibits 2, 4, 5". */
#define PILL_LEAST_CHARS 16

/* Sets the text of a pill beside words that may take several lines: they make room for it, and it is only cut where it
 * is long. */
void
dtl_words_set_pill (GtkLabel *pill, const char *text)
{
  gboolean is_long;

  g_return_if_fail (GTK_IS_LABEL (pill) && text != NULL);

  is_long = g_utf8_strlen (text, -1) > PILL_LEAST_CHARS;
  gtk_label_set_text (pill, text);
  gtk_label_set_ellipsize (pill, is_long ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
  gtk_label_set_width_chars (pill, is_long ? PILL_LEAST_CHARS : -1);
}
