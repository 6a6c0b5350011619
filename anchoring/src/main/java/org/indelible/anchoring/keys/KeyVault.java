package org.indelible.anchoring.keys;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** Keeps the keys of erasable disclosures. A key that it hands out is durable; a key it destroyed is gone for good. */
public interface KeyVault {
    /** The key of a participant's (or another subject's) IDENTITY disclosures in a ledger; made where there is none. */
    DataKey participantKey(String ledger, String participant);

    /** A key for one disclosure, never handed out before. */
    DataKey disclosureKey();

    /** The keys that still exist, by reference. */
    Map<String, DataKey> find(Collection<String> refs);

    /** Destroys keys; those already destroyed are left alone. */
    void destroy(Collection<String> refs);

    /** Drops keys from this node's memory; those that still exist are read again when needed. */
    void forget(Collection<String> refs);

    /** Which of these keys were destroyed. */
    Set<String> destroyed(Collection<String> refs);
}
