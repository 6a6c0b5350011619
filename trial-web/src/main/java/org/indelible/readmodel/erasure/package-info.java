/** What was asked to be taken out of the record, how it went, and who holds a copy from before? */
@NullMarked
package org.indelible.readmodel.erasure;

import org.jspecify.annotations.NullMarked;
