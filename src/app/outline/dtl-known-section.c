/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-known-section.h. The slider has one place for each day; what the case then is comes a moment after the
 * slider rests, since a large case is not shown anew in a frame. Where a case has so many sources that they were not
 * read with the rest, opening the section has that done, and there are no days until then. */
#include "config.h"

#include "app/outline/dtl-known-section.h"

#include <glib/gi18n.h>

#include "app/compat/dtl-announce.h"
#include "app/compat/dtl-expander.h"
#include "date/dtl-civil.h"
#include "date/dtl-date-label.h"

#define MAX_NAMES    3
#define PLAY_STEP_MS 1600
#define SETTLE_MS    80
#define MAX_MARKS    24

struct _DtlKnownSection
{
  GtkWidget parent_instance;
  GtkWidget *expander;
  GtkLabel *day_label;
  GtkLabel *news_label;
  GtkLabel *missing_label;
  GtkRange *scale;
  GtkButton *play_button;
  GtkWidget *back_button;
  GtkWidget *forward_button;
  GtkCheckButton *may_check;
  DtlSession *session;
  GArray *days; /* DtlKnownDay */
  guint settle_id;
  guint play_id;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (DtlKnownSection, dtl_known_section, GTK_TYPE_WIDGET)

/* --- days ------------------------------------------------------------------------------------------------------- */

static guint
get_place (DtlKnownSection *self)
{
  return (guint) (gtk_range_get_value (self->scale) + 0.5);
}

/* Returns: (nullable): NULL in the last place */
static const DtlKnownDay *
get_day (DtlKnownSection *self, guint place)
{
  return self->days != NULL && place < self->days->len ? &g_array_index (self->days, DtlKnownDay, place) : NULL;
}

static char *
format_day (const DtlKnownDay *day)
{
  return dtl_civil_format_day (dtl_civil_day_from_seconds (day->until_seconds));
}

static char *
day_in_words (const DtlKnownDay *day)
{
  g_autofree char *edtf = format_day (day);
  g_autoptr (DtlEdtf) value = dtl_edtf_parse (edtf, NULL);

  return value != NULL ? dtl_date_label (value, DTL_DATE_LABEL_LONG) : g_steal_pointer (&edtf);
}

/* Where the slider stands for the day that the document shows. A day from elsewhere stands at the last one before it.
 */
static guint
find_place (DtlKnownSection *self, const char *edtf)
{
  g_autoptr (DtlEdtf) value = edtf != NULL ? dtl_edtf_parse (edtf, NULL) : NULL;
  int64_t until = value != NULL ? dtl_edtf_get_bounds (value)->end_latest : DTL_CIVIL_MAX;
  guint place = 0;

  if (value == NULL)
    return self->days->len;
  while (place + 1 < self->days->len && g_array_index (self->days, DtlKnownDay, place + 1).until_seconds <= until)
    place++;
  return place;
}

/* --- words ------------------------------------------------------------------------------------------------------ */

/* The sources that came out on a day; the table may have others between them. */
static char *
list_news (DtlKnownSection *self, const DtlKnownDay *day)
{
  GPtrArray *sources = dtl_document_get_sources (dtl_session_get_document (self->session));
  const DtlKnowledge *knowledge = dtl_document_get_knowledge (dtl_session_get_document (self->session));
  g_autoptr (DtlKnowledge) before = dtl_knowledge_new (sources, day->until_seconds - DTL_SECONDS_PER_DAY,
                                                       gtk_check_button_get_active (self->may_check));
  GString *names = g_string_new (NULL);
  g_autofree char *joined = NULL;
  guint n_told = 0;
  guint n_more;

  for (guint i = day->first_source; knowledge != NULL && i < sources->len && n_told < MAX_NAMES; i++)
    {
      const DtlSource *source = g_ptr_array_index (sources, i);
      g_autofree char *label = dtl_source_dup_label (source);

      if (!dtl_knowledge_has_source (knowledge, source->id) || dtl_knowledge_has_source (before, source->id))
        continue;
      if (n_told++ > 0)
        g_string_append (names, C_ ("between names", ", "));
      g_string_append (names, label);
    }
  if (n_told == 0 || day->n_sources <= n_told)
    return g_string_free (names, FALSE);
  n_more = day->n_sources - n_told;
  joined = g_string_free (names, FALSE);
  /* Translators: some names, then how many there are besides */
  return g_strdup_printf (ngettext ("%1$s and %2$u more", "%1$s and %2$u more", n_more), joined, n_more);
}

static void
set_words (GtkLabel *label, const char *words)
{
  gtk_label_set_text (label, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (label), words != NULL && *words != '\0');
}

static char *
describe_missing (DtlKnownSection *self)
{
  const DtlKnowledge *knowledge = dtl_document_get_knowledge (dtl_session_get_document (self->session));
  guint n_missing = knowledge != NULL ? dtl_knowledge_count_hidden_events (knowledge) : 0;

  if (knowledge == NULL)
    return NULL;
  if (n_missing == 0)
    return g_strdup (_ ("All events were known"));
  return g_strdup_printf (ngettext ("%u event was not known yet", "%u events were not known yet", n_missing),
                          n_missing);
}

static const char *
describe_last_place (DtlKnownSection *self)
{
  if (self->session != NULL && !dtl_document_has_sources (dtl_session_get_document (self->session)))
    return _ ("Reading the sources…");
  return _ ("Everything known today");
}

static void
update_words (DtlKnownSection *self)
{
  const DtlKnownDay *day = get_day (self, get_place (self));
  g_autofree char *words = day != NULL ? day_in_words (day) : g_strdup (describe_last_place (self));
  g_autofree char *names = day != NULL ? list_news (self, day) : NULL;
  g_autofree char *news = NULL;
  g_autofree char *missing = describe_missing (self);

  if (names != NULL && *names != '\0')
    /* Translators: %s names sources that came out on the day shown */
    news = g_strdup_printf (_ ("New: %s"), names);
  set_words (self->day_label, words);
  set_words (self->news_label, news);
  set_words (self->missing_label, missing);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, words, -1);
}

