package org.indelible.anchoring.evidence;

/** A file, or something in it, is not what {@code docs/EVIDENCE-FORMAT.md} says it is. */
public final class EvidenceFormatException extends Exception {
    private static final long serialVersionUID = 1L;

    public EvidenceFormatException(String message) {
        super(message);
    }

    public EvidenceFormatException(String message, Throwable cause) {
        super(message, cause);
    }
}
