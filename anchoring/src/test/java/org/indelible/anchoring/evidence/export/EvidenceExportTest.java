package org.indelible.anchoring.evidence.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.indelible.anchoring.disclosure.DisclosureClass;
import org.indelible.anchoring.evidence.BundleFile;
import org.indelible.anchoring.evidence.BundleMember;
import org.indelible.anchoring.evidence.EntryLine;
import org.indelible.anchoring.evidence.EvidenceFormatException;
import org.indelible.anchoring.evidence.EvidenceProfile;
import org.indelible.anchoring.evidence.EvidenceScope;
import org.indelible.anchoring.evidence.Manifest;
import org.indelible.anchoring.evidence.verify.BundleReport;
import org.indelible.anchoring.evidence.verify.BundleVerifier;
import org.indelible.anchoring.evidence.verify.OlderCheckpoint;
import org.indelible.anchoring.evidence.verify.VerifierOptions;
import org.indelible.anchoring.ledger.CertificateStore;
import org.indelible.anchoring.ledger.DisclosureRef;
import org.indelible.anchoring.ledger.Erasure;
import org.indelible.anchoring.ledger.LedgerHistory;
import org.indelible.anchoring.ledger.SignedCheckpoint;
import org.indelible.anchoring.testing.Requirement;
import org.indelible.anchoring.testing.TestDatabase;
import org.indelible.anchoring.testing.TestLedger;
import org.indelible.anchoring.verify.Check;
import org.indelible.anchoring.verify.Finding;
import org.indelible.anchoring.verify.Outcome;
import org.indelible.anchoring.verify.ProgressListener;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bundles of a ledger of 700 entries over 7 participants and one of treatment, by scope, profile and point. */
@Requirement({"R39", "R40", "R43", "R68"})
class EvidenceExportTest {
    private static final Manifest.Recipient INSPECTOR = new Manifest.Recipient("inspector", "INSPECTOR", "regulator");

    @TempDir
    static Path home;

    private static TestDatabase database;
    private static TestLedger ledger;
    private static SignedCheckpoint kept;

    @TempDir
    Path directory;

    @BeforeAll
    static void fill() {
        database = TestDatabase.create();
        ledger = new TestLedger(database, home);
        ledger.certified();
        Optional<String> def = Optional.of(ledger.blobs().put("study build".getBytes(StandardCharsets.UTF_8)));
        append(def, 0, 300);
        kept = ledger.checkpoints().checkpoint("t");
        append(def, 300, 700);
        ledger.checkpoints().checkpointAll();
        String order = ledger.store().entry("t", 0).orElseThrow().entryHash();
        ledger.store().entry("t", 12).orElseThrow().sealed().disclosures().stream()
                .filter(disclosure -> disclosure.disclosureClass() == DisclosureClass.FREE_TEXT)
                .forEach(disclosure -> new Erasure(database.application(), database.vault())
                        .erase(order, "t", List.of(new DisclosureRef("t", 12, disclosure.digest()))));
    }

    private static void append(Optional<String> def, int from, int to) {
        for (int i = from; i < to; i++) {
            String stream = i % 50 == 49 ? "allocation:t" : "casebook:t:p-" + i % 7;
            ledger.append("t", stream, def, TestLedger.data("value " + i));
        }
    }

    @AfterAll
    static void close() {
        ledger.close();
        database.close();
    }

    private Path export(EvidenceRequest request) throws IOException {
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
        Path file = directory.resolve("bundle.zip");
        try (OutputStream out = Files.newOutputStream(file)) {
            export.write(request, out);
        }
        return file;
    }

    private static BundleReport verify(Path bundle) throws IOException, EvidenceFormatException {
        OlderCheckpoint older = OlderCheckpoint.parse(kept.note().getBytes(StandardCharsets.UTF_8));
        return new BundleVerifier(new VerifierOptions(Optional.empty(), Optional.of(older)))
                .verify(bundle, ProgressListener.NONE);
    }

