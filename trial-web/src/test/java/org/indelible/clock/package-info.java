/** Changes of the server's clock are found out, told and recorded. */
@NullMarked
package org.indelible.clock;

import org.jspecify.annotations.NullMarked;
