package org.indelible.anchoring.certificate;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.indelible.anchoring.certificate.CertificateProblem.Kind;
import org.indelible.anchoring.primitive.Ed25519Key;
import org.indelible.anchoring.primitive.EncodingException;

/** Whether an author certificate is to be believed under a root (RFC 5280 section 6, for chains of one). All problems, not the first. */
public final class CertificateChain {
    private static final Set<ASN1ObjectIdentifier> UNDERSTOOD = Set.of(Extension.basicConstraints, Extension.keyUsage);

    private final X509CertificateHolder root;
    private final List<CertificateProblem> rootProblems = new ArrayList<>();

    public CertificateChain(X509CertificateHolder root) {
        this.root = root;
        checkRoot();
    }

    /** Everything wrong with the certificate at this time; nothing where it is to be believed. */
    public List<CertificateProblem> problems(AuthorCertificate author, Instant at) {
        List<CertificateProblem> problems = new ArrayList<>(rootProblems);
        X509CertificateHolder certificate = author.holder();
        if (!certificate.getIssuer().equals(root.getSubject())) {
            problems.add(new CertificateProblem(
                    Kind.ISSUER_UNKNOWN,
                    "expected issuer " + root.getSubject() + ", found " + certificate.getIssuer()));
        }
        if (!signedByRoot(certificate)) {
            problems.add(new CertificateProblem(Kind.SIGNATURE_INVALID, author.kid() + " is not signed by the root"));
        }
        checkPurpose(certificate, author.kid(), problems);
        checkTime("certificate " + author.kid(), certificate, at, problems);
        checkTime("root certificate", root, at, problems);
        return problems;
    }

    private void checkRoot() {
        BasicConstraints constraints = BasicConstraints.fromExtensions(root.getExtensions());
        if (constraints == null || !constraints.isCA()) {
            rootProblems.add(new CertificateProblem(Kind.ROOT_INVALID, "the root is not a certificate authority"));
        }
        if (!signedByRoot(root)) {
            rootProblems.add(new CertificateProblem(Kind.ROOT_INVALID, "the root is not signed by itself"));
        }
    }

    private boolean signedByRoot(X509CertificateHolder certificate) {
        try {
            Ed25519Key key = CertificateKey.of(root);
            return CertificateKey.signed(key, certificate);
        } catch (EncodingException e) {
            return false;
        }
    }

    private static void checkPurpose(X509CertificateHolder certificate, String kid, List<CertificateProblem> problems) {
        BasicConstraints constraints = BasicConstraints.fromExtensions(certificate.getExtensions());
        KeyUsage usage = KeyUsage.fromExtensions(certificate.getExtensions());
        if (constraints == null || constraints.isCA()) {
            problems.add(new CertificateProblem(Kind.PURPOSE_WRONG, kid + " is not one of an end entity"));
        }
        if (usage == null || !usage.hasUsages(KeyUsage.digitalSignature)) {
            problems.add(new CertificateProblem(Kind.PURPOSE_WRONG, kid + " is not for digital signatures"));
        }
        for (Object oid : certificate.getCriticalExtensionOIDs()) {
            if (!UNDERSTOOD.contains(oid)) {
                problems.add(new CertificateProblem(Kind.PURPOSE_WRONG, kid + " has the critical extension " + oid));
            }
        }
    }

    private static void checkTime(
            String which, X509CertificateHolder certificate, Instant at, List<CertificateProblem> problems) {
        Instant notBefore = certificate.getNotBefore().toInstant();
        Instant notAfter = certificate.getNotAfter().toInstant();
        if (at.isBefore(notBefore)) {
            problems.add(new CertificateProblem(
                    Kind.NOT_YET_VALID, which + " is valid from " + notBefore + ", not yet at " + at));
        }
        if (at.truncatedTo(ChronoUnit.SECONDS).isAfter(notAfter)) {
            problems.add(
                    new CertificateProblem(Kind.EXPIRED, which + " is valid until " + notAfter + ", no more at " + at));
        }
    }
}
