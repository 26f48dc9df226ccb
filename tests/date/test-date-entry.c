/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people type: EDTF, EDTF loosely written, words of three languages, numbers of several meanings, and errors. */
#include "date/dtl-date-entry.h"

#include <string.h>

typedef struct
{
  const char *text;
  const char *expected; /* the first choice, then "|" and each alternative */
} Row;

static char *
read_all (const char *text, const char *language, const char *wanted_language, DtlDateEntryForm form)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DtlDateEntry) entry = dtl_date_entry_read (text, language, &error);
  GString *all;

  if (entry == NULL)
    return g_strdup (error->message);
  if (form != entry->form || g_strcmp0 (entry->language, wanted_language) != 0)
    return g_strdup_printf ("form %d, language %s", entry->form, entry->language);
  all = g_string_new (dtl_edtf_get_text (entry->value));
  for (guint i = 0; i < entry->alternatives->len; i++)
    g_string_append_printf (all, "|%s", dtl_edtf_get_text (g_ptr_array_index (entry->alternatives, i)));
  return g_string_free (all, FALSE);
}

static void
check_rows (const Row *rows, gsize n_rows, const char *language, const char *wanted_language, DtlDateEntryForm form)
{
  for (gsize i = 0; i < n_rows; i++)
    {
      g_autofree char *found = read_all (rows[i].text, language, wanted_language, form);

      if (strcmp (found, rows[i].expected) != 0)
        {
          g_test_message ("“%s”: %s, not %s", rows[i].text, found, rows[i].expected);
          g_test_fail ();
        }
    }
}

static void
test_strict (void)
{
  static const Row rows[] = {
    { "2024-06-20", "2024-06-20" },
    { " 2024-06 ", "2024-06" },
    { "2017~", "2017~" },
    { "2018/..", "2018/.." },
    { "[2024-09-21..2024-09-30]", "[2024-09-21..2024-09-30]" },
    { "{1667,1668}", "{1667,1668}" },
    { "199X", "199X" },
    { "2001-21", "2001-21|2001/2021" },
    { "2018-21", "2018-21|2018/2021" },
    { "2009-10", "2009-10|2009/2010" },
    { "2010-09", "2010-09" },
    { "Y17000", "Y17000" },
    { "2024-06-20T10:30:00Z", "2024-06-20T10:30:00Z" },
  };

  check_rows (rows, G_N_ELEMENTS (rows), "en", NULL, DTL_DATE_ENTRY_STRICT);
}

static void
test_lenient (void)
{
  static const Row rows[] = {
    { "19", "19XX" },
    { "19~", "19XX~" },
    { "197", "197X|0197" },
    { "800", "800X|0800" },
    { "{1667, 1668}", "{1667,1668}" },
    { "[ 1667 , 1668 .. 1670 ]", "[1667,1668..1670]" },
    { "199x", "199X" },
    { "198u", "198X" },
    { "y17000", "Y17000" },
    { "2018/open", "2018/.." },
    { "unknown/2018", "/2018" },
    { "2018 / 2020", "2018/2020" },
    { "2024–06–20", "2024-06-20" },
    { "20240620", "2024-06-20" },
    { "2024-06-20 10:30:00", "2024-06-20T10:30:00" },
    { "1989 ?", "1989?" },
    { "~ 1989", "~1989" },
    { "2018..2020", "[2018..2020]" },
    { "..2018", "[..2018]" },
    { "2018 …", "[2018..]" },
    { "2024-6-5", "2024-06-05" },
    { "2024/06/20", "2024-06-20" },
    { "2024.06.20", "2024-06-20" },
    { "20.06.2024", "2024-06-20" },
    { "20. 6. 2024", "2024-06-20" },
    { "6.7.2024", "2024-07-06" },
    { "20/6/2024", "2024-06-20" },
    { "6/20/2024", "2024-06-20" },
    { "6/6/2024", "2024-06-06" },
    { "20.06.24", "2024-06-20|1924-06-20" },
    { "20.06.89", "1989-06-20|2089-06-20" },
    { "06/2024", "2024-06" },
    { "6.2024", "2024-06" },
    { "2024/6", "2024-06" },
    { "2009/10", "2009-10|2009/2010" },
    { "2018/19", "2018/2019" },
    { "1914–18", "1914/1918" },
    { "2018–2020", "2018/2020" },
    { "2018 - 2020", "2018/2020" },
    { "20.06.2024 - 22.06.2024", "2024-06-20/2024-06-22" },
    { "3.–9.5.2024", "2024-05-03/2024-05-09" },
    { "2017, 2018", "{2017,2018}" },
    { "170.000.002", "Y170000002" },
    { "12,000", "Y12000" },
  };

  check_rows (rows, G_N_ELEMENTS (rows), "en", NULL, DTL_DATE_ENTRY_LENIENT);
}

