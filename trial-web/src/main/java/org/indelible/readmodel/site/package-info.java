/** Which sites has a trial, what are they approved for, and who may do what there? May use {@link org.indelible.readmodel}, trial-domain and anchoring. */
@NullMarked
package org.indelible.readmodel.site;

import org.jspecify.annotations.NullMarked;
