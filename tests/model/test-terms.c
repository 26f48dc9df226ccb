/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The stable names: they stand in files, so that a change here is a change of the format. */
#include "model/dtl-terms.h"

static const struct
{
  DtlVocabulary vocabulary;
  const char *names;
} expected[] = {
  { DTL_VOCABULARY_ACTOR_KIND, "person organisation government country" },
  { DTL_VOCABULARY_EVENT_KIND, "proposal announcement prohibition listing effective_date deadline statement relocation "
                               "closure litigation other" },
  { DTL_VOCABULARY_STATUS, "unknown planned in_force done expired withdrawn" },
  { DTL_VOCABULARY_ASSERTION, "fact alleged denied opinion intention" },
  { DTL_VOCABULARY_REVIEW, "accepted proposed rejected" },
  { DTL_VOCABULARY_ROLE, "occurred began announced signed effective deadline reported ended" },
  { DTL_VOCABULARY_STANDING, "accepted competing rejected" },
  { DTL_VOCABULARY_BASIS, "stated metadata supplied derived" },
  { DTL_VOCABULARY_LIMIT, "none first_in_force last_allowed" },
  { DTL_VOCABULARY_STANCE, "supports disputes mentions" },
  { DTL_VOCABULARY_TIER, "primary report relayed" },
  { DTL_VOCABULARY_TEXT_KIND, "full summary" },
  { DTL_VOCABULARY_LINK_TYPE, "part_of causes responds_to amends implements supersedes" },
  { DTL_VOCABULARY_COMPARATOR, "= at_least at_most about before after" },
  { DTL_VOCABULARY_UNIT, "days business_days weeks months years" },
  { DTL_VOCABULARY_COUNTING, "anchor_not_counted anchor_counted" },
  { DTL_VOCABULARY_CALENDAR, "none us_federal target own" },
  { DTL_VOCABULARY_MONTH_END, "last_day overflow" },
};

static void
test_names (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_auto (GStrv) names = g_strsplit (expected[i].names, " ", -1);
      int value;

      for (value = 0; names[value] != NULL; value++)
        {
          g_assert_cmpstr (dtl_term_name (expected[i].vocabulary, value), ==, names[value]);
          g_assert_cmpint (dtl_term_value (expected[i].vocabulary, names[value]), ==, value);
        }
      g_assert_null (dtl_term_name (expected[i].vocabulary, value));
    }
}

static void
test_strangers (void)
{
  g_assert_null (dtl_term_name (DTL_VOCABULARY_STATUS, -1));
  g_assert_null (dtl_term_name (DTL_VOCABULARY_EVENT_KIND, DTL_EVENT_KIND_FIRST_OWN));
  g_assert_cmpint (dtl_term_value (DTL_VOCABULARY_STATUS, NULL), ==, -1);
  g_assert_cmpint (dtl_term_value (DTL_VOCABULARY_STATUS, "Planned"), ==, -1);
  g_assert_cmpint (dtl_term_value (DTL_VOCABULARY_STATUS, "fact"), ==, -1);
}

static void
test_main_roles (void)
{
  static const struct
  {
    int kind;
    DtlClaimRole role;
  } rows[] = {
    { DTL_EVENT_KIND_PROPOSAL, DTL_ROLE_ANNOUNCED },
    { DTL_EVENT_KIND_ANNOUNCEMENT, DTL_ROLE_ANNOUNCED },
    { DTL_EVENT_KIND_PROHIBITION, DTL_ROLE_ANNOUNCED },
    { DTL_EVENT_KIND_LISTING, DTL_ROLE_ANNOUNCED },
    { DTL_EVENT_KIND_EFFECTIVE_DATE, DTL_ROLE_EFFECTIVE },
    { DTL_EVENT_KIND_DEADLINE, DTL_ROLE_DEADLINE },
    { DTL_EVENT_KIND_STATEMENT, DTL_ROLE_OCCURRED },
    { DTL_EVENT_KIND_RELOCATION, DTL_ROLE_BEGAN },
    { DTL_EVENT_KIND_CLOSURE, DTL_ROLE_BEGAN },
    { DTL_EVENT_KIND_LITIGATION, DTL_ROLE_BEGAN },
    { DTL_EVENT_KIND_OTHER, DTL_ROLE_OCCURRED },
    { DTL_EVENT_KIND_FIRST_OWN, DTL_ROLE_OCCURRED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (dtl_event_kind_main_role (rows[i].kind), ==, rows[i].role);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/terms/names", test_names);
  g_test_add_func ("/model/terms/strangers", test_strangers);
  g_test_add_func ("/model/terms/main-roles", test_main_roles);
  return g_test_run ();
}
