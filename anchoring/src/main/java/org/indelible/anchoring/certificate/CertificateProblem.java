package org.indelible.anchoring.certificate;

/** One reason not to believe a certificate. */
public record CertificateProblem(Kind kind, String message) {

    /** What is wrong, in a form that programs can tell apart. */
    public enum Kind {
        ROOT_INVALID,
        ISSUER_UNKNOWN,
        SIGNATURE_INVALID,
        PURPOSE_WRONG,
        NOT_YET_VALID,
        EXPIRED
    }

    @Override
    public String toString() {
        return kind + ": " + message;
    }
}
