package org.indelible.anchoring.verify;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.indelible.anchoring.entry.EntryClaims;
import org.indelible.anchoring.entry.EntryReader;
import org.indelible.anchoring.entry.ParsedEntry;
import org.indelible.anchoring.ledger.EntryRow;
import org.indelible.anchoring.merkle.Hash;
import org.indelible.anchoring.merkle.TreeHash;
import org.indelible.anchoring.primitive.Base64Text;
import org.indelible.anchoring.primitive.Sha256;

/** Checks what an entry says about itself: form, seal, columns, hashes, disclosures. Safe for use by many threads. */
final class EntryExaminer {
    private final EntryReader reader = new EntryReader();
    private final SealCheck seals;

    EntryExaminer(AuthorCertificates certificates) {
        this.seals = new SealCheck(certificates);
    }

    ExaminedEntry examine(EntryRow row, StoredDisclosures disclosures) {
        List<EntryProblem> problems = new ArrayList<>();
        byte[] bytes = row.compact().getBytes(StandardCharsets.US_ASCII);
        Hash leaf = TreeHash.leaf(bytes);
        byte[] entryHash = Sha256.of(bytes);
        checkHashes(row, leaf, entryHash, problems);
        Optional<ParsedEntry> parsed = seals.parse(row.compact(), problems);
        parsed.ifPresent(entry -> {
            seals.check(entry, problems);
            checkColumns(row, entry.claims(), problems);
            disclosures.check(reader, entry, problems);
        });
        return new ExaminedEntry(row, leaf, Base64Text.URL.encode(entryHash), parsed, problems);
    }

    private static void checkHashes(EntryRow row, Hash leaf, byte[] entryHash, List<EntryProblem> problems) {
        if (!Arrays.equals(leaf.bytes(), row.leafHash())) {
            problems.add(new EntryProblem(
                    Check.LEAF_HASH,
                    "the stored bytes have the leaf hash " + leaf + ", the column says "
                            + Base64Text.STANDARD.encode(row.leafHash())));
        }
        if (!Arrays.equals(entryHash, row.entryHash())) {
            problems.add(new EntryProblem(
                    Check.LEAF_HASH,
                    "the stored bytes have the entry hash " + Base64Text.URL.encode(entryHash) + ", the column says "
                            + Base64Text.URL.encode(row.entryHash())));
        }
    }

    private static void checkColumns(EntryRow row, EntryClaims claims, List<EntryProblem> problems) {
        compare("jti", claims.jti(), row.jti(), problems);
        compare("ledger", claims.ledger(), row.ledger(), problems);
        compare("stream", claims.stream(), row.stream(), problems);
        compare("seq", claims.seq(), row.seq(), problems);
        compare("iat", claims.iat(), row.iat(), problems);
    }

    private static void compare(String column, Object signed, Object stored, List<EntryProblem> problems) {
        if (!signed.equals(stored)) {
            problems.add(new EntryProblem(
                    Check.COLUMNS, "column " + column + " says " + stored + ", the signed payload " + signed));
        }
    }
}