    private static void assertPasses(BundleReport report, long entries) {
        assertThat(report.findings())
                .filteredOn(finding -> finding.outcome() == Outcome.FAILED)
                .isEmpty();
        assertThat(report.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(report.entries()).isEqualTo(entries);
    }

    /** Everything in the bundle that somebody can read, disclosures and payloads decoded. */
    private static String readable(Path bundle) throws IOException, EvidenceFormatException {
        StringBuilder text = new StringBuilder();
        try (BundleFile file = BundleFile.open(bundle)) {
            for (BundleMember member : file.members()) {
                String content = new String(file.read(member), StandardCharsets.ISO_8859_1);
                text.append(content);
                if (member.name().contains("/entries/")) {
                    for (String line : content.lines().toList()) {
                        EntryLine entry = EntryLine.parse(line);
                        text.append(decoded(entry.compact().split("\\.")[1]));
                        entry.disclosures().forEach(disclosure -> text.append(decoded(disclosure)));
                    }
                }
            }
        }
        return text.toString();
    }

    private static String decoded(String base64) {
        return new String(Base64.getUrlDecoder().decode(base64), StandardCharsets.UTF_8);
    }

    @Test
    void a_whole_trial() throws Exception {
        Path bundle = export(EvidenceRequest.whole("t", 700, EvidenceProfile.FULL, INSPECTOR));
        BundleReport report = verify(bundle);
        assertPasses(report, 700);
        assertThat(report.findings())
                .filteredOn(finding -> finding.outcome() == Outcome.NOT_CHECKED)
                .extracting(Finding::check)
                .containsExactlyInAnyOrder(Check.LOG_KEY, Check.WITNESSES, Check.TIME_STAMP);
        assertThat(readable(bundle))
                .contains("name of value 3", "comment on value 3", "arm of value 3")
                .contains("\"comment on value 11\"", "\"comment on value 13\"")
                .doesNotContain("\"comment on value 12\"");
    }

    @Test
    void as_of_an_earlier_point() throws Exception {
        Path bundle = export(EvidenceRequest.whole("t", 401, EvidenceProfile.FULL, INSPECTOR));
        assertPasses(verify(bundle), 401);
        assertThat(readable(bundle)).contains("arm of value 400").doesNotContain("arm of value 401");
    }

    @Test
    void a_blinded_one_has_no_allocation_and_no_entry_about_it() throws Exception {
        EvidenceRequest whole = EvidenceRequest.whole("t", 700, EvidenceProfile.BLINDED, INSPECTOR);
        Path bundle = export(new EvidenceRequest(
                whole.ledger(),
                whole.treeSize(),
                whole.asOf(),
                whole.scope(),
                whole.profile(),
                whole.recipient(),
                whole.hidden(),
                whole.streams(),
                claims -> !claims.stream().startsWith("allocation"),
                whole.discloses()));
        assertPasses(verify(bundle), 686);
        assertThat(readable(bundle))
                .contains("name of value 3")
                .doesNotContain("arm of")
                .doesNotContain("allocation:t");
    }

    @Test
    void a_pseudonymous_one_has_no_identity_and_no_free_text() throws Exception {
        Path bundle = export(EvidenceRequest.whole("t", 700, EvidenceProfile.PSEUDONYMOUS, INSPECTOR));
        assertPasses(verify(bundle), 700);
        assertThat(readable(bundle))
                .contains("arm of value 3", "\"value 3\"")
                .doesNotContain("name of")
                .doesNotContain("comment on");
    }

    @Test
    void one_participant_without_what_the_recipient_may_not_see() throws Exception {
        Path bundle = export(new EvidenceRequest(
                "t",
                700,
                Optional.of("700"),
                new EvidenceScope.Participant("p-3"),
                EvidenceProfile.FULL,
                INSPECTOR,
                Set.of(DisclosureClass.IDENTITY, DisclosureClass.ALLOCATION),
                Optional.of(Set.of("casebook:t:p-3")),
                claims -> claims.streamType().equals("casebook")
                        || claims.streamType().equals("system"),
                entry -> entry.claims().seq() < 50));
        BundleReport report = verify(bundle);
        assertPasses(report, 98);
        assertThat(report.findings())
                .filteredOn(finding -> finding.outcome() == Outcome.NOT_CHECKED)
                .extracting(Finding::check)
                .contains(Check.COMPLETENESS);
        assertThat(readable(bundle))
                .contains("\"value 3\"", "casebook:t:p-3")
                .doesNotContain("\"value 4\"", "name of", "arm of", "casebook:t:p-4", "\"value 696\"");
    }
}
