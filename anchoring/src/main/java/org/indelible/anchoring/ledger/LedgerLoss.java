package org.indelible.anchoring.ledger;

/**
 * What a ledger has lost of its end.
 *
 * @param survived number of entries that are left, from the first on
 * @param until number of entries there were: those from {@code survived} to before this one are lost
 * @param signedSize tree size of the largest checkpoint known to have been signed under the ledger's present name
 * @param signedRoot base64 of its RFC 6962 root
 */
public record LedgerLoss(String ledger, long survived, long until, long signedSize, String signedRoot) {
    /** The same loss, counted from a smaller number of entries: what was appended to recover from it was not there before. */
    public LedgerLoss from(long survivedBefore) {
        return new LedgerLoss(ledger, Math.min(survived, survivedBefore), until, signedSize, signedRoot);
    }

    /** Empty of entries that are lost: the ledger is whole, as far as is known. */
    public boolean isNone() {
        return until <= survived;
    }
}
