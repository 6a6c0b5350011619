/**
 * With whose key is an entry sealed? At sign-in the certificate authority certifies a fresh key for that sign-in, and the platform ledger records the certificate before the
 * key is used. Imports and the platform itself have certified keys of their own. Private keys live in this node's memory and die with the sign-in.
 *
 * <p>May use {@code anchoring.certificate}, {@code commands} and {@code security}'s sign-in hooks.
 */
@NullMarked
package org.indelible.authors;

import org.jspecify.annotations.NullMarked;
