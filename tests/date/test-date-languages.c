/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates in the words of each language that Dateline speaks, as a person of that language writes them. In the tables `_`
 * is a no-break space. The locale of the process is C throughout. */
#include "config.h"

#include <libintl.h>

#include "base/dtl-language.h"
#include "date/dtl-date-label.h"

#define N_LANGUAGES 4

static const char *const languages[N_LANGUAGES] = { "en", "de", "fr", "ru" };

typedef struct
{
  const char *text;
  const char *labels[N_LANGUAGES];
} Row;

typedef char *(*LabelFunc) (const DtlEdtf *value, DtlDateLabelStyle style);

static void
check_label (const Row *row, int language, LabelFunc label_of, DtlDateLabelStyle style)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DtlEdtf) value = dtl_edtf_parse (row->text, &error);
  g_auto (GStrv) parts = g_strsplit (row->labels[language], "_", -1);
  g_autofree char *wanted = g_strjoinv ("\302\240", parts);
  g_autofree char *label = NULL;
  DtlLanguage scope;

  g_assert_no_error (error);
  dtl_language_enter (&scope, languages[language]);
  label = label_of (value, style);
  dtl_language_leave (&scope);
  g_assert_cmpstr (label, ==, wanted);
}

static void
check_rows (const Row *rows, gsize n_rows, LabelFunc label_of, DtlDateLabelStyle style)
{
  for (gsize i = 0; i < n_rows; i++)
    for (int language = 0; language < N_LANGUAGES; language++)
      check_label (&rows[i], language, label_of, style);
}

static void
test_dates (void)
{
  static const Row rows[] = {
    { "2024-06-20", { "20 June 2024", "20._Juni 2024", "20_juin 2024", "20_июня 2024_г." } },
    { "2018-03-01", { "1 March 2018", "1._März 2018", "1er_mars 2018", "1_марта 2018_г." } },
    { "2024-06", { "June 2024", "Juni 2024", "juin 2024", "июнь 2024_г." } },
    { "2017", { "2017", "2017", "2017", "2017_г." } },
    { "Y170000002", { "170,000,002", "170.000.002", "170\u202f000\u202f002", "170_000_002_г." } },
    { "0409", { "409 CE", "409 n._Chr.", "409 apr._J.-C.", "409_г. н._э." } },
    { "-0043", { "44 BCE", "44 v._Chr.", "44 av._J.-C.", "44_г. до н._э." } },
    { "-0043-03-15", { "15 March 44 BCE", "15._März 44 v._Chr.", "15_mars 44 av._J.-C.", "15_марта 44_г. до н._э." } },
    { "1985-04-12T23:20:30",
      { "12 April 1985, 23:20:30", "12._April 1985, 23:20:30", "12_avril 1985, 23:20:30",
        "12_апреля 1985_г., 23:20:30" } },
    { "1985-04-12T23:20:00Z",
      { "12 April 1985, 23:20 UTC", "12._April 1985, 23:20 UTC", "12_avril 1985, 23:20 UTC",
        "12_апреля 1985_г., 23:20 UTC" } },
  };

  check_rows (rows, G_N_ELEMENTS (rows), dtl_date_label, DTL_DATE_LABEL_LONG);
}

