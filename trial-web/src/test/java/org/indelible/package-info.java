/** What tests of the whole application share. */
@NullMarked
package org.indelible;

import org.jspecify.annotations.NullMarked;
