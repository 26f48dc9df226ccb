/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words that people write dates with, in each language that entry reads. Words to be read, not to be shown: what is
 * shown is translated. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* DtlDateWordKind: what a word or phrase does in a date. The value that goes with it is in brackets. */
typedef enum
{
  DTL_DATE_WORD_NONE,
  DTL_DATE_WORD_FILLER,       /* says nothing: the, of, im */
  DTL_DATE_WORD_MONTH,        /* 1 to 12 */
  DTL_DATE_WORD_WEEKDAY,      /* 1 Monday to 7 Sunday */
  DTL_DATE_WORD_SEASON,       /* EDTF code */
  DTL_DATE_WORD_PART,         /* EDTF code: Q3, H1 */
  DTL_DATE_WORD_QUARTER,      /* after an ordinal */
  DTL_DATE_WORD_HALF,         /* after an ordinal */
  DTL_DATE_WORD_CENTURY,      /* after an ordinal */
  DTL_DATE_WORD_DECADE,       /* before the year that begins it */
  DTL_DATE_WORD_ORDINAL,      /* 1, 2, 3, … */
  DTL_DATE_WORD_THIRD,        /* DtlThird */
  DTL_DATE_WORD_YEAR,         /* "the year", before a short number */
  DTL_DATE_WORD_YEAR_BEHIND,  /* "г.", after a year */
  DTL_DATE_WORD_BCE,          /* after a year */
  DTL_DATE_WORD_CE,           /* after a year */
  DTL_DATE_WORD_ABOUT,        /* `~` */
  DTL_DATE_WORD_PERHAPS,      /* `?` */
  DTL_DATE_WORD_BETWEEN,      /* and AND: one date of a stretch */
  DTL_DATE_WORD_AND,          /* */
  DTL_DATE_WORD_OR,           /* */
  DTL_DATE_WORD_FROM,         /* lasts; TO or nothing follows */
  DTL_DATE_WORD_TO,           /* */
  DTL_DATE_WORD_SINCE,        /* lasts, and goes on */
  DTL_DATE_WORD_UNTIL,        /* lasts, its beginning open; or TO */
  DTL_DATE_WORD_BEFORE,       /* excludes the date */
  DTL_DATE_WORD_BEFORE_OR_TO, /* BEFORE alone, TO behind a date */
  DTL_DATE_WORD_AFTER,        /* excludes the date */
  DTL_DATE_WORD_BY,           /* includes the date */
  DTL_DATE_WORD_NOT_BEFORE,   /* includes the date */
  DTL_DATE_WORD_ONWARDS,      /* after a date that goes on */
  DTL_DATE_WORD_OR_LATER,     /* after a date */
  DTL_DATE_WORD_OR_EARLIER,   /* after a date */
} DtlDateWordKind;

/* DTL_DATE_WORD_MOST_TOKENS: of one phrase. */
#define DTL_DATE_WORD_MOST_TOKENS 6

/* DtlDateWord: words of one meaning. */
typedef struct
{
  DtlDateWordKind kind;
  int value;
  const char *words; /* parted by `|`, in lower case, their tokens parted by blanks: no dots, no apostrophes */
} DtlDateWord;

/*
 * DtlDateVocabulary:
 * @language: two letters
 * @words: ended by DTL_DATE_WORD_NONE
 * @ordinals: what follows the digits of an ordinal, parted by `|`
 * @decades: what follows the digits of a decade, parted by `|`; "" for nothing does
 */
typedef struct
{
  const char *language;
  const DtlDateWord *words;
  const char *ordinals;
  const char *decades;
} DtlDateVocabulary;

extern const DtlDateVocabulary dtl_date_vocabulary_en;
extern const DtlDateVocabulary dtl_date_vocabulary_de;
extern const DtlDateVocabulary dtl_date_vocabulary_fr;
extern const DtlDateVocabulary dtl_date_vocabulary_ru;

char *dtl_date_vocabulary_fold (const char *text, gssize length);
const DtlDateWord *dtl_date_vocabulary_find (const DtlDateVocabulary *self, const char *folded);
gboolean dtl_date_vocabulary_is_ordinal (const DtlDateVocabulary *self, const char *folded_suffix);
gboolean dtl_date_vocabulary_is_decade (const DtlDateVocabulary *self, const char *folded_suffix);

G_END_DECLS
