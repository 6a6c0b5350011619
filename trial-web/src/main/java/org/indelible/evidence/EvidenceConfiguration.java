package org.indelible.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;
import org.indelible.anchoring.attest.Cosignatures;
import org.indelible.anchoring.attest.StampingSettings;
import org.indelible.anchoring.attest.TimestampTokens;
import org.indelible.anchoring.blob.BlobStore;
import org.indelible.anchoring.certificate.CertificateAuthority;
import org.indelible.anchoring.evidence.export.EvidenceAttachments;
import org.indelible.anchoring.evidence.export.EvidenceExport;
import org.indelible.anchoring.evidence.export.RecordedAttachments;
import org.indelible.anchoring.ledger.CheckpointService;
import org.indelible.anchoring.ledger.CheckpointSigner;
import org.indelible.anchoring.ledger.LedgerHistory;
import org.indelible.anchoring.ledger.LedgerStore;
import org.indelible.anchoring.verify.CertificateSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The exporter over this installation's ledgers. */
@Configuration(proxyBeanMethods = false)
class EvidenceConfiguration {
    /** What witnesses and authorities have said, and by which policy this installation asks them. */
    @Bean
    EvidenceAttachments evidenceAttachments(
            Cosignatures cosignatures,
            TimestampTokens tokens,
            StampingSettings stamping,
            @Value("${indelible.witness.policy:}") String policy)
            throws IOException {
        return new RecordedAttachments(
                cosignatures,
                tokens,
                stamping.authorities().stream()
                        .flatMap(authority -> authority.trusted().stream())
                        .toList(),
                policy.isBlank() ? Optional.empty() : Optional.of(Files.readAllBytes(Path.of(policy))));
    }

    @Bean
    EvidenceExport evidenceExport(
            LedgerStore ledgers,
            DataSource dataSource,
            CheckpointService checkpoints,
            CheckpointSigner signer,
            CertificateSource certificates,
            CertificateAuthority authority,
            BlobStore blobs,
            EvidenceAttachments attachments,
            Clock clock) {
        return new EvidenceExport(
                ledgers,
                new LedgerHistory(dataSource),
                checkpoints,
                signer,
                certificates,
                authority.root(),
                blobs,
                attachments,
                clock);
    }
}
