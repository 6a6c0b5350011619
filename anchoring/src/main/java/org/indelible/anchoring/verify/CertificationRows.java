package org.indelible.anchoring.verify;

import java.util.Optional;
import org.indelible.anchoring.jdbc.Database;
import org.indelible.anchoring.primitive.Base64Text;
import org.indelible.anchoring.primitive.EncodingException;

/** Finds platform entries that are to have certified keys. */
final class CertificationRows {
    private CertificationRows() {}

    static Optional<PlatformCertification> find(Database database, String hash) {
        try {
            return database.first(
                    """
                    select leaf_index, header || '.' || payload || '.' || signature as compact from ledger.entry
                    where ledger = 'platform' and entry_hash = ?
                    """,
                    row -> new PlatformCertification(hash, row.getLong("leaf_index"), row.getString("compact")),
                    (Object) Base64Text.URL.decode(hash));
        } catch (EncodingException e) {
            return Optional.empty();
        }
    }
}
