/**
 * Will a study build do what its author means? Finds what can never be reached, never fires, contradicts itself or is not
 * translated, each with its OID and a cure.
 *
 * <p>May use {@code build}, {@code check} and {@code odm} (diagnostics).
 */
@NullMarked
package org.indelible.protocols.validation;

import org.jspecify.annotations.NullMarked;
