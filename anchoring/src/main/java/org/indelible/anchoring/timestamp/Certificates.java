package org.indelible.anchoring.timestamp;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;

/** Certificates of authorities in files. */
public final class Certificates {
    private Certificates() {}

    /** All certificates of a PEM file (RFC 7468 section 5), in its order. */
    public static List<X509Certificate> readPem(byte[] pem) throws CertificateException {
        List<X509Certificate> certificates =
                CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(pem)).stream()
                        .map(X509Certificate.class::cast)
                        .toList();
        if (certificates.isEmpty()) {
            throw new CertificateException("there is no certificate in it");
        }
        return certificates;
    }
}
