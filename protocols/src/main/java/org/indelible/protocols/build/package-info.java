/**
 * What does one version of a trial collect? The study build: events, forms, item groups, items and what is said about them.
 *
 * <p>Immutable values, addressed by the hash of their canonical JSON. Uses Jackson and the JDK; knows no other package here.
 */
@NullMarked
package org.indelible.protocols.build;

import org.jspecify.annotations.NullMarked;
