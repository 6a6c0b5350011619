/** What was signed, by whom, and does it still hold? May use {@link org.indelible.readmodel}, trial-domain and anchoring. */
@NullMarked
package org.indelible.readmodel.signature;

import org.jspecify.annotations.NullMarked;
