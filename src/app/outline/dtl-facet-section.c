/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-facet-section.h. Rows are made when the section is opened for the first time: a case can have many sources,
 * and most people open none of these; very many sources are not even read before. Of many values those with the most
 * events are listed, and words find the others. The checks follow the session, not the other way round. */
#include "config.h"

#include "app/outline/dtl-facet-section.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/compat/dtl-expander.h"
#include "app/outline/dtl-filter-row.h"
#include "service/dtl-facet-name.h"

/* Nobody looks through more checks; the rest is counted. */
#define MAX_ROWS 300
/* From so many on there is an entry for words. */
#define SEARCHED_FROM 21

/*
 * DtlFacetSection:
 * @entry: words that the rows shown have; not seen where there are few
 * @values: (nullable) (element-type DtlFacetValue): what occurs in the case; empty while it is read
 * @checks: value to GtkCheckButton, not owned; empty until the section was open
 */
struct _DtlFacetSection
{
  GtkWidget parent_instance;
  GtkWidget *expander;
  GtkLabel *state_label;
  GtkWidget *all_button;
  GtkWidget *entry;
  GtkWidget *list;
  DtlFacet facet;
  DtlSession *session;
  GArray *values;
  GHashTable *checks;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (DtlFacetSection, dtl_facet_section, GTK_TYPE_WIDGET)

/* --- words ------------------------------------------------------------------------------------------------------ */

static const char *
get_heading (DtlFacet facet)
{
  switch (facet)
    {
    case DTL_FACET_KIND:
      return C_ ("filter", "Kind");
    case DTL_FACET_STATUS:
      return C_ ("filter", "Status");
    case DTL_FACET_ASSERTION:
      return C_ ("filter", "Assertion");
    case DTL_FACET_SOURCE:
      return C_ ("filter", "Sources");
    default:
      g_assert_not_reached ();
    }
}

static const char *
get_all_label (DtlFacet facet)
{
  switch (facet)
    {
    case DTL_FACET_KIND:
      return _ ("All Kinds");
    case DTL_FACET_STATUS:
      return _ ("Every Status");
    case DTL_FACET_ASSERTION:
      return _ ("Every Assertion");
    case DTL_FACET_SOURCE:
      return _ ("All Sources");
    default:
      g_assert_not_reached ();
    }
}

/* As a row begins: words of the vocabularies stand within sentences elsewhere. */
static char *
dup_row_name (DtlFacetSection *self, int64_t value)
{
  g_autofree char *name = dtl_facet_name (dtl_session_get_document (self->session), self->facet, value);
  g_autoptr (GString) row = NULL;

  if (*name == '\0' || (self->facet == DTL_FACET_SOURCE && value != DTL_ID_NONE))
    return g_steal_pointer (&name);
  row = g_string_new (NULL);
  g_string_append_unichar (row, g_unichar_totitle (g_utf8_get_char (name)));
  g_string_append (row, g_utf8_next_char (name));
  return g_string_free (g_steal_pointer (&row), FALSE);
}

/* --- rows ------------------------------------------------------------------------------------------------------- */

static void
check_toggled_cb (DtlFacetSection *self, GtkCheckButton *check)
{
  const int64_t *value = g_object_get_data (G_OBJECT (check), "dtl-value");
  g_autoptr (DtlFilter) filter = NULL;

  if (self->updating || self->session == NULL)
    return;
  filter = dtl_filter_copy (dtl_session_get_wanted_filter (self->session));
  dtl_filter_set_value_on (filter, self->facet, *value, gtk_check_button_get_active (check), self->values);
  dtl_session_set_filter (self->session, filter);
}

static void
append_row (DtlFacetSection *self, const DtlFacetValue *value)
{
  g_autofree char *name = dup_row_name (self, value->value);
  GtkWidget *check = dtl_filter_row_new (name, value->n_events);

  g_object_set_data_full (G_OBJECT (check), "dtl-value", g_memdup2 (&value->value, sizeof value->value), g_free);
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (check_toggled_cb), self);
  g_hash_table_insert (self->checks, g_memdup2 (&value->value, sizeof value->value), check);
  gtk_box_append (GTK_BOX (self->list), check);
}

static void
append_remark (DtlFacetSection *self, const char *words)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "remark");
  gtk_box_append (GTK_BOX (self->list), label);
}

static void
append_rest (DtlFacetSection *self, guint n_rest)
{
  g_autofree char *words =
      g_strdup_printf (ngettext ("%u more is not listed", "%u more are not listed", n_rest), n_rest);

  append_remark (self, words);
}

