/** Which part of a ledger goes into an evidence bundle, and for whom? Uses {@code evidence}, {@code ledger}, {@code blob} and the formats. */
@NullMarked
package org.indelible.anchoring.evidence.export;

import org.jspecify.annotations.NullMarked;
