package org.indelible.anchoring.ledger;

import java.util.List;
import java.util.Optional;

/** Signs the heads of ledgers. What it returns is recorded in the database and in the high-water file. */
public interface CheckpointService {
    /**
     * The checkpoint of the ledger's present size; signed where the ledger has grown since the last. A trial's new checkpoint is also
     * appended to {@code platform}.
     *
     * @throws CheckpointRefusedException where it would contradict one signed before
     */
    SignedCheckpoint checkpoint(String ledger);

    /** {@link #checkpoint} for every ledger that has grown, trials first, {@code platform} last. */
    List<SignedCheckpoint> checkpointAll();

    /** The latest checkpoint signed. */
    Optional<SignedCheckpoint> latest(String ledger);

    /** The latest checkpoint signed under one of a ledger's names: what is left of an old one stays readable after a recovery. */
    Optional<SignedCheckpoint> latest(LogName name);

    /** The checkpoint signed at exactly this size. */
    Optional<SignedCheckpoint> at(String ledger, long size);
}
