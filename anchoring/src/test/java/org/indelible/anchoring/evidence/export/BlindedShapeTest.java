package org.indelible.anchoring.evidence.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.indelible.anchoring.evidence.BundleFile;
import org.indelible.anchoring.evidence.BundleMember;
import org.indelible.anchoring.evidence.EntryLine;
import org.indelible.anchoring.evidence.EvidenceFormatException;
import org.indelible.anchoring.evidence.EvidenceProfile;
import org.indelible.anchoring.evidence.Manifest;
import org.indelible.anchoring.evidence.verify.BundleVerifier;
import org.indelible.anchoring.evidence.verify.VerifierOptions;
import org.indelible.anchoring.ledger.CertificateStore;
import org.indelible.anchoring.ledger.LedgerHistory;
import org.indelible.anchoring.testing.Requirement;
import org.indelible.anchoring.testing.TestDatabase;
import org.indelible.anchoring.testing.TestLedger;
import org.indelible.anchoring.verify.Outcome;
import org.indelible.anchoring.verify.ProgressListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Participants of two arms, alike but for what they are given: in a blinded bundle nothing tells which is which, neither a value nor the
 * shape of what is left: types, counts, sizes, names, order.
 */
@Requirement({"R54", "R68"})
class BlindedShapeTest {
    private static final int PARTICIPANTS = 6;
    private static final int VISITS = 5;
    private static final List<String> ARMS = List.of("verum, 10 mg of the long name of a substance", "placebo");
    private static final List<String> KITS = List.of("KIT-000000000017", "KIT-9");

    @TempDir
    Path directory;

    @Test
    void arms_cannot_be_told_apart_by_shape() throws Exception {
        try (TestDatabase database = TestDatabase.create();
                TestLedger ledger = new TestLedger(database, directory)) {
            ledger.certified();
            for (int visit = 0; visit < VISITS; visit++) {
                for (int participant = 0; participant < PARTICIPANTS; participant++) {
                    int arm = participant % ARMS.size();
                    ledger.append("t", "casebook:t:p-" + participant, visit(arm, visit));
                    ledger.append("t", "allocation:t:p-" + participant, allocation(arm));
                }
            }
            ledger.checkpoints().checkpointAll();
            Path bundle = export(database, ledger);

            assertThat(new BundleVerifier(VerifierOptions.NONE)
                            .verify(bundle, ProgressListener.NONE)
                            .findings())
                    .noneMatch(finding -> finding.outcome() == Outcome.FAILED);
            assertNothingReadable(bundle);
            Map<String, List<String>> shapes = shapes(bundle);
            assertThat(shapes).hasSize(PARTICIPANTS);
            assertThat(shapes.values())
                    .allSatisfy(shape -> assertThat(shape)
                            .hasSize(VISITS)
                            .isEqualTo(shapes.values().iterator().next()));
        }
    }

    private static ObjectNode visit(int arm, int visit) {
        ObjectNode data = TestLedger.data("visit " + visit);
        data.set("arm", TestLedger.disclosable("A", ARMS.get(arm)));
        data.set("kit", TestLedger.disclosable("A", KITS.get(arm)));
        return data;
    }

    private static ObjectNode allocation(int arm) {
        ObjectNode data = TestLedger.data("allocation");
        data.set("arm", TestLedger.disclosable("A", ARMS.get(arm)));
        return data;
    }

    private Path export(TestDatabase database, TestLedger ledger) throws IOException {
        EvidenceExport export = new EvidenceExport(
                ledger.store(),
                new LedgerHistory(database.application()),
                ledger.checkpoints(),
                ledger.signer(),
                new CertificateStore(database.application())::find,
                ledger.authority().root(),
                ledger.blobs(),
                EvidenceAttachments.NONE,
                Clock.systemUTC());
        EvidenceRequest whole = EvidenceRequest.whole(
                "t",
                ledger.store().ledgerSize("t"),
                EvidenceProfile.BLINDED,
                new Manifest.Recipient("inspector", "INSPECTOR", "regulator"));
        Path file = directory.resolve("blinded.zip");
        try (OutputStream out = Files.newOutputStream(file)) {
            export.write(
                    new EvidenceRequest(
                            whole.ledger(),
                            whole.treeSize(),
                            Optional.empty(),
                            whole.scope(),
                            whole.profile(),
                            whole.recipient(),
                            whole.hidden(),
                            whole.streams(),
                            claims -> !claims.stream().startsWith("allocation:"),
                            whole.discloses()),
                    out);
        }
        return file;
    }

    private static void assertNothingReadable(Path bundle) throws IOException, EvidenceFormatException {
        List<String> secrets = List.of(ARMS.get(0), ARMS.get(1), KITS.get(0), KITS.get(1), "allocation:");
        try (BundleFile file = BundleFile.open(bundle)) {
            for (BundleMember member : file.members()) {
                String content = new String(file.read(member), StandardCharsets.ISO_8859_1);
                assertThat(content).as(member.name()).doesNotContain(secrets);
            }
            String lines = new String(file.read("ledger/entries/000000"), StandardCharsets.US_ASCII);
            for (String line : lines.lines().toList()) {
                EntryLine entry = EntryLine.parse(line);
                assertThat(decoded(entry.compact().split("\\.")[1]).toString()).doesNotContain(secrets);
                entry.disclosures()
                        .forEach(disclosure ->
                                assertThat(decoded(disclosure).toString()).doesNotContain(secrets));
            }
        }
    }

    /** Of each stream, what is left of its entries when everything random, and the stream's own name, is taken out. */
    private static Map<String, List<String>> shapes(Path bundle) throws IOException, EvidenceFormatException {
        Map<String, List<String>> shapes = new TreeMap<>();
        try (BundleFile file = BundleFile.open(bundle)) {
            String lines = new String(file.read("ledger/entries/000000"), StandardCharsets.US_ASCII);
            for (String line : lines.lines().toList()) {
                EntryLine entry = EntryLine.parse(line);
                JsonNode payload = decoded(entry.compact().split("\\.")[1]);
                shapes.computeIfAbsent(payload.at("/agg/id").asString(""), stream -> new ArrayList<>())
                        .add(entry.compact().length() + " " + masked(payload) + " " + disclosed(entry) + " "
                                + entry.erased().size());
            }
        }
        return shapes;
    }

    private static List<String> disclosed(EntryLine entry) {
        return entry.disclosures().stream()
                .map(disclosure -> disclosure.length() + " "
                        + decoded(disclosure).get(1) + " " + decoded(disclosure).get(2))
                .sorted()
                .toList();
    }

    private static String masked(JsonNode payload) {
        String names = payload.toString()
                .replaceAll("casebook:t:p-[0-9]", "casebook")
                .replaceAll("\"p-[0-9]\"", "\"p\"")
                .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "id")
                .replaceAll("\"iat\":[0-9.]+", "\"iat\":0")
                .replaceAll("\"[A-Za-z0-9_-]{43}\"", "\"hash\"");
        // Digests are sorted, so the order of their names is random.
        return names.replaceAll("\"dcl\":\\[[^]]*]", "") + sorted(payload.path("dcl"));
    }

    private static List<String> sorted(JsonNode names) {
        return names.valueStream().map(JsonNode::asString).sorted().toList();
    }

    private static JsonNode decoded(String base64) {
        return JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(base64));
    }
}
