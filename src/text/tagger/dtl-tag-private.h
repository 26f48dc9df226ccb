/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of the tagger share: words of a sentence, the compiled rules, dates that are being resolved.
 * The way of a text: dtl-tag-lexer.c cuts it into words, sentence by sentence; dtl-tag-numbers.c joins "twenty-five";
 * dtl-tag-match.c walks the automaton; the action of the rule that won (dtl-tag-actions-*.c) resolves and emits. */
#pragma once

#include "date/dtl-civil.h"
#include "text/dtl-tag-tables.h"
#include "text/dtl-tagger.h"

G_BEGIN_DECLS

/* A value of up to four letters, as compile-dates.py packs it. */
#define DTL_TAG_2(a, b) ((int) (((guint) (a) << 8) | (guint) (b)))

typedef struct _DtlTagMatch DtlTagMatch;

typedef struct
{
  uint16_t class_id;
  int32_t value;
} DtlTagWordValue;

typedef struct
{
  const char *text;
  uint8_t length;
  uint16_t kind_capital, kind_small;
  uint16_t values_start, n_values;
} DtlTagWord;

typedef struct
{
  uint32_t flags;
  gboolean starts;
} DtlTagKind;

typedef struct
{
  uint16_t kind, next;
} DtlTagEdge;

typedef struct
{
  uint32_t edges_start;
  uint16_t n_edges;
  uint16_t accept; /* 0xffff for none */
} DtlTagState;

typedef struct
{
  uint16_t rule;
  uint16_t length;
  uint32_t slots_start;
} DtlTagAccept;

typedef struct
{
  char slot; /* 0 for none */
  uint16_t class_id;
} DtlTagSlot;

typedef struct
{
  const char *name;
  gboolean (*action) (DtlTagMatch *match);
} DtlTagRule;

/* Kinds of phrases beside dates; en.cues says what each is. */
typedef enum
{
  DTL_TAG_CUE_LIMIT,
  DTL_TAG_CUE_LIMIT_BEHIND,
  DTL_TAG_CUE_LIMIT_RULE,
  DTL_TAG_CUE_LIMIT_PAIR,
  DTL_TAG_CUE_MOVED,
  DTL_TAG_CUE_STATE,
  DTL_TAG_CUE_ROLE,
  DTL_TAG_CUE_CLAUSE,
  DTL_TAG_CUE_UNTIL,
  DTL_TAG_CUE_COUNT,
  DTL_TAG_CUE_FROM_ISSUE,
  DTL_TAG_CUE_COMPARE,
  DTL_TAG_CUE_LEAD,
  DTL_TAG_CUE_ANCHOR,
  DTL_TAG_CUE_FISCAL,
  DTL_TAG_CUE_BOILERPLATE_LINE,
  DTL_TAG_CUE_BOILERPLATE_START,
  DTL_TAG_CUE_BOILERPLATE_WORD,
} DtlTagCueKind;

typedef struct
{
  uint16_t first, second; /* its first two words, which tell it from most others; DTL_TAG_NO_WORD for no second */
  uint8_t kind;
  uint8_t n_words;
  uint16_t words_start;
  const char *value, *more; /* as the heading in en.cues has them */
  const char *phrase;
} DtlTagCue;

extern const DtlTagWord dtl_tag_words[];
extern const DtlTagWordValue dtl_tag_word_values[];
extern const uint16_t dtl_tag_word_slots[];
extern const DtlTagKind dtl_tag_kinds[];
extern const DtlTagEdge dtl_tag_edges[];
extern const DtlTagState dtl_tag_states[];
extern const DtlTagAccept dtl_tag_accepts[];
extern const DtlTagSlot dtl_tag_slots[];
extern const DtlTagRule dtl_tag_rules[];
extern const DtlTagCue dtl_tag_cues[];
extern const uint16_t dtl_tag_cue_words[];
extern const uint16_t dtl_tag_cue_first[]; /* for each word; DTL_TAG_NO_WORD for none */
extern const uint32_t dtl_tag_cue_kinds[]; /* for each word: the kinds of the phrases that begin with it, as bits */
extern const uint16_t dtl_tag_n_cues;

#define DTL_TAG_NO_WORD 0xffff

/*
 * DtlTagToken: a word, a number or a sign.
 * @start, @end: bytes; @start_cp, @end_cp: code points
 * @number: what a figure or a number word is worth
 * @flags: bits DTL_TAG_IS_… of its kind
 */
typedef struct
{
  uint32_t start, end;
  uint32_t start_cp, end_cp;
  uint16_t word, kind;
  uint32_t flags;
  double number;
  guint capital : 1;
  guint joined : 1;  /* no space before it */
  guint past : 1;    /* ends in "ed" */
  guint is_word : 1; /* letters, rather than a sign or a figure */
  guint line : 1;    /* a line begins with it */
} DtlTagToken;