static void
test_months (void)
{
  static const char *const alone[N_LANGUAGES][12] = {
    { "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
      "December" },
    { "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November",
      "Dezember" },
    { "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
      "décembre" },
    { "январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь", "ноябрь",
      "декабрь" },
  };
  static const char *const of_days[12] = { "января", "февраля", "марта",    "апреля",  "мая",    "июня",
                                           "июля",   "августа", "сентября", "октября", "ноября", "декабря" };
  static const char *const formats[N_LANGUAGES] = { "7 %s 2024", "7._%s 2024", "7_%s 2024", "7_%s 2024_г." };

  for (int month = 1; month <= 12; month++)
    for (int language = 0; language < N_LANGUAGES; language++)
      {
        g_autofree char *text = g_strdup_printf ("2024-%02d", month);
        g_autofree char *day_text = g_strdup_printf ("2024-%02d-07", month);
        const char *name = alone[language][month - 1];
        g_autofree char *label = g_strdup_printf (language == 3 ? "%s 2024_г." : "%s 2024", name);
        g_autofree char *day_label = g_strdup_printf (formats[language], language == 3 ? of_days[month - 1] : name);
        Row row = { text, { NULL } }, day_row = { day_text, { NULL } };

        row.labels[language] = label;
        day_row.labels[language] = day_label;
        check_label (&row, language, dtl_date_label, DTL_DATE_LABEL_LONG);
        check_label (&day_row, language, dtl_date_label, DTL_DATE_LABEL_LONG);
      }
}

static void
test_qualifiers (void)
{
  static const Row rows[] = {
    { "2017~", { "about 2017", "etwa 2017", "vers 2017", "примерно 2017_г." } },
    { "2017?", { "possibly 2017", "möglicherweise 2017", "peut-être 2017", "возможно, 2017_г." } },
    { "2017%",
      { "possibly about 2017", "möglicherweise etwa 2017", "peut-être vers 2017", "возможно, примерно 2017_г." } },
    { "2024-34~", { "about Q2 2024", "etwa Q2 2024", "T2 2024 environ", "примерно II кв. 2024_г." } },
    { "2024-21~", { "about spring 2024", "etwa Frühling 2024", "printemps 2024 environ", "примерно весна 2024_г." } },
    { "2004-06-XX~",
      { "some day around June 2004", "ein Tag, etwa Juni 2004", "un jour vers juin 2004",
        "какой-то день, примерно июнь 2004_г." } },
    { "[2017-09~..2017-12~]", { "about late 2017", "etwa Ende 2017", "vers fin 2017", "примерно конец 2017_г." } },
    { "2017-12~", { "about December 2017", "etwa Dezember 2017", "vers décembre 2017", "примерно декабрь 2017_г." } },
    { "2024-06-20~", { "about 20 June 2024", "etwa 20._Juni 2024", "vers le 20_juin 2024", "около 20_июня 2024_г." } },
    { "2024-06-20?",
      { "possibly 20 June 2024", "möglicherweise 20._Juni 2024", "peut-être le 20_juin 2024",
        "возможно, 20_июня 2024_г." } },
    { "2004?-06-11",
      { "11 June 2004 (year uncertain)", "11._Juni 2004 (Jahr unsicher)", "11_juin 2004 (année incertaine)",
        "11_июня 2004_г. (год под сомнением)" } },
    { "2004-06-~11",
      { "11 June 2004 (day approximate)", "11._Juni 2004 (Tag ungefähr)", "11_juin 2004 (jour approximatif)",
        "11_июня 2004_г. (день приблизительный)" } },
  };

  check_rows (rows, G_N_ELEMENTS (rows), dtl_date_label, DTL_DATE_LABEL_LONG);
}

static void
test_unknown_digits (void)
{
  static const Row rows[] = {
    { "198X", { "the 1980s", "die 1980er-Jahre", "les années 1980", "1980-е годы" } },
    { "19XX", { "between 1900 and 1999", "zwischen 1900 und 1999", "entre 1900 et 1999", "между 1900_г. и 1999_г." } },
    { "XXXX", { "an unknown year", "ein unbekanntes Jahr", "une année inconnue", "неизвестный год" } },
    { "2004-XX", { "some month in 2004", "ein Monat im Jahr 2004", "un mois de 2004", "какой-то месяц 2004_г." } },
    { "1984-1X",
      { "between October and December 1984", "zwischen Oktober und Dezember 1984", "entre octobre et décembre 1984",
        "между октябрём и декабрём 1984_г." } },
    { "XXXX-12",
      { "December of an unknown year", "Dezember in einem unbekannten Jahr", "décembre d’une année inconnue",
        "декабрь неизвестного года" } },
    { "1985-04-XX",
      { "some day in April 1985", "ein Tag im April 1985", "un jour en avril 1985", "какой-то день апреля 1985_г." } },
    { "XXXX-12-25",
      { "25 December of an unknown year", "25._Dezember in einem unbekannten Jahr", "25_décembre d’une année inconnue",
        "25_декабря неизвестного года" } },
    { "1950S2",
      { "1950 (between 1900 and 1999)", "1950 (zwischen 1900 und 1999)", "1950 (entre 1900 et 1999)",
        "1950_г. (между 1900_г. и 1999_г.)" } },
  };

  check_rows (rows, G_N_ELEMENTS (rows), dtl_date_label, DTL_DATE_LABEL_LONG);
}