static void
test_english (void)
{
  static const Row rows[] = {
    { "20 June 2024", "2024-06-20" },
    { "20th June 2024", "2024-06-20" },
    { "the 20th of June, 2024", "2024-06-20" },
    { "June 20, 2024", "2024-06-20" },
    { "June 20th 2024", "2024-06-20" },
    { "JUNE 20 2024", "2024-06-20" },
    { "Jun. 20, 2024", "2024-06-20" },
    { "20-Jun-2024", "2024-06-20" },
    { "2024 June", "2024-06" },
    { "2024 June 20", "2024-06-20" },
    { "2024-Jun-20", "2024-06-20" },
    { "the spring of 2018", "2018-21" },
    { "middle of May 2024", "[2024-05-11..2024-05-20]" },
    { "beginning of May 2024", "[2024-05-01..2024-05-10]" },
    { "between 2017 and May 2018", "[2017-01..2018-05]" },
    { "between 20 April and June 2018", "[2018-04-20..2018-06-30]" },
    { "till May 2020", "../2020-05" },
    { "up to 2020", "../2020" },
    { "Thursday 20 June 2024", "2024-06-20" },
    { "Thu, 20 Jun 2024", "2024-06-20" },
    { "on 20 June 2024", "2024-06-20" },
    { "June 2024", "2024-06" },
    { "June, 2024", "2024-06" },
    { "in June of 2024", "2024-06" },
    { "Sept. 2024", "2024-09" },
    { "20 June", "XXXX-06-20" },
    { "29 February", "XXXX-02-29" },
    { "June", "XXXX-06" },
    { "in 2017", "2017" },
    { "the year 800", "0800" },
    { "44 BC", "-0043" },
    { "15 March 44 BCE", "-0043-03-15" },
    { "AD 79", "0079" },
    { "79 A.D.", "0079" },
    { "late 2017", "[2017-09..2017-12]" },
    { "early 2017", "[2017-01..2017-04]" },
    { "mid-2017", "[2017-05..2017-08]" },
    { "mid 2017", "[2017-05..2017-08]" },
    { "the end of 2017", "[2017-09..2017-12]" },
    { "early September 2024", "[2024-09-01..2024-09-10]" },
    { "mid-September 2024", "[2024-09-11..2024-09-20]" },
    { "late September 2024", "[2024-09-21..2024-09-30]" },
    { "late February 2023", "[2023-02-21..2023-02-28]" },
    { "late in 2017", "[2017-09..2017-12]" },
    { "early 1990s", "[1990..1993]" },
    { "mid-1990s", "[1994..1996]" },
    { "the late 1990s", "[1997..1999]" },
    { "late 19th century", "[1867..1899]" },
    { "5th century BC", "-04XX" },
    { "early 5th century BCE", "[-0499..-0466]" },
    { "1st century BC", "[-0099..0000]" },
    { "1st century AD", "00XX" },
    { "before the 5th century BC", "[..-0500]" },
    { "12,000 BC", "Y-11999" },
    { "170,000,002 BCE", "Y-170000001" },
    { "20, 22 and 24 June 2024", "{2024-06-20,2024-06-22,2024-06-24}" },
    { "about 1989", "1989~" },
    { "around May 2020", "2020-05~" },
    { "c. 1989", "1989~" },
    { "ca. 1989", "1989~" },
    { "circa 20 June 2024", "2024-06-20~" },
    { "possibly 1989", "1989?" },
    { "possibly about 1989", "1989%" },
    { "June 1989?", "1989-06?" },
    { "about late 2017", "[2017-09~..2017-12~]" },
    { "before May 2020", "[..2020-04]" },
    { "before 2020", "[..2019]" },
    { "before 1 March 2024", "[..2024-02-29]" },
    { "before 1 January 2020", "[..2019-12-31]" },
    { "before January 2020", "[..2019-12]" },
    { "before about 2020", "[..2019~]" },
    { "before late 2017", "[..2017-08]" },
    { "before spring 2018", "[..2018-02]" },
    { "before the 1990s", "[..1989]" },
    { "prior to 2020", "[..2019]" },
    { "after May 2020", "[2020-06..]" },
    { "after 31 December 2019", "[2020-01-01..]" },
    { "after Q4 2019", "[2020-01..]" },
    { "by June 2024", "[..2024-06]" },
    { "no later than 20 June 2024", "[..2024-06-20]" },
    { "on or before 20 June 2024", "[..2024-06-20]" },
    { "on or after 20 June 2024", "[2024-06-20..]" },
    { "not before 2025", "[2025..]" },
    { "2018 or later", "[2018..]" },
    { "20 June 2024 or earlier", "[..2024-06-20]" },
    { "between 3 and 9 May 2024", "[2024-05-03..2024-05-09]" },
    { "between May 3 and 9, 2024", "[2024-05-03..2024-05-09]" },
    { "between 30 May and 2 June 2024", "[2024-05-30..2024-06-02]" },
    { "between 30 December and 2 January 2024", "[2023-12-30..2024-01-02]" },
    { "between 30 December 2023 and 2 January", "[2023-12-30..2024-01-02]" },
    { "between 2017 and 2019", "[2017..2019]" },
    { "between May and July 2024", "[2024-05..2024-07]" },
    { "between late 2017 and early 2018", "[2017-09..2018-04]" },
    { "from 2018 to 2020", "2018/2020" },
    { "from 3 to 9 May 2024", "2024-05-03/2024-05-09" },
    { "3 to 9 May 2024", "2024-05-03/2024-05-09" },
    { "3–9 May 2024", "2024-05-03/2024-05-09" },
    { "May 3–9, 2024", "2024-05-03/2024-05-09" },
    { "May to July 2024", "2024-05/2024-07" },
    { "May–July 2024", "2024-05/2024-07" },
    { "Q1 to Q3 2024", "2024-33/2024-35" },
    { "from late 2017 to about 2019", "2017~/2019~" },
    { "since 2018", "2018/.." },
    { "since 20 June 2024", "2024-06-20/.." },
    { "since late 2017", "2017~/.." },
    { "from 2018", "2018/.." },
    { "from 2018 on", "2018/.." },
    { "2018 onwards", "2018/.." },
    { "until 2018", "../2018" },
    { "until June 2024", "../2024-06" },
    { "2017 or 2018", "[2017,2018]" },
    { "20 or 22 June 2024", "[2024-06-20,2024-06-22]" },
    { "20 and 22 June 2024", "{2024-06-20,2024-06-22}" },
    { "June 20 and 22, 2024", "{2024-06-20,2024-06-22}" },
    { "20, 22 and 24 June 2024", "{2024-06-20,2024-06-22,2024-06-24}" },
    { "2016, 2017, or 2018", "[2016,2017,2018]" },
    { "spring 2018", "2018-21" },
    { "summer of 2018", "2018-22" },
    { "fall 2018", "2018-23" },
    { "autumn 2018", "2018-23" },
    { "winter 2018", "2018-24" },
    { "winter 2018–2019", "2018-24" },
    { "winter 2018/19", "2018-24" },
    { "Q3 2024", "2024-35" },
    { "Q3/2024", "2024-35" },
    { "2024 Q3", "2024-35" },
    { "2024Q3", "2024-35" },
    { "2024-Q3", "2024-35" },
    { "third quarter of 2024", "2024-35" },
    { "the 3rd quarter 2024", "2024-35" },
    { "H1 2024", "2024-40" },
    { "second half of 2024", "2024-41" },
    { "the 1990s", "199X" },
    { "1990's", "199X" },
    { "the 90s", "199X|209X" },
    { "the 1900s", "19XX|190X" },
    { "19th century", "18XX" },
    { "the nineteenth century", "18XX" },
    { "twenty-first century", "20XX" },
    { "some day in 2017", "2017" },
    { "Tuesday 6/7/2024", NULL },
    { "Friday 6/7/2024", "2024-06-07" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    if (rows[i].expected != NULL)
      check_rows (&rows[i], 1, "en", "en", DTL_DATE_ENTRY_WORDS);
    else
      g_assert_null (dtl_date_entry_read (rows[i].text, "en", NULL));
}

static void
test_german (void)
{
  static const Row rows[] = {
    { "20. Juni 2024", "2024-06-20" },
    { "am 20. Juni 2024", "2024-06-20" },
    { "Donnerstag, 20. Juni 2024", "2024-06-20" },
    { "Donnerstag, den 20. Juni 2024", "2024-06-20" },
    { "3. März 2018", "2018-03-03" },
    { "3. maerz 2018", "2018-03-03" },
    { "3. Marz 2018", "2018-03-03" },
    { "Jänner 2018", "2018-01" },
    { "Juni 2024", "2024-06" },
    { "im Jahr 2017", "2017" },
    { "44 v. Chr.", "-0043" },
    { "79 n. Chr.", "0079" },
    { "Ende September 2024", "[2024-09-21..2024-09-30]" },
    { "Anfang 2017", "[2017-01..2017-04]" },
    { "Mitte 2017", "[2017-05..2017-08]" },
    { "Ende 2017", "[2017-09..2017-12]" },
    { "Ende des Jahres 2017", "[2017-09..2017-12]" },
    { "Anfang der 1990er Jahre", "[1990..1993]" },
    { "späte 1990er", "[1997..1999]" },
    { "um 1989", "1989~" },
    { "etwa 1989", "1989~" },
    { "vermutlich 1989", "1989?" },
    { "um den 20. Juni 2024", "2024-06-20~" },
    { "seit 2018", "2018/.." },
    { "seit dem 20. Juni 2024", "2024-06-20/.." },
    { "ab 2018", "2018/.." },
    { "von 2018 an", "2018/.." },
    { "bis 2018", "../2018" },
    { "bis zum 20. Juni 2024", "../2024-06-20" },
    { "vor Mai 2020", "[..2020-04]" },
    { "nach dem 20. Juni 2024", "[2024-06-21..]" },
    { "spätestens am 20. Juni 2024", "[..2024-06-20]" },
    { "2018 oder später", "[2018..]" },
    { "zwischen dem 3. und dem 9. Mai 2024", "[2024-05-03..2024-05-09]" },
    { "zwischen 3. und 9. Mai 2024", "[2024-05-03..2024-05-09]" },
    { "vom 3. bis 9. Mai 2024", "2024-05-03/2024-05-09" },
    { "3. bis 9. Mai 2024", "2024-05-03/2024-05-09" },
    { "3.–9. Mai 2024", "2024-05-03/2024-05-09" },
    { "2018 bis 2020", "2018/2020" },
    { "2017 oder 2018", "[2017,2018]" },
    { "20. und 22. Juni 2024", "{2024-06-20,2024-06-22}" },
    { "Frühling 2018", "2018-21" },
    { "im Frühjahr 2018", "2018-21" },
    { "Winter 2018/19", "2018-24" },
    { "3. Quartal 2024", "2024-35" },
    { "III. Quartal 2024", "2024-35" },
    { "5. Jahrhundert v. Chr.", "-04XX" },
    { "drittes Quartal 2024", "2024-35" },
    { "1. Halbjahr 2024", "2024-40" },
    { "zweite Hälfte 2024", "2024-41" },
    { "1990er", "199X" },
    { "die 1990er-Jahre", "199X" },
    { "19. Jahrhundert", "18XX" },
    { "19. Jh.", "18XX" },
    { "ein Tag im Jahr 2017", "2017" },
  };

  check_rows (rows, G_N_ELEMENTS (rows), "de_DE.UTF-8", "de", DTL_DATE_ENTRY_WORDS);
}

static void
test_french (void)
{
  static const Row rows[] = {
    { "1er mars 2018", "2018-03-01" },
    { "le 1er mars 2018", "2018-03-01" },
    { "20 juin 2024", "2024-06-20" },
    { "jeudi 20 juin 2024", "2024-06-20" },
    { "12 août 2024", "2024-08-12" },
    { "12 aout 2024", "2024-08-12" },
    { "févr. 2024", "2024-02" },
    { "juin 2024", "2024-06" },
    { "en 2017", "2017" },
    { "l’an 800", "0800" },
    { "44 av. J.-C.", "-0043" },
    { "79 apr. J.-C.", "0079" },
    { "fin 2017", "[2017-09..2017-12]" },
    { "début septembre 2024", "[2024-09-01..2024-09-10]" },
    { "mi-septembre 2024", "[2024-09-11..2024-09-20]" },
    { "fin septembre 2024", "[2024-09-21..2024-09-30]" },
    { "à la fin de 2017", "[2017-09..2017-12]" },
    { "fin des années 1990", "[1997..1999]" },
    { "vers 1989", "1989~" },
    { "environ 1989", "1989~" },
    { "peut-être 1989", "1989?" },
    { "depuis 2018", "2018/.." },
    { "depuis le 20 juin 2024", "2024-06-20/.." },
    { "à partir de 2018", "2018/.." },
    { "jusqu’à 2018", "../2018" },
    { "jusqu'au 20 juin 2024", "../2024-06-20" },
    { "avant mai 2020", "[..2020-04]" },
    { "après le 20 juin 2024", "[2024-06-21..]" },
    { "au plus tard le 20 juin 2024", "[..2024-06-20]" },
    { "entre le 3 et le 9 mai 2024", "[2024-05-03..2024-05-09]" },
    { "entre 2017 et 2019", "[2017..2019]" },
    { "du 3 au 9 mai 2024", "2024-05-03/2024-05-09" },
    { "de mai à juillet 2024", "2024-05/2024-07" },
    { "2018 à 2020", "2018/2020" },
    { "2017 ou 2018", "[2017,2018]" },
    { "les 20 et 22 juin 2024", "{2024-06-20,2024-06-22}" },
    { "printemps 2018", "2018-21" },
    { "au printemps 2018", "2018-21" },
    { "l’été 2018", "2018-22" },
    { "à l'automne 2018", "2018-23" },
    { "T3 2024", "2024-35" },
    { "3e trimestre 2024", "2024-35" },
    { "troisième trimestre de 2024", "2024-35" },
    { "1er semestre 2024", "2024-40" },
    { "les années 1990", "199X" },
    { "années 90", "199X|209X" },
    { "XIXe siècle", "18XX" },
    { "Ve siècle av. J.-C.", "-04XX" },
    { "env. 1989", "1989~" },
    { "depuis 2018 environ", "2018~/.." },
    { "19e siècle", "18XX" },
    { "un jour en 2017", "2017" },
  };

  check_rows (rows, G_N_ELEMENTS (rows), "fr", "fr", DTL_DATE_ENTRY_WORDS);
}

static void
test_russian (void)
{
  static const Row rows[] = {
    { "20 июня 2024", "2024-06-20" },
    { "20 июня 2024 г.", "2024-06-20" },
    { "20 июня 2024 года", "2024-06-20" },
    { "20-го июня 2024 года", "2024-06-20" },
    { "четверг, 20 июня 2024 г.", "2024-06-20" },
    { "1 марта 2018 г.", "2018-03-01" },
    { "июнь 2024", "2024-06" },
    { "июнь 2024 г.", "2024-06" },
    { "в июне 2024 года", "2024-06" },
    { "2024 год", "2024" },
    { "в 2017 году", "2017" },
    { "2017 г.", "2017" },
    { "800 г.", "0800" },
    { "44 г. до н. э.", "-0043" },
    { "15 марта 44 г. до н. э.", "-0043-03-15" },
    { "409 г. н. э.", "0409" },
    { "начало сентября 2024 г.", "[2024-09-01..2024-09-10]" },
    { "середина 2017 года", "[2017-05..2017-08]" },
    { "в конце 2017 года", "[2017-09..2017-12]" },
    { "конец сентября 2024", "[2024-09-21..2024-09-30]" },
    { "около 1989", "1989~" },
    { "примерно 1989 г.", "1989~" },
    { "около 20 июня 2024", "2024-06-20~" },
    { "возможно, 2017 г.", "2017?" },
    { "возможно, примерно 2017 г.", "2017%" },
    { "до мая 2020", "[..2020-04]" },
    { "до 1 марта 2024", "[..2024-02-29]" },
    { "после мая 2020", "[2020-06..]" },
    { "не позднее 20 июня 2024", "[..2024-06-20]" },
    { "не ранее 2025 года", "[2025..]" },
    { "между 3 и 9 мая 2024", "[2024-05-03..2024-05-09]" },
    { "между маем и июлем 2024", "[2024-05..2024-07]" },
    { "между 2017 и 2019 годами", "[2017..2019]" },
    { "с 2018 года", "2018/.." },
    { "с 20 июня 2024 г.", "2024-06-20/.." },
    { "по 20 июня 2024 г.", "../2024-06-20" },
    { "с 3 по 9 мая 2024", "2024-05-03/2024-05-09" },
    { "с 3 до 9 мая 2024", "2024-05-03/2024-05-09" },
    { "3–9 мая 2024", "2024-05-03/2024-05-09" },
    { "2018 г. – 2020 г.", "2018/2020" },
    { "май – июнь 2024 г.", "2024-05/2024-06" },
    { "2018 г. и далее", "2018/.." },
    { "2017 г. или позже", "[2017..]" },
    { "2017 или 2018", "[2017,2018]" },
    { "20 и 22 июня 2024", "{2024-06-20,2024-06-22}" },
    { "весна 2018", "2018-21" },
    { "весной 2018 года", "2018-21" },
    { "зима 2018/19", "2018-24" },
    { "3-й квартал 2024", "2024-35" },
    { "III квартал 2024 г.", "2024-35" },
    { "третий квартал 2024 года", "2024-35" },
    { "1-е полугодие 2024", "2024-40" },
    { "второе полугодие 2024 г.", "2024-41" },
    { "1990-е", "199X" },
    { "1990-е годы", "199X" },
    { "начало 1990-х годов", "[1990..1993]" },
    { "90-е годы", "199X|209X" },
    { "10-е июня 2024", "2024-06-10" },
    { "XIX век", "18XX" },
    { "19-й век", "18XX" },
  };

  check_rows (rows, G_N_ELEMENTS (rows), "ru_RU", "ru", DTL_DATE_ENTRY_WORDS);
}

/* Which number is the month is asked back, with both dates. */
static void
test_ambiguous (void)
{
  static const struct
  {
    const char *text;
    const char *message;
  } rows[] = {
    { "6/7/2024", "“6/7/2024”: at character 1: this may be 6 July 2024 (2024-07-06) or 7 June 2024 (2024-06-07); "
                  "write one of them" },
    { "06-07-2024", "“06-07-2024”: at character 1: this may be 6 July 2024 (2024-07-06) or 7 June 2024 (2024-06-07); "
                    "write one of them" },
    { "before 1/2/2024",
      "“before 1/2/2024”: at character 8: this may be 31 January 2024 or earlier ([..2024-01-31]) or "
      "1 January 2024 or earlier ([..2024-01-01]); write one of them" },
    { "6/7/24", "“6/7/24”: at character 1: this may be 6 July 2024 (2024-07-06) or 7 June 2024 (2024-06-07); "
                "write one of them" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    for (int language = 0; language < 2; language++)
      {
        g_autoptr (GError) error = NULL;

        g_assert_null (dtl_date_entry_read (rows[i].text, language == 0 ? "en_US" : "de", &error));
        g_assert_error (error, DTL_DATE_ERROR, DTL_DATE_ERROR_AMBIGUOUS);
        g_assert_cmpstr (error->message, ==, rows[i].message);
      }
}

/* The words of the person's language come first, then those of the others. */
static void
test_languages (void)
{
  static const struct
  {
    const char *language;
    const char *text;
    const char *expected;
    const char *found;
  } rows[] = {
    { NULL, "20. Juni 2024", "2024-06-20", "de" },    { "de", "late 2017", "[2017-09..2017-12]", "en" },
    { "en", "fin 2017", "[2017-09..2017-12]", "fr" }, { "de", "August 2024", "2024-08", "de" },
    { "en", "August 2024", "2024-08", "en" },         { "ru", "August 2024", "2024-08", "en" },
    { "fr_FR", "mai 2024", "2024-05", "fr" },         { "de_AT", "mai 2024", "2024-05", "de" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    check_rows (&(Row){ rows[i].text, rows[i].expected }, 1, rows[i].language, rows[i].found, DTL_DATE_ENTRY_WORDS);
}

static void
test_errors (void)
{
  static const struct
  {
    const char *text;
    int code;
    const char *message;
  } rows[] = {
    { "", DTL_DATE_ERROR_SYNTAX, "“”: at character 1: expected a date" },
    { "tomorrow", DTL_DATE_ERROR_SYNTAX, "“tomorrow”: at character 1: this word is not known in dates" },
    { "20 Jumi 2024", DTL_DATE_ERROR_SYNTAX, "“20 Jumi 2024”: at character 4: this word is not known in dates" },
    { "20 June 2024 noon", DTL_DATE_ERROR_SYNTAX,
      "“20 June 2024 noon”: at character 14: this word is not known in dates" },
    { "31 June 2024", DTL_DATE_ERROR_NO_SUCH_DAY, "“31 June 2024”: at character 1: there is no such day" },
    { "29 February 2023", DTL_DATE_ERROR_NO_SUCH_DAY, "“29 February 2023”: at character 1: there is no such day" },
    { "20.13.2024", DTL_DATE_ERROR_NO_SUCH_DAY, "“20.13.2024”: at character 1: there is no such day" },
    { "Friday 20 June 2024", DTL_DATE_ERROR_NO_SUCH_DAY,
      "“Friday 20 June 2024”: at character 1: that date falls on another day of the week" },
    { "spring", DTL_DATE_ERROR_SYNTAX, "“spring”: at character 7: expected a year" },
    { "late September", DTL_DATE_ERROR_SYNTAX, "“late September”: at character 6: expected a date with its year" },
    { "late 20 June 2024", DTL_DATE_ERROR_SYNTAX,
      "“late 20 June 2024”: at character 6: expected a month, a year, a decade or a century" },
    { "between 2017", DTL_DATE_ERROR_SYNTAX, "“between 2017”: at character 13: expected “and” and the second date" },
    { "between 2019 and 2017", DTL_DATE_ERROR_ORDER,
      "“between 2019 and 2017”: at character 18: the second date lies before the first" },
    { "before", DTL_DATE_ERROR_SYNTAX, "“before”: at character 7: expected a date" },
    { "before 20 June", DTL_DATE_ERROR_SYNTAX, "“before 20 June”: at character 8: expected a date with its year" },
    { "the 5th", DTL_DATE_ERROR_SYNTAX, "“the 5th”: at character 5: expected a month with this day" },
    { "5th quarter 2024", DTL_DATE_ERROR_SYNTAX,
      "“5th quarter 2024”: at character 5: expected a quarter, a half or a century" },
    { "June 2024 )", DTL_DATE_ERROR_SYNTAX, "“June 2024 )”: at character 11: expected nothing more here" },
    { "2024-13-01", DTL_DATE_ERROR_SYNTAX, NULL },
    { "\xff", DTL_DATE_ERROR_SYNTAX, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (DtlDateEntry) entry = dtl_date_entry_read (rows[i].text, "en", &error);

      g_assert_null (entry);
      if (rows[i].message == NULL)
        g_assert_nonnull (error);
      else if (!g_error_matches (error, DTL_DATE_ERROR, rows[i].code) || strcmp (error->message, rows[i].message) != 0)
        {
          g_test_message ("“%s”: %d %s", rows[i].text, error->code, error->message);
          g_test_fail ();
        }
    }
}

/* Whatever is typed ends in a value or an error. */
static void
test_noise (void)
{
  static const char *const pieces[] = { "20",   "June",  "2024",  "-",      "/",  ",",       "between ",
                                        "and ", "late ", "1990s", "Q3",     "~",  "?",       ".",
                                        " ",    "X",     "{",     "]",      "..", "winter ", "99999999999999999999",
                                        "é",    "BC",    "0",     "siècle", "'",  "of ",     "since ",
                                        "or " };
  GRand *random = g_rand_new_with_seed (20240620);

  for (int i = 0; i < 3000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (DtlDateEntry) entry = NULL;

      for (int n = g_rand_int_range (random, 0, 8); n > 0; n--)
        g_string_append (text, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
      entry = dtl_date_entry_read (text->str, "fr", &error);
      g_assert_true ((entry == NULL) == (error != NULL));
    }
  g_rand_free (random);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date-entry/strict", test_strict);
  g_test_add_func ("/date-entry/lenient", test_lenient);
  g_test_add_func ("/date-entry/english", test_english);
  g_test_add_func ("/date-entry/german", test_german);
  g_test_add_func ("/date-entry/french", test_french);
  g_test_add_func ("/date-entry/russian", test_russian);
  g_test_add_func ("/date-entry/ambiguous", test_ambiguous);
  g_test_add_func ("/date-entry/languages", test_languages);
  g_test_add_func ("/date-entry/errors", test_errors);
  g_test_add_func ("/date-entry/noise", test_noise);
  return g_test_run ();
}