/*
 * DtlTagLexer: reads @text once; dtl_tag_lexer_sentence() fills @tokens with the next sentence.
 */
typedef struct
{
  const char *text;
  gsize n_bytes;
  gsize at;
  gint64 at_cp;
  GArray *tokens;
  gboolean paragraph; /* the sentence begins one */
  gboolean pending_paragraph;
} DtlTagLexer;

/* Longer sentences are cut, so that no text makes the work grow with the square of its length. */
#define DTL_TAG_MAX_SENTENCE 400

void dtl_tag_lexer_init (DtlTagLexer *self, const char *text, gsize n_bytes);
void dtl_tag_lexer_clear (DtlTagLexer *self);
gboolean dtl_tag_lexer_sentence (DtlTagLexer *self);
void dtl_tag_join_numbers (GArray *tokens);
void dtl_tag_token_set_word (DtlTagToken *token, uint16_t word);

typedef enum
{
  DTL_TAG_NONE,
  DTL_TAG_CENTURY,
  DTL_TAG_DECADE,
  DTL_TAG_YEAR,
  DTL_TAG_HALF,
  DTL_TAG_QUARTER,
  DTL_TAG_SEASON,
  DTL_TAG_MONTH,
  DTL_TAG_WEEK,
  DTL_TAG_WEEKEND,
  DTL_TAG_DAY,
} DtlTagGrain;

/*
 * DtlTagDate: a date being resolved.
 * @grain: how fine it is
 * @year: of a decade and century their first; G_MININT for unknown
 * @sub: half 1-2, quarter 1-4, season as in SP/SU/FA/WI, month 1-12 (of a day too)
 * @day: of the month
 * @first: day number of the Monday of a week, the Saturday of a weekend
 * @part: part of day ("MO"), 0 for none
 * @hour, @minute: -1 for none
 * @edge: 'S', 'M', 'E' or 0: early, mid, late
 * @about_month: the month of the year that is meant, roughly; 0 for none
 * @two_ways: month and day may be the other way round
 * @doubtful: since the date of issue is
 * @approx: as said, or since the date of issue is
 */
typedef struct
{
  DtlTagGrain grain;
  int year, sub, day;
  int64_t first;
  int part;
  int hour, minute;
  int edge;
  int about_month;
  gboolean approx, doubtful;
  gboolean two_ways;
  const char *reason;
} DtlTagDate;

#define DTL_TAG_UNKNOWN_YEAR G_MININT

void dtl_tag_date_init (DtlTagDate *self, DtlTagGrain grain, int year, int sub, int day);
void dtl_tag_date_set_day (DtlTagDate *self, int64_t day_number);
int64_t dtl_tag_date_first (const DtlTagDate *self);
int64_t dtl_tag_date_last (const DtlTagDate *self);
void dtl_tag_date_span (const DtlTagDate *self, int64_t *first, int64_t *last);
void dtl_tag_date_coarsen (DtlTagDate *self, DtlTagGrain grain);
void dtl_tag_date_shift (DtlTagDate *self, int amount);
char *dtl_tag_date_timex (const DtlTagDate *self);
char *dtl_tag_date_edtf (const DtlTagDate *self);
const char *dtl_tag_date_suffix (const DtlTagDate *self);
DtlTagGrain dtl_tag_unit_grain (int unit);
char *dtl_tag_duration (double amount, int unit);
char *dtl_tag_duration_vague (int unit);

#define DTL_TAG_LONG_AGO 1000

/* DtlTagTense: what the verbs beside an expression suggest. */
typedef enum
{
  DTL_TAG_TENSE_NONE,
  DTL_TAG_TENSE_PAST,
  DTL_TAG_TENSE_FUTURE,
} DtlTagTense;

/*
 * DtlTagMark: an expression of the sentence that is being read.
 * @timex: not owned
 * @first, @end: its words, @end behind the last
 * @date: what it means; grain NONE where it is no date, or not a known one
 * @anchor_first, @anchor_end: the words of the event that it counts from; both 0 for none
 */
typedef struct
{
  DtlTimex *timex;
  guint first, end;
  guint anchor_first, anchor_end;
  DtlTagDate date;
} DtlTagMark;

typedef struct _DtlTagReading DtlTagReading;

/*
 * DtlTagContext: what is known where a sentence is read.
 * @issued: grain NONE for unknown
 * @last: the date told last; @last_day, @last_month, @last_year: the last at least so fine
 * @period: the quarter, half or year that the text reports
 * @sentence_day, @sentence_date: the last of this sentence
 */
