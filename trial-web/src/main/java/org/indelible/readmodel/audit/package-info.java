/** What happened in a trial, row by row? May use {@link org.indelible.readmodel}, trial-domain and anchoring. */
@NullMarked
package org.indelible.readmodel.audit;

import org.jspecify.annotations.NullMarked;
