/** Do ids and events keep what they promise? */
@NullMarked
package org.indelible.shared;

import org.jspecify.annotations.NullMarked;