typedef struct
{
  const char *text;
  GArray *tokens;
  guint n_tokens;
  DtlTagDate bare_month; /* the last month that was told as such */
  DtlTagDate told_year;  /* a year that the text goes back to ("in 1985", "June 1985") */
  guint told_age;        /* sentences since then, in this paragraph */
  DtlTagDate lead_day;   /* the first day of the story that was told, if it was the day of issue or shortly before */
  DtlTagDate issued, last, last_day, last_week, last_month, last_year, period, sentence_day, sentence_date;
  guint day_age;   /* sentences since @last_day was told in this paragraph */
  int slash_order; /* 1 day first, 2 month first, 0 not known */
  gboolean narrative;
  gboolean fiscal;    /* a quarter was counted in a company's own years */
  gboolean named_day; /* the last date of the sentence named a month or a year, rather than a weekday */
  gboolean months;    /* the sentence has told a length of half a year or more, in months */
  GPtrArray *found;
  GArray *marks; /* DtlTagMark, those of the sentence */
  DtlTagReading *reading;
  guint last_token; /* behind the expression before, in this sentence; G_MAXUINT for none */
  gboolean before_was_year;
} DtlTagContext;

struct _DtlTagMatch
{
  DtlTagContext *context;
  guint first, length;
  const DtlTagSlot *slots;
  const char *rule;
};

void dtl_tag_match_sentence (DtlTagContext *context);
DtlTimex *dtl_tag_add (DtlTagContext *context,
                       guint first,
                       guint end,
                       DtlTimexType type,
                       char *value,
                       char *edtf,
                       const char *rule);
gboolean dtl_tag_has (const DtlTagMatch *match, char slot);
int dtl_tag_get (const DtlTagMatch *match, char slot, int otherwise);
double dtl_tag_get_number (const DtlTagMatch *match, char slot, double otherwise);
const DtlTagToken *dtl_tag_slot_token (const DtlTagMatch *match, char slot);
const DtlTagToken *dtl_tag_first_token (const DtlTagMatch *match);
int dtl_tag_word_value (const DtlTagToken *token, uint16_t class_id);
/* The token @offset words from the match: -1 the one before, 1 the one behind; NULL at the sentence's end. */
const DtlTagToken *dtl_tag_beside (const DtlTagMatch *match, int offset);
gboolean dtl_tag_token_is (const DtlTagContext *context, const DtlTagToken *token, const char *const *words);
/* A list of words that is there once, rather than written anew for each question. */
#define DTL_TAG_WORDS(...)                                                                                             \
  ({                                                                                                                   \
    static const char *const words_[] = { __VA_ARGS__, NULL };                                                         \
    words_;                                                                                                            \
  })
#define DTL_TAG_IS_ONE_OF(match, offset, ...)                                                                          \
  dtl_tag_token_is ((match)->context, dtl_tag_beside (match, offset), DTL_TAG_WORDS (__VA_ARGS__))
#define DTL_TAG_WITHIN(match, index, ...)                                                                              \
  dtl_tag_token_is ((match)->context,                                                                                  \
                    &g_array_index ((match)->context->tokens, DtlTagToken, (match)->first + (index)),                  \
                    DTL_TAG_WORDS (__VA_ARGS__))

/* Emit: the whole match, or the tokens from @from to before @to (counted from the match's first). */
void dtl_tag_emit_date (DtlTagMatch *match, const DtlTagDate *date);
void dtl_tag_emit_compared (DtlTagMatch *match, const DtlTagDate *date);
void dtl_tag_emit_date_part (DtlTagMatch *match, guint from, guint to, const DtlTagDate *date);
DtlTimex *dtl_tag_emit (DtlTagMatch *match, guint from, guint to, DtlTimexType type, char *value, char *edtf);
gboolean dtl_tag_emit_vague (DtlTagMatch *match, const DtlTagDate *base, DtlTagGrain grain, int amount, int part);
gboolean dtl_tag_is_over_a_time (const DtlTagMatch *match);
void dtl_tag_emit_duration (DtlTagMatch *match, char *value);

/* dtl-tag-tense.c */
DtlTagTense dtl_tag_tense (const DtlTagMatch *match);
gboolean dtl_tag_looks_ahead (const DtlTagMatch *match);

/* dtl-tag-context.c */
DtlTagDate dtl_tag_base (const DtlTagContext *context);
const DtlTagDate *dtl_tag_last (const DtlTagContext *context, DtlTagGrain grain);
gboolean dtl_tag_told_year (const DtlTagMatch *match, DtlTagDate *date);
void dtl_tag_nearest (const DtlTagMatch *match, DtlTagDate *date);
void dtl_tag_remember (DtlTagContext *context, const DtlTagDate *date);

G_END_DECLS
