package org.indelible.anchoring.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.indelible.anchoring.entry.SealedEntry;
import org.indelible.anchoring.ledger.StoredEntry;
import org.indelible.anchoring.testing.MeasuredEvents;
import org.indelible.anchoring.testing.Requirement;
import org.indelible.anchoring.testing.TestDatabase;
import org.indelible.anchoring.testing.TestLedger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Full verification from the database against nothing but the Ed25519 verification of the same signatures by BouncyCastle over all cores. The
 * two take turns; printed is the ratio of the medians. {@code -Dindelible.bench.entries} sets how many.
 */
@Requirement("R60")
class VerificationBenchmark {
    private static final int ENTRIES = Integer.getInteger("indelible.bench.entries", 20_000);
    private static final int TURNS = 5;

    @TempDir
    Path home;

    private record Signed(byte[] message, byte[] signature) {}

    @Test
    void againstBareSignatures() {
        try (TestDatabase database = TestDatabase.create();
                TestLedger ledger = new TestLedger(database, home).certified()) {
            new MeasuredEvents(ledger).fill("s", 0, ENTRIES);
            ledger.checkpoints().checkpointAll();
            List<Signed> signed = signed(ledger);
            byte[] key = ledger.author().certificate().key().encoded();
            List<Double> bare = new ArrayList<>();
            List<Double> full = new ArrayList<>();
            for (int turn = 0; turn <= TURNS; turn++) {
                double alone = seconds(() -> assertThat(signed.parallelStream()
                                .allMatch(one ->
                                        Ed25519.verify(one.signature, 0, key, 0, one.message, 0, one.message.length)))
                        .isTrue());
                double whole = seconds(() -> assertThat(ledger.verifier()
                                .verify(MeasuredEvents.LEDGER, ProgressListener.NONE)
                                .failures())
                        .isEmpty());
                // The first turn warms up.
                if (turn > 0) {
                    bare.add(alone);
                    full.add(whole);
                }
            }
            System.out.printf(
                    "verification of %,d entries: full %,.0f/s, bare Ed25519 %,.0f/s, ratio %.2f%n",
                    ENTRIES, ENTRIES / median(full), ENTRIES / median(bare), median(bare) / median(full));
            assertThat(Ed25519PublicKeyParameters.KEY_SIZE).isEqualTo(key.length);
        }
    }

    private static List<Signed> signed(TestLedger ledger) {
        List<Signed> signed = new ArrayList<>();
        for (StoredEntry entry : ledger.store().readLedger(MeasuredEvents.LEDGER, 0, ENTRIES)) {
            SealedEntry sealed = entry.sealed();
            signed.add(new Signed(
                    (sealed.header() + '.' + sealed.payload()).getBytes(StandardCharsets.US_ASCII),
                    Base64.getUrlDecoder().decode(sealed.signature())));
        }
        return signed;
    }

    private static double seconds(Runnable work) {
        long began = System.nanoTime();
        work.run();
        return (System.nanoTime() - began) / 1e9;
    }

    private static double median(List<Double> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }
}
