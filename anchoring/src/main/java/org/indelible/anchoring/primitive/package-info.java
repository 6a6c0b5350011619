/** The primitives every format rests on, each with one reading only. Uses the JDK and BouncyCastle. */
@NullMarked
package org.indelible.anchoring.primitive;

import org.jspecify.annotations.NullMarked;
