/** The application measured as a whole: {@code mvn -Pbench}. */
@NullMarked
package org.indelible.bench;

import org.jspecify.annotations.NullMarked;
