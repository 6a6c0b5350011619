/**
 * Is the stored history the one that was sealed? Re-reads whole ledgers and reports findings; trusts no column it can recompute. May use
 * {@code ledger}, {@code keys}, {@code blob} and the formats.
 */
@NullMarked
package org.indelible.anchoring.verify;

import org.jspecify.annotations.NullMarked;
