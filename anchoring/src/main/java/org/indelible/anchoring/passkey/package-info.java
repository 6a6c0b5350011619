/**
 * Did the holder of a passkey agree to exactly this? WebAuthn Level 3 assertions and registrations, checked without a network, a database or
 * the party that asked for them. May use {@code certificate}, {@code json} and {@code primitive}.
 */
@NullMarked
package org.indelible.anchoring.passkey;

import org.jspecify.annotations.NullMarked;
