/** Is everything all right, and how can anybody check it? Pages and tlog-tiles endpoints over anchoring. May use {@code portal} and the read models. */
@NullMarked
package org.indelible.ledger;

import org.jspecify.annotations.NullMarked;
