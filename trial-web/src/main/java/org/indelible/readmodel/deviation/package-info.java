/** Where did the conduct of a trial depart from its protocol? May use {@link org.indelible.readmodel}, trial-domain and anchoring. */
@NullMarked
package org.indelible.readmodel.deviation;

import org.jspecify.annotations.NullMarked;