static void
test_parts_of_year (void)
{
  static const Row rows[] = {
    { "2024-21", { "spring 2024", "Frühling 2024", "printemps 2024", "весна 2024_г." } },
    { "2024-22", { "summer 2024", "Sommer 2024", "été 2024", "лето 2024_г." } },
    { "2024-23", { "autumn 2024", "Herbst 2024", "automne 2024", "осень 2024_г." } },
    { "2024-24", { "winter 2024–2025", "Winter 2024/2025", "hiver 2024-2025", "зима 2024–2025_гг." } },
    { "2024-25",
      { "spring 2024 (northern hemisphere)", "Frühling 2024 (Nordhalbkugel)", "printemps 2024 (hémisphère nord)",
        "весна 2024_г. (Северное полушарие)" } },
    { "2024-33", { "first quarter of 2024", "erstes Quartal 2024", "premier trimestre 2024", "I квартал 2024_г." } },
    { "2024-36",
      { "fourth quarter of 2024", "viertes Quartal 2024", "quatrième trimestre 2024", "IV квартал 2024_г." } },
    { "2024-37", { "first third of 2024", "erstes Drittel 2024", "premier tiers de 2024", "первая треть 2024_г." } },
    { "2024-41",
      { "second half of 2024", "zweites Halbjahr 2024", "second semestre 2024", "второе полугодие 2024_г." } },
  };

  check_rows (rows, G_N_ELEMENTS (rows), dtl_date_label, DTL_DATE_LABEL_LONG);
}

static void
test_one_of (void)
{
  static const Row rows[] = {
    { "[2024-09-01..2024-09-10]",
      { "early September 2024", "Anfang September 2024", "début septembre 2024", "начало сентября 2024_г." } },
    { "[2024-09-11..2024-09-20]",
      { "mid-September 2024", "Mitte September 2024", "mi-septembre 2024", "середина сентября 2024_г." } },
    { "[2024-09-21..2024-09-30]",
      { "late September 2024", "Ende September 2024", "fin septembre 2024", "конец сентября 2024_г." } },
    { "[2024-01..2024-04]", { "early 2024", "Anfang 2024", "début 2024", "начало 2024_г." } },
    { "[2017-09..2017-12]", { "late 2017", "Ende 2017", "fin 2017", "конец 2017_г." } },
    { "[2024-01-01..2024-12-31]",
      { "some day in 2024", "ein Tag im Jahr 2024", "un jour en 2024", "какой-то день 2024_г." } },
    { "[2024-05-01..2024-05-09]",
      { "between 1 and 9 May 2024", "zwischen dem 1. und dem 9._Mai 2024", "entre le 1er et le 9_mai 2024",
        "между 1 и 9_мая 2024_г." } },
    { "[2024-05-03..2024-06-09]",
      { "between 3 May and 9 June 2024", "zwischen dem 3._Mai und dem 9._Juni 2024", "entre le 3_mai et le 9_juin 2024",
        "между 3_мая и 9_июня 2024_г." } },
    { "[2023-12-30..2024-01-02]",
      { "between 30 December 2023 and 2 January 2024", "zwischen dem 30._Dezember 2023 und dem 2._Januar 2024",
        "entre le 30_décembre 2023 et le 2_janvier 2024", "между 30_декабря 2023_г. и 2_января 2024_г." } },
    { "[2024-05..2024-06]",
      { "between May and June 2024", "zwischen Mai und Juni 2024", "entre mai et juin 2024",
        "между маем и июнем 2024_г." } },
    { "[2023-12..2024-01]",
      { "between December 2023 and January 2024", "zwischen Dezember 2023 und Januar 2024",
        "entre décembre 2023 et janvier 2024", "между декабрём 2023_г. и январём 2024_г." } },
    { "[2020..2024]",
      { "between 2020 and 2024", "zwischen 2020 und 2024", "entre 2020 et 2024", "между 2020_г. и 2024_г." } },
    { "[2017..]", { "2017 or later", "2017 oder später", "2017 ou plus tard", "2017_г. или позже" } },
    { "[..2017]", { "2017 or earlier", "2017 oder früher", "2017 ou plus tôt", "2017_г. или раньше" } },
    { "[1667,1668]", { "1667 or 1668", "1667 oder 1668", "1667 ou 1668", "1667_г. или 1668_г." } },
    { "[1667,1668,1670..1672]",
      { "1667, 1668, or between 1670 and 1672", "1667, 1668 oder zwischen 1670 und 1672",
        "1667, 1668 ou entre 1670 et 1672", "1667_г., 1668_г. или между 1670_г. и 1672_г." } },
  };

  check_rows (rows, G_N_ELEMENTS (rows), dtl_date_label, DTL_DATE_LABEL_LONG);
}

