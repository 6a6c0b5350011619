/** Is this entry in that tree, and did that tree grow from this one? RFC 6962, RFC 9162. Uses primitive only. */
@NullMarked
package org.indelible.anchoring.merkle;

import org.jspecify.annotations.NullMarked;
