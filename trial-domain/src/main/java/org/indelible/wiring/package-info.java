/** Which events and aggregates are there, and how do they come together with a ledger? May use every package of this module. */
@NullMarked
package org.indelible.wiring;

import org.jspecify.annotations.NullMarked;
