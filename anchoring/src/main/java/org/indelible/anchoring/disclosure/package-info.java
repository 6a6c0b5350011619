/** Which fields of an event can be withheld or erased, and what is left of them then? Uses the JDK only. */
@NullMarked
package org.indelible.anchoring.disclosure;

import org.jspecify.annotations.NullMarked;
