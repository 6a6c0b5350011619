package org.indelible.anchoring.certificate;

/** Bytes are not a certificate of an author. */
public final class CertificateFormatException extends Exception {
    private static final long serialVersionUID = 1L;

    CertificateFormatException(String message) {
        super(message);
    }

    CertificateFormatException(String message, Throwable cause) {
        super(message, cause);
    }
}
