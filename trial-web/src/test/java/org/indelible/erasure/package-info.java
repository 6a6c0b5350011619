/** Is what two persons agreed to erase gone everywhere, for good, and does everything still verify? */
@NullMarked
package org.indelible.erasure;

import org.jspecify.annotations.NullMarked;
