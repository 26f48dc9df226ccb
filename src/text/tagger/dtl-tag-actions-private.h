/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of actions share. An action resolves a match and emits what it means; FALSE refuses the match, and the
 * next shorter one is tried. */
#pragma once

#include "text/tagger/dtl-tag-private.h"

G_BEGIN_DECLS

#define DTL_TAG_ACTION(name) gboolean dtl_tag_act_##name (DtlTagMatch *match)

DTL_TAG_ACTION (calendar);
DTL_TAG_ACTION (centuries);
DTL_TAG_ACTION (century);
DTL_TAG_ACTION (clock);
DTL_TAG_ACTION (datecont);
DTL_TAG_ACTION (dayafter);
DTL_TAG_ACTION (dayafterholiday);
DTL_TAG_ACTION (daycont);
DTL_TAG_ACTION (daypart);
DTL_TAG_ACTION (days);
DTL_TAG_ACTION (dayword);
DTL_TAG_ACTION (decade);
DTL_TAG_ACTION (decadeshort);
DTL_TAG_ACTION (decadewords);
DTL_TAG_ACTION (duration);
DTL_TAG_ACTION (durationart);
DTL_TAG_ACTION (durationbare);
DTL_TAG_ACTION (durationhalf);
DTL_TAG_ACTION (durationhalfof);
DTL_TAG_ACTION (durationlast);
DTL_TAG_ACTION (durationold);
DTL_TAG_ACTION (durationone);
DTL_TAG_ACTION (durationquarter);
DTL_TAG_ACTION (durationrange);
DTL_TAG_ACTION (durationsuper);
DTL_TAG_ACTION (durationtwo);
DTL_TAG_ACTION (durationvague);
DTL_TAG_ACTION (edgeof);
DTL_TAG_ACTION (firstday);
DTL_TAG_ACTION (fiscalcode);
DTL_TAG_ACTION (fiscalyear);
DTL_TAG_ACTION (fiscalyears);
DTL_TAG_ACTION (fullyear);
DTL_TAG_ACTION (half);
DTL_TAG_ACTION (halfcode);
DTL_TAG_ACTION (holiday);
DTL_TAG_ACTION (immediately);
DTL_TAG_ACTION (isomonth);
DTL_TAG_ACTION (isoweek);
DTL_TAG_ACTION (lastday);
DTL_TAG_ACTION (latestunit);
DTL_TAG_ACTION (longtime);
DTL_TAG_ACTION (midunit);
DTL_TAG_ACTION (month);
DTL_TAG_ACTION (monthcont);
DTL_TAG_ACTION (monthof);
DTL_TAG_ACTION (monthrel);
DTL_TAG_ACTION (newyear);
DTL_TAG_ACTION (nthweek);
DTL_TAG_ACTION (nthweekday);
DTL_TAG_ACTION (offset);
DTL_TAG_ACTION (offsetbefore);
DTL_TAG_ACTION (offsetcont);
DTL_TAG_ACTION (offsetfuture);
DTL_TAG_ACTION (offsethalf);
DTL_TAG_ACTION (offsethalfof);
DTL_TAG_ACTION (offsettime);
DTL_TAG_ACTION (offsettoday);
DTL_TAG_ACTION (once);
DTL_TAG_ACTION (ordinalday);
DTL_TAG_ACTION (part);
DTL_TAG_ACTION (partcont);
DTL_TAG_ACTION (quarter);
DTL_TAG_ACTION (quarterago);
DTL_TAG_ACTION (quartercode);
DTL_TAG_ACTION (quarterellipsis);
DTL_TAG_ACTION (quarterfinal);
DTL_TAG_ACTION (quartermonth);
DTL_TAG_ACTION (quarterrate);
DTL_TAG_ACTION (quarteryear);
DTL_TAG_ACTION (reffuture);
DTL_TAG_ACTION (refpast);
DTL_TAG_ACTION (refpastthe);
DTL_TAG_ACTION (refpresent);
DTL_TAG_ACTION (refpresentat);
DTL_TAG_ACTION (refsoon);
DTL_TAG_ACTION (reject);
DTL_TAG_ACTION (relone);
DTL_TAG_ACTION (relquarter);
DTL_TAG_ACTION (relunit);
DTL_TAG_ACTION (reported);
DTL_TAG_ACTION (sameperiod);
DTL_TAG_ACTION (sameunit);
DTL_TAG_ACTION (season);
DTL_TAG_ACTION (seasonbare);
DTL_TAG_ACTION (seasoncont);
DTL_TAG_ACTION (seasonyear);
DTL_TAG_ACTION (setly);
DTL_TAG_ACTION (setmd);
DTL_TAG_ACTION (setmonth);
DTL_TAG_ACTION (setother);
DTL_TAG_ACTION (setpart);
DTL_TAG_ACTION (setseason);
DTL_TAG_ACTION (settimes);
DTL_TAG_ACTION (setunit);
DTL_TAG_ACTION (setvague);
DTL_TAG_ACTION (setweekday);
DTL_TAG_ACTION (setweekend);
DTL_TAG_ACTION (theday);
DTL_TAG_ACTION (theunit);
DTL_TAG_ACTION (unitcont);
DTL_TAG_ACTION (vagueago);
DTL_TAG_ACTION (vaguelater);
DTL_TAG_ACTION (weekday);
DTL_TAG_ACTION (weekdaycont);
DTL_TAG_ACTION (weekdayweek);
DTL_TAG_ACTION (weekend);
DTL_TAG_ACTION (weekago);
DTL_TAG_ACTION (weekfrom);
DTL_TAG_ACTION (weekof);
DTL_TAG_ACTION (year);
DTL_TAG_ACTION (yearago);
DTL_TAG_ACTION (yearedge);
DTL_TAG_ACTION (yearend);
DTL_TAG_ACTION (years);

gboolean dtl_tag_read_day (const DtlTagMatch *match, DtlTagDate *date);
void dtl_tag_decorate (const DtlTagMatch *match, DtlTagDate *date);
gboolean dtl_tag_is_other_word (const DtlTagMatch *match, const DtlTagToken *token);
gboolean dtl_tag_is_year_here (const DtlTagMatch *match);
gboolean dtl_tag_resolve_weekday (DtlTagMatch *match, int weekday, DtlTagDate *date);
gboolean dtl_tag_resolve_holiday (DtlTagMatch *match, DtlTagDate *date);
gboolean dtl_tag_resolve_dayword (DtlTagMatch *match, DtlTagDate *date);

G_END_DECLS
