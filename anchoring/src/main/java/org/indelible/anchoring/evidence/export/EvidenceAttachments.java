package org.indelible.anchoring.evidence.export;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.indelible.anchoring.evidence.BundleWriter;
import org.indelible.anchoring.ledger.SignedCheckpoint;

/** What others have said about checkpoints: cosignatures, time-stamps, evidence records, and the policy they are judged by. */
public interface EvidenceAttachments {
    /** Nothing but what the installation says itself. */
    EvidenceAttachments NONE = new EvidenceAttachments() {
        @Override
        public String note(SignedCheckpoint checkpoint) {
            return checkpoint.note();
        }

        @Override
        public Collection<Long> attested(String ledger, long size) {
            return List.of();
        }

        @Override
        public void write(List<SignedCheckpoint> checkpoints, BundleWriter bundle) {}
    };

    /** The checkpoint with all its cosignatures. */
    String note(SignedCheckpoint checkpoint);

    /** Sizes of the ledger's checkpoints, up to one, about which somebody has said something. */
    Collection<Long> attested(String ledger, long size);

    /** Writes whatever there is about these checkpoints, as further files. */
    void write(List<SignedCheckpoint> checkpoints, BundleWriter bundle) throws IOException;
}
