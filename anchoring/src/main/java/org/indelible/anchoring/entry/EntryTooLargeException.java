package org.indelible.anchoring.entry;

/** A draft would become an entry larger than an entry may be. Nothing was sealed. */
public final class EntryTooLargeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public EntryTooLargeException(int size, int limit) {
        super("an entry with its disclosures has at most " + limit + " bytes, this one would have " + size);
    }
}
