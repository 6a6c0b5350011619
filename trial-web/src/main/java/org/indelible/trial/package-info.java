/** Which trials are there, and how does each stand? Pages only; rules are in trial-domain. May use {@code portal} and the read models. */
@NullMarked
package org.indelible.trial;

import org.jspecify.annotations.NullMarked;
