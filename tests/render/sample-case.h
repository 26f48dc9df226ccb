/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A hand-built case with one of everything that is drawn: for looking at, for goldens, for the tests of pictures. */
#pragma once

#include "layout/dtl-layout.h"
#include "render/dtl-picture.h"

G_BEGIN_DECLS

typedef struct _SampleCase SampleCase;

SampleCase *sample_case_new (void);
/* The same with five eras, of which no more than three have their names, and a link of each type. */
SampleCase *sample_case_new_with_eras (void);
void sample_case_free (SampleCase *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SampleCase, sample_case_free)

/* What a layout of the case is made from; scale, measure and metrics are left to the caller. */
void sample_case_init_input (SampleCase *self, DtlLayoutInput *input);
/* The row of the event with this title. */
uint32_t sample_case_find (SampleCase *self, const char *title);
/* A whole picture of it: all parts. (element-type ...) arrays stay with the case. */
void sample_case_init_picture (SampleCase *self, DtlPicture *picture, DtlPictureFormat format);
/* Switches an actor off or on and refilters. */
void sample_case_set_actor_on (SampleCase *self, const char *name, gboolean on);

G_END_DECLS
