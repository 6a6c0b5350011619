/**
 * What do all aggregates call things? Typed ids, reasons, refusals and signatures. Uses only the anchoring module and the annotations of {@code eventstore}.
 */
@NullMarked
package org.indelible.shared;

import org.jspecify.annotations.NullMarked;
