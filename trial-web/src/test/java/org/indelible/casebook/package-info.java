/** Data entry through the portal. */
@NullMarked
package org.indelible.casebook;

import org.jspecify.annotations.NullMarked;
