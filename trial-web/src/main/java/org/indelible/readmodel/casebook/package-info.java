/** What does a participant's casebook hold? May use {@link org.indelible.readmodel}, trial-domain and anchoring. */
@NullMarked
package org.indelible.readmodel.casebook;

import org.jspecify.annotations.NullMarked;
