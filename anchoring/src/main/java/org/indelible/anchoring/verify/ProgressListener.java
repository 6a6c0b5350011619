package org.indelible.anchoring.verify;

/** Told how far a verification has come. */
@FunctionalInterface
public interface ProgressListener {
    ProgressListener NONE = (ledger, done, total) -> {};

    /** @param total number of entries of the ledger when its verification began */
    void progress(String ledger, long done, long total);
}
