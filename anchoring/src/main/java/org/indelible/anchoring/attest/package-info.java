/**
 * Who outside has vouched for our checkpoints, and who has not? Asks the witnesses of a policy and the configured time-stamp authorities,
 * keeps what they say, and knows who has fallen behind. Uses JDBC, ledger, policy, witness, timestamp, outbound.
 */
@NullMarked
package org.indelible.anchoring.attest;

import org.jspecify.annotations.NullMarked;
