/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The widget: what it keeps of case, filter and search, when that is stale, and its two layers. A pan or a zoom of the
 * canvas paints the upper one anew, a lens and two handles, and touches nothing else. */
#include "app/timeline/dtl-overview-private.h"

#include "app/dtl-palette-css.h"
#include "app/dtl-shell.h"
#include "service/dtl-document-ground.h"

#define MIN_WIDTH_PX     120
#define NATURAL_WIDTH_PX 600
#define SETTLE_MS        150

G_DEFINE_FINAL_TYPE (DtlOverview, dtl_overview, GTK_TYPE_WIDGET)

/* --- what is kept ----------------------------------------------------------------------------------------------- */

static void
drop_picture (DtlOverview *self)
{
  g_clear_pointer (&self->picture, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
drop_counts (DtlOverview *self)
{
  g_clear_pointer (&self->density, dtl_density_free);
  g_clear_pointer (&self->hits, dtl_density_free);
  self->hits_are_stale = TRUE;
  self->chosen_is_stale = TRUE;
  drop_picture (self);
}

static gboolean
settled_cb (gpointer user_data)
{
  DtlOverview *self = user_data;

  self->settle_id = 0;
  dtl_overview_update_words (self);
  dtl_overview_print_place (self);
  return G_SOURCE_REMOVE;
}

static void
restart_settling (DtlOverview *self)
{
  g_clear_handle_id (&self->settle_id, g_source_remove);
  self->settle_id = g_timeout_add (SETTLE_MS, settled_cb, self);
}

/* Everything is counted anew, when it is drawn. */
void
dtl_overview_recount (DtlOverview *self)
{
  g_clear_pointer (&self->folds, g_array_unref);
  drop_counts (self);
  restart_settling (self);
}

static void
case_changed_cb (DtlOverview *self)
{
  dtl_overview_stop_counting (self);
  g_clear_pointer (&self->places, dtl_places_unref);
  dtl_overview_recount (self);
}

static void
search_changed_cb (DtlOverview *self)
{
  g_clear_pointer (&self->hits, dtl_density_free);
  self->hits_are_stale = TRUE;
  drop_picture (self);
}

static void
selection_changed_cb (DtlOverview *self)
{
  self->chosen_is_stale = TRUE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
view_changed_cb (DtlOverview *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
  restart_settling (self);
}

static void
theme_changed_cb (DtlOverview *self)
{
  self->theme = dtl_palette_css_get_theme ();
  drop_picture (self);
}

/* Brings places, span, folds and strip up to date. FALSE where nothing has a date, or there is no room. */
gboolean
dtl_overview_ensure_span (DtlOverview *self)
{
  int width = dtl_overview_get_strip_width (self);
  DtlDocument *document;

  if (self->session == NULL || self->canvas == NULL || width <= 0)
    return FALSE;
  document = dtl_session_get_document (self->session);
  if (self->places == NULL)
    self->places = dtl_document_find_places (document);
  if (self->folds == NULL)
    {
      DtlBitset *visible = dtl_session_get_visible (self->session);

      self->has_span = dtl_document_get_extent (document, visible, &self->first_seconds, &self->last_seconds);
      self->folds = dtl_document_find_folds (document, visible);
    }
  if (self->has_span)
    dtl_strip_init (&self->strip, self->first_seconds, self->last_seconds, DTL_OVERVIEW_INSET_PX, width);
  return self->has_span;
}

static DtlDensity *
count (DtlOverview *self, const DtlBitset *rows)
{
  return dtl_density_new (self->places, rows, self->strip.from_seconds, self->strip.to_seconds,
                          dtl_overview_count_columns (&self->strip));
}

static void
ensure_counts (DtlOverview *self)
{
  DtlBitset *visible = dtl_session_get_visible (self->session);
  DtlBitset *hits = dtl_session_get_hits (self->session);

  if (self->density == NULL)
    self->density = count (self, visible);
  if (self->hits_are_stale && hits != NULL && hits->n_bits == visible->n_bits)
    {
      g_autoptr (DtlBitset) shown = dtl_bitset_copy (visible);

      dtl_bitset_and (shown, hits);
      self->hits = count (self, shown);
    }
  self->hits_are_stale = FALSE;
  if (self->chosen_is_stale)
    {
      DtlBitset *chosen = dtl_session_get_chosen (self->session);

      g_clear_pointer (&self->chosen, dtl_density_free);
      self->chosen = chosen != NULL ? count (self, chosen) : NULL;
    }
  self->chosen_is_stale = FALSE;
}

/* What the canvas shows. */
void
dtl_overview_get_view_span (DtlOverview *self, int64_t *from_seconds, int64_t *to_seconds)
{
  const DtlViewport *view = dtl_canvas_get_view (self->canvas);

  *from_seconds = dtl_viewport_seconds_at (view, 0);
  *to_seconds = dtl_viewport_seconds_at (view, view->width_px);
}

/* Where the lens stands now; the span must be there. */
void
dtl_overview_get_lens (DtlOverview *self, DtlLens *lens)
{
  int64_t from = self->preview_from, to = self->preview_to;

  if (!self->has_preview)
    dtl_overview_get_view_span (self, &from, &to);
  dtl_lens_init (lens, &self->strip, from, to);
}

/* --- drawing ---------------------------------------------------------------------------------------------------- */

static DtlTextPango *
ensure_text (DtlOverview *self)
{
  if (self->text == NULL)
    self->text = dtl_text_pango_new (gtk_widget_get_pango_context (GTK_WIDGET (self)), NULL,
                                     dtl_shell_get_text_scale (GTK_WIDGET (self)));
  return self->text;
}

static DtlSurface *
begin_surface (GtkSnapshot *snapshot, const DtlOverviewPicture *picture, cairo_t **cr)
{
  *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, picture->width_px, picture->height_px));
  return dtl_surface_new_cairo (*cr, picture->text);
}

static GskRenderNode *
make_picture (const DtlOverviewPicture *picture)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  cairo_t *cr;
  DtlSurface *surface = begin_surface (snapshot, picture, &cr);

  dtl_overview_paint (picture, surface);
  dtl_surface_free (surface);
  cairo_destroy (cr);
  return gtk_snapshot_free_to_node (snapshot);
}

