/** What may be taken out of the record, and by whom. */
@NullMarked
package org.indelible.erasure;

import org.jspecify.annotations.NullMarked;
