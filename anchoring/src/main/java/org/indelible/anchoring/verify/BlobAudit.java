package org.indelible.anchoring.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.indelible.anchoring.jdbc.Database;
import org.indelible.anchoring.primitive.Base64Text;
import org.indelible.anchoring.primitive.EncodingException;
import org.indelible.anchoring.primitive.Sha256;

/** Blobs: those that entries cite are there, and each is what its address says. */
final class BlobAudit {
    private static final int READ = 16;

    private final Database database;
    private final Map<String, EntryRef> cited = new TreeMap<>();

    BlobAudit(Database database) {
        this.database = database;
    }

    /** Remembers the study build an entry was made under, and what its fields cite. */
    void add(ExaminedEntry entry) {
        EntryRef ref = EntryRef.of(entry.row());
        entry.parsed().ifPresent(parsed -> {
            parsed.claims().def().ifPresent(def -> cited.putIfAbsent(def, ref));
            CitedBlobs.of(parsed.data()).forEach(address -> cited.putIfAbsent(address, ref));
        });
    }

    void finish(Findings findings) {
        cited.forEach((address, entry) -> content(database, address)
                .ifPresentOrElse(
                        content -> check(address, content, findings),
                        () -> findings.failed(Check.BLOB, entry, "blob " + address + ", which it cites, is missing")));
        findings.checked(Check.BLOB, cited.size() + " blobs that entries cite");
    }

    /** A blob as it is stored. */
    static Optional<byte[]> content(Database database, String address) {
        try {
            return database.first("select content from ledger.blob where sha256 = ?", row -> row.getBytes(1), (Object)
                    Base64Text.URL.decode(address));
        } catch (EncodingException e) {
            return Optional.empty();
        }
    }

    private static void check(String address, byte[] content, Findings findings) {
        String actual = Base64Text.URL.encode(Sha256.of(content));
        if (!actual.equals(address)) {
            findings.failed(Check.BLOB, "blob " + address, "its content was altered: it has the hash " + actual);
        }
    }

    /** Every blob there is, cited from wherever. */
    static void all(Database database, Findings findings) {
        byte[] last = new byte[0];
        long count = 0;
        for (List<byte[]> page = page(database, findings, last);
                !page.isEmpty();
                page = page(database, findings, last)) {
            last = page.getLast();
            count += page.size();
        }
        findings.checked(Check.BLOB, count + " blobs");
    }

    private static List<byte[]> page(Database database, Findings findings, byte[] after) {
        List<byte[]> addresses = new ArrayList<>();
        database.list(
                "select sha256, content from ledger.blob where sha256 > ? order by sha256 limit ?",
                row -> {
                    byte[] address = row.getBytes("sha256");
                    addresses.add(address);
                    check(Base64Text.URL.encode(address), row.getBytes("content"), findings);
                    return address;
                },
                after,
                READ);
        return addresses;
    }
}
