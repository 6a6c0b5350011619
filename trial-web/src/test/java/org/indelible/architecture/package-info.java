/** The borders between modules and features. */
@NullMarked
package org.indelible.architecture;

import org.jspecify.annotations.NullMarked;
