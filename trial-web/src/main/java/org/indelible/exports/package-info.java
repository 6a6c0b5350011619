/**
 * Who took what out of a trial, when, at which checkpoint? Records an export before its first byte leaves (EMA 6.2.1; R11) and lists them.
 *
 * <p>May be used by every feature that lets data out.
 */
@NullMarked
package org.indelible.exports;

import org.jspecify.annotations.NullMarked;
