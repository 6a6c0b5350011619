/** On whose behalf is an entry sealed, and who says so? Ed25519 X.509 (RFC 5280, RFC 8410). Uses primitive, BouncyCastle. */
@NullMarked
package org.indelible.anchoring.certificate;

import org.jspecify.annotations.NullMarked;
