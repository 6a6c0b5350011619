/** What was observed of a participant, and how is it entered, corrected and signed on screen? Pages only; rules are in trial-domain. May use {@code portal} and the read models. */
@NullMarked
package org.indelible.casebook;

import org.jspecify.annotations.NullMarked;
