package org.indelible.anchoring.ledger;

/**
 * One recovery of a ledger from a loss, as its entries declare it.
 *
 * @param successor the name under which the ledger went on
 * @param survived number of entries that were left
 * @param until number of entries there had been
 * @param signedSize tree size of the largest checkpoint signed under the name before
 * @param signedRoot base64 of its root
 * @param leafIndex where the loss was declared
 */
public record Succession(
        LogName successor, long survived, long until, long signedSize, String signedRoot, long leafIndex) {

    /** Whether what was signed under the old name is the checkpoint that the declaration cites, or of entries that were left. */
    public boolean explains(HighWaterMark mark) {
        return mark.size() <= survived
                || mark.size() == signedSize && mark.root().equals(signedRoot);
    }

    /** What was lost, in words. */
    public String words() {
        return "entries " + survived + " to " + (until - 1) + " were lost; entry " + leafIndex
                + " declares it and cites the checkpoint over " + signedSize + " entries with the root " + signedRoot
                + ". The ledger goes on as " + successor;
    }
}