static void
announce (DtlKnownSection *self)
{
  g_autofree char *words = g_strdup_printf (C_ ("as known on", "%1$s, %2$s"), gtk_label_get_text (self->day_label),
                                            gtk_label_get_text (self->missing_label));

  dtl_announce (GTK_WIDGET (self),
                get_day (self, get_place (self)) != NULL ? words : gtk_label_get_text (self->day_label));
}

/* --- following the session -------------------------------------------------------------------------------------- */

static void
stop_playing (DtlKnownSection *self)
{
  g_clear_handle_id (&self->play_id, g_source_remove);
  gtk_button_set_icon_name (self->play_button, "media-playback-start-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->play_button), _ ("Replay"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->play_button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Replay"), -1);
}

static void
update_buttons (DtlKnownSection *self)
{
  guint place = get_place (self);

  gtk_widget_set_sensitive (self->back_button, place > 0);
  gtk_widget_set_sensitive (self->forward_button, place < self->days->len);
  gtk_widget_set_sensitive (GTK_WIDGET (self->play_button), self->days->len > 0);
}

static void
mark_days (DtlKnownSection *self)
{
  gtk_scale_clear_marks (GTK_SCALE (self->scale));
  for (guint i = 0; self->days->len <= MAX_MARKS && i <= self->days->len; i++)
    gtk_scale_add_mark (GTK_SCALE (self->scale), i, GTK_POS_BOTTOM, NULL);
}

static void
read_days (DtlKnownSection *self, DtlDocument *document)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  g_clear_pointer (&self->days, g_array_unref);
  self->days =
      dtl_knowledge_list_days (dtl_document_has_sources (document) ? dtl_document_get_sources (document) : none,
                               gtk_check_button_get_active (self->may_check));
  gtk_range_set_range (self->scale, 0, MAX (self->days->len, 1));
  mark_days (self);
}

static void
update (DtlKnownSection *self)
{
  DtlDocument *document;

  if (self->session == NULL)
    return;
  document = dtl_session_get_document (self->session);
  self->updating = TRUE;
  if (dtl_document_get_known_on (document) != NULL)
    gtk_check_button_set_active (self->may_check, dtl_document_get_known_may_be (document));
  read_days (self, document);
  gtk_range_set_value (self->scale, find_place (self, dtl_document_get_known_on (document)));
  gtk_widget_set_sensitive (GTK_WIDGET (self->scale), self->days->len > 0);
  self->updating = FALSE;
  update_buttons (self);
  update_words (self);
}

/* --- input ------------------------------------------------------------------------------------------------------ */

static void
apply (DtlKnownSection *self)
{
  const DtlKnownDay *day = get_day (self, get_place (self));
  g_autofree char *edtf = day != NULL ? format_day (day) : NULL;

  g_clear_handle_id (&self->settle_id, g_source_remove);
  dtl_session_set_known_on (self->session, edtf, edtf != NULL && gtk_check_button_get_active (self->may_check));
  announce (self);
}

static gboolean
settle_cb (gpointer user_data)
{
  DtlKnownSection *self = user_data;

  self->settle_id = 0;
  apply (self);
  return G_SOURCE_REMOVE;
}

static void
value_changed_cb (DtlKnownSection *self)
{
  if (self->updating || self->session == NULL)
    return;
  update_buttons (self);
  g_clear_handle_id (&self->settle_id, g_source_remove);
  self->settle_id = g_timeout_add (SETTLE_MS, settle_cb, self);
}

static void
step (DtlKnownSection *self, int by)
{
  int place = (int) get_place (self) + by;

  gtk_range_set_value (self->scale, CLAMP (place, 0, (int) self->days->len));
  if (self->settle_id != 0)
    apply (self);
}

