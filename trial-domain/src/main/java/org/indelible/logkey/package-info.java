/**
 * With which key are a ledger's checkpoints signed from now on? One key hands over to the next, on record. May use {@code shared} and
 * {@code authority}.
 */
@NullMarked
package org.indelible.logkey;

import org.jspecify.annotations.NullMarked;
