package org.indelible.readmodel;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * Who recorded something, when, and the entry that proves it.
 *
 * @param entry leaf index in the trial's ledger
 * @param leafHash RFC 6962 leaf hash, base64url
 * @param by account id
 * @param role role in force
 * @param site the participant's site at that moment
 * @param enteredAt when it was entered at its source, where that was told
 * @param recordedAt when it was stored
 * @param originator where it is not the account
 */
public record Provenance(
        long entry,
        String leafHash,
        String by,
        String role,
        String organisation,
        Optional<String> site,
        Optional<OffsetDateTime> enteredAt,
        Instant recordedAt,
        Optional<Originator> originator) {}
