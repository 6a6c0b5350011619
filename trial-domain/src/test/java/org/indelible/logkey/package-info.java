/** How one key of a log hands over to the next. */
@NullMarked
package org.indelible.logkey;

import org.jspecify.annotations.NullMarked;
