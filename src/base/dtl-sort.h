/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sorting of plain arrays, which GLib 2.82 renamed. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * dtl_sort:
 * @array: (array length=n_elements): any elements, sorted in place; what compares as equal keeps its order
 * @element_size: in bytes
 * @compare: called with pointers to two elements, and with @user_data
 */
static inline void
dtl_sort (gpointer array, gsize n_elements, gsize element_size, GCompareDataFunc compare, gpointer user_data)
{
#if GLIB_CHECK_VERSION(2, 82, 0)
  g_sort_array (array, n_elements, element_size, compare, user_data);
#else
  g_return_if_fail (n_elements <= G_MAXINT);
  g_qsort_with_data (array, (int) n_elements, element_size, compare, user_data);
#endif
}

G_END_DECLS
