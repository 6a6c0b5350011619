package org.indelible.anchoring.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.indelible.anchoring.certificate.AuthorKey;
import org.indelible.anchoring.certificate.AuthorSubject;
import org.indelible.anchoring.ledger.AppendRequest;
import org.indelible.anchoring.ledger.LedgerStore;
import org.indelible.anchoring.testing.Requirement;
import org.indelible.anchoring.testing.TestDatabase;
import org.indelible.anchoring.testing.TestLedger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** Entries that are sealed well, by somebody other than they say, are named. */
@Requirement({"R16", "R21"})
class CertificationTest {
    @TempDir
    Path home;

    private TestDatabase database;
    private TestLedger ledger;

    @BeforeEach
    void open() {
        database = TestDatabase.create();
        ledger = new TestLedger(database, home).certified();
        ledger.append("t", "s", TestLedger.data("1"));
    }

    @AfterEach
    void close() {
        ledger.close();
        database.close();
    }

    private AuthorKey key(String account, String organisation, String... roles) {
        Instant now = Instant.now();
        return ledger.authority()
                .newAuthorKey(
                        new AuthorSubject(account, organisation, List.of(roles)),
                        now.minus(Duration.ofMinutes(1)),
                        now.plus(Duration.ofHours(1)));
    }

    private AuthorKey certifiedNowhere() {
        AuthorKey key = key("account:tester", "org", "coordinator");
        database.execute("insert into ledger.certificate values ('" + key.kid() + "', '\\x"
                + HexFormat.of().formatHex(key.certificate().der()) + "')");
        return key;
    }

    private void append(String stream, AuthorKey key, ObjectNode act, String auth) {
        append("t", stream, key, act, auth);
    }

    private void append(String name, String stream, AuthorKey key, ObjectNode act, String auth) {
        ledger.store()
                .append(AppendRequest.of(ledger.attributed(name, stream, key, act, auth, TestLedger.data("forged"))));
    }

    private void assertNamed(String name, long index, String message) {
        assertThat(ledger.verifier().verifyAll(ProgressListener.NONE).failures())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.check()).isEqualTo(Check.CERTIFICATION);
                    assertThat(finding.ledger()).isEqualTo(name);
                    assertThat(finding.leafIndex()).hasValue(index);
                    assertThat(finding.message()).contains(message);
                });
    }

    @Test
    void a_key_that_platform_certified_passes() {
        assertThat(ledger.verifier().verifyAll(ProgressListener.NONE).failures())
                .isEmpty();
    }

    @Test
    void a_key_of_the_authority_that_no_platform_entry_certified_is_named() {
        append("forged", certifiedNowhere(), TestLedger.act(), ledger.certifiedBy());

        assertNamed("t", 1, "does not certify key");
    }

    @Test
    void an_entry_that_cites_no_certification_is_named() {
        append("forged", ledger.author(), TestLedger.act(), "A".repeat(43));

        assertNamed("t", 1, "is not there");
    }

    @Test
    void an_entry_that_cites_the_root_outside_platform_is_named() {
        append("forged", ledger.author(), TestLedger.act(), ledger.authority().rootThumbprint());

        assertNamed("t", 1, "cites the root certificate");
    }

    @Test
    void a_platform_entry_that_cites_the_root_without_certifying_a_key_is_named() {
        append(
                LedgerStore.PLATFORM,
                "forged",
                certifiedNowhere(),
                TestLedger.act(),
                ledger.authority().rootThumbprint());

        assertNamed(LedgerStore.PLATFORM, 1, "no entry after it certifies");
    }

    @Test
    void somebody_who_acts_with_the_key_of_another_is_named() {
        append("forged", ledger.author(), TestLedger.act().put("account", "account:other"), ledger.certifiedBy());

        assertNamed("t", 1, "it acts as account:other");
    }

    @Test
    void a_role_that_the_key_is_not_certified_for_is_named() {
        append("forged", ledger.author(), TestLedger.act().put("role", "investigator"), ledger.certifiedBy());

        assertNamed("t", 1, "investigator");
    }

    @Test
    void an_altered_certification_is_named_in_platform_and_by_who_leans_on_it() {
        database.tamper(
                "update ledger.entry set payload = overlay(payload placing 'A' from 40 for 1) where ledger = 'platform' and leaf_index = 0");

        List<Finding> failures =
                ledger.verifier().verifyAll(ProgressListener.NONE).failures();

        assertThat(failures).anySatisfy(finding -> {
            assertThat(finding.ledger()).isEqualTo(LedgerStore.PLATFORM);
            assertThat(finding.leafIndex()).hasValue(0);
        });
        assertThat(failures).anySatisfy(finding -> {
            assertThat(finding.check()).isEqualTo(Check.CERTIFICATION);
            assertThat(finding.message()).contains("platform entry 0").contains("altered");
        });
    }
}
