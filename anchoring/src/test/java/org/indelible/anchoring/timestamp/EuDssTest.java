package org.indelible.anchoring.timestamp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.diagnostic.EvidenceRecordWrapper;
import eu.europa.esig.dss.diagnostic.TimestampWrapper;
import eu.europa.esig.dss.enumerations.SubIndication;
import eu.europa.esig.dss.evidencerecord.common.validation.DefaultEvidenceRecordValidator;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.validation.reports.Reports;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.indelible.anchoring.testing.Requirement;
import org.indelible.anchoring.testing.TestAuthority;
import org.junit.jupiter.api.Test;

/**
 * The European Commission's own validator, which knows nothing of this software. The authority of the tests publishes no revocation lists,
 * so its chain cannot pass; everything that the record itself has to prove does.
 */
@Requirement("R05")
class EuDssTest {
    private static final byte[] DATA = "a checkpoint\n".getBytes(UTF_8);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final TestAuthority authority = new TestAuthority("Authority", Clock.systemUTC(), Duration.ofDays(365));

    private TimestampToken token(TimestampRequest request) throws Exception {
        return request.tokenOf(authority.answer(request.encoded()));
    }

    private EvidenceRecord record() throws Exception {
        EvidenceRecord first = EvidenceRecord.of(token(TimestampRequest.over(DATA, ImprintAlgorithm.SHA_256, RANDOM)));
        EvidenceRecord.Renewal renewal = first.renewal(RANDOM);
        EvidenceRecord second = renewal.with(token(renewal.request()));
        EvidenceRecord.Renewal rehash = second.hashRenewal(DATA, ImprintAlgorithm.SHA_512, RANDOM);
        return rehash.with(token(rehash.request()));
    }

    private static Reports validate(EvidenceRecord record, byte[] data, X509Certificate trusted) {
        CommonTrustedCertificateSource anchors = new CommonTrustedCertificateSource();
        anchors.addCertificate(new CertificateToken(trusted));
        CommonCertificateVerifier verifier = new CommonCertificateVerifier();
        verifier.setTrustedCertSources(anchors);
        DefaultEvidenceRecordValidator validator =
                DefaultEvidenceRecordValidator.fromDocument(new InMemoryDocument(record.encoded()));
        validator.setCertificateVerifier(verifier);
        validator.setDetachedContents(List.of(new InMemoryDocument(data, "checkpoint")));
        return validator.validateDocument();
    }

    @Test
    void findsTheObjectAndAllTokensIntact() throws Exception {
        Reports reports = validate(record(), DATA, authority.root());
        EvidenceRecordWrapper evidence =
                reports.getDiagnosticData().getEvidenceRecords().getFirst();
        assertThat(evidence.getDigestMatchers())
                .isNotEmpty()
                .allSatisfy(matcher -> assertThat(matcher.isDataFound() && matcher.isDataIntact())
                        .isTrue());
        assertThat(evidence.getTimestampList())
                .hasSize(3)
                .allSatisfy(timestamp -> assertThat(timestamp)
                        .extracting(
                                TimestampWrapper::isMessageImprintDataIntact,
                                TimestampWrapper::isSignatureIntact,
                                TimestampWrapper::isSignatureValid)
                        .containsExactly(true, true, true));
        assertThat(reports.getSimpleReport()
                        .getSubIndication(reports.getSimpleReport().getFirstEvidenceRecordId()))
                .isNotEqualTo(SubIndication.HASH_FAILURE);
    }

    @Test
    void refusesOtherBytes() throws Exception {
        Reports reports = validate(record(), "another\n".getBytes(UTF_8), authority.root());
        assertThat(reports.getSimpleReport()
                        .getSubIndication(reports.getSimpleReport().getFirstEvidenceRecordId()))
                .isEqualTo(SubIndication.HASH_FAILURE);
    }
}
