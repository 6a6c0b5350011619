package org.indelible.anchoring.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.indelible.anchoring.checkpoint.CosignatureSigner;
import org.indelible.anchoring.evidence.verify.BundleReport;
import org.indelible.anchoring.evidence.verify.BundleVerifier;
import org.indelible.anchoring.evidence.verify.VerifierOptions;
import org.indelible.anchoring.policy.TrustPolicy;
import org.indelible.anchoring.primitive.Ed25519Signer;
import org.indelible.anchoring.testing.Requirement;
import org.indelible.anchoring.testing.TestAuthority;
import org.indelible.anchoring.testing.TestHistory;
import org.indelible.anchoring.testing.TestHistory.Keys;
import org.indelible.anchoring.timestamp.EvidenceRecord;
import org.indelible.anchoring.timestamp.TimestampToken;
import org.indelible.anchoring.verify.Check;
import org.indelible.anchoring.verify.Finding;
import org.indelible.anchoring.verify.Outcome;
import org.indelible.anchoring.verify.ProgressListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An operator with every server key against the clocks of others: witnesses and time-stamp authorities. */
@Requirement({"R05", "R17", "R39"})
class TrustedTimesTest {
    private static final Keys KEYS = new Keys();
    private static final Duration QUIET = Duration.ofMinutes(40);

    private final TestAuthority authority = new TestAuthority("Time", Clock.systemUTC(), Duration.ofDays(365));
    private final TestHistory history = TestHistory.of(KEYS, 10);

    @TempDir
    Path directory;

    private BundleReport verify(List<X509Certificate> authorities, Optional<TrustPolicy> policy, Clock clock)
            throws IOException {
        Path bundle = history.write(directory.resolve("bundle.zip"));
        return new BundleVerifier(new VerifierOptions(policy, Optional.empty(), authorities, clock))
                .verify(bundle, ProgressListener.NONE);
    }

    private BundleReport verify() throws IOException {
        return verify(List.of(authority.root()), Optional.empty(), Clock.systemUTC());
    }

    private static List<Finding> of(BundleReport report, Check check) {
        return report.findings().stream()
                .filter(finding -> finding.check() == check)
                .toList();
    }

    private static void assertFailsOnly(Check check, BundleReport report) {
        assertThat(BundleAttackTest.failures(report))
                .isNotEmpty()
                .extracting(Finding::check)
                .containsOnly(check);
    }

    private void more(int entries, Duration after) {
        history.add(TestHistory.LEDGER, "later", KEYS.person(), after);
        for (int i = 1; i < entries; i++) {
            history.add("later " + i);
        }
    }

