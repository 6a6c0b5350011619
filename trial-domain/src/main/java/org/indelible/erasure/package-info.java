/**
 * What may be taken out of the record, by whom, and why? Requests to erase identities and stray identifiers, their approval by a second
 * person, and that they were carried out (R06, R68, R69). What is erased here are values; that they were there stays. May use {@code shared}
 * and {@code authority}.
 */
@NullMarked
package org.indelible.erasure;

import org.jspecify.annotations.NullMarked;
