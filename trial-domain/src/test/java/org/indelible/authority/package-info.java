/** Who may do what, shown by example. */
@NullMarked
package org.indelible.authority;

import org.jspecify.annotations.NullMarked;