    @Test
    void what_an_authority_vouches_for_passes() throws IOException {
        history.stamp(10, authority, history.now().plusSeconds(5));
        more(10, QUIET);
        history.stamp(20, authority, history.now().plusSeconds(5));

        BundleReport report = verify();

        assertThat(BundleAttackTest.failures(report)).isEmpty();
        assertThat(report.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(of(report, Check.TIME_STAMP))
                .singleElement()
                .satisfies(finding -> assertThat(finding.outcome()).isEqualTo(Outcome.PASSED));
        assertThat(of(report, Check.TIME))
                .first()
                .satisfies(finding -> assertThat(finding.message()).contains("20 of 20 entries"));
    }

    /** Later than every entry before it, so that nothing but the clock of somebody else tells. */
    @Test
    void an_entry_dated_back_into_a_quiet_hour_is_named() throws IOException {
        history.stamp(10, authority, history.now().plus(QUIET));
        history.add(TestHistory.LEDGER, "dated back", KEYS.person(), Duration.ofMinutes(5));
        history.stamp(11, authority, history.now().plus(QUIET));

        BundleReport report = verify();

        assertFailsOnly(Check.TIME, report);
        assertThat(of(report, Check.TIME)).singleElement().satisfies(finding -> {
            assertThat(finding.subject()).isEqualTo("entry 10");
            assertThat(finding.message()).contains("dated back");
        });
    }

    @Test
    void an_entry_dated_ahead_of_who_saw_it_is_named() throws IOException {
        more(3, QUIET);
        history.stamp(13, authority, history.now().minus(Duration.ofMinutes(5)));
        BundleReport report = verify();
        assertFailsOnly(Check.TIME, report);
        assertThat(of(report, Check.TIME))
                .extracting(Finding::subject)
                .containsExactly("entry 10", "entry 11", "entry 12");
    }

    @Test
    void a_token_over_something_else_is_refused() throws IOException {
        history.stamps.put(10, TestHistory.token(authority, "other".getBytes(StandardCharsets.UTF_8), Instant.now()));
        BundleReport report = verify();
        assertFailsOnly(Check.TIME_STAMP, report);
        assertThat(of(report, Check.TIME_STAMP))
                .first()
                .satisfies(finding -> assertThat(finding.message()).contains("other bytes"));
    }

    @Test
    void a_token_over_other_bytes_is_refused_whether_its_authority_is_trusted_or_not() throws IOException {
        history.stamps.put(10, TestHistory.token(authority, new byte[] {1}, Instant.now()));
        assertFailsOnly(Check.TIME_STAMP, verify(List.of(), Optional.empty(), Clock.systemUTC()));
    }

    @Test
    void a_token_over_a_checkpoint_that_is_not_there_is_refused() throws IOException {
        history.files.put(
                "timestamps/ledger/9-0.tst",
                TestHistory.token(authority, history.checkpoint(9).toBytes(), Instant.now()));
        BundleReport report = verify();
        assertFailsOnly(Check.TIME_STAMP, report);
        assertThat(of(report, Check.TIME_STAMP))
                .first()
                .satisfies(finding -> assertThat(finding.message()).contains("no checkpoint of 9"));
    }

    @Test
    void what_is_no_token_is_refused() throws IOException {
        history.stamps.put(10, new byte[] {0x30, 0x03, 2, 1, 1});
        assertFailsOnly(Check.TIME_STAMP, verify());
    }

    @Test
    void an_authority_that_the_reader_did_not_name_counts_for_nothing() throws IOException {
        TestAuthority own = new TestAuthority("The operator's own", Clock.systemUTC(), Duration.ofDays(365));
        history.stamp(10, own, history.now().plusSeconds(5));

        BundleReport named = verify();
        assertThat(BundleAttackTest.failures(named)).isEmpty();
        assertThat(named.outcome()).isEqualTo(Outcome.NOT_CHECKED);

        BundleReport none = verify(List.of(), Optional.empty(), Clock.systemUTC());
        assertThat(none.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(of(none, Check.TIME_STAMP)).extracting(Finding::outcome).containsOnly(Outcome.NOT_CHECKED);
    }

    @Test
    void what_came_after_the_last_token_is_not_checked() throws IOException {
        history.stamp(10, authority, history.now().plusSeconds(5));
        more(3, QUIET);
        BundleReport report = verify();
        assertThat(report.outcome()).isEqualTo(Outcome.NOT_CHECKED);
        assertThat(of(report, Check.TIME_STAMP))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("first 10 entries"));
    }

    @Test
    void a_token_whose_certificate_has_ended_proves_nothing_until_it_was_renewed_in_time() throws Exception {
        Instant at = history.now().plusSeconds(5);
        byte[] data = history.checkpoint(10).toBytes();
        TestAuthority aging = new TestAuthority("Aging", Clock.systemUTC(), Duration.ofDays(30));
        byte[] token = TestHistory.token(aging, data, at);
        Clock later = Clock.fixed(Instant.now().plus(Duration.ofDays(100)), ZoneOffset.UTC);
        history.stamps.put(10, token);
        assertThat(verify(List.of(aging.root()), Optional.empty(), later).outcome())
                .isEqualTo(Outcome.NOT_CHECKED);

        EvidenceRecord.Renewal renewal =
                EvidenceRecord.of(TimestampToken.parse(token)).renewal(new SecureRandom());
        TestAuthority fresh = new TestAuthority("Fresh", Clock.systemUTC(), Duration.ofDays(365));
        EvidenceRecord renewed = renewal.with(renewal.request()
                .tokenOf(fresh.answer(renewal.request().encoded(), Instant.now().plus(Duration.ofDays(20)))));
        history.stamps.clear();
        history.files.put("timestamps/ledger/10-0.ers", renewed.encoded());
        BundleReport report = verify(List.of(aging.root(), fresh.root()), Optional.empty(), later);
        assertThat(BundleAttackTest.failures(report)).isEmpty();
        assertThat(report.outcome()).isEqualTo(Outcome.PASSED);

        history.files.put("timestamps/ledger/10-0.ers", altered(renewed.encoded()));
        assertFailsOnly(Check.TIME_STAMP, verify(List.of(aging.root(), fresh.root()), Optional.empty(), later));
    }

    /** One bit of the imprint in the first token. */
    private static byte[] altered(byte[] record) {
        byte[] copy = record.clone();
        copy[copy.length / 3] ^= 1;
        return copy;
    }

    @Test
    void a_witness_vouches_for_what_it_saw_and_no_more() throws Exception {
        CosignatureSigner witness =
                new CosignatureSigner("witness.example/w", Ed25519Signer.generate(new SecureRandom()));
        TrustPolicy policy = TrustPolicy.parse(("log " + KEYS.identity().verifierKey(TestHistory.LEDGER)
                        + "\nwitness w " + witness.verifierKey() + "\nquorum w\n")
                .getBytes(StandardCharsets.UTF_8));
        history.witnesses.add(witness);
        history.cosigned.put(10, history.now().plus(QUIET));
        BundleReport all = verify(List.of(), Optional.of(policy), Clock.systemUTC());
        assertThat(BundleAttackTest.failures(all)).isEmpty();
        assertThat(all.outcome()).isEqualTo(Outcome.PASSED);

        history.add(TestHistory.LEDGER, "dated back", KEYS.person(), Duration.ofMinutes(5));
        BundleReport report = verify(List.of(), Optional.of(policy), Clock.systemUTC());
        assertFailsOnly(Check.TIME, report);
        assertThat(of(report, Check.WITNESSES)).singleElement().satisfies(finding -> {
            assertThat(finding.outcome()).isEqualTo(Outcome.NOT_CHECKED);
            assertThat(finding.message()).contains("first 10 entries");
        });
    }
}