static void
append_lens (DtlOverview *self, GtkSnapshot *snapshot, const DtlOverviewPicture *picture)
{
  uint32_t row = dtl_session_get_selected_row (self->session);
  DtlColumns *columns = dtl_document_get_columns (dtl_session_get_document (self->session));
  DtlOverviewLook look = { .active = self->active, .has_focus = gtk_widget_has_visible_focus (GTK_WIDGET (self)) };
  cairo_t *cr;
  DtlSurface *surface;

  dtl_overview_get_lens (self, &look.lens);
  look.has_selected = row < columns->n_dated && dtl_bitset_get (dtl_session_get_visible (self->session), row);
  if (look.has_selected)
    look.selected_seconds = dtl_places_get_seconds (self->places, row);
  surface = begin_surface (snapshot, picture, &cr);
  dtl_overview_paint_lens (picture, &look, surface);
  dtl_surface_free (surface);
  cairo_destroy (cr);
}

static void
dtl_overview_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  DtlOverview *self = DTL_OVERVIEW (widget);
  gboolean has_span = dtl_overview_ensure_span (self);
  DtlOverviewPicture picture = { .theme = self->theme,
                                 .text = ensure_text (self),
                                 .width_px = gtk_widget_get_width (widget),
                                 .height_px = gtk_widget_get_height (widget) };

  if (has_span)
    {
      ensure_counts (self);
      picture.strip = self->strip;
      picture.density = self->density;
      picture.hits = self->hits;
      picture.chosen = self->chosen;
      picture.folds = self->folds;
    }
  if (self->picture == NULL)
    self->picture = make_picture (&picture);
  if (self->picture != NULL)
    gtk_snapshot_append_node (snapshot, self->picture);
  if (has_span)
    append_lens (self, snapshot, &picture);
}

/* --- the widget ------------------------------------------------------------------------------------------------- */

static void
dtl_overview_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  *minimum = *natural = dtl_overview_get_height_px (ensure_text (DTL_OVERVIEW (widget)));
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MIN_WIDTH_PX;
      *natural = NATURAL_WIDTH_PX;
    }
  *minimum_baseline = *natural_baseline = -1;
}

static void
dtl_overview_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  drop_counts (DTL_OVERVIEW (widget));
  restart_settling (DTL_OVERVIEW (widget));
}

