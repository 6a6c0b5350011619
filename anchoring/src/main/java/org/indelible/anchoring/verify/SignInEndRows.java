package org.indelible.anchoring.verify;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.indelible.anchoring.jdbc.Database;
import org.indelible.anchoring.ledger.LedgerStore;

/** Reads when the sign-ins of an account ended, each account's stream once. */
final class SignInEndRows {
    private final Database database;
    private final SignInEnds ends = new SignInEnds();
    private final Set<String> read = new HashSet<>();

    SignInEndRows(Database database) {
        this.database = database;
    }

    Optional<SignInEnds.End> of(PlatformCertification certification) {
        SignInEnds.parse(certification.compact())
                .map(entry -> entry.claims().stream())
                .filter(stream -> stream.startsWith("account:") && read.add(stream))
                .ifPresent(this::read);
        return ends.of(certification);
    }

    private void read(String stream) {
        database.list(
                """
                select leaf_index, header || '.' || payload || '.' || signature as compact
                from ledger.entry where stream = ? and ledger = ? order by seq
                """,
                row -> {
                    long leafIndex = row.getLong("leaf_index");
                    SignInEnds.parse(row.getString("compact")).ifPresent(entry -> ends.add(leafIndex, entry));
                    return leafIndex;
                },
                stream,
                LedgerStore.PLATFORM);
    }
}
