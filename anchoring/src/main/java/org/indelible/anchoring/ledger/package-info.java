/**
 * Where entries come to rest: appending, reading, checkpoints, tiles and erasure on PostgreSQL. May use JDBC and the formats of
 * {@code entry}, {@code merkle}, {@code tlog}, {@code note}, {@code checkpoint}; nothing of the domain.
 */
@NullMarked
package org.indelible.anchoring.ledger;

import org.jspecify.annotations.NullMarked;
