/**
 * How do the installation's own keys change hands? One takes the place of another, on record, while the application is stopped.
 *
 * <p>May use anchoring, {@code authors} and {@code commands}.
 */
@NullMarked
package org.indelible.keys;

import org.jspecify.annotations.NullMarked;
