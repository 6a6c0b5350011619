package org.indelible.anchoring.evidence;

import org.indelible.anchoring.ledger.LogName;

/**
 * One of the two ledgers in a bundle: the trial's, or the platform's, of which only what the trial cites is in it.
 *
 * @param log its name, the last part of its origin
 * @param directory where its files are, with a final slash
 * @param size tree size of its checkpoint
 * @param complete whether every entry is in the bundle, up to the manifest's tree size
 */
public record BundledLog(LogName log, String directory, long size, boolean complete) {
    public static final String TRIAL = "ledger/";
    public static final String PLATFORM = "platform/";

    /** Entries in one file of entries. */
    public static final int ENTRIES_PER_FILE = 1000;
    /** Leaf hashes in one file of leaves. */
    public static final int LEAVES_PER_FILE = 65_536;
    /** Most of the earlier checkpoints that are in a bundle, spread evenly. */
    public static final int EARLIER_CHECKPOINTS = 256;

    public String ledger() {
        return log.ledger();
    }

    /** The last part of its origin. */
    public String name() {
        return log.toString();
    }

    /** The latest checkpoint, a signed note with its cosignatures. */
    public String checkpoint() {
        return directory + "checkpoint";
    }

    /** Earlier checkpoints, each after its length as a big-endian 16-bit number. */
    public String earlierCheckpoints() {
        return directory + "earlier-checkpoints";
    }

    public String leaves(long number) {
        return directory + "leaves/" + numbered(number);
    }

    public String entries(long number) {
        return directory + "entries/" + numbered(number);
    }

    private static String numbered(long number) {
        return String.format("%06d", number);
    }
}