static void
test_all_of (void)
{
  static const Row rows[] = {
    { "{1960,1961-12}",
      { "1960 and December 1961", "1960 und Dezember 1961", "1960 et décembre 1961", "1960_г. и декабрь 1961_г." } },
    { "{1667,1670..1672}",
      { "1667 and every year from 1670 to 1672", "1667 und jedes Jahr von 1670 bis 1672",
        "1667 et chaque année de 1670 à 1672", "1667_г. и каждый год с 1670_г. по 1672_г." } },
    { "{2024-05-01..2024-05-03}",
      { "every day from 1 May 2024 to 3 May 2024", "jeder Tag vom 1._Mai 2024 bis zum 3._Mai 2024",
        "chaque jour du 1er_mai 2024 au 3_mai 2024", "каждый день с 1_мая 2024_г. по 3_мая 2024_г." } },
    { "{..1984}",
      { "all up to 1984", "alle Daten bis 1984", "toutes les dates jusqu’à_: 1984", "все даты: 1984_г. и раньше" } },
  };

  check_rows (rows, G_N_ELEMENTS (rows), dtl_date_label, DTL_DATE_LABEL_LONG);
}

static void
test_intervals (void)
{
  static const Row rows[] = {
    { "2024-09-21/2024-09-30",
      { "21–30 September 2024", "21.–30._September 2024", "21–30_septembre 2024", "21–30_сентября 2024_г." } },
    { "2024-09-21/2024-10-03",
      { "21 September to 3 October 2024", "21._September bis 3._Oktober 2024", "21_septembre au 3_octobre 2024",
        "21_сентября – 3_октября 2024_г." } },
    { "2024-12-21/2025-01-03",
      { "21 December 2024 to 3 January 2025", "21._Dezember 2024 bis 3._Januar 2025",
        "21_décembre 2024 au 3_janvier 2025", "21_декабря 2024_г. – 3_января 2025_г." } },
    { "2024-05/2024-06", { "May to June 2024", "Mai bis Juni 2024", "mai à juin 2024", "май – июнь 2024_г." } },
    { "2024-05/2025-06",
      { "May 2024 to June 2025", "Mai 2024 bis Juni 2025", "mai 2024 à juin 2025", "май 2024_г. – июнь 2025_г." } },
    { "2018/2020", { "2018 to 2020", "2018 bis 2020", "2018 à 2020", "2018_г. – 2020_г." } },
    { "2018/..", { "since 2018", "seit 2018", "depuis 2018", "с 2018_г." } },
    { "2018-06/..", { "since June 2018", "seit Juni 2018", "depuis juin 2018", "с июня 2018_г." } },
    { "2018-06-20/..",
      { "since 20 June 2018", "seit dem 20._Juni 2018", "depuis le 20_juin 2018", "с 20_июня 2018_г." } },
    { "../2018-06-20",
      { "until 20 June 2018", "bis zum 20._Juni 2018", "jusqu’au 20_juin 2018", "по 20_июня 2018_г." } },
    { "2018/",
      { "from 2018, end unknown", "Beginn: 2018, Ende unbekannt", "début_: 2018, fin inconnue",
        "начало: 2018_г., конец неизвестен" } },
    { "/2018-06-20",
      { "until 20 June 2018, start unknown", "Ende: 20._Juni 2018, Beginn unbekannt",
        "fin_: 20_juin 2018, début inconnu", "конец: 20_июня 2018_г., начало неизвестно" } },
    { "../2018", { "until 2018", "bis 2018", "jusqu’en 2018", "по 2018_г." } },
    { "../2018-06", { "until June 2018", "bis Juni 2018", "jusqu’en juin 2018", "по июнь 2018_г." } },
    { "2018~/..", { "since about 2018", "etwa seit 2018", "depuis 2018 environ", "примерно с 2018_г." } },
    { "2018-06-20~/..",
      { "since about 20 June 2018", "etwa seit dem 20._Juni 2018", "depuis le 20_juin 2018 environ",
        "примерно с 20_июня 2018_г." } },
    { "../2018-06?",
      { "possibly until June 2018", "möglicherweise bis Juni 2018", "peut-être jusqu’en juin 2018",
        "возможно, по июнь 2018_г." } },
    { "198X/..", { "since the 1980s", "seit den 1980er-Jahren", "depuis les années 1980", "с 1980-х годов" } },
    { "../198X", { "until the 1980s", "bis in die 1980er-Jahre", "jusque dans les années 1980", "по 1980-е годы" } },
    { "2024-33/..", { "since Q1 2024", "Q1 2024 und seither", "T1 2024 et depuis lors", "I кв. 2024_г. и далее" } },
    { "2024-33/2024-35",
      { "Q1 2024 to Q3 2024", "Q1 2024 – Q3 2024", "T1 2024 – T3 2024", "I кв. 2024_г._– III кв. 2024_г." } },
    { "../..", { "without beginning and end", "ohne Anfang und Ende", "sans début ni fin", "без начала и конца" } },
    { "2018?/2020~",
      { "possibly 2018 to about 2020", "möglicherweise 2018 – etwa 2020", "peut-être 2018 – vers 2020",
        "возможно, 2018_г._– примерно 2020_г." } },
  };

  check_rows (rows, G_N_ELEMENTS (rows), dtl_date_label, DTL_DATE_LABEL_LONG);
}

