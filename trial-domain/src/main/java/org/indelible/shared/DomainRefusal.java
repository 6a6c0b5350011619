package org.indelible.shared;

/**
 * A command that the rules do not let through. The code is part of the contract: kebab-case, never reworded; message and cure are for people and hold no clinical
 * value, no identity and nothing that unblinds.
 */
public final class DomainRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final String cure;
    private final boolean forbidden;

    /** Something that is not possible now, or not in this form. */
    public DomainRefusal(String code, String message, String cure) {
        this(code, message, cure, false);
    }

    private DomainRefusal(String code, String message, String cure, boolean forbidden) {
        super(message);
        this.code = code;
        this.cure = cure;
        this.forbidden = forbidden;
    }

    /** Somebody tried what is not theirs to do. Such an attempt is recorded (21 CFR 11.10(d); R21): who, what, against what, and why it was refused. */
    public static DomainRefusal forbidden(String code, String message, String cure) {
        return new DomainRefusal(code, message, cure, true);
    }

    public String code() {
        return code;
    }

    /** What the reader can do about it. */
    public String cure() {
        return cure;
    }

    /** Whether the attempt is to be recorded, as one at what the person has no right to do. */
    public boolean isForbidden() {
        return forbidden;
    }

    @Override
    public String toString() {
        return code + ": " + getMessage() + " " + cure;
    }
}
