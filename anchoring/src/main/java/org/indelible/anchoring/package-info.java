/** The log: sealed entries, Merkle tree, checkpoints, certificates, the JDBC ledger and its verification. */
@NullMarked
package org.indelible.anchoring;

import org.jspecify.annotations.NullMarked;
