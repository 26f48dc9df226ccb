/* SPDX-License-Identifier: GPL-3.0-or-later */
/* dateline edtf STRING…: strict EDTF in, the earliest and latest day out. Its words are read by hand, since a date of
 * before the year 0 begins as an option does. */
#include "config.h"

#include "base/dtl-gettext.h"
#include "cli/dtl-cli-private.h"
#include "date/dtl-edtf.h"

static int
print_help (void)
{
  g_print (
      "%s\n  dateline edtf STRING…\n\n%s\n", _ ("Usage:"),
      _ ("Prints EARLIEST<TAB>LATEST for each EDTF date (open ends as -inf and inf), or “invalid”, with the reason on\n"
         "stderr and exit code 1. A word of “-” and a digit is a date."));

  return DTL_EXIT_DONE;
}

static gboolean
print_one (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DtlEdtf) value = dtl_edtf_parse (text, &error);
  g_autofree char *earliest = NULL;
  g_autofree char *latest = NULL;

  if (value == NULL)
    {
      g_print ("invalid\n");
      dtl_cli_complain (error->message);
      return FALSE;
    }
  earliest = dtl_edtf_format_earliest (value);
  latest = dtl_edtf_format_latest (value);
  g_print ("%s\t%s\n", earliest, latest);

  return TRUE;
}

/* Everything else after a hyphen is a date, if only an invalid one. */
static gboolean
is_option (const char *word)
{
  return word[0] == '-' && (word[1] == '-' || g_ascii_islower (word[1]));
}

int
dtl_cli_edtf (int argc, char **argv)
{
  gboolean options_end = FALSE;
  gboolean all_valid = TRUE;
  int n_dates = 0;

  for (int i = 1; i < argc; i++)
    {
      if (!options_end && g_str_equal (argv[i], "--"))
        options_end = TRUE;
      else if (!options_end && (g_str_equal (argv[i], "--help") || g_str_equal (argv[i], "-h")))
        return print_help ();
      else if (!options_end && is_option (argv[i]))
        return dtl_cli_usage (_ ("%s: not an option of edtf; put -- before a word that is none"), argv[i]);
      else
        {
          all_valid &= print_one (argv[i]);
          n_dates++;
        }
    }
  if (n_dates == 0)
    return dtl_cli_usage (_ ("edtf: no date given; it is: dateline edtf STRING…"));

  return all_valid ? DTL_EXIT_DONE : DTL_EXIT_NO;
}
