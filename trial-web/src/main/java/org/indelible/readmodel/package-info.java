/**
 * How did a trial stand at a given point of its ledger? Rows of schema {@code read} carry the leaf indexes between which they hold; one
 * processor writes them from the log, the queries of each feature's package read them. May use trial-domain and anchoring; nothing here
 * issues commands.
 */
@NullMarked
package org.indelible.readmodel;

import org.jspecify.annotations.NullMarked;
