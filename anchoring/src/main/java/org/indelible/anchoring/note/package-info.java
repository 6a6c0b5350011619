/** Who signed this text? C2SP signed-note. Uses primitive only. */
@NullMarked
package org.indelible.anchoring.note;

import org.jspecify.annotations.NullMarked;
