package org.indelible.anchoring.evidence.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.indelible.anchoring.attest.Cosignatures;
import org.indelible.anchoring.attest.StoredCosignature;
import org.indelible.anchoring.attest.StoredEvidence;
import org.indelible.anchoring.attest.StoredTimestamp;
import org.indelible.anchoring.attest.TimestampTokens;
import org.indelible.anchoring.evidence.BundleWriter;
import org.indelible.anchoring.ledger.LedgerStore;
import org.indelible.anchoring.ledger.SignedCheckpoint;

/**
 * What witnesses and authorities have said, as this installation keeps it.
 *
 * @param authorities certificates that the installation trusts to end the path of an authority's own
 * @param policy the installation's trust policy file; empty where it has none
 */
public record RecordedAttachments(
        Cosignatures cosignatures, TimestampTokens tokens, List<X509Certificate> authorities, Optional<byte[]> policy)
        implements EvidenceAttachments {
    /** RFC 7468 section 2. */
    private static final Base64.Encoder PEM = Base64.getMimeEncoder(64, new byte[] {'\n'});

    public RecordedAttachments {
        authorities = List.copyOf(new LinkedHashSet<>(authorities));
    }

    @Override
    public String note(SignedCheckpoint checkpoint) {
        StringBuilder note = new StringBuilder(checkpoint.note());
        for (StoredCosignature cosignature : cosignatures.of(checkpoint.ledger(), checkpoint.size())) {
            note.append(cosignature.line().strip()).append('\n');
        }
        return note.toString();
    }

    @Override
    public Collection<Long> attested(String ledger, long size) {
        return Stream.concat(
                        cosignatures.upTo(ledger, size).stream().map(StoredCosignature::size),
                        tokens.upTo(ledger, size).stream().map(StoredTimestamp::size))
                .toList();
    }

    @Override
    public void write(List<SignedCheckpoint> checkpoints, BundleWriter bundle) throws IOException {
        boolean any = false;
        for (SignedCheckpoint checkpoint : checkpoints) {
            any |= write(checkpoint, bundle);
        }
        if (any && !authorities.isEmpty()) {
            bundle.add("timestamps/certificates.pem", pem());
        }
        if (policy.isPresent()) {
            bundle.add("policy", policy.get());
        }
    }

    private boolean write(SignedCheckpoint checkpoint, BundleWriter bundle) throws IOException {
        String directory = checkpoint.ledger().equals(LedgerStore.PLATFORM) ? "platform" : "ledger";
        int number = 0;
        for (StoredTimestamp stamp : tokens.over(checkpoint.ledger(), checkpoint.size())) {
            String name = "timestamps/" + directory + '/' + checkpoint.size() + '-' + number++;
            Optional<StoredEvidence> renewed =
                    tokens.evidence(checkpoint.ledger(), checkpoint.size(), stamp.authority());
            if (renewed.isPresent()) {
                bundle.add(name + ".ers", renewed.get().record());
            } else {
                bundle.add(name + ".tst", stamp.token());
            }
        }
        return number > 0;
    }

    private byte[] pem() throws IOException {
        ByteArrayOutputStream pem = new ByteArrayOutputStream();
        for (X509Certificate certificate : authorities) {
            try {
                String text = "-----BEGIN CERTIFICATE-----\n" + PEM.encodeToString(certificate.getEncoded())
                        + "\n-----END CERTIFICATE-----\n";
                pem.write(text.getBytes(StandardCharsets.US_ASCII));
            } catch (CertificateEncodingException e) {
                throw new IOException("a certificate of an authority cannot be written", e);
            }
        }
        return pem.toByteArray();
    }
}
