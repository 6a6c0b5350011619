/**
 * How do data of other systems come in? ODM ClinicalData files are read as a stream and sent, participant by participant, through the ordinary commands: an import knows
 * no short cut and meets every rule. Each row is recorded with its originator, original time, file and place in the file; sending a file again changes nothing.
 *
 * <p>May use {@code commands}, {@code jobs}, protocols and trial-domain. Never writes to the ledger or the read models itself.
 */
@NullMarked
package org.indelible.importing;

import org.jspecify.annotations.NullMarked;
