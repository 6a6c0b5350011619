/**
 * What changed between two builds of a study? A list of typed changes, each in words and side by side.
 *
 * <p>May use {@code build}. Knows nothing of data: what a change does to values already collected is counted elsewhere.
 */
@NullMarked
package org.indelible.protocols.diff;

import org.jspecify.annotations.NullMarked;
