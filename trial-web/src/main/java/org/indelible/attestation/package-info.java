/**
 * Who outside vouches for this installation's ledgers? Witnesses and time-stamp authorities as configured, when they are asked, and the
 * pages that say who has and who has not. May use {@code portal} and {@code platform}.
 */
@NullMarked
package org.indelible.attestation;

import org.jspecify.annotations.NullMarked;
