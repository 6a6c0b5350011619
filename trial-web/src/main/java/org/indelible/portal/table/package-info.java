/**
 * How does a list sort, filter, page, export and remember? On the server, from its address; the words of its columns are messages.
 *
 * <p>May be used by pages of every feature.
 */
@NullMarked
package org.indelible.portal.table;

import org.jspecify.annotations.NullMarked;