static void
back_clicked_cb (DtlKnownSection *self)
{
  stop_playing (self);
  step (self, -1);
}

static void
forward_clicked_cb (DtlKnownSection *self)
{
  stop_playing (self);
  step (self, 1);
}

static gboolean
play_cb (gpointer user_data)
{
  DtlKnownSection *self = user_data;

  step (self, 1);
  if (get_place (self) < self->days->len)
    return G_SOURCE_CONTINUE;
  self->play_id = 0;
  stop_playing (self);
  return G_SOURCE_REMOVE;
}

/* From the end it begins at the start. */
static void
play_clicked_cb (DtlKnownSection *self)
{
  if (self->play_id != 0)
    {
      stop_playing (self);
      return;
    }
  if (get_place (self) >= self->days->len)
    step (self, -(int) self->days->len);
  self->play_id = g_timeout_add (PLAY_STEP_MS, play_cb, self);
  gtk_button_set_icon_name (self->play_button, "media-playback-pause-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->play_button), _ ("Pause"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->play_button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Pause"), -1);
}

/* The day stays, as far as the other reading has one there. */
static void
may_toggled_cb (DtlKnownSection *self)
{
  const char *edtf;

  if (self->updating || self->session == NULL)
    return;
  edtf = dtl_document_get_known_on (dtl_session_get_document (self->session));
  if (edtf != NULL)
    {
      g_autofree char *day = g_strdup (edtf);

      dtl_session_set_known_on (self->session, day, gtk_check_button_get_active (self->may_check));
      announce (self);
    }
  else
    update (self);
}

static void
expanded_cb (DtlKnownSection *self)
{
  if (self->session != NULL && gtk_expander_get_expanded (GTK_EXPANDER (self->expander)))
    dtl_document_want_sources (dtl_session_get_document (self->session));
}

static void
forget_session (DtlKnownSection *self)
{
  if (self->session == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->session, self);
  g_signal_handlers_disconnect_by_data (dtl_session_get_document (self->session), self);
  g_clear_object (&self->session);
}

/* --- the widget ------------------------------------------------------------------------------------------------- */

static void
dtl_known_section_dispose (GObject *object)
{
  DtlKnownSection *self = DTL_KNOWN_SECTION (object);

  g_clear_handle_id (&self->settle_id, g_source_remove);
  g_clear_handle_id (&self->play_id, g_source_remove);
  forget_session (self);
  g_clear_pointer (&self->days, g_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), DTL_TYPE_KNOWN_SECTION);
  G_OBJECT_CLASS (dtl_known_section_parent_class)->dispose (object);
}

static void
dtl_known_section_class_init (DtlKnownSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dtl_known_section_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/dateline/ui/dtl-known-section.ui");
  gtk_widget_class_bind_template_child (widget_class, DtlKnownSection, expander);
  gtk_widget_class_bind_template_child (widget_class, DtlKnownSection, day_label);
  gtk_widget_class_bind_template_child (widget_class, DtlKnownSection, news_label);
  gtk_widget_class_bind_template_child (widget_class, DtlKnownSection, missing_label);
  gtk_widget_class_bind_template_child (widget_class, DtlKnownSection, scale);
  gtk_widget_class_bind_template_child (widget_class, DtlKnownSection, play_button);
  gtk_widget_class_bind_template_child (widget_class, DtlKnownSection, back_button);
  gtk_widget_class_bind_template_child (widget_class, DtlKnownSection, forward_button);
  gtk_widget_class_bind_template_child (widget_class, DtlKnownSection, may_check);
  gtk_widget_class_bind_template_callback (widget_class, value_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, forward_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, play_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, may_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, expanded_cb);
}

static void
dtl_known_section_init (DtlKnownSection *self)
{
  self->days = g_array_new (FALSE, FALSE, sizeof (DtlKnownDay));
  gtk_widget_init_template (GTK_WIDGET (self));
  dtl_expander_guard (GTK_EXPANDER (self->expander));
  gtk_range_set_increments (self->scale, 1, 1);
  gtk_range_set_round_digits (self->scale, 0);
  stop_playing (self);
}

/**
 * dtl_known_section_set_session:
 * @session: (nullable): whose case; kept referenced
 */
void
dtl_known_section_set_session (DtlKnownSection *self, DtlSession *session)
{
  g_return_if_fail (DTL_IS_KNOWN_SECTION (self));

  stop_playing (self);
  g_clear_handle_id (&self->settle_id, g_source_remove);
  forget_session (self);
  g_set_object (&self->session, session);
  if (session != NULL)
    {
      g_signal_connect_swapped (session, "case-changed", G_CALLBACK (update), self);
      g_signal_connect_swapped (session, "case-changed", G_CALLBACK (expanded_cb), self);
      g_signal_connect_swapped (dtl_session_get_document (session), "sources-read", G_CALLBACK (update), self);
      expanded_cb (self);
    }
  update (self);
}