static void
test_short (void)
{
  static const Row rows[] = {
    { "2024-06-20", { "20 Jun 2024", "20._Juni 2024", "20_juin 2024", "20_июн. 2024_г." } },
    { "2024-09-03", { "3 Sep 2024", "3._Sept. 2024", "3_sept. 2024", "3_сент. 2024_г." } },
    { "2024-09", { "Sep 2024", "Sept. 2024", "sept. 2024", "сент. 2024_г." } },
    { "2024-06", { "Jun 2024", "Juni 2024", "juin 2024", "июнь 2024_г." } },
    { "2024-33", { "Q1 2024", "Q1 2024", "T1 2024", "I кв. 2024_г." } },
    { "2024-40", { "H1 2024", "1._Hj. 2024", "S1 2024", "1-е полугодие 2024_г." } },
  };

  check_rows (rows, G_N_ELEMENTS (rows), dtl_date_label, DTL_DATE_LABEL_SHORT);
}

static void
test_weekdays (void)
{
  static const Row rows[] = {
    { "2024-06-17",
      { "Monday 17 June 2024", "Montag, 17._Juni 2024", "lundi 17_juin 2024", "понедельник, 17_июня 2024_г." } },
    { "2024-06-18",
      { "Tuesday 18 June 2024", "Dienstag, 18._Juni 2024", "mardi 18_juin 2024", "вторник, 18_июня 2024_г." } },
    { "2024-06-19",
      { "Wednesday 19 June 2024", "Mittwoch, 19._Juni 2024", "mercredi 19_juin 2024", "среда, 19_июня 2024_г." } },
    { "2024-06-20",
      { "Thursday 20 June 2024", "Donnerstag, 20._Juni 2024", "jeudi 20_juin 2024", "четверг, 20_июня 2024_г." } },
    { "2024-06-21",
      { "Friday 21 June 2024", "Freitag, 21._Juni 2024", "vendredi 21_juin 2024", "пятница, 21_июня 2024_г." } },
    { "2024-06-22",
      { "Saturday 22 June 2024", "Samstag, 22._Juni 2024", "samedi 22_juin 2024", "суббота, 22_июня 2024_г." } },
    { "2024-06-23",
      { "Sunday 23 June 2024", "Sonntag, 23._Juni 2024", "dimanche 23_juin 2024", "воскресенье, 23_июня 2024_г." } },
  };

  check_rows (rows, G_N_ELEMENTS (rows), dtl_date_label, DTL_DATE_LABEL_WEEKDAY);
}

