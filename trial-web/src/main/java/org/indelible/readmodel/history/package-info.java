/** Who changed a data point, when, from what to what, and why? May use {@link org.indelible.readmodel}, trial-domain and anchoring. */
@NullMarked
package org.indelible.readmodel.history;

import org.jspecify.annotations.NullMarked;
