/**
 * Who else has seen this tree grow? Both sides of C2SP tlog-witness: asking for cosignatures, and giving them. Uses checkpoint, merkle,
 * note, outbound, policy; knows no database.
 */
@NullMarked
package org.indelible.anchoring.witness;

import org.jspecify.annotations.NullMarked;
