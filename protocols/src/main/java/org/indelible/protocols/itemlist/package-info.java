/**
 * Which items does a spreadsheet list? Reads CSV and the first sheet of an Excel workbook, and says of every cell that cannot be
 * used where it is and what to do.
 *
 * <p>May use {@code build}, {@code design} and {@code odm} (hardened XML).
 */
@NullMarked
package org.indelible.protocols.itemlist;

import org.jspecify.annotations.NullMarked;
