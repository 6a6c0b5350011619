/**
 * Does what was entered fit what the build asks for? Lexical values, built-in checks, conditions written in CEL.
 *
 * <p>May use {@code build}, {@code odm} (diagnostics) and dev.cel. Checks flag; they never alter what was entered.
 */
@NullMarked
package org.indelible.protocols.check;

import org.jspecify.annotations.NullMarked;
