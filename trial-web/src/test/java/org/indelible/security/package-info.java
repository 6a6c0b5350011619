/** Who gets in, and to which routes. */
@NullMarked
package org.indelible.security;

import org.jspecify.annotations.NullMarked;
