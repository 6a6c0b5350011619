package org.indelible.anchoring.ledger;

import java.util.List;
import org.indelible.anchoring.entry.EntryClaims;
import org.indelible.anchoring.entry.SealedEntry;

/** An entry ready to be stored but for its place. */
record PreparedEntry(
        EntryClaims claims,
        SealedEntry sealed,
        byte[] leafHash,
        String entryHash,
        String clearDisclosures,
        List<EncryptedDisclosure> encrypted) {}
