package org.indelible.anchoring.evidence.export;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.indelible.anchoring.entry.ParsedEntry;
import org.indelible.anchoring.ledger.LedgerStore;
import org.indelible.anchoring.ledger.StoredEntry;

/** Which platform entry ended the sign-in that another began. Each account's stream is read once. */
final class SignInEndEntries {
    private static final String ENDED = "signed-out";
    private static final String OF_ACCOUNT = "account:";

    private final LedgerStore ledgers;
    private final Map<String, Map<String, String>> byStream = new HashMap<>();

    SignInEndEntries(LedgerStore ledgers) {
        this.ledgers = ledgers;
    }

    /** Its hash; empty where the entry begins no sign-in, or one that has not ended. */
    Optional<String> of(ParsedEntry signIn) {
        String stream = signIn.claims().stream();
        return stream.startsWith(OF_ACCOUNT) && !signIn.claims().evt().equals(ENDED)
                ? Optional.ofNullable(
                        byStream.computeIfAbsent(stream, this::ends).get(id(signIn)))
                : Optional.empty();
    }

    private Map<String, String> ends(String stream) {
        Map<String, String> ends = new HashMap<>();
        try (Stream<StoredEntry> entries = ledgers.readStream(stream, 0)) {
            entries.forEach(stored -> EntryLines.parse(stored)
                    .filter(entry -> entry.claims().evt().equals(ENDED))
                    .ifPresent(entry -> ends.putIfAbsent(id(entry), stored.entryHash())));
        }
        return ends;
    }

    private static String id(ParsedEntry entry) {
        return entry.data().path("signIn").asString("");
    }
}
