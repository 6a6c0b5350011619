/**
 * What was observed of one participant, and what became of that record? May use {@code shared}, {@code authority} and study builds of {@code protocols}.
 */
@NullMarked
package org.indelible.casebook;

import org.jspecify.annotations.NullMarked;
