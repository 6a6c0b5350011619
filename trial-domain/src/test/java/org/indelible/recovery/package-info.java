/** How a ledger goes on after a loss. */
@NullMarked
package org.indelible.recovery;

import org.jspecify.annotations.NullMarked;
