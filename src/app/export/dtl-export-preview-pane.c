/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-export-preview-pane.h. The last picture stays until there is another one. */
#include "config.h"

#include "app/export/dtl-export-preview-pane.h"

#include <glib/gi18n.h>

struct _DtlExportPreviewPane
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkPicture *picture;
  GtkSpinner *spinner;
  GtkLabel *facts;
  GtkLabel *warning;
  GtkWidget *warning_box;
  GtkWidget *pages_box;
  GtkLabel *page_label;
  GtkWidget *previous_button;
  GtkWidget *next_button;

  guint page;
  guint n_pages;
};

G_DEFINE_FINAL_TYPE (DtlExportPreviewPane, dtl_export_preview_pane, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_PAGE_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* --- words ------------------------------------------------------------------------------------------------------ */

static char *
describe_size (const DtlPictureFacts *facts, DtlPictureFormat format)
{
  if (format == DTL_PICTURE_PDF)
    /* Translators: a page's width and height in millimetres. */
    return g_strdup_printf (ngettext ("%1$u page of %2$d × %3$d mm", "%1$u pages of %2$d × %3$d mm", facts->n_pages),
                            facts->n_pages, (int) (facts->width_px * 25.4 / 96 + 0.5),
                            (int) (facts->height_px * 25.4 / 96 + 0.5));
  return g_strdup_printf (_ ("%1$d × %2$d pixels"), facts->width_px, facts->height_px);
}

static char *
describe_facts (const DtlExportPreview *preview, DtlPictureFormat format)
{
  g_autofree char *size = describe_size (&preview->facts, format);
  g_autofree char *bytes = g_format_size (preview->n_bytes);

  /* Translators: first how large the picture is, then the size of its file. */
  return g_strdup_printf (preview->is_estimate ? _ ("%1$s, about %2$s") : _ ("%1$s, %2$s"), size, bytes);
}

static void
add_line (GString *text, const char *format, guint n)
{
  if (n == 0)
    return;
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append_printf (text, format, n);
}

/* (transfer full): a sentence a line; "" where everything has room */
static char *
describe_left (const DtlPictureFacts *facts)
{
  GString *text = g_string_new (NULL);

  add_line (
      text,
      ngettext ("%u lane has no room on the picture.", "%u lanes have no room on the picture.", facts->n_lanes_cut),
      facts->n_lanes_cut);
  add_line (text,
            ngettext ("There is no room for %u passage.", "There is no room for %u passages.", facts->n_passages_left),
            facts->n_passages_left);
  add_line (text,
            ngettext ("There is no room for %u source.", "There is no room for %u sources.", facts->n_sources_left),
            facts->n_sources_left);
  return g_string_free (text, FALSE);
}

/* What a screen reader says of the picture. */
static char *
describe_picture (const DtlExportPreview *preview)
{
  const DtlPictureFacts *facts = &preview->facts;
  g_autofree char *lanes = g_strdup_printf (ngettext ("%u lane", "%u lanes", facts->n_lanes), facts->n_lanes);
  g_autofree char *events = g_strdup_printf (ngettext ("%u event", "%u events", facts->n_events), facts->n_events);

  if (facts->n_pages > 1)
    /* Translators: which page of how many, then how many lanes and events there are on all of them. */
    return g_strdup_printf (_ ("Preview: page %1$u of %2$u, %3$s, %4$s"), preview->page + 1, facts->n_pages, lanes,
                            events);
  return g_strdup_printf (_ ("Preview: %1$d by %2$d pixels, %3$s, %4$s"), facts->width_px, facts->height_px, lanes,
                          events);
}

static void
update_pages (DtlExportPreviewPane *self)
{
  /* Translators: as on the pages of a book. */
  g_autofree char *words = g_strdup_printf (_ ("Page %1$u of %2$u"), self->page + 1, MAX (self->n_pages, 1));

  gtk_label_set_text (self->page_label, words);
  gtk_widget_set_visible (self->pages_box, self->n_pages > 1);
  gtk_widget_set_sensitive (self->previous_button, self->page > 0);
  gtk_widget_set_sensitive (self->next_button, self->page + 1 < self->n_pages);
}

static void
set_warning (DtlExportPreviewPane *self, const char *text)
{
  gtk_label_set_text (self->warning, text);
  gtk_widget_set_visible (self->warning_box, *text != '\0');
}

/* --- what is shown ---------------------------------------------------------------------------------------------- */

/**
 * dtl_export_preview_pane_make_texture:
 * @image: an opaque ARGB32 image, which the texture keeps
 *
 * Returns: (transfer full)
 */
GdkTexture *
dtl_export_preview_pane_make_texture (cairo_surface_t *image)
{
  int height = cairo_image_surface_get_height (image);
  int stride = cairo_image_surface_get_stride (image);
  g_autoptr (GBytes) bytes = NULL;

  cairo_surface_flush (image);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (image), (gsize) height * stride,
                                      (GDestroyNotify) cairo_surface_destroy, cairo_surface_reference (image));
  return gdk_memory_texture_new (cairo_image_surface_get_width (image), height, GDK_MEMORY_DEFAULT, bytes,
                                 (gsize) stride);
}

