/**
 * How does a page, the API or an import ask the domain for something? Every path sends its commands here, so that every path meets the same rules: the actor's claims go
 * with the command, forbidden acts are recorded, and callers may wait until the read models show what they did.
 *
 * <p>May use the domain, {@code readmodel.ReadModelProgress} and the ledger's head. Knows nothing of HTTP.
 */
@NullMarked
package org.indelible.commands;

import org.jspecify.annotations.NullMarked;
