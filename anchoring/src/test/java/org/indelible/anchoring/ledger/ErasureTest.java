package org.indelible.anchoring.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.indelible.anchoring.entry.DisclosureState;
import org.indelible.anchoring.testing.Requirement;
import org.indelible.anchoring.testing.TestDatabase;
import org.indelible.anchoring.testing.TestLedger;
import org.indelible.anchoring.verify.ProgressListener;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Any subset of what can be erased: the rest stays readable, and the ledger verifies as before. */
@Requirement({"R44", "R45"})
class ErasureTest {
    private static final int ENTRIES = 30;

    @TempDir
    Path home;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void any_subset_can_be_erased(long seed) {
        Random random = new Random(seed);
        try (TestDatabase database = TestDatabase.create();
                TestLedger ledger = new TestLedger(database, home)) {
            IntStream.range(0, ENTRIES).forEach(i -> ledger.append("t", "s" + i % 4, TestLedger.data("" + i)));
            ledger.checkpoints().checkpointAll();
            String order =
                    ledger.append("t", "orders", TestLedger.data("order")).entryHash();
            List<DisclosureRef> erasable = erasable(ledger.store());
            Set<DisclosureRef> chosen = erasable.stream()
                    .filter(ref -> random.nextInt(3) == 0)
                    .collect(Collectors.toCollection(HashSet::new));

            new Erasure(database.application(), database.vault()).erase(order, "t", chosen);

            ledger.store()
                    .disclosures(erasable)
                    .forEach((ref, state) -> assertThat(state)
                            .isInstanceOf(
                                    chosen.contains(ref)
                                            ? DisclosureState.Erased.class
                                            : DisclosureState.Disclosed.class));
            assertThat(ledger.verifier().verify("t", ProgressListener.NONE).failures())
                    .isEmpty();
        }
    }

    private static List<DisclosureRef> erasable(LedgerStore store) {
        return store.streamLedger("t", 0, ENTRIES)
                .flatMap(entry -> entry.sealed().disclosures().stream()
                        .filter(disclosure -> DisclosureCipher.isErasable(disclosure.disclosureClass()))
                        .map(disclosure -> new DisclosureRef("t", entry.leafIndex(), disclosure.digest())))
                .toList();
    }
}
