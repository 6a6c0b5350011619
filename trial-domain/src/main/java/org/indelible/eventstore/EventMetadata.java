package org.indelible.eventstore;

/** Keys of the metadata that the store itself gives to events that it reads, or looks for in those it writes. */
public final class EventMetadata {
    /**
     * On a command whose events something outside gives rise to: text that names that cause for good, such as file hash and row. The ids of
     * its events follow from it, so that doing it twice is doing it once ({@link AlreadyRecordedException}).
     */
    public static final String DERIVED_FROM = "derivedFrom";

    /** Base64url SHA-256 of the entry's compact serialisation: how it is cited. */
    public static final String ENTRY_HASH = "entryHash";

    /** RFC 6962 leaf hash, base64url. */
    public static final String LEAF_HASH = "leafHash";

    public static final String LEDGER = "ledger";
    /** Place in the ledger's tree, a {@code Long}. */
    public static final String LEAF_INDEX = "leafIndex";
    /** System time of storage, an {@code Instant}. */
    public static final String STORED_AT = "iat";
    /** Key of the participant (claim {@code sub}). */
    public static final String PARTICIPANT = "participant";

    public static final String TRIAL = "trial";

    private EventMetadata() {}
}
