/** What is left of the application under load when something is killed, full, slow, cut off or wrong. {@code mvn -Pfaults} runs it long. */
@NullMarked
package org.indelible.faults;

import org.jspecify.annotations.NullMarked;
