/**
 * What becomes of a ledger whose end is lost for good? Two persons declare what is lost, and the ledger goes on under a new name. May use
 * {@code shared} and {@code authority}.
 */
@NullMarked
package org.indelible.recovery;

import org.jspecify.annotations.NullMarked;
