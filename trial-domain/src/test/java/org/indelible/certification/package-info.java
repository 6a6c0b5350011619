/** How one certificate authority takes the place of another. */
@NullMarked
package org.indelible.certification;

import org.jspecify.annotations.NullMarked;
