/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The filter as options: the same words for list and export. */
#include "config.h"

#include "base/dtl-gettext.h"
#include "cli/dtl-cli-private.h"
#include "service/dtl-import.h"

void
dtl_cli_filter_clear (DtlCliFilter *self)
{
  g_clear_pointer (&self->actors, g_strfreev);
  g_clear_pointer (&self->from, g_free);
  g_clear_pointer (&self->to, g_free);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->known_on, g_free);
}

gboolean
dtl_cli_parse_span (const char *option, const char *edtf, int64_t *from, int64_t *to, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (DtlEdtf) value = dtl_edtf_parse (edtf, &local);

  if (value == NULL)
    {
      g_set_error (error, DTL_SERVICE_ERROR, DTL_SERVICE_ERROR_ARGUMENT, _ ("%s: %s; write a date as in 2024-06-20"),
                   option, local->message);
      return FALSE;
    }
  *from = dtl_edtf_get_bounds (value)->start_earliest;
  *to = dtl_edtf_get_bounds (value)->end_latest;

  return TRUE;
}

static gboolean
set_dates (const DtlCliFilter *self, DtlFilter *filter, GError **error)
{
  int64_t ignored;

  filter->certain = self->certain;
  if (self->from != NULL && !dtl_cli_parse_span ("--from", self->from, &filter->from, &ignored, error))
    return FALSE;
  if (self->to != NULL && !dtl_cli_parse_span ("--to", self->to, &ignored, &filter->to, error))
    return FALSE;
  if (filter->from <= filter->to)
    return TRUE;

  g_set_error (error, DTL_SERVICE_ERROR, DTL_SERVICE_ERROR_ARGUMENT, _ ("--to %s lies before --from %s; exchange them"),
               self->to, self->from);

  return FALSE;
}

/* The names that there are, so that the person need not look them up. */
static char *
known_actors (DtlActorTable *actors)
{
  GString *names = g_string_new (NULL);
  uint32_t n_actors = dtl_actor_table_get_size (actors);

  for (uint32_t i = 0; i < n_actors && i < 8; i++)
    g_string_append_printf (names, "%s%s", i ? ", " : "", dtl_actor_table_get (actors, i)->name);
  if (n_actors > 8)
    g_string_append (names, ", …");

  return g_string_free (names, FALSE);
}

static gboolean
fail_actor (const char *name, DtlActorTable *actors, GError **error)
{
  g_autofree char *known = known_actors (actors);

  if (*known == '\0')
    g_set_error (error, DTL_SERVICE_ERROR, DTL_SERVICE_ERROR_ARGUMENT,
                 _ ("--actor “%s”: this case has no actors yet; leave it out"), name);
  else
    g_set_error (error, DTL_SERVICE_ERROR, DTL_SERVICE_ERROR_ARGUMENT,
                 _ ("--actor “%s”: no such actor in this case; there are: %s"), name, known);

  return FALSE;
}

static gboolean
set_actors (const DtlCliFilter *self, DtlFilter *filter, DtlActorTable *actors, GError **error)
{
  if (self->actors == NULL)
    return TRUE;

  filter->all_actors = FALSE;
  filter->hide_no_actor = TRUE;
  for (char **name = self->actors; *name != NULL; name++)
    {
      int64_t index = dtl_actor_table_find_name (actors, *name);

      if (index < 0)
        return fail_actor (*name, actors, error);
      dtl_filter_set_actor_on (filter, dtl_actor_table_get (actors, (uint32_t) index)->id, TRUE, actors);
    }

  return TRUE;
}

static gboolean
set_known_on (const DtlCliFilter *self, DtlDocument *document, GError **error)
{
  if (self->known_on != NULL)
    {
      if (dtl_document_set_known_on (document, self->known_on, self->may_be_known, error))
        return TRUE;
      g_prefix_error (error, "--as-known-on: ");
      return FALSE;
    }
  if (!self->may_be_known)
    return TRUE;
  g_set_error (error, DTL_SERVICE_ERROR, DTL_SERVICE_ERROR_ARGUMENT,
               _ ("--may-be-known goes with --as-known-on; name the day with that"));

  return FALSE;
}

DtlFilter *
dtl_cli_filter_make (const DtlCliFilter *self, DtlDocument *document, GError **error)
{
  g_autoptr (DtlFilter) filter = dtl_filter_new ();

  if (!set_known_on (self, document, error) || !set_dates (self, filter, error) ||
      !set_actors (self, filter, dtl_document_get_actors (document), error))
    return NULL;
  filter->text = g_strdup (self->text);

  return g_steal_pointer (&filter);
}
