/** Who takes part, and how far is each visit? May use {@link org.indelible.readmodel}, trial-domain and anchoring. */
@NullMarked
package org.indelible.readmodel.participant;

import org.jspecify.annotations.NullMarked;