/* Replaces the picture and all that is said of it. */
void
dtl_export_preview_pane_show (DtlExportPreviewPane *self, const DtlExportPreview *preview, DtlPictureFormat format)
{
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree char *facts = NULL;
  g_autofree char *left = NULL;
  g_autofree char *words = NULL;

  g_return_if_fail (DTL_IS_EXPORT_PREVIEW_PANE (self) && preview != NULL);

  texture = dtl_export_preview_pane_make_texture (preview->image);
  facts = describe_facts (preview, format);
  left = describe_left (&preview->facts);
  words = describe_picture (preview);
  gtk_picture_set_paintable (self->picture, GDK_PAINTABLE (texture));
  gtk_picture_set_alternative_text (self->picture, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->picture), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_label_set_text (self->facts, facts);
  set_warning (self, left);
  self->page = preview->page;
  self->n_pages = preview->facts.n_pages;
  update_pages (self);
}

/* Says why there is no picture; the last one goes, since it is none of what is chosen. */
void
dtl_export_preview_pane_show_error (DtlExportPreviewPane *self, const char *message)
{
  g_return_if_fail (DTL_IS_EXPORT_PREVIEW_PANE (self) && message != NULL);

  gtk_picture_set_paintable (self->picture, NULL);
  gtk_picture_set_alternative_text (self->picture, _ ("No preview"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->picture), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("No preview"), -1);
  gtk_label_set_text (self->facts, _ ("No preview"));
  set_warning (self, message);
  self->n_pages = 0;
  update_pages (self);
}

/* Whether another picture is being made. */
void
dtl_export_preview_pane_set_busy (DtlExportPreviewPane *self, gboolean is_busy)
{
  g_return_if_fail (DTL_IS_EXPORT_PREVIEW_PANE (self));

  gtk_spinner_set_spinning (self->spinner, is_busy);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), is_busy);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->picture), GTK_ACCESSIBLE_STATE_BUSY, is_busy, -1);
}

/* Returns: from 0 */
guint
dtl_export_preview_pane_get_page (DtlExportPreviewPane *self)
{
  g_return_val_if_fail (DTL_IS_EXPORT_PREVIEW_PANE (self), 0);
  return self->page;
}

/* How many pixels of the screen there are for the picture; both 0 before there is a size. */
void
dtl_export_preview_pane_get_box (DtlExportPreviewPane *self, int *width_px, int *height_px)
{
  int scale;

  g_return_if_fail (DTL_IS_EXPORT_PREVIEW_PANE (self) && width_px != NULL && height_px != NULL);

  scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  *width_px = gtk_widget_get_width (GTK_WIDGET (self->picture)) * scale;
  *height_px = gtk_widget_get_height (GTK_WIDGET (self->picture)) * scale;
}

/* --- the widget ------------------------------------------------------------------------------------------------- */

static void
turn (DtlExportPreviewPane *self, int step)
{
  self->page += (guint) step;
  update_pages (self);
  g_signal_emit (self, signals[SIGNAL_PAGE_CHANGED], 0);
}

static void
previous_cb (DtlExportPreviewPane *self)
{
  if (self->page > 0)
    turn (self, -1);
}

static void
next_cb (DtlExportPreviewPane *self)
{
  if (self->page + 1 < self->n_pages)
    turn (self, 1);
}

static void
dtl_export_preview_pane_dispose (GObject *object)
{
  DtlExportPreviewPane *self = DTL_EXPORT_PREVIEW_PANE (object);

  g_clear_pointer (&self->content, gtk_widget_unparent);
  G_OBJECT_CLASS (dtl_export_preview_pane_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, DtlExportPreviewPane, content);
  gtk_widget_class_bind_template_child (widget_class, DtlExportPreviewPane, picture);
  gtk_widget_class_bind_template_child (widget_class, DtlExportPreviewPane, spinner);
  gtk_widget_class_bind_template_child (widget_class, DtlExportPreviewPane, facts);
  gtk_widget_class_bind_template_child (widget_class, DtlExportPreviewPane, warning);
  gtk_widget_class_bind_template_child (widget_class, DtlExportPreviewPane, warning_box);
  gtk_widget_class_bind_template_child (widget_class, DtlExportPreviewPane, pages_box);
  gtk_widget_class_bind_template_child (widget_class, DtlExportPreviewPane, page_label);
  gtk_widget_class_bind_template_child (widget_class, DtlExportPreviewPane, previous_button);
  gtk_widget_class_bind_template_child (widget_class, DtlExportPreviewPane, next_button);
}

static void
dtl_export_preview_pane_class_init (DtlExportPreviewPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dtl_export_preview_pane_dispose;
  signals[SIGNAL_PAGE_CHANGED] =
      g_signal_new ("page-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/dateline/ui/dtl-export-preview-pane.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
}

static void
dtl_export_preview_pane_init (DtlExportPreviewPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update_pages (self);
}
