/** Where was a form recorded last? May use {@link org.indelible.readmodel}. */
@NullMarked
package org.indelible.readmodel.search;

import org.jspecify.annotations.NullMarked;
