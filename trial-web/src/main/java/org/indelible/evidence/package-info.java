/**
 * What can somebody take away to check elsewhere? Evidence bundles of a trial, as far as the role in force sees it. That one was made is on record before its first byte leaves.
 *
 * <p>May use {@code anchoring.evidence}, {@code commands}, {@code readmodel} and {@code portal}.
 */
@NullMarked
package org.indelible.evidence;

import org.jspecify.annotations.NullMarked;
