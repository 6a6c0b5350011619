package org.indelible.anchoring.verify;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.bouncycastle.cert.X509CertificateHolder;
import org.indelible.anchoring.certificate.AuthorCertificate;
import org.indelible.anchoring.certificate.CertificateChain;
import org.indelible.anchoring.certificate.CertificateFormatException;
import org.indelible.anchoring.certificate.CertificateProblem;
import org.indelible.anchoring.certificate.Thumbprint;

/** Author certificates as found, each read once. What is wrong with one is reported once, not with each entry it sealed. */
public final class AuthorCertificates {
    /** A certificate, or why there is none to believe. */
    private record Found(Optional<AuthorCertificate> certificate, String problem) {}

    private final CertificateSource source;
    private final CertificateChain chain;
    private final String rootThumbprint;
    private final Map<String, Found> found = new ConcurrentHashMap<>();

    public AuthorCertificates(CertificateSource source, X509CertificateHolder root) {
        this.source = source;
        this.chain = new CertificateChain(root);
        this.rootThumbprint = Thumbprint.of(root);
    }

    /** Base64url SHA-256 of the root certificate. */
    String rootThumbprint() {
        return rootThumbprint;
    }

    public Optional<AuthorCertificate> find(String kid) {
        return found(kid).certificate();
    }

    /** Why {@link #find} finds nothing. */
    public String problem(String kid) {
        return found(kid).problem();
    }

    private Found found(String kid) {
        return found.computeIfAbsent(kid, this::read);
    }

    private Found read(String kid) {
        Optional<byte[]> der = source.certificate(kid);
        if (der.isEmpty()) {
            return new Found(Optional.empty(), "the certificate is nowhere to be found");
        }
        try {
            AuthorCertificate certificate = AuthorCertificate.parse(der.get());
            return certificate.kid().equals(kid)
                    ? believed(certificate)
                    : altered("its thumbprint is " + certificate.kid());
        } catch (CertificateFormatException e) {
            return altered(String.valueOf(e.getMessage()));
        }
    }

    /** Whether it was valid when an entry was sealed is for the entry; everything else is the same for all of them. */
    private Found believed(AuthorCertificate certificate) {
        List<CertificateProblem> problems = chain.problems(certificate, certificate.notBefore());
        return problems.isEmpty()
                ? new Found(Optional.of(certificate), "")
                : new Found(
                        Optional.empty(),
                        problems.stream().map(CertificateProblem::toString).collect(Collectors.joining("; ")));
    }

    private static Found altered(String how) {
        return new Found(Optional.empty(), "the stored certificate is another than the one that sealed: " + how);
    }
}