static void
update_checks (DtlFacetSection *self)
{
  GHashTableIter iter;
  gpointer value, check;

  self->updating = TRUE;
  g_hash_table_iter_init (&iter, self->checks);
  while (g_hash_table_iter_next (&iter, &value, &check))
    dtl_filter_row_set_on (
        check, dtl_filter_is_value_on (dtl_session_get_filter (self->session), self->facet, *(const int64_t *) value));
  self->updating = FALSE;
}

static gboolean
is_to_be_read (DtlFacetSection *self)
{
  return self->facet == DTL_FACET_SOURCE && !dtl_document_has_sources (dtl_session_get_document (self->session));
}

/* Letters of other scripts are folded; for the usual ones there is a faster way, and values can be many. */
static gboolean
has_words (DtlFacetSection *self, int64_t value, const char *words, const char *folded)
{
  g_autofree char *name = dup_row_name (self, value);
  g_autofree char *folded_name = NULL;

  if (g_str_is_ascii (words))
    return strcasestr (name, words) != NULL;
  folded_name = g_utf8_casefold (name, -1);
  return strstr (folded_name, folded) != NULL;
}

static void
fill_rows (DtlFacetSection *self)
{
  g_autofree char *words = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  g_autofree char *folded = g_utf8_casefold (words, -1);
  guint n_rows = 0;

  for (guint i = 0; i < self->values->len; i++)
    {
      const DtlFacetValue *value = &g_array_index (self->values, DtlFacetValue, i);

      if (*words != '\0' && !has_words (self, value->value, words, folded))
        continue;
      if (n_rows < MAX_ROWS)
        append_row (self, value);
      n_rows += 1;
    }
  if (n_rows == 0)
    append_remark (self, C_ ("filter", "Nothing found"));
  if (n_rows > MAX_ROWS)
    append_rest (self, n_rows - MAX_ROWS);
}

static void
clear_rows (DtlFacetSection *self)
{
  GtkWidget *child;

  g_hash_table_remove_all (self->checks);
  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_box_remove (GTK_BOX (self->list), child);
}

static void
ensure_rows (DtlFacetSection *self)
{
  if (self->session == NULL || g_hash_table_size (self->checks) > 0 ||
      !gtk_expander_get_expanded (GTK_EXPANDER (self->expander)))
    return;
  clear_rows (self);
  if (is_to_be_read (self))
    {
      append_remark (self, _ ("Reading the sources…"));
      dtl_document_want_sources (dtl_session_get_document (self->session));
      return;
    }
  fill_rows (self);
  update_checks (self);
}

static void
words_changed_cb (DtlFacetSection *self)
{
  clear_rows (self);
  ensure_rows (self);
}

/* --- the session ------------------------------------------------------------------------------------------------ */

static guint
count_on (DtlFacetSection *self)
{
  guint n_on = 0;

  for (guint i = 0; i < self->values->len; i++)
    n_on += dtl_filter_is_value_on (dtl_session_get_filter (self->session), self->facet,
                                    g_array_index (self->values, DtlFacetValue, i).value);
  return n_on;
}

/* A closed section says too that it hides something. */
static void
update (DtlFacetSection *self)
{
  gboolean is_restricted = dtl_filter_has_facet (dtl_session_get_filter (self->session), self->facet);
  const char *heading = get_heading (self->facet);
  /* Translators: how many values of a filter are on, then how many there are */
  g_autofree char *state = is_restricted
                               ? g_strdup_printf (C_ ("filter", "%1$u of %2$u"), count_on (self), self->values->len)
                               : g_strdup ("");
  /* Translators: a section of the sidebar ("Kind"), then how much of it is on ("2 of 5") */
  g_autofree char *name =
      is_restricted ? g_strdup_printf (C_ ("filter", "%1$s, %2$s"), heading, state) : g_strdup (heading);

  gtk_label_set_text (self->state_label, state);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->expander), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_sensitive (self->all_button, is_restricted);
  update_checks (self);
}

static GArray *
list_values (DtlFacetSection *self, DtlDocument *document)
{
  if (is_to_be_read (self))
    return g_array_new (FALSE, FALSE, sizeof (DtlFacetValue));
  return dtl_facet_list_values (self->facet, dtl_document_get_columns (document),
                                self->facet == DTL_FACET_SOURCE ? dtl_document_get_sources (document) : NULL);
}

/* Where there is one value there is nothing to choose. */
static void
rebuild (DtlFacetSection *self)
{
  DtlDocument *document;

  clear_rows (self);
  g_clear_pointer (&self->values, g_array_unref);
  if (self->session == NULL)
    return;
  document = dtl_session_get_document (self->session);
  self->values = list_values (self, document);
  gtk_widget_set_visible (GTK_WIDGET (self), self->values->len > 1 || is_to_be_read (self));
  gtk_widget_set_visible (self->entry, self->values->len >= SEARCHED_FROM);
  if (self->values->len < SEARCHED_FROM)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  ensure_rows (self);
  update (self);
}

