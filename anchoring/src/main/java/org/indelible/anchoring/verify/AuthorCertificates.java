package org.indelible.anchoring.verify;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.indelible.anchoring.certificate.AuthorCertificate;
import org.indelible.anchoring.certificate.CertificateFormatException;
import org.indelible.anchoring.certificate.CertificateProblem;

/** Author certificates as found, each read once. What is wrong with one is reported once, not with each entry it sealed. */
public final class AuthorCertificates {
    /** A certificate, or why there is none to believe. */
    private record Found(Optional<AuthorCertificate> certificate, int generation, String problem) {}

    private final CertificateSource source;
    private final Authorities authorities;
    private final Map<String, Found> found = new ConcurrentHashMap<>();

    public AuthorCertificates(CertificateSource source, Authorities authorities) {
        this.source = source;
        this.authorities = authorities;
    }

    public Authorities authorities() {
        return authorities;
    }

    /** Which of the authority's roots has signed it, from 0; -1 where there is none to believe. */
    int generation(String kid) {
        return found(kid).generation();
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
            return new Found(Optional.empty(), -1, "the certificate is nowhere to be found");
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
        List<CertificateProblem> problems = List.of();
        for (int generation = 0; generation < authorities.chains().size(); generation++) {
            problems = authorities.chains().get(generation).problems(certificate, certificate.notBefore());
            if (problems.isEmpty()) {
                return new Found(Optional.of(certificate), generation, "");
            }
        }
        return new Found(
                Optional.empty(),
                -1,
                problems.stream().map(CertificateProblem::toString).collect(Collectors.joining("; ")));
    }

    private static Found altered(String how) {
        return new Found(Optional.empty(), -1, "the stored certificate is another than the one that sealed: " + how);
    }
}