static void
test_unknown_day (void)
{
  static const Row rows[] = {
    { "2017", { "some day in 2017", "ein Tag im Jahr 2017", "un jour en 2017", "какой-то день 2017_г." } },
    { "2024-06",
      { "some day in June 2024", "ein Tag im Juni 2024", "un jour en juin 2024", "какой-то день июня 2024_г." } },
    { "2017~",
      { "some day around 2017", "ein Tag, etwa 2017", "un jour vers 2017", "какой-то день, примерно 2017_г." } },
    { "2017-12~",
      { "some day around December 2017", "ein Tag, etwa Dezember 2017", "un jour vers décembre 2017",
        "какой-то день, примерно декабрь 2017_г." } },
    { "2024-21",
      { "some day in spring 2024", "ein Tag im Frühling 2024", "un jour du printemps 2024",
        "какой-то день весны 2024_г." } },
    { "198X",
      { "some day in the 1980s", "ein Tag in den 1980er-Jahren", "un jour dans les années 1980",
        "какой-то день 1980-х годов" } },
  };

  check_rows (rows, G_N_ELEMENTS (rows), dtl_date_label_unknown_day, DTL_DATE_LABEL_LONG);
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = NULL;

  g_test_init (&argc, &argv, NULL);
  folder = g_test_build_filename (G_TEST_BUILT, "..", "po", NULL);
  bindtextdomain (GETTEXT_PACKAGE, folder);
  g_test_add_func ("/date/date-languages/dates", test_dates);
  g_test_add_func ("/date/date-languages/months", test_months);
  g_test_add_func ("/date/date-languages/qualifiers", test_qualifiers);
  g_test_add_func ("/date/date-languages/unknown-digits", test_unknown_digits);
  g_test_add_func ("/date/date-languages/parts-of-year", test_parts_of_year);
  g_test_add_func ("/date/date-languages/one-of", test_one_of);
  g_test_add_func ("/date/date-languages/all-of", test_all_of);
  g_test_add_func ("/date/date-languages/intervals", test_intervals);
  g_test_add_func ("/date/date-languages/short", test_short);
  g_test_add_func ("/date/date-languages/weekdays", test_weekdays);
  g_test_add_func ("/date/date-languages/unknown-day", test_unknown_day);
  return g_test_run ();
}
