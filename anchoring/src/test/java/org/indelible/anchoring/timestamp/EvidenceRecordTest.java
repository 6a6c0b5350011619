package org.indelible.anchoring.timestamp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.ers.ERSByteData;
import org.bouncycastle.tsp.ers.ERSEvidenceRecord;
import org.indelible.anchoring.testing.Requirement;
import org.indelible.anchoring.testing.TestAuthority;
import org.indelible.anchoring.timestamp.TimestampVerificationException.Check;
import org.junit.jupiter.api.Test;

/** Tokens that are renewed before their certificates end, and on a change of the hash algorithm. */
@Requirement("R05")
class EvidenceRecordTest {
    private static final byte[] DATA = "a checkpoint\n".getBytes(UTF_8);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration YEAR = Duration.ofDays(365);

    private final TestAuthority first = authority("First", FIRST);
    private final TestAuthority second = authority("Second", FIRST.plus(Duration.ofDays(300)));
    private final TestAuthority third = authority("Third", FIRST.plus(Duration.ofDays(600)));
    private final EvidenceVerifier verifier =
            new EvidenceVerifier(new TimestampVerifier(List.of(first.root(), second.root(), third.root()), List.of()));

    private static TestAuthority authority(String name, Instant now) {
        return new TestAuthority(name, Clock.fixed(now, ZoneOffset.UTC), YEAR);
    }

    private static TimestampToken token(TimestampRequest request, TestAuthority authority) throws Exception {
        return request.tokenOf(authority.answer(request.encoded()));
    }

    private EvidenceRecord initial() throws Exception {
        return EvidenceRecord.of(token(TimestampRequest.over(DATA, ImprintAlgorithm.SHA_256, RANDOM), first));
    }

    private static EvidenceRecord renewed(EvidenceRecord record, TestAuthority authority) throws Exception {
        EvidenceRecord.Renewal renewal = record.renewal(RANDOM);
        return renewal.with(token(renewal.request(), authority));
    }

    private static EvidenceRecord rehashed(EvidenceRecord record, TestAuthority authority) throws Exception {
        EvidenceRecord.Renewal renewal = record.hashRenewal(DATA, ImprintAlgorithm.SHA_512, RANDOM);
        return renewal.with(token(renewal.request(), authority));
    }

    @Test
    void holdsThroughRenewals() throws Exception {
        EvidenceRecord record = rehashed(renewed(initial(), second), third);
        VerifiedEvidence evidence = verifier.verify(EvidenceRecord.parse(record.encoded()), DATA);
        assertThat(evidence.time()).isEqualTo(FIRST);
        assertThat(evidence.timestamps()).hasSize(3);
        assertThat(evidence.verifiableUntil())
                .isEqualTo(third.certificate().getNotAfter().toInstant());
        assertThat(record.tokens().getLast().algorithm()).isEqualTo(ImprintAlgorithm.SHA_512);
    }

    @Test
    void refusesOtherBytes() throws Exception {
        EvidenceRecord record = renewed(initial(), second);
        assertThatExceptionOfType(TimestampVerificationException.class)
                .isThrownBy(() -> verifier.verify(record, "another\n".getBytes(UTF_8)))
                .satisfies(refusal -> assertThat(refusal.check()).isEqualTo(Check.IMPRINT));
    }

    /** The first certificate had ended by then: nobody vouches for the time between. */
    @Test
    void refusesARenewalThatCameTooLate() throws Exception {
        EvidenceRecord late = renewed(initial(), third);
        assertThatExceptionOfType(TimestampVerificationException.class)
                .isThrownBy(() -> verifier.verify(late, DATA))
                .satisfies(refusal -> assertThat(refusal.check()).isEqualTo(Check.SEQUENCE));
    }

    @Test
    void refusesATokenThatCoversSomethingElse() throws Exception {
        EvidenceRecord record = initial();
        EvidenceRecord forged = record.renewal(RANDOM)
                .with(token(TimestampRequest.over(DATA, ImprintAlgorithm.SHA_256, RANDOM), second));
        assertThatExceptionOfType(TimestampVerificationException.class)
                .isThrownBy(() -> verifier.verify(forged, DATA))
                .satisfies(refusal -> assertThat(refusal.check()).isEqualTo(Check.SEQUENCE));
    }

    @Test
    void everyByteCountsOrNothingRestsOnIt() throws Exception {
        byte[] record = renewed(initial(), second).encoded();
        for (int i = 0; i < record.length; i++) {
            byte[] flipped = record.clone();
            flipped[i] ^= 1;
            try {
                assertThat(verifier.verify(EvidenceRecord.parse(flipped), DATA).time())
                        .isEqualTo(FIRST);
            } catch (TimestampFormatException | TimestampVerificationException refused) {
                assertThat(refused.getMessage()).isNotEmpty();
            }
        }
        assertThatThrownBy(() -> EvidenceRecord.parse(new byte[] {0x30, 0}))
                .isInstanceOf(TimestampFormatException.class);
    }

    /** BouncyCastle's own reading of a record, which this software does not use. */
    @Test
    void bouncyCastleAgrees() throws Exception {
        EvidenceRecord record = rehashed(renewed(initial(), second), third);
        ERSEvidenceRecord theirs =
                new ERSEvidenceRecord(record.encoded(), new JcaDigestCalculatorProviderBuilder().build());
        theirs.validatePresent(new ERSByteData(DATA), Date.from(FIRST.plus(Duration.ofDays(700))));
        assertThat(theirs.getSigningCertificate().getEncoded())
                .isEqualTo(third.certificate().getEncoded());
    }
}
