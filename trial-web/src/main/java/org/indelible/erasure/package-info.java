/**
 * What was taken out of the record, what is asked to be, and who holds a copy? Pages and calls for the two persons, the carrying out, and its
 * repetition after a restore. Rules are in trial-domain. May use {@code portal}, {@code commands}, {@code platform} and the read models.
 */
@NullMarked
package org.indelible.erasure;

import org.jspecify.annotations.NullMarked;
