/**
 * Does any parser break on what nobody would write? Each target gives bytes to a parser: it reads them and writes the same again, or
 * refuses with its own checked exception; anything else is a bug.
 */
@NullMarked
package org.indelible.anchoring.fuzz;

import org.jspecify.annotations.NullMarked;
