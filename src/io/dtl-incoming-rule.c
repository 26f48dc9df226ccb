/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rules in the words of a file: the stable names, or these as people write them, "business days". */
#include "config.h"

#include <errno.h>

#include "base/dtl-gettext.h"
#include "io/dtl-incoming.h"

/* Nobody counts further; the arithmetic has a limit of its own. */
#define MOST_UNITS 1000000000

/* "At least" and "business-days" are "at_least" and "business_days". */
static char *
dup_term (const char *word)
{
  char *term = g_ascii_strdown (word, -1);

  g_strdelimit (term, " -", '_');
  return term;
}

/**
 * dtl_incoming_event_read_term:
 * @self: blamed where the word is not known
 * @vocabulary: what it is of
 * @field: where it stands, for the problem
 * @word: (nullable): the word; NULL and "" for none
 * @fallback: for none
 *
 * Returns: its value
 */
int
dtl_incoming_event_read_term (DtlIncomingEvent *self,
                              DtlVocabulary vocabulary,
                              const char *field,
                              const char *word,
                              int fallback)
{
  g_autofree char *term = NULL;
  int value;

  g_return_val_if_fail (self != NULL && field != NULL, fallback);

  if (word == NULL || *word == '\0')
    return fallback;
  term = dup_term (word);
  value = dtl_term_value (vocabulary, term);
  if (value >= 0)
    return value;
  dtl_incoming_event_blame (self, g_strdup_printf (_ ("“%1$s”: “%2$s” is not a known word"), field, word));
  return fallback;
}

/* "day" is "days". */
static DtlTimeUnit
read_unit (DtlIncomingEvent *self, const char *word)
{
  g_autofree char *term = word != NULL ? dup_term (word) : NULL;
  g_autofree char *many = term != NULL ? g_strconcat (term, "s", NULL) : NULL;
  int value = dtl_term_value (DTL_VOCABULARY_UNIT, many);

  if (value >= 0)
    return (DtlTimeUnit) value;
  return dtl_incoming_event_read_term (self, DTL_VOCABULARY_UNIT, "unit", word, DTL_UNIT_DAYS);
}

static DtlCounting
read_counting (DtlIncomingEvent *self, const char *word)
{
  g_autofree char *term = word != NULL ? dup_term (word) : NULL;

  if (g_strcmp0 (term, "counted") == 0)
    return DTL_COUNTING_ANCHOR_COUNTED;
  if (g_strcmp0 (term, "not_counted") == 0)
    return DTL_COUNTING_ANCHOR_NOT_COUNTED;
  return dtl_incoming_event_read_term (self, DTL_VOCABULARY_COUNTING, "counting", word,
                                       DTL_COUNTING_ANCHOR_NOT_COUNTED);
}

static int64_t
read_amount (DtlIncomingEvent *self, const char *text)
{
  gint64 amount = 0;

  if (text == NULL || *text == '\0')
    return 0;
  if (!g_ascii_string_to_signed (text, 10, -MOST_UNITS, MOST_UNITS, &amount, NULL))
    dtl_incoming_event_blame (
        self,
        g_strdup_printf (_ ("“%1$s”: “%2$s” is not a whole number; write 30, or -30 for before"), "amount", text));
  return amount;
}

static DtlOwnCalendar *
read_calendar (DtlIncomingEvent *self, const char *name, const char *const *closed)
{
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (int64_t));

  for (gsize i = 0; closed != NULL && closed[i] != NULL; i++)
    {
      int64_t day = 0;

      if (i >= DTL_OWN_CALENDAR_MAX_DAYS)
        dtl_incoming_event_blame (
            self, g_strdup_printf (_ ("“%1$s”: more than %2$d days"), "closed", DTL_OWN_CALENDAR_MAX_DAYS));
      else if (!dtl_own_calendar_read_day (closed[i], &day))
        dtl_incoming_event_blame (
            self, g_strdup_printf (_ ("“%1$s”: “%2$s” is not a day as in 2024-12-24"), "closed", closed[i]));
      if (self->problem != NULL)
        break;
      g_array_append_val (days, day);
    }
  return dtl_own_calendar_new (name, (const int64_t *) (gpointer) days->data, days->len);
}

static void
set_calendar (DtlIncomingEvent *self, DtlIncomingClaim *claim, const DtlIncomingRule *words)
{
  DtlRule *rule = &claim->claim->rule;
  gboolean has_name = words->calendar != NULL && *words->calendar != '\0';
  gboolean has_days = words->closed != NULL && words->closed[0] != NULL;
  g_autofree char *term = has_name ? dup_term (words->calendar) : NULL;
  int known = dtl_term_value (DTL_VOCABULARY_CALENDAR, term);

  if (!has_name && !has_days)
    return;
  if (rule->unit != DTL_UNIT_BUSINESS_DAYS)
    dtl_incoming_event_blame (self, g_strdup (_ ("a calendar is for business days; write business_days as the unit")));
  else if (!has_name)
    dtl_incoming_event_blame (self, g_strdup (_ ("closed days need the name of a calendar")));
  else if (known == DTL_CALENDAR_OWN || (known >= 0 && has_days))
    dtl_incoming_event_blame (
        self, g_strdup_printf (_ ("“%s” is a word of the program; give the calendar another name"), words->calendar));
  else if (known >= 0)
    rule->calendar = (DtlCalendarKind) known;
  else
    {
      rule->calendar = DTL_CALENDAR_OWN;
      rule->own_calendar = read_calendar (self, words->calendar, words->closed);
      claim->is_calendar_named = !has_days;
    }
}

/**
 * dtl_incoming_event_set_rule:
 * @self: the event; blamed where a word cannot be read
 * @claim: one of its claims, which becomes a derived one
 * @words: what the file says
 */
void
dtl_incoming_event_set_rule (DtlIncomingEvent *self, DtlIncomingClaim *claim, const DtlIncomingRule *words)
{
  DtlRule *rule;

  g_return_if_fail (self != NULL && claim != NULL && words != NULL);

  rule = &claim->claim->rule;
  claim->claim->has_rule = TRUE;
  claim->claim->basis = DTL_BASIS_DERIVED;
  if (words->anchor == NULL || *words->anchor == '\0')
    dtl_incoming_event_blame (self,
                              g_strdup (_ ("no anchor: a rule needs the id of what it counts from, or published")));
  g_free (claim->anchor);
  claim->anchor = g_strdup (words->anchor != NULL ? words->anchor : "");
  rule->comparator = dtl_incoming_event_read_term (self, DTL_VOCABULARY_COMPARATOR, "comparator", words->comparator,
                                                   DTL_COMPARATOR_EQUAL);
  rule->amount = read_amount (self, words->amount);
  rule->unit = read_unit (self, words->unit);
  rule->counting = read_counting (self, words->counting);
  rule->month_end = dtl_incoming_event_read_term (self, DTL_VOCABULARY_MONTH_END, "month_end", words->month_end,
                                                  DTL_MONTH_END_LAST_DAY);
  set_calendar (self, claim, words);
}
