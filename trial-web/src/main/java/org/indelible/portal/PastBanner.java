package org.indelible.portal;

/**
 * The page shows the past. A page puts it on its model as {@code past}; the whole frame changes.
 *
 * @param when the moment, as people write it, with its zone
 * @param entry leaf index of the last entry that counts
 * @param of entries in the ledger now
 * @param nowUrl the same page as of now
 */
public record PastBanner(String when, long entry, long of, String nowUrl) {}
