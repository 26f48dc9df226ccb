/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a title asserts what its passages only allege: whether it lacks every word that keeps a distance.
 * In the languages of Dateline; a title without a Latin or Cyrillic letter is not judged. Not a parser: it asks for a
 * word, not for its place, and for the words of all languages at once, since a case does not say what each title is in.
 */
#include "config.h"

#include <string.h>

#include "base/dtl-gettext.h"
#include "model/dtl-check-private.h"

/* Beginnings of words, so that one entry covers accuse, accused, accuses, accusation. */
static const char *const hedge_beginnings[] = {
  "accus",
  "alleg",
  "apparent",
  "argu",
  "assert",
  "assum",
  "attribut",
  "believ",
  "blam",
  "charg",
  "claim",
  "contend",
  "denied",
  "denies",
  "deny",
  "disput",
  "doubt",
  "fear",
  "insinuat",
  "maintain",
  "presum",
  "purport",
  "question",
  "report",
  "rumor",
  "rumour",
  "seem",
  "suggest",
  "suppos",
  "suspect",
  "suspici",
  "think",
  "warn",
  /* German */
  "angebl",
  "behaupt",
  "bericht",
  "beschuldig",
  "bestreit",
  "bestritt",
  "bezweif",
  "mutmass",
  "nenn",
  "verdäch",
  "vermut",
  "vorwürf",
  "vorwurf",
  "wirf",
  /* French */
  "affirm",
  "allègu",
  "allégu",
  "alléga",
  "présum",
  "prétend",
  "soupçon",
  "suggèr",
  "suggér",
  /* Russian */
  "говор",
  "заяв",
  "назыв",
  "обвин",
  "отриц",
  "подозр",
  "предпол",
  "сомне",
  "сообща",
  "счита",
  "утвержд",
  "якобы",
};

static const char *const hedge_words[] = {
  "according",
  "could",
  "may",
  "might",
  "possible",
  "possibly",
  "said",
  "say",
  "saying",
  "says",
  "tell",
  "tells",
  "told",
  "would",
  /* German */
  "deutet",
  "deuten",
  "könnte",
  "laut",
  "sagt",
  "soll",
  "sollen",
  "wohl",
  "zufolge",
  /* French */
  "aurait",
  "auraient",
  "dit",
  "disent",
  "pourrait",
  "selon",
  "serait",
  "seraient",
  /* Russian */
  "возможно",
  "может",
  "словам",
};

static gboolean
is_hedge (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (hedge_beginnings); i++)
    if (g_str_has_prefix (word, hedge_beginnings[i]))
      return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (hedge_words); i++)
    if (g_str_equal (word, hedge_words[i]))
      return TRUE;
  return FALSE;
}

static gboolean
has_hedge (const char *title)
{
  g_autofree char *folded = g_utf8_casefold (title, -1);
  g_auto (GStrv) words = NULL;
  gboolean is_judged = FALSE;

  for (char *c = folded; *c != '\0'; c = g_utf8_next_char (c))
    {
      GUnicodeScript script = g_unichar_get_script (g_utf8_get_char (c));

      is_judged = is_judged || script == G_UNICODE_SCRIPT_LATIN || script == G_UNICODE_SCRIPT_CYRILLIC;
      if (!g_ascii_isalpha (*c) && (guchar) *c < 0x80)
        *c = ' ';
    }
  words = g_strsplit (folded, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (is_hedge (words[i]))
      return TRUE;
  return !is_judged;
}

/**
 * dtl_check_title:
 * @event: the event
 * @findings: (element-type DtlFinding): appended to
 */
void
dtl_check_title (const DtlEvent *event, GPtrArray *findings)
{
  if (event->assertion != DTL_ASSERTION_ALLEGED || event->title == NULL || has_hedge (event->title))
    return;
  dtl_check_add (findings, DTL_GRADE_WARNING, "title_asserts", event, NULL, NULL,
                 g_strdup_printf (_ ("The title “%s” asserts what is only alleged. Say in the title who alleges it."),
                                  event->title));
}
