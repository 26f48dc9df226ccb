/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The case's own calendars of business days. They are few and read whole; the claims that count by one share it. */
#include "config.h"

#include "base/dtl-gettext.h"
#include "store/dtl-store-private.h"

/* --- writing ---------------------------------------------------------------------------------------------------- */

static gboolean
put_row (DtlStore *self, DtlOwnCalendar *calendar, GError **error)
{
  g_autoptr (DtlSqlStatement) row = NULL;

  dtl_store_ensure_id (self, &calendar->id);
  row = dtl_sql_prepare (self->db,
                         "INSERT INTO calendar (id, name) VALUES (?1, ?2)"
                         " ON CONFLICT (id) DO UPDATE SET name = excluded.name",
                         error);
  if (row == NULL)
    return FALSE;
  dtl_sql_add_int (row, calendar->id);
  dtl_sql_add_text (row, calendar->name);
  return dtl_sql_run (row, error);
}

/* Day number to id of the rows that are there. */
static GHashTable *
read_present (DtlStore *self, DtlId calendar, GError **error)
{
  g_autoptr (GHashTable) present = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr (DtlSqlStatement) row =
      dtl_sql_prepare (self->db, "SELECT id, day FROM calendar_day WHERE calendar_id = ?1", error);

  if (row == NULL)
    return NULL;
  dtl_sql_add_int (row, calendar);
  while (dtl_sql_next (row, error))
    {
      DtlId id = dtl_sql_read_int (row);
      g_autofree char *day = dtl_sql_read_text (row);
      int64_t number = 0;

      if (dtl_own_calendar_read_day (day, &number))
        g_hash_table_insert (present, g_memdup2 (&number, sizeof number), g_memdup2 (&id, sizeof id));
    }
  return dtl_sql_has_failed (row) ? NULL : g_steal_pointer (&present);
}

static gboolean
insert_day (DtlStore *self, DtlId calendar, int64_t day_number, DtlId id, GError **error)
{
  g_autofree char *day = dtl_own_calendar_write_day (day_number);
  g_autoptr (DtlSqlStatement) row =
      dtl_sql_prepare (self->db, "INSERT INTO calendar_day (id, calendar_id, day) VALUES (?1, ?2, ?3)", error);

  if (row == NULL)
    return FALSE;
  dtl_sql_add_int (row, id);
  dtl_sql_add_int (row, calendar);
  dtl_sql_add_text (row, day);
  return dtl_sql_run (row, error);
}

/* A day that stays keeps its row, so that the log tells what changed and nothing else. */
static gboolean
put_days (DtlStore *self, const DtlOwnCalendar *calendar, GError **error)
{
  g_autoptr (GHashTable) present = read_present (self, calendar->id, error);
  g_autoptr (GHashTable) kept = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  gsize n_days = 0;
  const int64_t *days = dtl_calendar_get_closed_days (calendar->days, &n_days);

  if (present == NULL)
    return FALSE;
  for (gsize i = 0; i < n_days; i++)
    {
      const DtlId *known = g_hash_table_lookup (present, &days[i]);
      DtlId id = known != NULL ? *known : dtl_store_new_id (self);

      if (i > 0 && days[i] == days[i - 1])
        continue;
      if (known == NULL && !insert_day (self, calendar->id, days[i], id, error))
        return FALSE;
      g_hash_table_add (kept, g_memdup2 (&id, sizeof id));
    }
  return dtl_store_delete_others (self, "calendar_day", "calendar_id", calendar->id, kept, error);
}

static gboolean
check_calendar (const DtlOwnCalendar *calendar, GError **error)
{
  gsize n_days = 0;

  dtl_calendar_get_closed_days (calendar->days, &n_days);
  if (*calendar->name == '\0')
    g_set_error (error, DTL_STORE_ERROR, DTL_STORE_ERROR_SQL, _ ("Nothing was stored: a calendar needs a name."));
  else if (dtl_term_value (DTL_VOCABULARY_CALENDAR, calendar->name) >= 0)
    g_set_error (error, DTL_STORE_ERROR, DTL_STORE_ERROR_SQL,
                 _ ("Nothing was stored: “%s” is a calendar that the program has. Give the case's own another name."),
                 calendar->name);
  else if (n_days > DTL_OWN_CALENDAR_MAX_DAYS)
    g_set_error (error, DTL_STORE_ERROR, DTL_STORE_ERROR_SQL,
                 _ ("Nothing was stored: the calendar “%s” closes more than %d days."), calendar->name,
                 DTL_OWN_CALENDAR_MAX_DAYS);
  else
    return TRUE;
  return FALSE;
}

