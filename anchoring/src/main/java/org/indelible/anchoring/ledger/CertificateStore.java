package org.indelible.anchoring.ledger;

import java.util.Optional;
import javax.sql.DataSource;
import org.indelible.anchoring.jdbc.Database;
import org.indelible.anchoring.primitive.Base64Text;
import org.indelible.anchoring.primitive.Sha256;

/** Author certificates by thumbprint (RFC 7515 section 4.1.8), table {@code ledger.certificate}. */
public final class CertificateStore {
    private final Database database;

    public CertificateStore(DataSource dataSource) {
        this.database = new Database(dataSource, DatabaseFailure::translate);
    }

    /** Keeps a certificate; one that is there already stays. Returns its thumbprint. */
    public String put(byte[] der) {
        String kid = Base64Text.URL.encode(Sha256.of(der));
        database.update("insert into ledger.certificate (kid, der) values (?, ?) on conflict do nothing", kid, der);
        return kid;
    }

    /** The DER encoding as stored; whether it has this thumbprint is for the reader to check. */
    public Optional<byte[]> find(String kid) {
        return database.first("select der from ledger.certificate where kid = ?", row -> row.getBytes(1), kid);
    }
}
