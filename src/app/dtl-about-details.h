/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the metainfo says about this program, for the about box: one place for names, addresses and release notes. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DtlAboutDetails:
 * @version: that of the newest release
 * @release_notes: of the newest release, in the markup of metainfo
 */
typedef struct
{
  char *name;
  char *summary;
  char *developer;
  char *homepage;
  char *bugtracker;
  char *version;
  char *release_notes;
} DtlAboutDetails;

DtlAboutDetails *dtl_about_details_parse (GBytes *metainfo, GError **error);
void dtl_about_details_free (DtlAboutDetails *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtlAboutDetails, dtl_about_details_free)

G_END_DECLS
