/** Does what other systems hold arrive whole, once, and nowhere else? */
@NullMarked
package org.indelible.importing;

import org.jspecify.annotations.NullMarked;
