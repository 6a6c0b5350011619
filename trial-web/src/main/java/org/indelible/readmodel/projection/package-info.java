/**
 * Which rows does an event make? Projections are pure; one writer turns their changes into SQL, one processor feeds them from the log.
 * May use {@link org.indelible.readmodel}, trial-domain and anchoring.
 */
@NullMarked
package org.indelible.readmodel.projection;

import org.jspecify.annotations.NullMarked;
