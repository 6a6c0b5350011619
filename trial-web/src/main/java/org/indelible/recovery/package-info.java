/**
 * How does an installation go on when the end of its ledgers is lost for good?
 *
 * <p>May use anchoring, {@code commands} and {@code security}'s sign-in.
 */
@NullMarked
package org.indelible.recovery;

import org.jspecify.annotations.NullMarked;
