/** Which JSON text is this, exactly? RFC 8259, I-JSON (RFC 7493), strings as RFC 8785. Uses Jackson only. */
@NullMarked
package org.indelible.anchoring.json;

import org.jspecify.annotations.NullMarked;