/* Styles change with every focus; only another font or size of text concerns what was measured. */
static void
check_font (DtlOverview *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  g_autofree char *font = pango_font_description_to_string (pango_context_get_font_description (context));
  g_autofree char *key = g_strdup_printf ("%s@%.2f", font, dtl_shell_get_text_scale (GTK_WIDGET (self)));

  if (g_strcmp0 (key, self->font_key) == 0)
    return;
  g_free (self->font_key);
  self->font_key = g_steal_pointer (&key);
  g_clear_pointer (&self->text, dtl_text_pango_unref);
  drop_picture (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
dtl_overview_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (dtl_overview_parent_class)->css_changed (widget, change);
  check_font (DTL_OVERVIEW (widget));
}

static void
dtl_overview_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (dtl_overview_parent_class)->system_setting_changed (widget, setting);
  check_font (DTL_OVERVIEW (widget));
}

static void
dtl_overview_state_flags_changed (GtkWidget *widget, GtkStateFlags previous)
{
  GTK_WIDGET_CLASS (dtl_overview_parent_class)->state_flags_changed (widget, previous);
  gtk_widget_queue_draw (widget);
}

static void
dtl_overview_dispose (GObject *object)
{
  DtlOverview *self = DTL_OVERVIEW (object);

  dtl_overview_set_session (self, NULL);
  dtl_overview_set_canvas (self, NULL);
  g_clear_handle_id (&self->settle_id, g_source_remove);
  dtl_overview_stop_counting (self);
  g_clear_pointer (&self->picture, gsk_render_node_unref);
  g_clear_pointer (&self->density, dtl_density_free);
  g_clear_pointer (&self->hits, dtl_density_free);
  g_clear_pointer (&self->chosen, dtl_density_free);
  g_clear_pointer (&self->folds, g_array_unref);
  g_clear_pointer (&self->places, dtl_places_unref);
  g_clear_pointer (&self->text, dtl_text_pango_unref);
  g_clear_pointer (&self->font_key, g_free);
  G_OBJECT_CLASS (dtl_overview_parent_class)->dispose (object);
}

static void
dtl_overview_class_init (DtlOverviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dtl_overview_dispose;
  widget_class->measure = dtl_overview_measure;
  widget_class->size_allocate = dtl_overview_size_allocate;
  widget_class->snapshot = dtl_overview_snapshot;
  widget_class->css_changed = dtl_overview_css_changed;
  widget_class->system_setting_changed = dtl_overview_system_setting_changed;
  widget_class->state_flags_changed = dtl_overview_state_flags_changed;
  widget_class->query_tooltip = dtl_overview_query_tooltip;
  gtk_widget_class_set_css_name (widget_class, "overview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SCROLLBAR);
  dtl_overview_keys_install (widget_class);
}

static void
dtl_overview_init (DtlOverview *self)
{
  /* As on the canvas, time runs from left to right in every language. */
  gtk_widget_set_direction (GTK_WIDGET (self), GTK_TEXT_DIR_LTR);
  dtl_overview_counts_init (self);
  self->theme = dtl_palette_css_get_theme ();
  dtl_palette_css_watch (self, G_CALLBACK (theme_changed_cb));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_ORIENTATION,
                                  GTK_ORIENTATION_HORIZONTAL, -1);
  dtl_overview_input_init (self);
  dtl_overview_update_words (self);
}

/**
 * dtl_overview_set_canvas:
 * @canvas: (nullable): whose view it shows and moves; kept referenced
 */
void
dtl_overview_set_canvas (DtlOverview *self, DtlCanvas *canvas)
{
  g_return_if_fail (DTL_IS_OVERVIEW (self));

  if (self->canvas != NULL)
    g_signal_handlers_disconnect_by_data (self->canvas, self);
  g_set_object (&self->canvas, canvas);
  if (canvas != NULL)
    g_signal_connect_swapped (canvas, "view-changed", G_CALLBACK (view_changed_cb), self);
  drop_picture (self);
}

/**
 * dtl_overview_set_session:
 * @session: (nullable): whose events it counts; kept referenced
 */
void
dtl_overview_set_session (DtlOverview *self, DtlSession *session)
{
  g_return_if_fail (DTL_IS_OVERVIEW (self));

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_set_object (&self->session, session);
  dtl_overview_stop_counting (self);
  if (session == NULL)
    return;
  g_signal_connect_swapped (session, "case-changed", G_CALLBACK (case_changed_cb), self);
  g_signal_connect_swapped (session, "filter-changed", G_CALLBACK (dtl_overview_count_filter), self);
  g_signal_connect_swapped (session, "search-changed", G_CALLBACK (search_changed_cb), self);
  g_signal_connect_swapped (session, "selection-changed", G_CALLBACK (selection_changed_cb), self);
  case_changed_cb (self);
}
