/**
 * What can an administrator do at the command line? One class per command of {@code java -jar indelible.jar}.
 *
 * <p>A command starts the application without its web server and delegates to a bean; it decides nothing. May use every package.
 */
@NullMarked
package org.indelible.cli;

import org.jspecify.annotations.NullMarked;
