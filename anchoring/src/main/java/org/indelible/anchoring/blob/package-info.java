/** Where bytes too large for an entry are kept and cited from. May use JDBC and {@code keys}. */
@NullMarked
package org.indelible.anchoring.blob;

import org.jspecify.annotations.NullMarked;
