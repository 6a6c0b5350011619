/** Which trials are there, under which protocol versions and study builds? May use {@link org.indelible.readmodel}, trial-domain and anchoring. */
@NullMarked
package org.indelible.readmodel.trial;

import org.jspecify.annotations.NullMarked;