static void
all_clicked_cb (DtlFacetSection *self)
{
  g_autoptr (DtlFilter) filter = NULL;

  if (self->session == NULL)
    return;
  filter = dtl_filter_copy (dtl_session_get_wanted_filter (self->session));
  dtl_filter_reset_facet (filter, self->facet);
  dtl_session_set_filter (self->session, filter);
}

static void
forget_session (DtlFacetSection *self)
{
  if (self->session == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->session, self);
  g_signal_handlers_disconnect_by_data (dtl_session_get_document (self->session), self);
  g_clear_object (&self->session);
}

/* --- the widget ------------------------------------------------------------------------------------------------- */

static void
dtl_facet_section_dispose (GObject *object)
{
  DtlFacetSection *self = DTL_FACET_SECTION (object);

  forget_session (self);
  g_clear_pointer (&self->expander, gtk_widget_unparent);
  g_clear_pointer (&self->values, g_array_unref);
  G_OBJECT_CLASS (dtl_facet_section_parent_class)->dispose (object);
}

static void
dtl_facet_section_finalize (GObject *object)
{
  g_hash_table_unref (DTL_FACET_SECTION (object)->checks);
  G_OBJECT_CLASS (dtl_facet_section_parent_class)->finalize (object);
}

static void
dtl_facet_section_class_init (DtlFacetSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dtl_facet_section_dispose;
  G_OBJECT_CLASS (klass)->finalize = dtl_facet_section_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
make_title (DtlFacetSection *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *heading = gtk_label_new (get_heading (self->facet));
  GtkWidget *state = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (heading), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (heading, "heading");
  gtk_widget_add_css_class (state, "dim-label");
  gtk_widget_add_css_class (state, "numeric");
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), state);
  self->state_label = GTK_LABEL (state);
  return box;
}

static GtkWidget *
make_entry (DtlFacetSection *self)
{
  GtkWidget *entry = gtk_search_entry_new ();

  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Find in the list"), -1);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 8);
  g_signal_connect_swapped (entry, "search-changed", G_CALLBACK (words_changed_cb), self);
  return entry;
}

static GtkWidget *
make_content (DtlFacetSection *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->all_button = gtk_button_new_with_label (get_all_label (self->facet));
  gtk_widget_set_halign (self->all_button, GTK_ALIGN_END);
  gtk_widget_add_css_class (self->all_button, "flat");
  gtk_widget_add_css_class (self->all_button, "link-button");
  g_signal_connect_swapped (self->all_button, "clicked", G_CALLBACK (all_clicked_cb), self);
  self->entry = make_entry (self);
  gtk_box_append (GTK_BOX (box), self->all_button);
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), self->list);
  return box;
}

static void
dtl_facet_section_init (DtlFacetSection *self)
{
  self->checks = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

/**
 * dtl_facet_section_new:
 * @facet: of what
 *
 * Returns: (transfer floating)
 */
GtkWidget *
dtl_facet_section_new (DtlFacet facet)
{
  DtlFacetSection *self = g_object_new (DTL_TYPE_FACET_SECTION, NULL);

  self->facet = facet;
  self->expander = gtk_expander_new (NULL);
  gtk_expander_set_label_widget (GTK_EXPANDER (self->expander), make_title (self));
  gtk_expander_set_child (GTK_EXPANDER (self->expander), make_content (self));
  dtl_expander_guard (GTK_EXPANDER (self->expander));
  g_signal_connect_swapped (self->expander, "notify::expanded", G_CALLBACK (ensure_rows), self);
  gtk_widget_set_parent (self->expander, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  return GTK_WIDGET (self);
}

/**
 * dtl_facet_section_set_session:
 * @session: (nullable): whose filter; kept referenced
 */
void
dtl_facet_section_set_session (DtlFacetSection *self, DtlSession *session)
{
  g_return_if_fail (DTL_IS_FACET_SECTION (self));

  forget_session (self);
  g_set_object (&self->session, session);
  if (session != NULL)
    {
      g_signal_connect_swapped (dtl_session_get_document (session), "sources-read", G_CALLBACK (rebuild), self);
      g_signal_connect_swapped (session, "case-changed", G_CALLBACK (rebuild), self);
      g_signal_connect_swapped (session, "filter-changed", G_CALLBACK (update), self);
    }
  rebuild (self);
}
