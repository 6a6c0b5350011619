/**
 * Does the server's clock go as a clock goes? Changes are found out, told and recorded (FDA Part 11 guidance 2024 Q14).
 *
 * <p>May use {@code commands}, {@code authors} and the log.
 */
@NullMarked
package org.indelible.clock;

import org.jspecify.annotations.NullMarked;
