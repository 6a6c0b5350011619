/**
 * How is an event of the domain kept as a sealed entry of a ledger, and read again? May use the anchoring module, Axon and Jackson; knows no aggregate.
 */
@NullMarked
package org.indelible.eventstore;

import org.jspecify.annotations.NullMarked;
