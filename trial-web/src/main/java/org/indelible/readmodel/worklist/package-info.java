/** What waits to be done? May use {@link org.indelible.readmodel}, trial-domain and anchoring. */
@NullMarked
package org.indelible.readmodel.worklist;

import org.jspecify.annotations.NullMarked;