/**
 * dtl_store_put_calendar:
 * @self: a working copy with an open change
 * @calendar: written with its days; days that it has no more are taken away
 * @error: DTL_STORE_ERROR
 *
 * Returns: whether it was written
 */
gboolean
dtl_store_put_calendar (DtlStore *self, DtlOwnCalendar *calendar, GError **error)
{
  g_return_val_if_fail (self != NULL && calendar != NULL, FALSE);

  if (!dtl_store_require_change (self, error) || !check_calendar (calendar, error))
    return FALSE;
  dtl_store_forget_calendars (self);
  return put_row (self, calendar, error) && put_days (self, calendar, error);
}

/* --- reading ---------------------------------------------------------------------------------------------------- */

static GArray *
read_days (DtlStore *self, DtlId calendar, GError **error)
{
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (int64_t));
  g_autoptr (DtlSqlStatement) row =
      dtl_sql_prepare (self->db, "SELECT day FROM calendar_day WHERE calendar_id = ?1 ORDER BY day, id", error);

  if (row == NULL)
    return NULL;
  dtl_sql_add_int (row, calendar);
  while (dtl_sql_next (row, error))
    {
      g_autofree char *day = dtl_sql_read_text (row);
      int64_t number = 0;

      if (dtl_own_calendar_read_day (day, &number))
        g_array_append_val (days, number);
    }
  return dtl_sql_has_failed (row) ? NULL : g_steal_pointer (&days);
}

/**
 * dtl_store_get_calendars:
 * @self: a store
 * @error: DTL_STORE_ERROR
 *
 * Returns: (transfer full) (nullable) (element-type DtlOwnCalendar): the case's own calendars, by name
 */
GPtrArray *
dtl_store_get_calendars (DtlStore *self, GError **error)
{
  g_autoptr (GPtrArray) calendars = g_ptr_array_new_with_free_func ((GDestroyNotify) dtl_own_calendar_unref);
  g_autoptr (DtlSqlStatement) row = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  DTL_STORE_ASSERT_OWNER (self);

  if (self->version < 2)
    return g_steal_pointer (&calendars);
  row = dtl_sql_prepare (self->db, "SELECT id, name FROM calendar ORDER BY name, id", error);
  if (row == NULL)
    return NULL;
  while (dtl_sql_next (row, error))
    {
      DtlId id = dtl_sql_read_int (row);
      g_autofree char *name = dtl_sql_read_text (row);
      g_autoptr (GArray) days = read_days (self, id, error);
      DtlOwnCalendar *calendar;

      if (days == NULL)
        return NULL;
      calendar = dtl_own_calendar_new (name, (const int64_t *) (gpointer) days->data, days->len);
      calendar->id = id;
      g_ptr_array_add (calendars, calendar);
    }
  return dtl_sql_has_failed (row) ? NULL : g_steal_pointer (&calendars);
}

static gboolean
load (DtlStore *self, GError **error)
{
  g_autoptr (GPtrArray) calendars = dtl_store_get_calendars (self, error);

  if (calendars == NULL)
    return FALSE;
  self->calendars = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify) dtl_own_calendar_unref);
  for (guint i = 0; i < calendars->len; i++)
    {
      DtlOwnCalendar *calendar = g_ptr_array_index (calendars, i);

      g_hash_table_insert (self->calendars, &calendar->id, dtl_own_calendar_ref (calendar));
    }
  return TRUE;
}

DtlOwnCalendar *
dtl_store_find_calendar (DtlStore *self, DtlId id, GError **error)
{
  DtlOwnCalendar *found;

  if (self->calendars == NULL && !load (self, error))
    return NULL;
  found = g_hash_table_lookup (self->calendars, &id);
  if (found == NULL)
    g_set_error (error, DTL_STORE_ERROR, DTL_STORE_ERROR_DAMAGED,
                 _ ("“%s” is damaged: a date counts by a calendar that it does not have. Open an older copy."),
                 dtl_sql_connection_get_name (self->db));
  return found;
}

void
dtl_store_forget_calendars (DtlStore *self)
{
  g_clear_pointer (&self->calendars, g_hash_table_unref);
}
