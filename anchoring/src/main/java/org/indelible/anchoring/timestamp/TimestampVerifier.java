package org.indelible.anchoring.timestamp;

import java.security.InvalidAlgorithmParameterException;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertStore;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXCertPathBuilderResult;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TSPValidationException;
import org.indelible.anchoring.timestamp.TimestampVerificationException.Check;

/**
 * Checks tokens as of the time they state (RFC 3161 section 2.3 and 2.4.2, RFC 5280 section 6): imprint, signing certificate (RFC 5816),
 * critical time-stamping key usage, signature, and a path to a trusted certificate. Revocation is not asked for: there is no network here.
 */
public final class TimestampVerifier {
    private final Set<TrustAnchor> anchors;
    private final List<X509Certificate> others;

    /**
     * @param trusted roots, or whatever else is to end a path
     * @param others certificates that may be on a path, or an authority's own where its tokens do not carry it; they are not trusted
     */
    public TimestampVerifier(Collection<X509Certificate> trusted, Collection<X509Certificate> others) {
        this.anchors = trusted.stream()
                .map(certificate -> new TrustAnchor(certificate, null))
                .collect(Collectors.toUnmodifiableSet());
        this.others = List.copyOf(others);
    }

    /** Checks that the token was issued over exactly these bytes. */
    public VerifiedTimestamp verify(TimestampToken token, byte[] data) throws TimestampVerificationException {
        return verifyDigest(token, token.algorithm().digest(data));
    }

    /** Checks that the token was issued over bytes with this digest, of the token's own algorithm. */
    public VerifiedTimestamp verifyDigest(TimestampToken token, byte[] digest) throws TimestampVerificationException {
        if (!Arrays.equals(digest, token.imprint())) {
            throw new TimestampVerificationException(Check.IMPRINT, "the token was issued over other bytes");
        }
        X509Certificate signer = signer(token);
        verifySignature(token, signer);
        List<X509Certificate> chain = chain(token, signer);
        return new VerifiedTimestamp(token.time(), chain, firstEnd(chain));
    }

    private X509Certificate signer(TimestampToken token) throws TimestampVerificationException {
        for (X509Certificate candidate : candidates(token)) {
            try {
                if (token.token().getSID().match(new JcaX509CertificateHolder(candidate))) {
                    return candidate;
                }
            } catch (CertificateEncodingException e) {
                throw new TimestampVerificationException(
                        Check.CERTIFICATE, "the authority's certificate cannot be read: " + e.getMessage(), e);
            }
        }
        throw new TimestampVerificationException(
                Check.CERTIFICATE, "the authority's certificate is neither in the token nor at hand");
    }

    private List<X509Certificate> candidates(TimestampToken token) {
        return Stream.concat(token.certificates().stream(), others.stream()).toList();
    }

    /** BouncyCastle also checks the certificate's hash in the signed attributes, its key usage, and its validity at the token's time. */
    private static void verifySignature(TimestampToken token, X509Certificate signer)
            throws TimestampVerificationException {
        try {
            token.token().validate(new JcaSimpleSignerInfoVerifierBuilder().build(signer));
        } catch (TSPValidationException e) {
            Check check = String.valueOf(e.getMessage()).contains("signature") ? Check.SIGNATURE : Check.CERTIFICATE;
            throw new TimestampVerificationException(check, String.valueOf(e.getMessage()), e);
        } catch (TSPException | OperatorCreationException | RuntimeException e) {
            // BouncyCastle tells of malformed attributes by several unchecked exceptions.
            throw new TimestampVerificationException(
                    Check.SIGNATURE, "the signature cannot be checked: " + e.getMessage(), e);
        }
    }

    private List<X509Certificate> chain(TimestampToken token, X509Certificate signer)
            throws TimestampVerificationException {
        try {
            return path(signer, candidates(token), token.time());
        } catch (CertPathBuilderException | InvalidAlgorithmParameterException e) {
            throw new TimestampVerificationException(
                    Check.CHAIN,
                    "no path from " + signer.getSubjectX500Principal() + " to a trusted certificate: " + e.getMessage(),
                    e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform builds PKIX paths", e);
        }
    }

    private List<X509Certificate> path(X509Certificate signer, List<X509Certificate> candidates, Instant at)
            throws CertPathBuilderException, InvalidAlgorithmParameterException, NoSuchAlgorithmException {
        if (anchors.isEmpty()) {
            throw new CertPathBuilderException("nothing is trusted");
        }
        if (anchors.stream().anyMatch(anchor -> signer.equals(anchor.getTrustedCert()))) {
            return List.of(signer);
        }
        X509CertSelector target = new X509CertSelector();
        target.setCertificate(signer);
        PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors, target);
        parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(candidates)));
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(at));
        PKIXCertPathBuilderResult result =
                (PKIXCertPathBuilderResult) CertPathBuilder.getInstance("PKIX").build(parameters);
        return result.getCertPath().getCertificates().stream()
                .map(X509Certificate.class::cast)
                .toList();
    }

    private static Instant firstEnd(List<X509Certificate> chain) {
        return chain.stream()
                .map(certificate -> certificate.getNotAfter().toInstant())
                .min(Instant::compareTo)
                .orElseThrow();
    }
}
