/**
 * What does the application stand on? Its home directory, the secrets kept there, and the refusal to start without them.
 *
 * <p>May use the JDK and Spring only; every other package may use it.
 */
@NullMarked
package org.indelible.platform;

import org.jspecify.annotations.NullMarked;
